using NegotiationRules.Facts;

namespace NegotiationRules.Cli.Converting;

/// <summary>Makes names of files of the names that workflows and rule sets have, which may be any text.</summary>
internal static class FileNames
{
    private const int Longest = 100;

    /// <summary>Letters, digits, <c>.</c> and <c>_</c> stay; whatever else stands between them becomes one hyphen.</summary>
    public static string Of(string name)
    {
        var words = string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '_' ? c : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var joined = string.Join('-', words.Select(word => word.Trim('.')).Where(word => word.Length > 0));
        return joined.Length == 0 ? "unnamed" : joined.Length > Longest ? joined[..Longest] : joined;
    }

    /// <summary>The same with the ending of a kind of files.</summary>
    public static string Of(string name, FileKind kind) => Of(name) + FileKinds.Endings[kind];

    /// <summary>A name for each, all different to file systems that take no note of letter case.</summary>
    public static IReadOnlyList<string> Distinct(IEnumerable<string> names)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var all = new List<string>();
        foreach (var name in names.Select(Of))
        {
            var free = name;
            for (var number = 2; !taken.Add(free); number++)
            {
                free = $"{name}-{number}";
            }

            all.Add(free);
        }

        return all;
    }
}
