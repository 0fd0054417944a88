namespace NegotiationRules.Cli.Watching;

/// <summary>What tells that a file was saved: when, and how long it is.</summary>
/// <remarks>Asked again and again instead of being told by the system: that works on every disk, in containers and over networks, however
/// an editor saves, and costs nothing for as many files as people write.</remarks>
internal sealed class FileStamps
{
    private readonly Dictionary<string, (DateTime Saved, long Length)> _stamps;

    private FileStamps(Dictionary<string, (DateTime, long)> stamps) => _stamps = stamps;

    /// <summary>Those of now.</summary>
    /// <param name="files">Paths. What is not there has no stamp.</param>
    public static FileStamps Of(IEnumerable<string> files)
    {
        var stamps = new Dictionary<string, (DateTime, long)>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (new FileInfo(file) is { Exists: true } info)
            {
                stamps[file] = (info.LastWriteTimeUtc, info.Length);
            }
        }

        return new FileStamps(stamps);
    }

    /// <summary>The files that were saved, came or went since then, by name.</summary>
    public IReadOnlyList<string> ChangedSince(FileStamps before) =>
    [
        .. _stamps.Keys.Union(before._stamps.Keys)
            .Where(file => !_stamps.TryGetValue(file, out var now) || !before._stamps.TryGetValue(file, out var then) || now != then)
            .Order(StringComparer.Ordinal),
    ];
}
