using System.Text.Json;
using NegotiationRules.Cli.LanguageServer.Knowledge;
using NegotiationRules.Cli.LanguageServer.Protocol;
using NegotiationRules.Facts;
using StreamJsonRpc;

namespace NegotiationRules.Cli.LanguageServer;

/// <summary>What an editor may have done.</summary>
internal static class SessionCommands
{
    private const int InvalidParams = -32602;
    private const string Nothing = "(none)";

    public static async Task<CommandResult?> RunAsync(LanguageSession session, ExecuteCommandRequest request)
    {
        var workspace = session.Now;
        var uri = TextAt(request, 0) ?? throw Fault($"`{request.Command}` needs the address of a file.");
        var path = FileAddress.PathOf(uri) ?? throw Fault($"`{uri}` is no file.");
        return request.Command switch
        {
            ServerCommands.RunTest => await RunTestsAsync(session, workspace, path, TextAt(request, 1)).ConfigureAwait(false),
            ServerCommands.Scenarios => new CommandResult(Scenarios: ScenariosFor(workspace, path)),
            ServerCommands.ChooseScenario => await ChooseAsync(session, workspace, path, request).ConfigureAwait(false),
            _ => throw Fault($"There is no command `{request.Command}`."),
        };
    }

    private static async Task<CommandResult> RunTestsAsync(LanguageSession session, Workspace workspace, string path, string? test)
    {
        var outcome = await Task.Run(() => workspace.RunTests(path, test)).ConfigureAwait(false);
        var isFine = outcome is { Failed: 0, Passed: > 0 };
        await session.ShowAsync(isFine ? 3 : 1, outcome.Text).ConfigureAwait(false);
        _ = session.RefreshAsync();
        return new CommandResult(Test: outcome);
    }

    private static async Task<CommandResult> ChooseAsync(
        LanguageSession session, Workspace workspace, string path, ExecuteCommandRequest request)
    {
        var rules = RulesOf(workspace, path);
        var scenarios = ScenariosFor(workspace, path);
        var name = TextAt(request, 1)
            ?? await session.AskAsync("Which scenario are verdicts to be shown for?", scenarios.Select(one => one.Name).Append(Nothing))
                .ConfigureAwait(false);
        if (name is null)
        {
            return new CommandResult();
        }

        var chosen = scenarios.FirstOrDefault(one => one.Name == name);
        if (chosen is null && name != Nothing)
        {
            throw Fault($"There is no scenario `{name}` beside {Path.GetFileName(rules)}.");
        }

        session.Choose(rules, chosen is null ? null : FileAddress.PathOf(chosen.Uri));
        return new CommandResult(Chosen: chosen?.Name);
    }

    private static List<NamedScenario> ScenariosFor(Workspace workspace, string path)
    {
        var rules = RulesOf(workspace, path);
        var chosen = workspace.Choice.For(rules);
        return
        [
            .. ScenarioChoice.Beside(rules)
                .Select(one => new NamedScenario(FileKinds.NameOf(one), workspace.Documents.UriOf(one), one == chosen)),
        ];
    }

    // Of a part, the rules that include it; of tests, the rules that they are about.
    private static string RulesOf(Workspace workspace, string path) =>
        workspace.Documents.Find(path) is { } document && Workspace.RulesOf(document) is { } rules ? workspace.WholeOf(rules) : path;

    private static string? TextAt(ExecuteCommandRequest request, int index) =>
        request.Arguments is { } arguments && index < arguments.Count && arguments[index].ValueKind == JsonValueKind.String
            ? arguments[index].GetString()
            : null;

    private static LocalRpcException Fault(string why) => new(why) { ErrorCode = InvalidParams };
}
