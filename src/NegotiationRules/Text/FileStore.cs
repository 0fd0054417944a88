namespace NegotiationRules.Text;

/// <summary>Where a rule file, and what it names, is read from.</summary>
/// <param name="read">Receives what is read; <see langword="null"/> if nobody asks.</param>
internal abstract class FileStore(FilesRead? read)
{
    public const string NoSuchFile = "there is no such file";
    public const string CannotBeOpened = "it cannot be opened";

    /// <summary>The files of this machine.</summary>
    public static FileStore Disk { get; } = new DiskFiles(null);

    /// <summary>Those that are given, or else the files of this machine.</summary>
    public static FileStore Of(IRuleFiles? files, FilesRead? read) =>
        files is not null ? new GivenFiles(files, read) : read is null ? Disk : new DiskFiles(read);

    /// <summary>The folder that what a file names may not lie outside of, if nobody says which.</summary>
    /// <param name="path">The file, or a folder that holds it; <see langword="null"/> for text that is in no file.</param>
    public abstract string? RootOf(string? path);

    /// <summary>What a path is known by, however it is written; <see langword="null"/> if it leads nowhere.</summary>
    public abstract string? KeyOf(string path);

    /// <summary>Where a path leads that was looked for, if the path alone does not say it; <see langword="null"/> if it does.</summary>
    public virtual string? WholeOf(string path) => null;

    /// <summary>The folder that a file lies in.</summary>
    public abstract string FolderOf(string file);

    /// <summary>The path that a name means which stands in a file of that folder.</summary>
    public abstract string PathOf(string folder, string name);

    /// <summary>Whether a path leads out of a folder.</summary>
    public abstract bool IsOutside(string path, string root);

    /// <summary>The paths of the files in a folder that end so, unsorted; <see langword="null"/> if this is no folder.</summary>
    /// <exception cref="IOException">The folder cannot be looked into.</exception>
    public string[]? FilesIn(string path, string ending)
    {
        var files = List(path, ending);
        if (files is not null)
        {
            read?.AddFolder(path, ending, files);
        }

        return files;
    }

    /// <summary>The bytes of a file, or <see langword="null"/> and why it cannot be read.</summary>
    /// <param name="path">The path.</param>
    /// <param name="limits">How large it may be.</param>
    /// <param name="isNamed">Whether another file names it, so that a pipe is not waited for.</param>
    /// <param name="fault">Why it cannot be read.</param>
    public byte[]? Read(string path, ReadingLimits limits, bool isNamed, out string? fault)
    {
        var bytes = Get(path, limits, isNamed, out fault);
        read?.AddFile(path, bytes);
        return bytes;
    }

    /// <summary>Whether there is a file of that path.</summary>
    public abstract bool Has(string path);

    /// <summary>Whether there is nothing in a file; a pipe or a device, which may never begin or end, has no length either.</summary>
    public abstract bool IsWithoutLength(string path);

    /// <summary>The names of the files in a folder, for whoever misspelt one; none where nobody can tell.</summary>
    public abstract IReadOnlyList<string> NamesIn(string folder);

    /// <summary>Opens a file of any length that another names; <see langword="null"/> and why, if it cannot be.</summary>
    public abstract Stream? Open(string path, out string? fault);

    protected abstract string[]? List(string path, string ending);

    protected abstract byte[]? Get(string path, ReadingLimits limits, bool isNamed, out string? fault);
}
