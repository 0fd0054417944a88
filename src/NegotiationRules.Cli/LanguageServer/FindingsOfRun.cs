using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.LanguageServer.Answers;
using NegotiationRules.Cli.LanguageServer.Knowledge;
using NegotiationRules.Cli.LanguageServer.Protocol;
using NegotiationRules.Cli.LanguageServer.Texts;
using NegotiationRules.Cli.Output;
using NegotiationRules.Facts;

namespace NegotiationRules.Cli.LanguageServer;

/// <summary>Tells an editor what is wrong: in the texts that are open at once, in the files beside them when nobody has typed for a
/// moment.</summary>
/// <param name="publish">Sends what is wrong in one file.</param>
internal sealed class FindingsOfRun(Func<PublishedDiagnostics, Task> publish)
{
    private const int MostBeside = 300;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private static readonly FileKind[] KindsBeside =
        [FileKind.Rules, FileKind.Tests, FileKind.Scenario, FileKind.Vocabulary, FileKind.Analysis, FileKind.Distribution];

    // What was told last, by full path, and what was found in files that nobody has open.
    private readonly Dictionary<string, (object? Opening, IReadOnlyList<PublishedDiagnostic> All)> _told = new(StringComparer.Ordinal);
    private Dictionary<string, List<Finding>> _beside = new(StringComparer.Ordinal);

    /// <summary>Checks and tells. One run at a time.</summary>
    /// <param name="workspace">The texts of this moment.</param>
    /// <param name="stop">Somebody has typed on.</param>
    public async Task RunAsync(Workspace workspace, CancellationToken stop)
    {
        var open = Group(workspace.Documents.All
            .Where(document => document.Kind is not null)
            .SelectMany(document => workspace.Check(document.Kind!.Value, document.Path, stop)));
        await TellAsync(workspace, open, stop).ConfigureAwait(false);

        await Task.Delay(Pause, stop).ConfigureAwait(false);
        _beside = Group(FoldersOf(workspace.Documents).SelectMany(folder => CheckFolder(workspace, folder, stop)));
        await TellAsync(workspace, open, stop).ConfigureAwait(false);
    }

    private static IEnumerable<Finding> CheckFolder(Workspace workspace, string folder, CancellationToken stop)
    {
        List<(FileKind, string)> files =
        [
            .. from place in new[] { folder, SampleScenarios.FolderBeside(folder) }
               from kind in KindsBeside
               from path in workspace.In(place, kind)
               where workspace.Documents.FindOpen(path) is null
               select (kind, path),
        ];
        return workspace.CheckBeside(folder, [.. files.Take(MostBeside)], stop);
    }

    // Where scenarios lie beside rules, those are the neighbours.
    private static IEnumerable<string> FoldersOf(OpenDocuments documents) => documents.All
        .Where(document => document.Kind is not null)
        .Select(document => Path.GetDirectoryName(document.Path)!)
        .Select(folder => Path.GetFileName(folder) == "scenarios" && Path.GetDirectoryName(folder) is { } above ? above : folder)
        .Distinct(StringComparer.Ordinal);

    private static Dictionary<string, List<Finding>> Group(IEnumerable<Finding> findings) => findings
        .Where(finding => finding.File.Length > 0)
        .DistinctBy(one => (Path.GetFullPath(one.File), one.Line, one.Column, one.Code, one.Message))
        .GroupBy(one => Path.GetFullPath(one.File), StringComparer.Ordinal)
        .ToDictionary(file => file.Key, file => file.ToList(), StringComparer.Ordinal);

    private async Task TellAsync(Workspace workspace, Dictionary<string, List<Finding>> open, CancellationToken stop)
    {
        var paths = open.Keys.Concat(workspace.Documents.All.Select(document => document.Path)).Concat(_beside.Keys).Concat(_told.Keys);
        foreach (var path in paths.Distinct(StringComparer.Ordinal).ToList())
        {
            stop.ThrowIfCancellationRequested();

            // Of an open text only what was found in it as it is now; whoever opens one is told in any case.
            var document = workspace.Documents.FindOpen(path);
            var beside = document is null ? _beside.GetValueOrDefault(path, []) : [];
            IReadOnlyList<PublishedDiagnostic> all =
                [.. open.GetValueOrDefault(path, []).Concat(beside).Select(Findings.Publish).Distinct()];
            var isKnown = _told.TryGetValue(path, out var told) ? told.All.SequenceEqual(all) : all.Count == 0;
            if (!isKnown || (document is not null && document.Opening != told.Opening))
            {
                await publish(new PublishedDiagnostics(workspace.Documents.UriOf(path), all)).ConfigureAwait(false);
            }

            _told[path] = (document?.Opening, all);
            if (all.Count == 0 && document is null)
            {
                _told.Remove(path);
            }
        }
    }
}
