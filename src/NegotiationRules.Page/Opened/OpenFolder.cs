namespace NegotiationRules.Page.Opened;

/// <summary>The files that the page shows. They lie in a folder too, so that rules find what they include as they do elsewhere.</summary>
/// <param name="root">The folder; everything in it is ours.</param>
internal sealed class OpenFolder(string root)
{
    // No rules are read from these.
    private static readonly string[] NotRead = [".scenario.json", ".tests.json", ".jsonl"];

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>Grows whenever rules or vocabularies may be others.</summary>
    public int RulesVersion { get; private set; }

    /// <summary>The paths of all files, with slashes.</summary>
    public IEnumerable<string> Paths => _texts.Keys.Order(StringComparer.Ordinal);

    /// <summary>The text of a file; <see langword="null"/> if there is none.</summary>
    public string? TextOf(string path) => _texts.GetValueOrDefault(path);

    /// <summary>Where a file lies.</summary>
    public string At(string path) => Path.Combine(root, path);

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

        if (_texts.GetValueOrDefault(path) == text)
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
            _texts[path] = text;
            Directory.CreateDirectory(Path.GetDirectoryName(at)!);
            File.WriteAllText(at, text);
        }

        RulesVersion += Array.Exists(NotRead, ending => path.EndsWith(ending, StringComparison.Ordinal)) ? 0 : 1;
    }
}
