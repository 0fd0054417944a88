using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NegotiationRules.AspNetCore.Tests.Support;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.AspNetCore.Tests;

/// <summary>A scenario in the body of a request, and what is answered where there is none.</summary>
public sealed class BodyTests
{
    private const string Mediated = """{ "talks": { "mediated": true } }""";

    [Fact]
    public async Task TheBodyOfARequestIsAScenario()
    {
        await using var app = await EvaluatingAsync();

        Assert.Equal("Undetermined", (await app.PostAsync("/", Mediated)).Text);
        Assert.Equal(
            "Invalid", (await app.PostAsync("/", """{ "talks": { "mediated": false } }""", contentType: "application/x.talks+json")).Text);
    }

    [Fact]
    public async Task WhatIsWrongIsToldByThePathsOfTheFacts()
    {
        await using var app = await EvaluatingAsync();

        var answer = await app.PostAsync(
            "/", """
                {
                  "talks": { "mediatd": true },
                  "parties": [ { "delegates": [ { "role": "admiral" } ] } ],
                  "agreement": { "termYears": "5" }
                }
                """);

        Approved.Check(answer.ToBeRead);
    }

    [Fact]
    public async Task WhatIsNoJsonIsToldWithItsPlace()
    {
        await using var app = await EvaluatingAsync();

        Approved.Check((await app.PostAsync("/", "{ \"talks\":\n  { \"mediated\": yes } }")).ToBeRead);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("3")]
    [InlineData("")]
    public async Task WhatIsNoObjectIsToldOfTheWhole(string body)
    {
        await using var app = await EvaluatingAsync();

        var answer = await app.PostAsync("/", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["$"], answer.Errors.Keys);
    }

    [Fact]
    public async Task OfAnEmptyBodyItIsNotSaidThatAFileIsEmpty()
    {
        await using var app = await EvaluatingAsync();

        Assert.Equal("the body is empty: a body holds one JSON object: { … }", (await app.PostAsync("/", " ")).Errors["$"]);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=iso-8859-1")]
    public async Task AnotherContentTypeIsRefused(string contentType)
    {
        await using var app = await EvaluatingAsync();

        var answer = await app.PostAsync("/", Mediated, contentType: contentType);

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "application/problem+json"), (answer.Status, answer.MediaType));
        Assert.Equal(
            "Send JSON in UTF-8 with the header Content-Type: application/json, or another type that ends in +json; "
                + $"this is {contentType}.",
            answer.Json.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task ABodyThatIsTooLongIsRefusedWhetherItSaysSoOrNot()
    {
        await using var app = await EvaluatingAsync(services => services.Configure<ScenarioBodyOptions>(options => options.MostBytes = 40));
        var most = Mediated.PadRight(40);

        Assert.Equal(HttpStatusCode.OK, (await app.PostAsync("/", most)).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await app.PostAsync("/", most + " ")).Status);

        using var unannounced = new StreamContent(new Unannounced(new MemoryStream(new byte[200])));
        unannounced.Headers.ContentType = new("application/json");
        using var answer = await app.Client.PostAsync("/", unannounced);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task AnEndpointMayHaveALimitOfItsOwn()
    {
        await using var app = await WebApp.StartAsync(
            web => web.MapPost("/", (ScenarioBody body) => "read").WithMetadata(new RequestSizeLimitAttribute(8)));

        Assert.Equal(HttpStatusCode.OK, (await app.PostAsync("/", "{}")).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await app.PostAsync("/", Mediated)).Status);
    }

    [Fact]
    public async Task HowDeepABodyMayBeIsLimited()
    {
        await using var app = await EvaluatingAsync(
            services => services.Configure<ScenarioBodyOptions>(options => options.Limits = new ReadingLimits { Depth = 1 }));

        Assert.Equal(HttpStatusCode.BadRequest, (await app.PostAsync("/", Mediated)).Status);
    }

    [Fact]
    public async Task WhatIsWrongWithAnotherScenarioIsNoFaultOfTheRequest()
    {
        await using var app = await WebApp.StartAsync(web => web.MapPost(
            "/", (ScenarioBody body, IRuleSets rules) =>
                rules.Evaluate("harbour", Scenario.Parse("""{ "talks": { "mediated": 3 } }""", "stored")).Outcome.ToString()));

        await Assert.ThrowsAsync<ScenarioException>(() => app.PostAsync("/", Mediated));
    }

    [Fact]
    public async Task AParameterOfTypeScenarioIsReadFromTheBodyToo()
    {
        await using var app = await WebApp.StartAsync(web => web.MapPost(
            "/", (Scenario scenario, IRuleSets rules) => rules.Evaluate("harbour", scenario).Outcome.ToString()));

        Assert.Equal("Undetermined", (await app.PostAsync("/", Mediated)).Text);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.PostAsync("/", "[]")).Status);
    }

    [Fact]
    public async Task AnExceptionOfAScenarioThatNobodyCaughtIsAnsweredByTheHandler()
    {
        await using var app = await WebApp.StartAsync(
            web =>
            {
                web.UseExceptionHandler();
                web.MapPost("/", (Scenario scenario, IRuleSets rules) => rules.Evaluate("harbour", scenario).Outcome.ToString());
            },
            services => services.AddProblemDetails().AddExceptionHandler<ScenarioExceptionHandler>()
                .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true));

        Assert.Equal(["talks.mediated"], (await app.PostAsync("/", """{ "talks": { "mediated": 3 } }""")).Errors.Keys);
        Assert.Equal(["$"], (await app.PostAsync("/", "[]")).Errors.Keys);
    }

    [Fact]
    public async Task AVerdictIsAnsweredAsItsReport()
    {
        await using var app = await WebApp.StartAsync(
            web => web.MapPost("/", (ScenarioBody body, IRuleSets rules) => rules.Evaluate("harbour", body)));

        var report = VerdictReport.Parse((await app.PostAsync("/", Mediated)).Text);

        Assert.Equal(RuleOutcome.Satisfied, report.Rule("mediated").Outcome);
        Assert.Equal(["agreement.termYears"], report.Rule("long-enough").Unsettled);
    }

    private static Task<WebApp> EvaluatingAsync(Action<IServiceCollection>? add = null) => WebApp.StartAsync(
        web => web.MapPost("/", (ScenarioBody body, IRuleSets rules) => rules.Evaluate("harbour", body.Scenario).Outcome.ToString()), add);

    // A stream of which nobody knows beforehand how long it is.
    private sealed class Unannounced(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
