namespace NegotiationRules.Cli.ModelContext;

/// <summary>The folder outside of which an assistant reads nothing.</summary>
internal sealed class RootFolder
{
    public RootFolder(string path) => Path = Real(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)));

    /// <summary>Its full path, without links.</summary>
    public string Path { get; }

    /// <summary>The full path of what an assistant names, by its path within the folder.</summary>
    /// <returns><see langword="null"/> if it lies outside, or a link on the way leads outside.</returns>
    public string? Find(string path)
    {
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var full = Real(System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, path)));
        return full == Path || full.StartsWith(Path + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal) ? full : null;
    }

    /// <summary>A text without the folder before the paths in it.</summary>
    public string Shorten(string text) => text
        .Replace(Path + System.IO.Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal)
        .Replace(Path, ".", StringComparison.Ordinal);

    // Each folder on the way may be a link.
    private static string Real(string path)
    {
        if (System.IO.Path.GetDirectoryName(path) is not { } folder)
        {
            return path;
        }

        var here = System.IO.Path.Combine(Real(folder), System.IO.Path.GetFileName(path));
        FileSystemInfo found = Directory.Exists(here) ? new DirectoryInfo(here) : new FileInfo(here);
        return found.LinkTarget is not null && found.ResolveLinkTarget(returnFinalTarget: true) is { } target
            ? Real(target.FullName)
            : here;
    }
}
