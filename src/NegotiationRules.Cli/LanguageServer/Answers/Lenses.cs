using NegotiationRules.Cli.LanguageServer.Knowledge;
using NegotiationRules.Cli.LanguageServer.Protocol;
using NegotiationRules.Cli.LanguageServer.Texts;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.LanguageServer.Answers;

/// <summary>Lines above the text that can be clicked: tests to run, with what came of them, and the scenario that is chosen.</summary>
internal static class Lenses
{
    public static IReadOnlyList<CodeLens> Of(Workspace workspace, OpenDocument document) => (document.Kind, document.Tree) switch
    {
        (FileKind.Tests, JsonObject file) => OfTests(workspace, document, file),
        (FileKind.Rules, JsonObject file) => OfRules(workspace, document, file),
        _ => [],
    };

    private static List<CodeLens> OfTests(Workspace workspace, OpenDocument document, JsonObject file)
    {
        var tests = (file.Find("tests")?.Value as JsonArray)?.Items.OfType<JsonObject>() ?? [];
        var lenses = new List<CodeLens> { Run(workspace, document, file.Span.Opening, null) };
        foreach (var test in tests)
        {
            if (test.Find("name")?.Value is JsonText { Value.Length: > 0 } name)
            {
                lenses.Add(Run(workspace, document, name.Span, name.Value));
            }
        }

        return lenses;
    }

    private static CodeLens Run(Workspace workspace, OpenDocument document, Span at, string? test)
    {
        var title = workspace.LastRun(document.Path, test) switch
        {
            null => test is null ? "run all tests" : "run test",
            { Passed: 0, Failed: 0 } => "✗ cannot be run",
            { Failed: 0, Passed: var passed } => test is null ? $"✓ {passed} passed" : "✓ passed",
            var outcome => test is null ? $"✗ {outcome.Failed} of {outcome.Passed + outcome.Failed} failed" : "✗ failed",
        };
        return new CodeLens(
            TextRange.Of(at), new LensCommand(title, ServerCommands.RunTest, test is null ? [document.Uri] : [document.Uri, test]));
    }

    private static CodeLens[] OfRules(Workspace workspace, OpenDocument document, JsonObject file)
    {
        var chosen = workspace.VerdictOn(document.Path);
        if (chosen is null && ScenarioChoice.Beside(document.Path).Count == 0)
        {
            return [];
        }

        var title = chosen switch
        {
            null => "choose a scenario",
            { Verdict: { } verdict } => $"{chosen.Scenario} — {string.Join(", ", verdict.Stages)}",
            _ => $"{chosen.Scenario} — no verdict: {chosen.Fault}",
        };
        return [new CodeLens(TextRange.Of(file.Span.Opening), new LensCommand(title, ServerCommands.ChooseScenario, [document.Uri]))];
    }
}
