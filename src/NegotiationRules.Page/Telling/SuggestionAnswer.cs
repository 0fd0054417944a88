using System.Globalization;
using NegotiationRules.Conditions;
using NegotiationRules.Editing.Answers;

namespace NegotiationRules.Page.Telling;

/// <summary>Something that may be written, for the editor of the page.</summary>
internal static class SuggestionAnswer
{
    /// <param name="one">The suggestion.</param>
    public static AnswerObject Of(Suggestion one) => new AnswerObject()
        .Add("label", one.Label)
        .Add("text", one.Text)
        .Add("template", one.Behind is { } behind ? (one.Text + behind).Write(Escape, Place) : null)
        .Add("kind", Words.Of(one.Kind))
        .Add("detail", one.Detail)
        .Add("markdown", one.Documentation);

    // The editor writes one word in a place, which is selected: of several the first.
    private static string Place(int number, IReadOnlyList<string> choices)
    {
        var written = number.ToString(CultureInfo.InvariantCulture);
        return choices is [var first, ..] ? $"${{{written}:{first}}}" : $"${{{written}}}";
    }

    // Braces open and close places there.
    private static string Escape(string text) =>
        text.Replace("{", "\\{", StringComparison.Ordinal).Replace("}", "\\}", StringComparison.Ordinal);
}
