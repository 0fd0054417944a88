using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Finds and reads a rule file and all that it includes.</summary>
internal sealed class RuleFileLoader
{
    private const string Extension = ".rules.json";
    private const string CannotBeOpened = "it cannot be opened";
    private readonly List<RuleFileSyntax> _files = [];
    private readonly List<string> _open = [];
    private readonly Dictionary<string, RuleFileSyntax?> _read = new(StringComparer.Ordinal);
    private readonly string? _root;
    private readonly ReadingLimits _limits;
    private readonly DiagnosticBag _bag;
    private readonly LoadingDiagnostics _diagnostics;

    private RuleFileLoader(string? root, ReadingLimits limits, DiagnosticBag bag)
    {
        _root = root;
        _limits = limits;
        _bag = bag;
        _diagnostics = new LoadingDiagnostics(bag);
    }

    /// <summary>The file and what it includes, included files first; empty if the file itself cannot be read.</summary>
    /// <param name="path">A rule file, or a folder that holds one.</param>
    /// <param name="root">The folder that no included file may lie outside of; <see langword="null"/> for that of the file.</param>
    /// <param name="limits">How large each file may be.</param>
    /// <param name="bag">Receives all that is wrong.</param>
    public static IReadOnlyList<RuleFileSyntax> Load(string path, string? root, ReadingLimits limits, DiagnosticBag bag)
    {
        var loader = new RuleFileLoader(root ?? (Directory.Exists(path) ? path : Path.GetDirectoryName(path)), limits, bag);
        if (loader.FindFile(path) is { } file)
        {
            loader.LoadFile(file, default, isFound: Directory.Exists(path));
        }

        return loader._files;
    }

    /// <summary>The same for text that is in no file; it can include files only if there is a root, to which their paths are
    /// relative.</summary>
    public static IReadOnlyList<RuleFileSyntax> Read(SourceText source, string? root, ReadingLimits limits, DiagnosticBag bag)
    {
        var loader = new RuleFileLoader(root, limits, bag);
        loader.ReadFile(source);
        return loader._files;
    }

    /// <summary>The path that a name in a rule file means; <see langword="null"/>, with a diagnostic, if it leaves the root or there is
    /// none.</summary>
    public static string? Locate(RuleFileSyntax file, Name name, string? root, DiagnosticBag bag) =>
        new RuleFileLoader(
            root ?? (file.Source.IsFile ? Path.GetDirectoryName(file.Source.Name) : null),
            ReadingLimits.Default,
            bag
        ).Locate(file.Source, name);

    private string? FindFile(string path)
    {
        if (!Directory.Exists(path))
        {
            return path;
        }

        string[] candidates;
        try
        {
            candidates = Directory.GetFiles(path, $"*{Extension}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _diagnostics.CannotRead(default, path, CannotBeOpened);
            return null;
        }

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

        var key = Path.GetFullPath(path);
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
        var bytes = isNamed || isFound ? Utf8Text.ReadNamedFile(path, _limits, out var fault) : Utf8Text.ReadFile(path, _limits, out fault);
        var text = bytes is null ? null : Utf8Text.Decode(bytes);
        if (text is null)
        {
            _diagnostics.CannotRead(from, path, fault ?? Utf8Text.NotUtf8);
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

    private RuleFileSyntax? ReadFile(SourceText source) =>
        RuleFileReader.Read(source, _limits, _bag) is { } file ? AddIncluded(file) : null;

    private RuleFileSyntax AddIncluded(RuleFileSyntax file)
    {
        var source = file.Source;
        var included = new List<RuleFileSyntax>();
        foreach (var include in file.Includes)
        {
            if (Locate(source, include) is { } path)
            {
                LoadFile(path, include.Span);
                included.AddRange(_read.GetValueOrDefault(Path.GetFullPath(path)) is { } read ? [read] : []);
            }
        }

        file = file with { IncludedFiles = included };
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

        var folder = source.IsFile ? Path.GetDirectoryName(source.Name)! : _root!;
        var path = Path.Combine(folder, name.Text);
        if (Path.IsPathRooted(name.Text) || LeavesRoot(path))
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

        _diagnostics.CannotRead(from, path.Replace('\0', ' '), CannotBeOpened);
        return true;
    }

    private bool LeavesRoot(string path)
    {
        var root =
            Path.GetFullPath(string.IsNullOrEmpty(_root) ? "." : _root).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        var full = Path.GetFullPath(path);
        if (!full.StartsWith(root, StringComparison.Ordinal))
        {
            return true;
        }

        // A link inside the root may lead out of it.
        for (var part = full; part.Length > root.Length; part = Path.GetDirectoryName(part)!)
        {
            FileSystemInfo info = Directory.Exists(part) ? new DirectoryInfo(part) : new FileInfo(part);
            if (
                info.Exists
                && info.LinkTarget is not null
                && info.ResolveLinkTarget(returnFinalTarget: true) is { } target
                && !target.FullName.StartsWith(root, StringComparison.Ordinal)
            )
            {
                return true;
            }
        }

        return false;
    }
}
