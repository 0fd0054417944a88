using NegotiationRules.Text;

namespace NegotiationRules.Editing.Answers;

/// <summary>Pieces of files, as they are shown beside a text.</summary>
internal static class Excerpts
{
    private const int Longest = 1200;

    /// <summary>The value as it was written, as far as it is short, moved to the left.</summary>
    public static string Of(JsonValue value)
    {
        var text = value.Span.ToString();
        var lines = (text.Length <= Longest ? text : $"{text[..Longest]}\n…").ReplaceLineEndings("\n").Split('\n');
        var indent = lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length)
            .DefaultIfEmpty().Min();
        return string.Join('\n', lines.Select((line, i) => i == 0 ? line : line[Math.Min(indent, line.Length)..]));
    }
}
