using System.Text.RegularExpressions;

namespace NegotiationRules.Cli.Watching;

/// <summary>The files that files hang on: what a rule file includes, its vocabulary, the rules and scenarios of tests.</summary>
internal static partial class NamedFiles
{
    // Any text that could be the name of a file is asked whether there is one: right in every kind of file, and also in one that is broken.
    [GeneratedRegex("""
        "(?<name>[^"\\\r\n]{1,400}\.jsonl?)"
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Name();

    /// <summary>The full paths of the files themselves, and of all that they name, and that these name, as far as they are there.</summary>
    public static IReadOnlyCollection<string> With(IEnumerable<string> files)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(files.Select(Path.GetFullPath));
        while (open.TryPop(out var file))
        {
            if (all.Add(file))
            {
                foreach (var named in NamesIn(file))
                {
                    open.Push(named);
                }
            }
        }

        return all;
    }

    private static List<string> NamesIn(string file)
    {
        // Lines of scenarios name nothing, and there may be millions.
        if (!file.EndsWith(".json", StringComparison.Ordinal))
        {
            return [];
        }

        try
        {
            var folder = Path.GetDirectoryName(file)!;
            return
            [
                .. Name().Matches(File.ReadAllText(file))
                    .Select(match => Path.GetFullPath(Path.Combine(folder, match.Groups["name"].Value)))
                    .Where(File.Exists),
            ];
        }
        catch (Exception fault) when (fault
            is IOException or UnauthorizedAccessException or ArgumentException or RegexMatchTimeoutException)
        {
            // Being written, or no text: what is wrong with it is for the check to say.
            return [];
        }
    }
}
