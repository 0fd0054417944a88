using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Finds and reads a rule file and all that it includes.</summary>
internal sealed class RuleFileLoader
{
    private const string Extension = ".rules.json";
    private readonly List<RuleFileSyntax> _files = [];
    private readonly List<string> _open = [];
    private readonly Dictionary<string, RuleFileSyntax?> _read = new(StringComparer.Ordinal);
    private readonly HashSet<string> _cutOff = new(StringComparer.Ordinal);
    private readonly FileStore _store;
    private readonly string? _root;
    private readonly ReadingLimits _limits;
    private readonly DiagnosticBag _bag;
    private readonly LoadingDiagnostics _diagnostics;

    private RuleFileLoader(FileStore store, string? root, ReadingLimits limits, DiagnosticBag bag)
    {
        _store = store;
        _root = root;
        _limits = limits;
        _bag = bag;
        _diagnostics = new LoadingDiagnostics(bag);
    }

    /// <summary>The file and what it includes, included files first; empty if the file itself cannot be read.</summary>
    /// <param name="store">Where they are read from.</param>
    /// <param name="path">A rule file, or a folder that holds one.</param>
    /// <param name="root">The folder that no included file may lie outside of; <see langword="null"/> for that of the file.</param>
    /// <param name="limits">How large each file may be.</param>
    /// <param name="bag">Receives all that is wrong.</param>
    public static IReadOnlyList<RuleFileSyntax> Load(FileStore store, string path, string? root, ReadingLimits limits, DiagnosticBag bag)
    {
        var loader = new RuleFileLoader(store, root ?? store.RootOf(path), limits, bag);
        if (loader.FindFile(path, out var isFound) is { } file)
        {
            loader.LoadFile(file, default, isFound);
        }

        return loader._files;
    }

    /// <summary>The same for text that is in no file; it can include files only if there is a root, to which their paths are
    /// relative.</summary>
    public static IReadOnlyList<RuleFileSyntax> Read(
        FileStore store, SourceText source, string? root, ReadingLimits limits, DiagnosticBag bag)
    {
        var loader = new RuleFileLoader(store, root ?? store.RootOf(null), limits, bag);
        loader.ReadFile(source);
        return loader._files;
    }

    /// <summary>The path that a name in a rule file means; <see langword="null"/>, with a diagnostic, if it leaves the root or there is
    /// none.</summary>
    public static string? Locate(FileStore store, RuleFileSyntax file, Name name, string? root, DiagnosticBag bag) =>
        new RuleFileLoader(store, root ?? store.RootOf(file.Source.IsFile ? file.Source.Name : null), ReadingLimits.Default, bag)
            .Locate(file.Source, name);

    private string? FindFile(string path, out bool isFound)
    {
        isFound = false;
        string[]? candidates;
        try
        {
            candidates = _store.FilesIn(path, Extension);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _diagnostics.CannotRead(default, path, FileStore.CannotBeOpened, _store.WholeOf(path));
            return null;
        }

        if (candidates is null)
        {
            return path;
        }

        isFound = true;
        var own = Path.Combine(path, Path.GetFileName(Path.GetFullPath(path).TrimEnd(Path.DirectorySeparatorChar)) + Extension);
        if (candidates.Length == 1 || candidates.Contains(own))
        {
            return candidates.Contains(own) ? own : candidates[0];
        }

        _diagnostics.NoSingleRuleFile(path, [.. candidates.Select(c => Path.GetFileName(c)).Order(StringComparer.Ordinal)]);
        return null;
    }

    // A pipe that only lies in the folder is not waited for, nor is one that a file names.
    private void LoadFile(string path, Span from, bool isFound = false)
    {
        if (IsNoPath(path, from))
        {
            return;
        }

        if (_store.KeyOf(path) is not { } key)
        {
            _diagnostics.CannotRead(from, path, FileStore.NoSuchFile);
            return;
        }

        if (_open.Contains(key))
        {
            _diagnostics.IncludeCycle(from, [.. _open.SkipWhile(p => p != key).Append(key).Select(p => Path.GetFileName(p))]);
            return;
        }

        // What two files both include is there once.
        if (!_read.TryAdd(key, null))
        {
            return;
        }

        var isNamed = from.Source is not null;
        var bytes = _store.Read(path, _limits, isNamed || isFound, out var fault);
        var text = bytes is null ? null : Utf8Text.Decode(bytes);
        if (text is null)
        {
            _diagnostics.CannotRead(from, path, fault ?? Utf8Text.NotUtf8, _store.WholeOf(path));
            return;
        }

        _open.Add(key);
        var source = new SourceText(path, text) { IsFile = true };
        _read[key] = isNamed && !OwnFiles.Are(path) ? ReadForeignFile(source, from) : ReadFile(source);
        _open.RemoveAt(_open.Count - 1);
    }

    // What is wrong with a file that is not named like one of ours is not shown: it may be anything that lies there.
    private RuleFileSyntax? ReadForeignFile(SourceText source, Span from)
    {
        var own = new DiagnosticBag();
        if (RuleFileReader.Read(source, _limits, own) is { } file && !own.HasErrors)
        {
            return AddIncluded(file);
        }

        _diagnostics.NotShown(from, source.Name, "rule file", Extension);
        return null;
    }

    private RuleFileSyntax? ReadFile(SourceText source)
    {
        var found = _bag.Count;
        if (RuleFileReader.Read(source, _limits, _bag) is not { } file)
        {
            return null;
        }

        if (_open is [.., var key] && _bag.All.Skip(found).Any(diagnostic => diagnostic.Code == ReadingDiagnostics.CutOff))
        {
            _cutOff.Add(key);
        }

        return AddIncluded(file);
    }

    private RuleFileSyntax AddIncluded(RuleFileSyntax file)
    {
        var source = file.Source;
        var included = new List<RuleFileSyntax>();
        var lacks = false;
        foreach (var include in file.Includes)
        {
            // What lies on the way here is read, and its names are known, although that is a mistake.
            var path = Locate(source, include);
            var key = path is null ? null : _store.KeyOf(path);
            var isOpen = key is not null && _open.Contains(key);
            if (path is not null)
            {
                LoadFile(path, include.Span);
            }

            if (key is not null && _read.GetValueOrDefault(key) is { } read)
            {
                included.Add(read);
                lacks |= read.LacksIncluded || _cutOff.Contains(key);
            }
            else
            {
                lacks |= !isOpen;
            }
        }

        file = file with { IncludedFiles = included, LacksIncluded = lacks };
        _files.Add(file);
        return file;
    }

    private string? Locate(SourceText source, Name name)
    {
        if (!source.IsFile && _root is null)
        {
            _diagnostics.NoRoot(name);
            return null;
        }

        if (IsNoPath(name.Text, name.Span))
        {
            return null;
        }

        var folder = source.IsFile ? _store.FolderOf(source.Name) : _root!;
        var path = _store.PathOf(folder, name.Text);
        if (Path.IsPathRooted(name.Text) || _store.IsOutside(path, _root ?? string.Empty))
        {
            _diagnostics.LeavesRoot(name, string.IsNullOrEmpty(_root) ? "." : _root);
            return null;
        }

        return path;
    }

    // The one character that no file system takes; to whoever looks for such a path it is a fault of the program.
    private bool IsNoPath(string path, Span from)
    {
        if (!path.Contains('\0', StringComparison.Ordinal))
        {
            return false;
        }

        _diagnostics.CannotRead(from, path.Replace('\0', ' '), FileStore.CannotBeOpened);
        return true;
    }
}
