namespace NegotiationRules.Text;

/// <summary>Tells files that are named as ours are from others, which a file that we read may name too.</summary>
/// <remarks>
/// Who writes a rule file may name any file beside it. What is wrong with one of ours is shown with its lines; of any other, such as the
/// settings of the program that reads the rules, not a word of what is in it may reach a report.
/// </remarks>
internal static class OwnFiles
{
    private static readonly string[] Endings =
    [
        ".rules.json", ".vocabulary.json", ".scenario.json", ".tests.json", ".analysis.json", ".distribution.json", ".workflow.json",
        ".schema.json", ".jsonl", ".ndjson",
    ];

    /// <summary>Whether the file is named as ours are.</summary>
    public static bool Are(string path) => Array.Exists(Endings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
