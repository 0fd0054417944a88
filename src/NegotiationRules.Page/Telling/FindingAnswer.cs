using NegotiationRules.Conditions;
using NegotiationRules.Text;

namespace NegotiationRules.Page.Telling;

/// <summary>A diagnostic for the page: its place by offsets, and each cure as edits.</summary>
internal static class FindingAnswer
{
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="shown">How the page calls a file that is named in a text.</param>
    public static AnswerObject Of(Diagnostic diagnostic, Func<string, string> shown)
    {
        var place = diagnostic.Place;
        return new AnswerObject()
            .Add("code", diagnostic.Code)
            .Add("severity", Words.Of(diagnostic.Severity))
            .Add("message", shown(diagnostic.Message))
            .Add("help", diagnostic.Help is { } help ? shown(help) : null)
            .Add("file", shown(place.File))
            .Add("line", place.Line)
            .Add("start", diagnostic.Span.Start)
            .Add("length", diagnostic.Span.Length)
            .Add("cures", diagnostic.Cures.Select(cure => new JsonArray(default, [.. Of(cure.Edits, shown)])));
    }

    /// <summary>Edits, each with its file and what is to stand there.</summary>
    public static IEnumerable<JsonObject> Of(IReadOnlyList<TextEdit> edits, Func<string, string> shown) => edits.Select(edit =>
        new AnswerObject()
            .Add("file", shown(edit.Span.Source?.Name ?? string.Empty))
            .Add("start", edit.Span.Start)
            .Add("length", edit.Span.Length)
            .Add("text", edit.Text)
            .ToJson());
}
