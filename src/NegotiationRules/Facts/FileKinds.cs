namespace NegotiationRules.Facts;

/// <summary>The names of files.</summary>
internal static class FileKinds
{
    public static readonly IReadOnlyDictionary<FileKind, string> Endings = new Dictionary<FileKind, string>
    {
        [FileKind.Rules] = ".rules.json",
        [FileKind.Scenario] = ".scenario.json",
        [FileKind.Tests] = ".tests.json",
        [FileKind.Vocabulary] = ".vocabulary.json",
        [FileKind.Workflow] = ".workflow.json",
        [FileKind.Analysis] = ".analysis.json",
        [FileKind.Distribution] = ".distribution.json",
    };

    public static FileKind? Of(string path)
    {
        foreach (var (kind, ending) in Endings)
        {
            if (path.EndsWith(ending, StringComparison.Ordinal))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>The files of a kind in a folder, but for those in which there is nothing.</summary>
    public static string[] In(string folder, FileKind kind) =>
        [.. Directory.GetFiles(folder, "*" + Endings[kind]).Where(file => !IsWithoutLength(file))];

    /// <summary>Whether there is nothing in a file; a pipe or a device has no length either.</summary>
    public static bool IsWithoutLength(string path) =>
        new FileInfo(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path) is { Exists: true, Length: 0 };

    /// <summary>The file's name without folder and ending.</summary>
    public static string NameOf(string path)
    {
        var name = Path.GetFileName(path);
        return Of(path) is { } kind ? name[..^Endings[kind].Length] : Path.GetFileNameWithoutExtension(name);
    }
}
