using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NegotiationRules.AspNetCore.Tests.Support;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.AspNetCore.Tests;

/// <summary>Endpoints that are open only while the preconditions of a stage are met.</summary>
public sealed class RequireValidTests
{
    [Fact]
    public async Task AValidStageLetsThroughAndTheHandlerFindsTheVerdict()
    {
        await using var app = await GatedAsync();

        var answer = await app.PostAsync("/", """{ "talks": { "mediated": true } }""");

        Assert.Equal((HttpStatusCode.OK, "begun: mediated: satisfied"), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task AnInvalidStageIsAnsweredWithWhatStandsInTheWay()
    {
        await using var app = await GatedAsync();

        Approved.Check((await app.PostAsync("/", """{ "talks": { "mediated": false } }""")).ToBeRead);
    }

    [Fact]
    public async Task AStageThatIsNotDecidedIsToldApartWithTheFactsThatWouldSettleIt()
    {
        await using var app = await GatedAsync();

        Approved.Check((await app.PostAsync("/", "{}")).ToBeRead);
    }

    [Fact]
    public async Task AFaultyScenarioIsAnsweredByItsPaths()
    {
        await using var app = await GatedAsync();

        var answer = await app.PostAsync("/", """{ "talks": { "mediated": 1 } }""");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["talks.mediated"], answer.Errors.Keys);
        Assert.Equal(["$"], (await app.PostAsync("/", "[]")).Errors.Keys);
    }

    [Fact]
    public async Task AScenarioIsMadeOfWhatTheHandlerTakes()
    {
        await using var app = await WebApp.StartAsync(web => web
            .MapPost("/", (Meeting meeting) => "begun")
            .RequireValid("talks", (Meeting meeting) => Scenario.Create().Set("talks.mediated", meeting.Mediator is not null).Build()));

        Assert.Equal(HttpStatusCode.OK, (await app.PostAsync("/", """{ "mediator": "UN" }""")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await app.PostAsync("/", "{}")).Status);
    }

    [Fact]
    public async Task WhereThereAreSeveralRuleSetsOneIsNamed()
    {
        await using var app = await WebApp.StartAsync(
            web => web.MapPost("/", (ScenarioBody body) => "begun").RequireValid("talks", "second"), null, "first", "second");

        Assert.Equal(HttpStatusCode.OK, (await app.PostAsync("/", """{ "talks": { "mediated": true } }""")).Status);
        Assert.Contains(
            "first, second",
            await WhyNotAsync(web => web.MapPost("/", (ScenarioBody body) => "begun").RequireValid("talks"), "first", "second"));
        Assert.Contains(
            "no rule set 'third'. There are first.",
            await WhyNotAsync(web => web.MapPost("/", (ScenarioBody body) => "begun").RequireValid("talks", "third"), "first"));
    }

    [Fact]
    public async Task WhatCannotWorkIsSaidWhenTheEndpointsAreMade()
    {
        Assert.Contains(
            "Let the handler take a ScenarioBody",
            await WhyNotAsync(web => web.MapPost("/", (Meeting meeting) => "begun").RequireValid("talks"), "harbour"));
        Assert.Contains(
            "AddNegotiationRules", await WhyNotAsync(web => web.MapPost("/", (ScenarioBody body) => "begun").RequireValid("talks")));
    }

    [Fact]
    public async Task AStageThatTheRulesDoNotHaveIsNamed()
    {
        await using var app = await WebApp.StartAsync(web => web.MapPost("/", (ScenarioBody body) => "begun").RequireValid("tea"));

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => app.PostAsync("/", "{}"));

        Assert.Equal("RequireValid(\"tea\") finds no stage 'tea' in the rule set 'harbour'. There are talks, agreement.", fault.Message);
    }

    [Fact]
    public async Task AHandlerCanGiveTheSameAnswerItself()
    {
        await using var app = await WebApp.StartAsync(
            web => web.MapPost("/", (ScenarioBody body, IRuleSets rules) => rules.Evaluate("harbour", body).ToProblem("talks", "de")));

        var answer = await app.PostAsync("/", """{ "talks": { "mediated": false } }""");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("Ohne Vermittler hört niemand zu.", answer.Json.GetProperty("blocking")[0].GetProperty("reason").GetString());
        await Assert.ThrowsAsync<ArgumentException>(() => app.PostAsync("/", """{ "talks": { "mediated": true } }"""));
    }

    private static Task<WebApp> GatedAsync() => WebApp.StartAsync(web => web
        .MapPost("/", (ScenarioBody body, HttpContext context) => $"begun: {context.GetVerdict()!.Rule("mediated")}")
        .RequireValid("talks"));

    private static async Task<string> WhyNotAsync(Action<WebApplication> map, params string[] names)
    {
        await using var app = await WebApp.StartAsync(map, null, names);
        return (await Assert.ThrowsAsync<InvalidOperationException>(() => app.PostAsync("/", "{}"))).Message;
    }

    private sealed record Meeting(string? Mediator);
}
