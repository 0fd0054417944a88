namespace NegotiationRules.Text;

/// <summary>Files that whoever loads the rules keeps elsewhere.</summary>
internal sealed class GivenFiles(IRuleFiles files, FilesRead? read) : FileStore(read)
{
    // All of them are there to be named: who gives them says what there is.
    public override string RootOf(string? path) => string.Empty;

    public override string? KeyOf(string path)
    {
        var steps = new List<string>();
        foreach (var step in path.Split('/'))
        {
            if (step is "" or ".")
            {
                continue;
            }

            if (step != "..")
            {
                steps.Add(step);
            }
            else if (steps.Count == 0)
            {
                return null;
            }
            else
            {
                steps.RemoveAt(steps.Count - 1);
            }
        }

        return string.Join('/', steps);
    }

    public override string FolderOf(string file) => file.LastIndexOf('/') is > 0 and var end ? file[..end] : string.Empty;

    // As a key where it has one, so that reports name files as the one who gives them does.
    public override string PathOf(string folder, string name)
    {
        var path = folder.Length == 0 ? name : $"{folder}/{name}";
        return KeyOf(path) ?? path;
    }

    public override bool IsOutside(string path, string root) =>
        KeyOf(path) is not { } key || KeyOf(root) is not { } folder
        || (folder.Length > 0 && !key.StartsWith(folder + "/", StringComparison.Ordinal));

    // What is there and cannot be opened is there.
    public override bool Has(string path)
    {
        using var stream = Open(path, out var fault);
        return fault != NoSuchFile;
    }

    // Whoever gives a stream says that it has an end.
    public override bool IsWithoutLength(string path) => false;

    public override IReadOnlyList<string> NamesIn(string folder) => [];

    public override Stream? Open(string path, out string? fault)
    {
        try
        {
            var stream = KeyOf(path) is { Length: > 0 } key ? files.Open(key) : null;
            fault = stream is null ? NoSuchFile : null;
            return stream;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            fault = CannotBeOpened;
            return null;
        }
    }

    protected override string[]? List(string path, string ending) => null;

    protected override byte[]? Get(string path, ReadingLimits limits, bool isNamed, out string? fault)
    {
        using var stream = Open(path, out fault);
        try
        {
            var bytes = stream is null ? null : Utf8Text.ReadToEnd(stream, limits);
            fault ??= bytes is null ? Utf8Text.TooLong : null;
            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            fault = CannotBeOpened;
            return null;
        }
    }
}
