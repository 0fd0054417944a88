using System.Net;
using System.Text.Json;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NegotiationRules.AspNetCore.Endpoints;
using NegotiationRules.AspNetCore.Tests.Support;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.AspNetCore.Tests;

/// <summary>The endpoints for the rule sets of an application.</summary>
public sealed class EndpointTests
{
    private const string NotMediated = """{ "talks": { "mediated": false } }""";

    private static readonly RuleSet Harbour = RuleSet.Parse(WebApp.Harbour);

    private static Verdict Invalid => Harbour.Evaluate(Scenario.Parse(NotMediated));

    [Fact]
    public async Task TheRuleSetsAreListed()
    {
        await using var app = await WebApp.StartAsync(web => web.MapNegotiationRules(), null, "first", "second");

        Approved.Check((await app.GetAsync("/rules")).Text);
    }

    [Theory]
    [InlineData(null, "text/markdown")]
    [InlineData("text/plain", "text/plain")]
    [InlineData("*/*", "text/markdown")]
    public async Task ARuleSetIsToldInWords(string? accept, string mediaType)
    {
        await using var app = await MappedAsync();

        var answer = await app.GetAsync("/rules/harbour", accept);

        Assert.Equal((mediaType, Harbour.Describe()), (answer.MediaType, answer.Text));
    }

    [Fact]
    public async Task ARuleSetIsToldAsData()
    {
        await using var app = await MappedAsync();

        var answer = await app.GetAsync("/rules/harbour", "application/json");

        Assert.Equal("application/json", answer.MediaType);
        Approved.Check(answer.Text);
    }

    [Fact]
    public async Task TheFactsAreToldAsASchema()
    {
        await using var app = await MappedAsync();

        var schema = Harbour.Vocabulary.ToScenarioSchema();
        Assert.Equal(("application/schema+json", schema), await TextAsync("/rules/harbour/schema", null));
        Assert.Equal(("application/json", schema), await TextAsync("/rules/harbour/schema", "application/json"));

        async Task<(string?, string)> TextAsync(string path, string? accept)
        {
            var answer = await app.GetAsync(path, accept);
            return (answer.MediaType, answer.Text);
        }
    }

    [Fact]
    public async Task AScenarioIsEvaluated()
    {
        await using var app = await MappedAsync();

        var answer = await app.PostAsync("/rules/harbour/evaluate", NotMediated);

        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.Status, answer.MediaType));
        Assert.Equal(Invalid.ToReport().ToJson(), answer.Text);
    }

    [Fact]
    public async Task TheRulesOfOnePartyAndALanguageCanBeAskedFor()
    {
        await using var app = await MappedAsync();

        var report = VerdictReport.Parse((await app.PostAsync("/rules/harbour/evaluate?holder=N&language=de", NotMediated)).Text);

        Assert.Equal(("N", "mediated"), (report.Holder, report.Rules.Single().Id));
        Assert.Equal("Ohne Vermittler hört niemand zu.", report.Rules.Single().Reason);
    }

    [Theory]
    [InlineData("holder=M", "No rule is held by `M`", "The only holder is `N`.")]
    [InlineData("language=fr", "No rule gives a reason in `fr`", "There are reasons in `en` and `de`.")]
    public async Task APartyOrALanguageThatTheRulesDoNotHaveIsRefused(string query, string title, string detail)
    {
        await using var app = await WebApp.StartAsync(web => web.MapNegotiationRules(configure: options => options.AcceptsRuleText = true));

        foreach (var answer in new[]
        {
            await app.PostAsync($"/rules/harbour/evaluate?{query}", NotMediated),
            await app.PostAsync($"/rules/harbour/explain?{query}", NotMediated),
            await app.PostAsync($"/rules/evaluate?{query}", WithRules(WebApp.Harbour)),
        })
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Equal((title, detail), (answer.Json.GetProperty("title").GetString(), answer.Json.GetProperty("detail").GetString()));
        }
    }

    [Fact]
    public async Task ALanguageThatTheRulesDoNotHaveIsRefusedWhereTheyAreToldToo()
    {
        await using var app = await MappedAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await app.GetAsync("/rules/harbour?language=fr", "application/json")).Status);
    }

    [Theory]
    [InlineData(null, "text/plain")]
    [InlineData("text/markdown", "text/markdown")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/json;q=0.5, text/*", "text/plain")]
    [InlineData("text/plain;q=0, text/*", "text/markdown")]
    [InlineData("*/*", "text/plain")]
    public async Task AVerdictIsExplainedInTheFormThatIsAskedFor(string? accept, string mediaType)
    {
        await using var app = await MappedAsync();
        var why = Invalid.Explain();

        var answer = await app.PostAsync("/rules/harbour/explain", NotMediated, accept);

        Assert.Equal((HttpStatusCode.OK, mediaType), (answer.Status, answer.MediaType));
        Assert.Equal("Accept", answer.Headers["Vary"]);
        Assert.Equal(
            mediaType switch
            {
                "text/plain" => why.ToText(),
                "text/markdown" => why.ToMarkdown(),
                "text/html" => why.ToHtml(),
                _ => why.ToJson(),
            },
            answer.Text);
    }

    [Fact]
    public async Task AFormThatThereIsNotIsRefusedWithThoseThereAre()
    {
        await using var app = await MappedAsync();

        var answer = await app.PostAsync("/rules/harbour/explain", NotMediated, "image/png");

        Assert.Equal(HttpStatusCode.NotAcceptable, answer.Status);
        Assert.Contains("text/markdown", answer.Json.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task APageHasNothingButItsStyle()
    {
        await using var app = await MappedAsync();

        var answer = await app.PostAsync("/rules/harbour/explain?all=true", NotMediated, "text/html");

        Assert.StartsWith("default-src 'none';", answer.Headers["Content-Security-Policy"]);
        Assert.Equal(Invalid.Explain(new ExplanationOptions { ShowAll = true }).ToHtml(), answer.Text);
    }

    [Fact]
    public async Task WhetherToTellAllIsTrueOrFalse()
    {
        await using var app = await MappedAsync();

        var answer = await app.PostAsync("/rules/harbour/explain?all=perhaps", NotMediated);

        Assert.Equal((HttpStatusCode.BadRequest, "`all` is true or false, not `perhaps`"),
            (answer.Status, answer.Json.GetProperty("title").GetString()));
    }

    [Fact]
    public async Task WhatIsWrongWithAScenarioIsToldByItsPaths()
    {
        await using var app = await MappedAsync();

        foreach (var path in new[] { "/rules/harbour/evaluate", "/rules/harbour/explain" })
        {
            var answer = await app.PostAsync(path, """{ "talks": { "mediatd": true } }""");
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Equal(["talks.mediatd"], answer.Errors.Keys);
            AssertSaysWhatToSend(await app.PostAsync(path, "{}", contentType: "text/plain"));
        }
    }

    [Fact]
    public async Task NoRequestBringsRulesUnlessTheApplicationSaysSo()
    {
        await using var app = await MappedAsync();

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await app.PostAsync("/rules/evaluate", WithRules(WebApp.Harbour))).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await app.PostAsync("/rules/explain", WithRules(WebApp.Harbour))).Status);
    }

    [Fact]
    public async Task RulesOfARequestAreLimited()
    {
        await using var app = await WebApp.StartAsync(web => web.MapNegotiationRules(configure: options =>
        {
            options.AcceptsRuleText = true;
            options.RuleText = options.RuleText with { Characters = 2000 };
            options.RuleWork = new WorkLimits { Steps = 5_000 };
        }));

        Assert.Equal("harbour", VerdictReport.Parse((await app.PostAsync("/rules/evaluate", WithRules(WebApp.Harbour))).Text).RuleSetName);
        Assert.Equal(Invalid.Explain().ToText(), (await app.PostAsync("/rules/explain", WithRules(WebApp.Harbour))).Text);
        Assert.Contains("NR1", await RefusedAsync(
            WithRules(WebApp.Harbour.Replace("1.2", new string('1', 3000), StringComparison.Ordinal))));
        Assert.Contains("NR2001", await RefusedAsync(
            WithRules(WebApp.Harbour.Replace("talks.mediated", "talks.mediatd", StringComparison.Ordinal))));
        Assert.Contains("NR4101", await RefusedAsync(WithRules(
            """
            { "name": "long", "stages": ["talks"], "rules": [
              { "id": "a", "require": { "every": "parties", "satisfy": { "kind": "state" } } } ] }
            """,
            $$"""{ "parties": [ {{string.Join(", ", Enumerable.Repeat("{ \"kind\": \"state\" }", 6_000))}} ] }""")));

        async Task<string> RefusedAsync(string body)
        {
            var answer = await app.PostAsync("/rules/evaluate", body);
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            return answer.Text;
        }
    }

    [Fact]
    public async Task RulesOfARequestReachNoFile()
    {
        await using var app = await WebApp.StartAsync(web => web.MapNegotiationRules(configure: options => options.AcceptsRuleText = true));
        var file = Repository.At("rules/security-guarantees/security-guarantees");

        foreach (var rules in new[]
        {
            $$"""{ "name": "x", "stages": ["talks"], "include": ["{{file}}.rules.json"], "rules": [] }""",
            $$"""{ "name": "x", "stages": ["talks"], "vocabulary": "{{file}}.vocabulary.json", "rules": [] }""",
        })
        {
            var answer = await app.PostAsync("/rules/evaluate", WithRules(rules));
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.DoesNotContain("trust", answer.Text);
        }
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{ "rules": {} }""")]
    public async Task ABodyWithoutRulesAndAScenarioIsToldWhatToHold(string body)
    {
        await using var app = await WebApp.StartAsync(web => web.MapNegotiationRules(configure: options => options.AcceptsRuleText = true));

        var answer = await app.PostAsync("/rules/evaluate", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("\"scenario\"", answer.Json.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task ALimiterOfTheApplicationHoldsForAllOfThem()
    {
        await using var app = await WebApp.StartAsync(
            web =>
            {
                web.UseRateLimiter();
                web.MapNegotiationRules(configure: options => options.RateLimiterPolicy = "two");
            },
            services => services.AddRateLimiter(limiter =>
            {
                limiter.RejectionStatusCode = 429;
                limiter.AddPolicy("two", _ => RateLimitPartition.GetFixedWindowLimiter(
                    "all", _ => new FixedWindowRateLimiterOptions { PermitLimit = 2, Window = TimeSpan.FromHours(1) }));
            }));

        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync("/rules")).Status);
        Assert.Equal(HttpStatusCode.OK, (await app.PostAsync("/rules/harbour/evaluate", NotMediated)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await app.PostAsync("/rules/harbour/explain", NotMediated)).Status);
    }

    [Fact]
    public async Task RulesThatCouldNeverBeUsedAreNotListedAndAnsweredWith503()
    {
        var text = "{ broken";
        await using var app = await WebApp.StartAsync(
            web =>
            {
                web.MapNegotiationRules();
                web.MapPost("/talks", (ScenarioBody body) => "begun").RequireValid("talks", "later");
            },
            services => services.AddNegotiationRules(
                "later", _ => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), options => options.FaultStopsStart = false));

        Assert.Equal("harbour", (await app.GetAsync("/rules")).Json.EnumerateArray().Single().GetProperty("name").GetString());
        foreach (var answer in new[]
        {
            await app.GetAsync("/rules/later"), await app.GetAsync("/rules/later/schema"),
            await app.PostAsync("/rules/later/evaluate", "{}"), await app.PostAsync("/rules/later/explain", "{}"),
            await app.PostAsync("/talks", NotMediated),
        })
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
            Assert.DoesNotContain("broken", answer.Text);
        }

        text = WebApp.Harbour;
        await app.Sets.ReloadAsync("later");
        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync("/rules/later")).Status);
    }

    [Fact]
    public async Task ReasonsInDataAreInTheLanguageThatIsAskedFor()
    {
        await using var app = await MappedAsync();

        var answer = await app.GetAsync("/rules/harbour?language=de", "application/json");

        Assert.Equal(
            "Ohne Vermittler hört niemand zu.", answer.Json.GetProperty("rules")[0].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task ABodyThatIsTooLongForTheEndpointsIsRefused()
    {
        await using var app = await WebApp.StartAsync(
            web => web.MapNegotiationRules(configure: options => options.AcceptsRuleText = true),
            services => services.Configure<ScenarioBodyOptions>(options => options.MostBytes = 10));

        foreach (var path in new[] { "/rules/harbour/evaluate", "/rules/harbour/explain", "/rules/evaluate", "/rules/explain" })
        {
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await app.PostAsync(path, NotMediated)).Status);
        }
    }

    [Fact]
    public async Task WithoutRuleSetsItIsSaidHowToAddSome()
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(
            () => WebApp.StartAsync(web => web.MapNegotiationRules(), null, []));

        Assert.Contains("AddNegotiationRules(\"talks\", \"rules/talks\")", fault.Message);
    }

    [Fact]
    public async Task TheShapesThatOpenApiIsToldAreThoseThatAreWritten()
    {
        await using var app = await MappedAsync();
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
            DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        };
        var council = RuleSet.Load(Repository.At("rules/security-guarantees/per-delegation.rules.json"))
            .Evaluate(Scenario.Load(Repository.At("rules/security-guarantees/scenarios/one-side-only.scenario.json")));

        Check<Described.Verdict>(council.ToReport().ToJson());
        Check<Described.Explanation>(council.Explain(new ExplanationOptions { ShowAll = true }).ToJson());
        Check<Described.RuleSetEntry[]>((await app.GetAsync("/rules")).Text);
        Check<Described.RuleSetDetails>((await app.GetAsync("/rules/harbour", "application/json")).Text);

        void Check<T>(string written)
        {
            var same = JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(written, options), options);
            Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(written).RootElement, JsonDocument.Parse(same).RootElement), same);
        }
    }

    private static void AssertSaysWhatToSend(Answer answer)
    {
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.Status);
        Assert.Contains("Content-Type: application/json", answer.Json.GetProperty("detail").GetString());
    }

    private static Task<WebApp> MappedAsync() => WebApp.StartAsync(web => web.MapNegotiationRules());

    private static string WithRules(string rules, string scenario = NotMediated) =>
        $$"""{ "rules": {{rules}}, "scenario": {{scenario}} }""";
}
