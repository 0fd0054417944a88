using NegotiationRules.Cli.Formatting;
using NegotiationRules.Cli.LanguageServer.Protocol;
using NegotiationRules.Cli.LanguageServer.Texts;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.LanguageServer.Answers;

/// <summary>A text laid out as <c>negotiate format</c> does.</summary>
internal static class LaidOutText
{
    /// <summary>The edits; none of what is no JSON, or is laid out so already.</summary>
    public static IReadOnlyList<WrittenEdit> Of(OpenDocument document)
    {
        var (source, bag) = (document.Source, new DiagnosticBag());
        if (JsonReader.Read(source, ReadingLimits.Default, bag) is null || bag.HasErrors
            || JsonLayout.Of(source.Text) is var laidOut && laidOut == source.Text)
        {
            return [];
        }

        // Only what differs, so that the place where somebody reads stays in sight.
        var before = source.Text.AsSpan().CommonPrefixLength(laidOut);
        var most = Math.Min(source.Text.Length, laidOut.Length) - before;
        var behind = 0;
        while (behind < most && source.Text[^(behind + 1)] == laidOut[^(behind + 1)])
        {
            behind++;
        }

        return
        [
            new WrittenEdit(
                TextRange.Of(source.At(before, source.Text.Length - before - behind)), laidOut[before..(laidOut.Length - behind)]),
        ];
    }
}
