using System.Text;
using System.Text.RegularExpressions;

namespace NegotiationRules.Generation.Support;

/// <summary>What generated code needs beside the rules, written into it: it has to run where this library is not. Only what it calls is
/// written.</summary>
internal static partial class SupportParts
{
    private const string Gives = "// gives: ";

    private static readonly string[] InOrder =
    [
        "Truth", "Tally", "Texts", "Numbers", "Days", "DaysAlone", "Instants", "Calendar", "Moments", "Range", "DayRanges", "Sum", "Least",
        "Greatest", "Share", "Order",
    ];

    private static readonly Lazy<(string Name, string[] Gives, string Text)[]> All = new(() => [.. InOrder.Select(Read)]);

    /// <summary>The names of all members that there may be.</summary>
    public static IEnumerable<string> Names => All.Value.SelectMany(part => part.Gives).Distinct();

    /// <summary>The members that code uses, each with those that it uses itself.</summary>
    public static string For(string code, bool isStandalone)
    {
        var parts = All.Value.Where(part => part.Name != (isStandalone ? "Days" : "DaysAlone")).ToList();
        var open = new Queue<string>([code]);
        var needed = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryDequeue(out var text))
        {
            var words = Word().Matches(text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
            foreach (var part in parts.Where(part => part.Gives.Any(words.Contains) && needed.Add(part.Name)))
            {
                open.Enqueue(part.Text);
            }
        }

        var written = new StringBuilder();
        foreach (var part in parts.Where(part => needed.Contains(part.Name)))
        {
            written.Append('\n');
            foreach (var line in part.Text.TrimEnd().Split('\n'))
            {
                written.Append(line.Length == 0 ? string.Empty : "        ").Append(line).Append('\n');
            }
        }

        return written.ToString();
    }

    private static (string Name, string[] Gives, string Text) Read(string name)
    {
        using var stream = typeof(SupportParts).Assembly.GetManifestResourceStream($"support/{name}")!;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return (name, text[Gives.Length..end].Split(' '), text[(end + 1)..]);
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
