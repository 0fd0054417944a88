using System.Globalization;

namespace NegotiationRules.Cli;

/// <summary>How counts, lists and outcomes are said.</summary>
internal static class Words
{
    /// <summary><c>1 file</c>, <c>2 files</c>, <c>1,000,000 files</c>.</summary>
    public static string Count(long count, string thing) => $"{Number(count)} {thing}{(count == 1 ? string.Empty : "s")}";

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Words in backticks, joined by commas, the last by a conjunction.</summary>
    public static string List(IEnumerable<string> words, string conjunction = "and")
    {
        var quoted = words.Select(word => $"`{OneLine(word)}`").ToList();
        return quoted.Count < 2 ? string.Concat(quoted) : $"{string.Join(", ", quoted.SkipLast(1))} {conjunction} {quoted[^1]}";
    }

    /// <summary><c>talks, agreement and peace</c>.</summary>
    public static string Series(IReadOnlyList<string> words) =>
        OneLine(words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}");

    /// <summary>Lines of at most so many characters, broken between words; a word that is longer has a line of its own.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var line = string.Empty;
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        yield return line;
    }

    /// <summary>Text of any origin on one line of a terminal: it must neither break the line, nor move the cursor, nor turn the direction
    /// of writing.</summary>
    public static string OneLine(string text) =>
        string.Concat(
            text.ReplaceLineEndings(" ")
                .Select(c =>
                    c == '\t' ? ' '
                    : IsStray(c) ? '\uFFFD'
                    : c
                )
        );

    /// <summary>As files and answers write it.</summary>
    public static string Of(StageOutcome outcome) => outcome switch
    {
        StageOutcome.Valid => "valid",
        StageOutcome.Invalid => "invalid",
        _ => "undetermined",
    };

    /// <summary>As files and answers write it: in one word.</summary>
    public static string Of(RuleOutcome outcome) => outcome switch
    {
        RuleOutcome.Satisfied => "satisfied",
        RuleOutcome.Violated => "violated",
        RuleOutcome.Pending => "pending",
        RuleOutcome.NotApplicable => "notApplicable",
        _ => "unknown",
    };

    private static bool IsStray(char c) => char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
