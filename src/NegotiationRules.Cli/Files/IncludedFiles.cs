using System.Text.Json;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Files;

/// <summary>Tells which rule files are parts of others: a part may make no sense alone and is checked with the file that includes
/// it.</summary>
internal static class IncludedFiles
{
    private static readonly JsonDocumentOptions AsPeopleWrite = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>The full paths of those of these rule files that are checked with another of them.</summary>
    /// <remarks>Of files that include each other in a circle, the first is checked, and with it the others: a circle that nobody enters
    /// would not be seen.</remarks>
    /// <param name="ruleFiles">Their paths.</param>
    /// <param name="store">Where they are read from; <see langword="null"/> for the files of this machine.</param>
    public static HashSet<string> Of(IEnumerable<string> ruleFiles, FileStore? store = null)
    {
        var includes = ruleFiles
            .Select(Path.GetFullPath)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(path => path, path => IncludesOf(path, store ?? FileStore.Disk), StringComparer.Ordinal);
        var included = includes.SelectMany(file => file.Value.Where(other => other != file.Key)).ToHashSet(StringComparer.Ordinal);
        var parts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in includes.Keys.OrderBy(included.Contains))
        {
            if (!parts.Contains(file))
            {
                AddPartsOf(file);
                parts.Remove(file);
            }
        }

        return parts;

        void AddPartsOf(string whole)
        {
            var open = new Stack<string>([whole]);
            while (open.TryPop(out var file))
            {
                foreach (var part in includes.GetValueOrDefault(file, []).Where(parts.Add))
                {
                    open.Push(part);
                }
            }
        }
    }

    // A file that cannot be read includes nothing; what is wrong with it is for the check to say. What has no length may be a pipe, which
    // is read once.
    private static List<string> IncludesOf(string path, FileStore store)
    {
        try
        {
            if (store.Read(path, ReadingLimits.Default, isNamed: true, out _) is not { Length: > 0 } bytes)
            {
                return [];
            }

            using var json = JsonDocument.Parse(bytes, AsPeopleWrite);
            var folder = Path.GetDirectoryName(path)!;
            return
                json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("include", out var include)
                && include.ValueKind == JsonValueKind.Array
                ?
                [
                    .. include
                        .EnumerateArray()
                        .Where(i => i.ValueKind == JsonValueKind.String)
                        .Select(i => Path.GetFullPath(Path.Combine(folder, i.GetString()!))),
                ]
                : [];
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }
}
