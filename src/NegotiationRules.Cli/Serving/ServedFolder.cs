using System.Collections.Concurrent;
using System.Text;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Serving;

/// <summary>The folder that a page opens and saves: the files in it that are named as ours are, and nothing else.</summary>
/// <remarks>What begins with a dot or is hidden otherwise is not looked at. Whatever else is named as our files are is opened, or it is
/// said why not. Safe to share between threads.</remarks>
/// <param name="root">Its full path.</param>
internal sealed class ServedFolder(string root)
{
    private const int MostFiles = 2_000;
    private const long LongestFile = 8_000_000;

    private const string TooLong = "longer than 8 MB, the most that the page opens of one file";
    private const string Link = "links are not followed, so that nothing outside of the folder is opened or saved";
    private const string NoFolder = "it cannot be looked into";

    private static readonly string TooMany =
        $"the page opens {Numbers.Of(MostFiles)} files, the first by their paths; serve a folder in this one to open others";

    private static readonly string[] Lines = [".jsonl", ".ndjson"];

    // Whether a file was found to be text, as long as it is as it was: each is read once for that.
    private readonly ConcurrentDictionary<string, ((DateTime Written, long Length) Stamp, string? Fault)> _seen = [];

    /// <summary>Its name, for the title of the page.</summary>
    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(root));

    /// <summary>Which files there are, and which are left out.</summary>
    public FolderLook Look()
    {
        var found = new List<FileInfo>();
        var leftOut = new List<LeftOutFile>();
        Walk(new DirectoryInfo(root), found, leftOut);
        var files = new Dictionary<string, (DateTime Written, long Length)>(StringComparer.Ordinal);
        foreach (var (path, file) in found.Select(file => (Path: PathOf(file), file)).OrderBy(one => one.Path, StringComparer.Ordinal))
        {
            var stamp = default((DateTime, long));
            if ((files.Count == MostFiles ? TooMany : FaultOf(path, file, out stamp)) is { } why)
            {
                leftOut.Add(new LeftOutFile(path, why));
            }
            else
            {
                files.Add(path, stamp);
            }
        }

        return new FolderLook(files, [.. leftOut.OrderBy(one => one.Path, StringComparer.Ordinal)]);
    }

    /// <summary>The text of a file, its lines ended as the page has them; <see langword="null"/> if it is gone meanwhile.</summary>
    public string? Read(string path) => Read(path, out _)?.Replace("\r\n", "\n", StringComparison.Ordinal);

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

    // What is hidden is not shown, and no link leads out.
    private void Walk(DirectoryInfo folder, List<FileInfo> found, List<LeftOutFile> leftOut)
    {
        List<FileSystemInfo> inside;
        try
        {
            inside = [.. folder.EnumerateFileSystemInfos("*", new EnumerationOptions { IgnoreInaccessible = false })];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            leftOut.Add(new LeftOutFile($"{PathOf(folder)}/", NoFolder));
            return;
        }

        foreach (var one in inside.Where(one => one.Name[0] != '.' && (one is DirectoryInfo || IsOurs(one.Name))))
        {
            if (one.Attributes.HasFlag(FileAttributes.ReparsePoint))
            {
                leftOut.Add(new LeftOutFile(one is DirectoryInfo ? $"{PathOf(one)}/" : PathOf(one), Link));
            }
            else if (one is DirectoryInfo below)
            {
                Walk(below, found, leftOut);
            }
            else
            {
                found.Add((FileInfo)one);
            }
        }
    }

    private string? FaultOf(string path, FileInfo file, out (DateTime Written, long Length) stamp)
    {
        stamp = default;
        try
        {
            stamp = (file.LastWriteTimeUtc, file.Length);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return FileStore.NoSuchFile;
        }

        if (stamp.Length > LongestFile)
        {
            return TooLong;
        }

        if (_seen.TryGetValue(path, out var seen) && seen.Stamp == stamp)
        {
            return seen.Fault;
        }

        // What somebody else has open now may be free in a moment.
        if (Read(path, out var why) is not null || why == Utf8Text.NotUtf8)
        {
            _seen[path] = (stamp, why);
        }

        return why;
    }

    // As rules are read, so that nothing is opened that would be saved as something else. A pipe has no length and is not waited for.
    private string? Read(string path, out string? why)
    {
        var bytes = Utf8Text.ReadNamedFile(Path.Combine(root, path), ReadingLimits.Default, out why);
        var text = bytes is null ? null : Utf8Text.Decode(bytes);
        why ??= text is null ? Utf8Text.NotUtf8 : null;
        return text?.TrimStart('\uFEFF');
    }

    private string PathOf(FileSystemInfo one) => Path.GetRelativePath(root, one.FullName).Replace('\\', '/');
}
