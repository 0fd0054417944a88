using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using NegotiationRules.AspNetCore.Formats;

namespace NegotiationRules.AspNetCore.Endpoints;

/// <summary>What a request wants to know of a verdict: <c>?holder=RU&amp;language=de&amp;all=true</c>.</summary>
/// <param name="Holder">The party whose rules alone count; <see langword="null"/> for all.</param>
/// <param name="Language">The language of the reasons.</param>
/// <param name="All">Whether to tell also what did not change the answer: <c>true</c> or <c>false</c>.</param>
internal sealed record Question(string? Holder, string? Language, string? All)
{
    public static Question Of(HttpRequest request) => new(One(request, "holder"), One(request, "language"), One(request, "all"));

    /// <summary>The answer to a request that names a party or a language that these rules do not have; <see langword="null"/> if all is
    /// there.</summary>
    public IResult? FaultFor(RuleSet rules) =>
        Holder is not null && !rules.HasHolder(Holder, out var help) ? Fault($"No rule is held by `{Holder}`", help)
        : Language is not null && !rules.HasLanguage(Language, out help) ? Fault($"No rule gives a reason in `{Language}`", help)
        : null;

    /// <summary>The outcomes as JSON.</summary>
    public IResult Evaluate(HttpContext context, Verdict verdict) =>
        TextAnswer.Of(context, (AnswerFormat.Json, Restricted(verdict).ToReport(Language).ToJson));

    /// <summary>Why, in the form that is asked for.</summary>
    public IResult Explain(HttpContext context, Verdict verdict)
    {
        if (All is not (null or "true" or "false"))
        {
            return Fault($"`all` is true or false, not `{All}`", null);
        }

        var why = Restricted(verdict).Explain(new ExplanationOptions { Language = Language, ShowAll = All == "true" });
        return TextAnswer.Of(
            context, (AnswerFormat.Text, () => why.ToText()), (AnswerFormat.Markdown, why.ToMarkdown), (AnswerFormat.Html, why.ToHtml),
            (AnswerFormat.Json, why.ToJson));
    }

    private Verdict Restricted(Verdict verdict) => Holder is null ? verdict : verdict.For(Holder);

    private static ProblemHttpResult Fault(string title, string? help) => TypedResults.Problem(
        statusCode: StatusCodes.Status400BadRequest, title: title,
        detail: help is null ? null : $"{char.ToUpperInvariant(help[0])}{help[1..]}.");

    private static string? One(HttpRequest request, string name) =>
        request.Query[name] is [{ Length: > 0 } value, ..] ? value : null;
}
