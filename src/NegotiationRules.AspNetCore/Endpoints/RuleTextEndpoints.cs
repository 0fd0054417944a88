using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NegotiationRules.AspNetCore.Bodies;
using NegotiationRules.AspNetCore.Formats;
using NegotiationRules.AspNetCore.Problems;

namespace NegotiationRules.AspNetCore.Endpoints;

/// <summary>Verdicts by rules that come with requests: <c>{ "rules": { … }, "scenario": { … } }</c>. Mapped only where the application says
/// so.</summary>
internal sealed class RuleTextEndpoints(RuleEndpointOptions options)
{
    private const string Rules = "rules";
    private const string ScenarioMember = "scenario";

    private delegate IResult Answer(HttpContext context, Question question, Verdict verdict);

    public void MapTo(RouteGroupBuilder group)
    {
        group.MapPost("/evaluate", context => AnswerAsync(context, (http, question, verdict) => question.Evaluate(http, verdict))).Describe(
            Signatures.EvaluatingText, "Evaluates a scenario by rules that come with it", typeof(Described.Verdict), [AnswerFormat.Json],
            StatusCodes.Status406NotAcceptable);
        group.MapPost("/explain", context => AnswerAsync(context, (http, question, verdict) => question.Explain(http, verdict))).Describe(
            Signatures.ExplainingText, "Explains the verdict on a scenario by rules that come with it",
            typeof(Described.Explanation), AnsweringEndpoints.Forms, StatusCodes.Status406NotAcceptable);
    }

    private async Task AnswerAsync(HttpContext context, Answer answer)
    {
        var body = BodyBytes.OptionsOf(context);
        var (bytes, fault) = await BodyBytes.ReadAsync(context, body.MostBytes).ConfigureAwait(false);
        var question = Question.Of(context.Request);
        var result = bytes is null ? fault!.ToProblem()
            : Evaluate(bytes, body.Limits, question, out var verdict) ?? answer(context, question, verdict!);
        await result.ExecuteAsync(context).ConfigureAwait(false);
    }

    // The problem, or nothing and the verdict.
    private IResult? Evaluate(byte[] bytes, ReadingLimits limits, Question question, out Verdict? verdict)
    {
        verdict = null;
        if (!TryOpen(bytes, out var rulesText, out var scenarioText))
        {
            return TypedResults.Problem(
                statusCode: StatusCodes.Status400BadRequest, title: "The body does not hold rules and a scenario",
                detail: "Send { \"rules\": { … }, \"scenario\": { … } }.");
        }

        var reading = new RuleSetOptions { Limits = options.RuleText, Work = options.RuleWork };
        if (!RuleSet.TryParse(rulesText, reading, out var rules, out var diagnostics))
        {
            return DiagnosticProblem.Of(diagnostics, "The rules cannot be used");
        }

        if (question.FaultFor(rules) is { } refused)
        {
            return refused;
        }

        return Scenario.TryParseJson(scenarioText, out var scenario, out diagnostics, BodyBytes.Name, limits)
            && rules.TryEvaluate(scenario, out verdict, out diagnostics)
            ? null
            : DiagnosticProblem.Of(diagnostics);
    }

    private static bool TryOpen(byte[] bytes, out string rules, out string scenario)
    {
        (rules, scenario) = (string.Empty, string.Empty);
        try
        {
            using var document = JsonDocument.Parse(
                bytes, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty(Rules, out var first)
                || !document.RootElement.TryGetProperty(ScenarioMember, out var second))
            {
                return false;
            }

            (rules, scenario) = (first.GetRawText(), second.GetRawText());
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
