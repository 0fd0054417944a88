using System.Collections.Concurrent;
using NegotiationRules.Text;

namespace NegotiationRules.Editing.Knowledge;

/// <summary>Vocabulary files as they last were without errors: while somebody writes one, what is known of its facts stays known. Safe to
/// share between threads.</summary>
internal sealed class LastVocabularies
{
    private readonly ConcurrentDictionary<string, Vocabulary> _last = new(StringComparer.Ordinal);

    /// <summary>The facts of a file, or those that it had before somebody made a mistake in it; <see langword="null"/> if it never was
    /// without errors.</summary>
    /// <param name="path">The file.</param>
    /// <param name="store">Where it is read from.</param>
    public Vocabulary? Load(string path, FileStore store)
    {
        if (Vocabulary.TryLoad(store, path, out var found, out _, ReadingLimits.Default))
        {
            _last[path] = found;
        }

        return _last.GetValueOrDefault(path);
    }
}
