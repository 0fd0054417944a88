using System.Collections.Concurrent;
using System.Text.Json;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Conformance;

/// <summary>A file of <c>tests/conformance</c>: cases that say what conditions and rules mean, for any implementation of the
/// language.</summary>
internal sealed class ConformanceFile
{
    private const string Folder = "tests/conformance";
    private static readonly ConcurrentDictionary<string, ConformanceFile> Read = new(StringComparer.Ordinal);

    private readonly JsonElement _root;

    private ConformanceFile(string name)
    {
        _root = JsonDocument.Parse(File.ReadAllText(Repository.At($"{Folder}/{name}.json"))).RootElement;
        Vocabulary = Vocabulary.Parse(_root.GetProperty("vocabulary").GetRawText(), name);
        Cases = [.. _root.GetProperty("cases").EnumerateArray().Select(c => new ConformanceCase(this, c))];
    }

    public static IReadOnlyList<string> Names { get; } = [.. Directory
        .GetFiles(Repository.At(Folder), "*.json")
        .Select(path => Path.GetFileNameWithoutExtension(path))
        .Order(StringComparer.Ordinal)];

    public Vocabulary Vocabulary { get; }

    public IReadOnlyList<ConformanceCase> Cases { get; }

    public static ConformanceFile Named(string name) => Read.GetOrAdd(name, n => new ConformanceFile(n));

    /// <summary>What all cases of the file share under a key, as JSON; an empty object if they share nothing.</summary>
    public string Shared(string key) => _root.TryGetProperty(key, out var value) ? value.GetRawText() : "{}";
}
