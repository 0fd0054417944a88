using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NegotiationRules.AspNetCore.Bodies;
using NegotiationRules.AspNetCore.Formats;
using NegotiationRules.AspNetCore.Problems;

namespace NegotiationRules.AspNetCore.Endpoints;

/// <summary>Verdicts on scenarios that come with requests, and why they are what they are.</summary>
internal sealed class AnsweringEndpoints(RuleEndpointOptions options)
{
    /// <summary>The forms of an explanation.</summary>
    public static readonly AnswerFormat[] Forms = [AnswerFormat.Text, AnswerFormat.Markdown, AnswerFormat.Html, AnswerFormat.Json];

    private delegate IResult Answer(HttpContext context, Question question, Verdict verdict);

    public void MapTo(RouteGroupBuilder group)
    {
        group.MapPost("/{name}/evaluate", context => AnswerAsync(context, (http, question, verdict) => question.Evaluate(http, verdict)))
            .Describe(
                Signatures.Evaluating, "Evaluates a scenario: the outcome of each stage and rule",
                typeof(Described.Verdict), [AnswerFormat.Json], NamedRules.Problems);
        group.MapPost("/{name}/explain", context => AnswerAsync(context, (http, question, verdict) => question.Explain(http, verdict)))
            .Describe(
                Signatures.Explaining, "Explains why the verdict on a scenario is what it is",
                typeof(Described.Explanation), Forms, NamedRules.Problems);
    }

    private async Task AnswerAsync(HttpContext context, Answer answer)
    {
        var result = await ResultAsync(context, answer).ConfigureAwait(false);
        await result.ExecuteAsync(context).ConfigureAwait(false);
    }

    private async Task<IResult> ResultAsync(HttpContext context, Answer answer)
    {
        if (NamedRules.Find(context, options, out var problem) is not { } name)
        {
            return problem!;
        }

        var question = Question.Of(context.Request);
        if (question.FaultFor(NamedRules.SetsOf(context)[name]) is { } refused)
        {
            return refused;
        }

        var (scenario, fault) = await BodyBytes.ReadScenarioAsync(context).ConfigureAwait(false);
        if (scenario is null)
        {
            return fault!.ToProblem();
        }

        return NamedRules.SetsOf(context).TryEvaluate(name, scenario, out var verdict, out var diagnostics)
            ? answer(context, question, verdict)
            : DiagnosticProblem.Of(diagnostics);
    }
}
