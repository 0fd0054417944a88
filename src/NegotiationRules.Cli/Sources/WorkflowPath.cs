using NegotiationRules.Facts;
using NegotiationRules.Text;
using NegotiationRules.Workflows;

namespace NegotiationRules.Cli.Sources;

/// <summary>Where rules are meant, tells whether a path leads to a workflow file.</summary>
internal static class WorkflowPath
{
    /// <summary>The workflow file: the path itself, or in a folder without rule files the one named like the folder, or the only one;
    /// <see langword="null"/> if there is none.</summary>
    /// <param name="path">A file or a folder.</param>
    /// <param name="choices">Where a folder leaves the choice between several, their names; otherwise empty.</param>
    /// <param name="open">The files as an editor has them; <see langword="null"/> for as they are.</param>
    public static string? Of(string path, out IReadOnlyList<string> choices, OpenFiles? open = null)
    {
        choices = [];
        if (!Directory.Exists(path))
        {
            return (open is null ? WorkflowContent.IsIn(path) : WorkflowContent.IsIn(open, path)) ? path : null;
        }

        var files = FileKinds.In(path, FileKind.Workflow).Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0 || FileKinds.In(path, FileKind.Rules).Length > 0)
        {
            return null;
        }

        var own = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        if (files.Count == 1 || files.Exists(file => FileKinds.NameOf(file) == own))
        {
            return files.Find(file => FileKinds.NameOf(file) == own) ?? files[0];
        }

        choices = [.. files.Select(file => Path.GetFileName(file))];
        return null;
    }
}
