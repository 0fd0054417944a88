using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace NegotiationRules.Extensions.Tests.Support;

/// <summary>Rule files in a store that can be away, and says when something is put into it.</summary>
internal sealed class StoredFiles : IWatchedRuleFiles
{
    private readonly ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal);
    private ConfigurationReloadToken _changed = new();

    public bool IsAway { get; set; }

    /// <summary>The paths that were asked for.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public StoredFiles Put(string path, string text)
    {
        _texts[path] = text;
        Interlocked.Exchange(ref _changed, new ConfigurationReloadToken()).OnReload();
        return this;
    }

    public Stream? Open(string path)
    {
        Asked.Enqueue(path);
        return IsAway ? throw new TimeoutException("The store did not answer.")
            : _texts.TryGetValue(path, out var text) ? new MemoryStream(Encoding.UTF8.GetBytes(text))
            : null;
    }

    public IChangeToken Watch() => Volatile.Read(ref _changed);
}
