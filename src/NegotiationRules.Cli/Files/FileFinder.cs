using System.IO.Enumeration;
using NegotiationRules.Cli.Output;
using NegotiationRules.Facts;
using NegotiationRules.Workflows;

namespace NegotiationRules.Cli.Files;

/// <summary>Turns files and folders given on the command line into files.</summary>
/// <param name="kinds">The kinds that are wanted.</param>
/// <param name="exclude">Names of files and folders that are passed over inside folders, with <c>*</c> and <c>?</c>.</param>
internal sealed class FileFinder(IReadOnlyCollection<FileKind> kinds, IReadOnlyCollection<string> exclude)
{
    private readonly List<Finding> _findings = [];

    /// <summary>Paths that lead nowhere.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>The files, in the order of the paths; those of a folder and all folders in it by name. Each once.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="alsoKnown">What else may have been meant by a path that leads nowhere.</param>
    public IReadOnlyList<(FileKind Kind, string Path)> Find(IEnumerable<string> paths, IReadOnlyCollection<string>? alsoKnown = null)
    {
        var files = new List<(FileKind, string)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            files.AddRange(At(path, alsoKnown ?? []).Where(file => seen.Add(Path.GetFullPath(file.Path))));
        }

        return files;
    }

    private List<(FileKind Kind, string Path)> At(string path, IReadOnlyCollection<string> alsoKnown)
    {
        if (Directory.Exists(path))
        {
            var before = _findings.Count;
            var files = In(path).ToList();
            if (files.Count == 0 && _findings.Count == before)
            {
                _findings.Add(ToolDiagnostics.EmptyFolder(path, kinds));
            }

            return files;
        }

        if (File.Exists(path) && KindOf(path) is { } kind && kinds.Contains(kind))
        {
            return [(kind, path)];
        }

        _findings.Add(File.Exists(path) ? ToolDiagnostics.UnknownKind(path, kinds) : ToolDiagnostics.NoSuchPath(path, alsoKnown));
        return [];
    }

    // A workflow file has any name where it comes from.
    private FileKind? KindOf(string path)
    {
        var byName = FileKinds.Of(path);
        return (byName is null or FileKind.Rules) && kinds.Contains(FileKind.Workflow) && WorkflowContent.IsIn(path)
            ? FileKind.Workflow
            : byName;
    }

    private IEnumerable<(FileKind Kind, string Path)> In(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder).Where(IsWanted).Order(StringComparer.Ordinal))
        {
            if (FileKinds.Of(path) is { } kind && kinds.Contains(kind))
            {
                // A pipe that nobody named would be waited for, for ever.
                if (FileKinds.IsWithoutLength(path))
                {
                    _findings.Add(ToolDiagnostics.NothingIn(path));
                }
                else
                {
                    yield return (kind, path);
                }
            }
        }

        // A link could lead back up.
        var inner = new DirectoryInfo(folder)
            .EnumerateDirectories()
            .Where(d => d.LinkTarget is null)
            .Select(d => Path.Combine(folder, d.Name));
        foreach (var file in inner.Where(IsWanted).Order(StringComparer.Ordinal).SelectMany(In))
        {
            yield return file;
        }
    }

    private bool IsWanted(string path)
    {
        var name = Path.GetFileName(path);
        return !name.StartsWith('.') && !exclude.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false));
    }
}
