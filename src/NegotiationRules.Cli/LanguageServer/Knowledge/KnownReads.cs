using System.Collections.Concurrent;
using NegotiationRules.Cli.LanguageServer.Texts;
using NegotiationRules.Editing.Knowledge;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.LanguageServer.Knowledge;

/// <summary>What was worked out of files, kept as long as these are as they were.</summary>
/// <remarks>Whatever is worked out tells which files it read, by reading them from <see cref="OpenFiles"/>; so a change in one file has
/// only that worked out anew which rests on it. Safe to share between threads.</remarks>
internal sealed class KnownReads
{
    private readonly ConcurrentDictionary<string, Entry> _known = new(StringComparer.Ordinal);

    /// <summary>Vocabularies as they last were without errors.</summary>
    public LastVocabularies Vocabularies { get; } = new();

    /// <summary>What is known under a name, worked out if it is not known yet, or rests on what has changed.</summary>
    /// <param name="key">The name.</param>
    /// <param name="workspace">Who asks: what it rests on is what that rests on, too.</param>
    /// <param name="make">Works it out; all files that it rests on are read from the workspace it is given.</param>
    public T Of<T>(string key, Workspace workspace, Func<Workspace, T> make)
    {
        if (TryGet<T>(key, workspace, out var value))
        {
            return value!;
        }

        var own = workspace.WithOwnNotes();
        value = make(own);
        var asked = own.Files.Asked;
        workspace.Files.Note(asked);
        _known[key] = new Entry(value, [.. asked.Select(path => (path, StampOf(path, workspace.Documents)))]);
        return value;
    }

    /// <summary>What is known under a name, if it still holds.</summary>
    public bool TryGet<T>(string key, Workspace workspace, out T? value)
    {
        var holds = _known.TryGetValue(key, out var known)
            && Array.TrueForAll(known.Reads, read => read.Stamp.Equals(StampOf(read.Path, workspace.Documents)));
        value = holds ? (T?)known!.Value : default;
        if (holds)
        {
            workspace.Files.Note(known!.Reads.Select(read => read.Path));
        }

        return holds;
    }

    /// <summary>Forgets all: files have come or gone.</summary>
    public void Clear() => _known.Clear();

    // An open text is another object whenever it has changed.
    private static Stamp StampOf(string path, OpenDocuments documents)
    {
        if (documents.FindOpen(path) is { } open)
        {
            return new Stamp(open, default, 0);
        }

        try
        {
            var file = new FileInfo(path);
            return file.Exists ? new Stamp(null, file.LastWriteTimeUtc, file.Length) : new Stamp(null, default, -1);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new Stamp(null, default, -1);
        }
    }

    // What tells whether a file is as it was.
    private readonly record struct Stamp(OpenDocument? Open, DateTime Written, long Length);

    private sealed record Entry(object? Value, (string Path, Stamp Stamp)[] Reads);
}
