using NegotiationRules.Editing.Texts;

namespace NegotiationRules.Page.Opened;

/// <summary>The files that the page shows. They lie in a folder too, so that rules find what they include as they do elsewhere.</summary>
/// <param name="root">The folder; everything in it is ours.</param>
internal sealed class OpenFolder(string root)
{
    // No rules are read from these.
    private static readonly string[] NotRead = [".scenario.json", ".tests.json", ".jsonl"];

    private readonly Dictionary<string, WrittenText> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object?> _known = new(StringComparer.Ordinal);

    /// <summary>Grows whenever rules or vocabularies may be others.</summary>
    public int RulesVersion { get; private set; }

    /// <summary>The paths of all files, with slashes.</summary>
    public IEnumerable<string> Paths => _texts.Keys.Order(StringComparer.Ordinal);

    /// <summary>The text of a file; <see langword="null"/> if there is none.</summary>
    public string? TextOf(string path) => Find(path)?.Source.Text;

    /// <summary>A file as it is being written; <see langword="null"/> if there is none.</summary>
    public WrittenText? Find(string path) => _texts.GetValueOrDefault(path);

    /// <summary>What was worked out of rules and vocabularies, until these change.</summary>
    public T Known<T>(string key, Func<T> make)
    {
        if (!_known.TryGetValue(key, out var value))
        {
            _known[key] = value = make();
        }

        return (T)value!;
    }

    /// <summary>Where a file lies.</summary>
    public string At(string path) => Path.Combine(root, path);

    /// <summary>The path by which the page knows a file.</summary>
    public string PathOf(string at) => Path.GetRelativePath(root, at).Replace('\\', '/');

    /// <summary>A text in which files are called as the page knows them: by their paths in the folder.</summary>
    public string Shown(string text) =>
        text.Replace($"{root}{Path.DirectorySeparatorChar}", string.Empty, StringComparison.Ordinal);

    /// <summary>Writes a file, or takes it away where there is no text.</summary>
    /// <exception cref="ArgumentException">The path leads out of the folder.</exception>
    public void Write(string path, string? text)
    {
        var steps = path.Split('/');
        if (Array.Exists(steps, step => step is "" or "." or ".." || step.Contains('\\', StringComparison.Ordinal)))
        {
            throw new ArgumentException($"`{path}` is no path inside the folder", nameof(path));
        }

        if (TextOf(path) == text)
        {
            return;
        }

        var at = At(path);
        if (text is null)
        {
            _texts.Remove(path);
            File.Delete(at);
        }
        else
        {
            _texts[path] = new WrittenText(at, text);
            Directory.CreateDirectory(Path.GetDirectoryName(at)!);
            File.WriteAllText(at, text);
        }

        if (!Array.Exists(NotRead, ending => path.EndsWith(ending, StringComparison.Ordinal)))
        {
            RulesVersion++;
            _known.Clear();
        }
    }
}
