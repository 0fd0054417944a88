using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using NegotiationRules.AspNetCore.Tests.Support;

namespace NegotiationRules.AspNetCore.Tests;

/// <summary>Scenarios as bodies of the actions of controllers.</summary>
public sealed class ControllerTests
{
    [Fact]
    public async Task AnActionTakesAScenarioAndAnswersAVerdict()
    {
        await using var app = await StartAsync();

        var report = VerdictReport.Parse((await app.PostAsync("/controlled", """{ "talks": { "mediated": true } }""")).Text);

        Assert.Equal(StageOutcome.Valid, report.Stage("talks").Outcome);
    }

    [Theory]
    [InlineData("[]", "$")]
    [InlineData("{ ", "$")]
    [InlineData("""{ "talks": { "mediated": "perhaps" } }""", "talks.mediated")]
    public async Task WhatIsWrongStandsInTheStateOfTheModelByItsPaths(string body, string path)
    {
        await using var app = await StartAsync();

        var answer = await app.PostAsync("/controlled", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(path, answer.Errors.Keys);
    }

    private static Task<WebApp> StartAsync() => WebApp.StartAsync(
        web => web.MapControllers(),
        services => services.AddControllers().AddScenarios().AddApplicationPart(typeof(ControlledController).Assembly));
}

/// <summary>As somebody writes it.</summary>
[ApiController]
[Route("controlled")]
public sealed class ControlledController(IRuleSets rules) : ControllerBase
{
    [HttpPost]
    public ActionResult<Verdict> Evaluate(Scenario scenario)
    {
        if (rules.TryEvaluate("harbour", scenario, out var verdict, out var diagnostics))
        {
            return verdict;
        }

        foreach (var (path, messages) in diagnostics.ToValidationErrors())
        {
            foreach (var message in messages)
            {
                ModelState.AddModelError(path, message);
            }
        }

        return ValidationProblem();
    }
}
