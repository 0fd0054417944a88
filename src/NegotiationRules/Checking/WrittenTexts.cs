using System.Text.RegularExpressions;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>All texts in rule files, wherever they stand, what they have in braces, and their words: any of them may name a parameter or a
/// condition.</summary>
internal static partial class WrittenTexts
{
    // The files have been read within the limits of whoever reads them.
    private static readonly ReadingLimits Boundless = new()
    {
        Characters = int.MaxValue,
        Depth = int.MaxValue,
        Values = int.MaxValue,
        ListLength = int.MaxValue,
    };

    public static HashSet<string> Of(IEnumerable<RuleFileSyntax> files)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (JsonReader.Read(file.Source, Boundless, new DiagnosticBag()) is { } root)
            {
                Collect(root, texts);
            }
        }

        return texts;
    }

    private static void Collect(JsonValue value, HashSet<string> texts)
    {
        switch (value)
        {
            case JsonObject written:
                foreach (var member in written.AsSpan())
                {
                    Collect(member.Value, texts);
                }

                break;
            case JsonArray list:
                foreach (var item in list.Items)
                {
                    Collect(item, texts);
                }

                break;
            case JsonText text:
                texts.Add(text.Value);
                texts.UnionWith(Words().Matches(text.Value).Select(word => word.Value));
                CollectBraces(text.Value, texts);
                break;
        }
    }

    // Of what somebody wrote as a line of code.
    [GeneratedRegex(@"[\p{L}_][\p{L}\p{Nd}_-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    private static void CollectBraces(string text, HashSet<string> texts)
    {
        for (var open = text.IndexOf('{'); open >= 0; open = text.IndexOf('{', open + 1))
        {
            var close = text.IndexOf('}', open);
            if (close < 0)
            {
                return;
            }

            texts.Add(text[(open + 1)..close].Trim());
        }
    }
}
