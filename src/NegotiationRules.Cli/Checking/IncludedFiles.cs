using System.Text.Json;

namespace NegotiationRules.Cli.Checking;

/// <summary>Tells which rule files are parts of others: a part may make no sense alone and is checked with the file that includes it.</summary>
internal static class IncludedFiles
{
    private static readonly JsonDocumentOptions AsPeopleWrite = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The full paths of all files that one of these rule files includes.</summary>
    public static HashSet<string> Of(IEnumerable<string> ruleFiles)
    {
        var included = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in ruleFiles)
        {
            included.UnionWith(Of(path));
        }

        return included;
    }

    // A file that cannot be read includes nothing; what is wrong with it is for the check to say.
    private static List<string> Of(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path), AsPeopleWrite);
            var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("include", out var include) && include.ValueKind == JsonValueKind.Array
                ? [.. include.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.String).Select(i => Path.GetFullPath(Path.Combine(folder, i.GetString()!)))]
                : [];
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }
}
