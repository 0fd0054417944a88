using NegotiationRules.Cli.LanguageServer.Knowledge;
using NegotiationRules.Cli.LanguageServer.Protocol;
using NegotiationRules.Cli.LanguageServer.Texts;
using NegotiationRules.Cli.Output;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.LanguageServer.Answers;

/// <summary>What is wrong, and how it can be mended, for an editor.</summary>
internal static class Findings
{
    private const int LongestTitle = 80;

    public static PublishedDiagnostic Publish(Finding finding) => new(
        TextRange.Of(finding.Span), finding.Severity == DiagnosticSeverity.Error ? 1 : 2, finding.Code, "negotiate",
        finding.MessageAndHelp);

    /// <summary>Every cure of what is wrong in a stretch of a file.</summary>
    public static IReadOnlyList<CodeAction> ActionsFor(
        Workspace workspace, OpenDocument document, TextRange range, CancellationToken stop)
    {
        if (document.Kind is not { } kind)
        {
            return [];
        }

        var (start, end) = (range.Start.In(document.Source), range.End.In(document.Source));
        return
        [
            .. from finding in workspace.Check(kind, document.Path, stop)
               where finding.File.Length > 0 && Path.GetFullPath(finding.File) == document.Path
                   && finding.Span.Start <= end && start <= finding.Span.End
               from cure in finding.Cures
               select new CodeAction(
                   TitleOf(finding, cure), "quickfix", [Publish(finding)], IsPreferred: finding.Cures.Count == 1, EditOf(workspace, cure)),
        ];
    }

    // Where there is one way and the help says what to do, it is that; else what is written, for a question is nothing to choose.
    private static string TitleOf(Finding finding, Cure cure)
    {
        if (finding.Cures.Count == 1 && finding.Help is { Length: > 0 } help && !help.Contains('?', StringComparison.Ordinal))
        {
            return Shorten($"{char.ToUpperInvariant(help[0])}{help[1..]}");
        }

        var text = OneLine.Of(string.Join(" … ", cure.Edits.Select(edit => edit.Text.Trim()).Where(one => one.Length > 0)));
        return text.Length == 0 ? $"Take out {Quoted(OneLine.Of(cure.Edits[0].Span.ToString().Trim()))}"
            : cure.Edits.All(edit => edit.Span.Length == 0) ? $"Add {Quoted(text)}"
            : $"Change to {Quoted(text)}";
    }

    // A name without its quotation marks.
    private static string Quoted(string text) =>
        $"`{Shorten(text is ['"', .. var name, '"'] && !name.Contains('"', StringComparison.Ordinal) ? name : text)}`";

    private static string Shorten(string text) => text.Length <= LongestTitle ? text : $"{text[..LongestTitle]}…";

    private static WorkspaceEdit EditOf(Workspace workspace, Cure cure) => new(cure.Edits
        .Where(edit => edit.Span.Source is not null)
        .GroupBy(edit => workspace.Documents.UriOf(edit.Span.Source!.Name))
        .ToDictionary(
            file => file.Key,
            file => (IReadOnlyList<WrittenEdit>)[.. file.Select(edit => new WrittenEdit(TextRange.Of(edit.Span), edit.Text))]));
}
