using System.Collections.Concurrent;

namespace NegotiationRules.Text;

/// <summary>The files of this machine, with the texts of an editor that are not saved yet in the place of theirs; and which of them were
/// asked for.</summary>
/// <remarks>One file leads to another: rules to what they include and to their vocabulary, tests to rules and scenarios. Whoever reads them
/// from here reads all of them as they are being written. Safe to share between threads.</remarks>
/// <param name="texts">The UTF-8 of each text, by the full path of its file.</param>
internal sealed class OpenFiles(Func<string, byte[]?> texts) : DiskFiles(null)
{
    private readonly ConcurrentDictionary<string, byte> _asked = new(StringComparer.Ordinal);

    /// <summary>The full paths of the files that were asked for so far, whether or not they are there.</summary>
    public ICollection<string> Asked => _asked.Keys;

    /// <summary>Takes note of files that what is worked out of these rests on, though they were read before.</summary>
    /// <param name="paths">Their full paths.</param>
    public void Note(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            _asked.TryAdd(path, 0);
        }
    }

    public override bool Has(string path) => Find(path) is not null || base.Has(path);

    public override Stream? Open(string path, out string? fault)
    {
        fault = null;
        return Find(path) is { } text ? new MemoryStream(text, writable: false) : base.Open(path, out fault);
    }

    protected override byte[]? Get(string path, ReadingLimits limits, bool isNamed, out string? fault)
    {
        fault = null;
        return Find(path) ?? base.Get(path, limits, isNamed, out fault);
    }

    private byte[]? Find(string path)
    {
        // The one character that no path may have.
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var full = Path.GetFullPath(path);
        _asked.TryAdd(full, 0);
        return texts(full);
    }
}
