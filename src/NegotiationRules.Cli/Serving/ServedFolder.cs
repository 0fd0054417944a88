using System.Text;
using NegotiationRules.Cli.Files;

namespace NegotiationRules.Cli.Serving;

/// <summary>The folder that a page opens and saves: the files in it that are named as ours are, and nothing else.</summary>
/// <param name="root">Its full path.</param>
internal sealed class ServedFolder(string root)
{
    private const int MostFiles = 2_000;
    private const long LongestFile = 8_000_000;

    private static readonly string[] Lines = [".jsonl", ".ndjson"];

    // What is hidden is not shown, and no link leads out.
    private static readonly EnumerationOptions Inside = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    /// <summary>Its name, for the title of the page.</summary>
    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(root));

    /// <summary>The files by their paths with slashes, each with what changes when it is written.</summary>
    public IReadOnlyDictionary<string, (DateTime Written, long Length)> Look() => new DirectoryInfo(root).EnumerateFiles("*", Inside)
        .Where(file => IsOurs(file.Name) && file.Length <= LongestFile)
        .Take(MostFiles)
        .Select(file => (Path: PathOf(file.FullName), file.LastWriteTimeUtc, file.Length))
        .Where(file => !file.Path.Split('/').Any(step => step.StartsWith('.')))
        .ToDictionary(file => file.Path, file => (file.LastWriteTimeUtc, file.Length), StringComparer.Ordinal);

    /// <summary>The text of a file, its lines ended as the page has them; <see langword="null"/> if it is gone meanwhile.</summary>
    public string? Read(string path)
    {
        try
        {
            return File.ReadAllText(Path.Combine(root, path)).Replace("\r\n", "\n", StringComparison.Ordinal);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Where a file of the page lies; <see langword="null"/> if that is no place for one.</summary>
    public string? Locate(string path)
    {
        var steps = path.Split('/');
        if (!IsOurs(steps[^1]) || steps.Any(step => step.Length == 0 || step[0] == '.' || step.AsSpan().IndexOfAny("\\:\0") >= 0))
        {
            return null;
        }

        var at = root;
        foreach (var step in steps)
        {
            at = Path.Combine(at, step);
            if (new FileInfo(at).LinkTarget is not null)
            {
                return null;
            }
        }

        return at;
    }

    /// <summary>Writes a file, whole or not at all, its lines ended as they were.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public static void Save(string at, string text)
    {
        var isWindows = File.Exists(at) && File.ReadAllText(at).Contains("\r\n", StringComparison.Ordinal);
        var written = isWindows ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text;
        Directory.CreateDirectory(Path.GetDirectoryName(at)!);
        var beside = Path.Combine(Path.GetDirectoryName(at)!, $".{Path.GetFileName(at)}.{Environment.ProcessId}.saving");
        File.WriteAllText(beside, written, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(beside, at, overwrite: true);
    }

    private static bool IsOurs(string name) =>
        FileKinds.Of(name) is not null || Array.Exists(Lines, ending => name.EndsWith(ending, StringComparison.Ordinal));

    private string PathOf(string full) => Path.GetRelativePath(root, full).Replace('\\', '/');
}
