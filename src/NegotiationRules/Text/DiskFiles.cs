using System.Security;

namespace NegotiationRules.Text;

/// <summary>The files of this machine.</summary>
internal class DiskFiles(FilesRead? read) : FileStore(read)
{
    public override string? RootOf(string? path) => path is null || Directory.Exists(path) ? path : Path.GetDirectoryName(path);

    public override string? KeyOf(string path) => Path.GetFullPath(path);

    public override string? WholeOf(string path) =>
        path.Contains('\0', StringComparison.Ordinal) || Path.IsPathFullyQualified(path) ? null : Path.GetFullPath(path);

    public override string FolderOf(string file) => Path.GetDirectoryName(file) ?? string.Empty;

    public override string PathOf(string folder, string name) => Path.Combine(folder, name);

    public override bool IsOutside(string path, string root)
    {
        var folder = Path.GetFullPath(root.Length == 0 ? "." : root).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        var full = Path.GetFullPath(path);
        if (!full.StartsWith(folder, StringComparison.Ordinal))
        {
            return true;
        }

        // A link inside the root may lead out of it.
        for (var part = full; part.Length > folder.Length; part = Path.GetDirectoryName(part)!)
        {
            FileSystemInfo info = Directory.Exists(part) ? new DirectoryInfo(part) : new FileInfo(part);
            if (
                info.Exists
                && info.LinkTarget is not null
                && info.ResolveLinkTarget(returnFinalTarget: true) is { } target
                && !target.FullName.StartsWith(folder, StringComparison.Ordinal)
            )
            {
                return true;
            }
        }

        return false;
    }

    public override bool Has(string path) => File.Exists(path);

    public override bool IsWithoutLength(string path) => Utf8Text.IsWithoutLength(path);

    public override IReadOnlyList<string> NamesIn(string folder)
    {
        var inside = new EnumerationOptions { IgnoreInaccessible = true };
        folder = folder.Length == 0 ? "." : folder;
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*", inside).Select(file => Path.GetFileName(file))] : [];
    }

    public override Stream? Open(string path, out string? fault)
    {
        fault = null;
        try
        {
            return IsWithoutLength(path) ? Stream.Null : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
        {
            fault = Has(path) ? CannotBeOpened : NoSuchFile;
            return null;
        }
    }

    protected override string[]? List(string path, string ending) =>
        Directory.Exists(path) ? Directory.GetFiles(path, $"*{ending}") : null;

    protected override byte[]? Get(string path, ReadingLimits limits, bool isNamed, out string? fault) =>
        isNamed ? Utf8Text.ReadNamedFile(path, limits, out fault) : Utf8Text.ReadFile(path, limits, out fault);
}
