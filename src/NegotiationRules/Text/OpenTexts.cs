using System.Collections.Concurrent;

namespace NegotiationRules.Text;

/// <summary>Texts that stand in the place of files while somebody edits them, and which files were read meanwhile.</summary>
/// <remarks>
/// An editor has texts that are not saved yet, and one file leads to another: rules to what they include and to their vocabulary, tests to
/// rules and scenarios. So they are looked for where any file is read, by whoever reads within <see cref="Use"/>, and in what that starts.
/// </remarks>
/// <param name="texts">The UTF-8 of each text, by the full path of its file.</param>
internal sealed class OpenTexts(IReadOnlyDictionary<string, byte[]> texts)
{
    private static readonly AsyncLocal<OpenTexts?> InUse = new();

    private readonly ConcurrentDictionary<string, byte> _read = new(StringComparer.Ordinal);

    /// <summary>The full paths of the files that were asked for so far, whether or not they are there.</summary>
    public ICollection<string> Read => _read.Keys;

    /// <summary>The text that stands in the place of a file; <see langword="null"/> if nobody edits it.</summary>
    public static byte[]? Find(string path) => InUse.Value?.FindOwn(path);

    /// <summary>Takes note of files that what is worked out here rests on, though they were read before.</summary>
    public static void Note(IEnumerable<string> read)
    {
        foreach (var path in InUse.Value is null ? [] : read)
        {
            InUse.Value!._read.TryAdd(path, 0);
        }
    }

    /// <summary>Reads these texts instead of files until it is disposed of.</summary>
    public IDisposable Use()
    {
        var before = InUse.Value;
        InUse.Value = this;
        return new End(before);
    }

    private byte[]? FindOwn(string path)
    {
        // The one character that no path may have.
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var full = Path.GetFullPath(path);
        _read.TryAdd(full, 0);
        return texts.GetValueOrDefault(full);
    }

    private sealed class End(OpenTexts? before) : IDisposable
    {
        public void Dispose() => InUse.Value = before;
    }
}
