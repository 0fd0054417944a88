namespace NegotiationRules.Extensions.Watching;

/// <summary>Tells that something happened in the folders of some files: to a file, to its name, or to the folder itself.</summary>
/// <remarks>What happened is not told: editors save by writing, by renaming or through links, so whoever is told looks at the contents.
/// A folder that goes away takes its watch with it, so a new watch is made each time.</remarks>
internal sealed class FolderWatch : IDisposable
{
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly Action _changed;

    private FolderWatch(Action changed) => _changed = changed;

    /// <summary>Watches the folders of the paths, of what they link to, and the names of these folders.</summary>
    /// <param name="paths">Files and folders, whether they are there or not.</param>
    /// <param name="changed">Called, on any thread, when something happened.</param>
    /// <exception cref="IOException">The system has no more watches to give.</exception>
    /// <exception cref="ArgumentException">A folder has gone away meanwhile.</exception>
    public static FolderWatch Over(IEnumerable<string> paths, Action changed)
    {
        var watch = new FolderWatch(changed);
        try
        {
            foreach (var folder in paths.SelectMany(FoldersOf).Distinct(StringComparer.Ordinal))
            {
                watch.Add(folder, "*", NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size);
                if (Path.GetDirectoryName(folder) is { } parent)
                {
                    watch.Add(parent, Path.GetFileName(folder), NotifyFilters.DirectoryName);
                }
            }
        }
        catch
        {
            watch.Dispose();
            throw;
        }

        return watch;
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers)
        {
            watcher.Dispose();
        }
    }

    private static IEnumerable<string> FoldersOf(string path)
    {
        var full = Path.GetFullPath(path);
        yield return NearestFolder(full);
        if (File.Exists(full) && File.ResolveLinkTarget(full, returnFinalTarget: true) is { } target)
        {
            yield return NearestFolder(target.FullName);
        }
    }

    // Of what is not there, the folder in which its way would begin.
    private static string NearestFolder(string path)
    {
        var folder = path;
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } above)
        {
            folder = above;
        }

        return folder;
    }

    private void Add(string folder, string filter, NotifyFilters what)
    {
        var watcher = new FileSystemWatcher(folder, filter) { NotifyFilter = what };
        _watchers.Add(watcher);
        watcher.Changed += (_, _) => _changed();
        watcher.Created += (_, _) => _changed();
        watcher.Deleted += (_, _) => _changed();
        watcher.Renamed += (_, _) => _changed();
        watcher.Error += (_, _) => _changed();
        watcher.EnableRaisingEvents = true;
    }
}
