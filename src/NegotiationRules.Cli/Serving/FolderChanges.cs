namespace NegotiationRules.Cli.Serving;

/// <summary>What has changed in a folder since it was looked at last.</summary>
/// <remarks>It is looked at again and again: that tells of every change on every file system.</remarks>
internal sealed class FolderChanges(ServedFolder folder)
{
    private FolderLook _known = folder.Look();

    /// <summary>The changes since the last look, each as JSON that the page reads.</summary>
    public IReadOnlyList<byte[]> Next()
    {
        var (before, now) = (_known, folder.Look());
        _known = now;
        var changed = now.Files.Keys.Where(path => !before.Files.TryGetValue(path, out var stamp) || stamp != now.Files[path])
            .Concat(before.Files.Keys.Where(path => !now.Files.ContainsKey(path)));
        var told = changed.Select(path => FolderJson.OfChange(path, now.Files.ContainsKey(path) ? folder.Read(path) : null)).ToList();
        if (!now.LeftOut.SequenceEqual(before.LeftOut))
        {
            told.Add(FolderJson.OfLeftOut(now.LeftOut));
        }

        return told;
    }
}
