using NegotiationRules.Workflows;

namespace NegotiationRules.Cli.Checking;

/// <summary>The names of files.</summary>
internal static class FileKinds
{
    public static readonly IReadOnlyDictionary<FileKind, string> Endings = new Dictionary<FileKind, string>
    {
        [FileKind.Rules] = ".rules.json",
        [FileKind.Scenario] = ".scenario.json",
        [FileKind.Tests] = ".tests.json",
        [FileKind.Vocabulary] = ".vocabulary.json",
        [FileKind.Workflow] = WorkflowContent.Ending,
    };

    public static FileKind? Of(string path)
    {
        foreach (var (kind, ending) in Endings)
        {
            if (path.EndsWith(ending, StringComparison.Ordinal))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>The file's name without folder and ending.</summary>
    public static string NameOf(string path)
    {
        var name = Path.GetFileName(path);
        return Of(path) is { } kind ? name[..^Endings[kind].Length] : Path.GetFileNameWithoutExtension(name);
    }
}
