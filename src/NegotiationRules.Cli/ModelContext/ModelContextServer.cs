using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using NegotiationRules.Cli.Output;

namespace NegotiationRules.Cli.ModelContext;

/// <summary>Answers an assistant by the Model Context Protocol, until its input ends.</summary>
internal static class ModelContextServer
{
    private const string Instructions =
        "Rules about the preconditions of a negotiation, and verdicts on scenarios. Never work a verdict out yourself: ask `evaluate`, "
        + "and `explain` for its reasons. A fact that a scenario does not state is unknown, which is not false. What would change a "
        + "verdict, ask `advise`. Before writing rules, read negotiate://language, and check what you wrote with `check`. Nothing here "
        + "changes a file.";

    /// <param name="root">The folder that is read from.</param>
    /// <param name="run">Runs a command of the tool.</param>
    /// <param name="terminal">Whose input and output are the connection.</param>
    /// <exception cref="OperationCanceledException">It was asked to end.</exception>
    public static async Task RunAsync(RootFolder root, Func<IReadOnlyList<string>, Terminal, int> run, Terminal terminal)
    {
        var calls = new AssistantCalls(root, run);
        var resources = new AssistantResources(root);
        var options = new McpServerOptions
        {
            ServerInfo = new Implementation { Name = "negotiate", Title = "NegotiationRules", Version = VersionLine.Number },
            ServerInstructions = Instructions,
            Handlers = new McpServerHandlers
            {
                ListToolsHandler = (_, _) =>
                    ValueTask.FromResult(new ListToolsResult { Tools = [.. AssistantTool.All.Select(tool => tool.Declared)] }),
                CallToolHandler = async (request, stop) =>
                    await Task.Run(() => calls.Answer(request.Params.Name, ArgumentsOf(request.Params), stop), stop)
                        .ConfigureAwait(false),
                ListResourcesHandler = (_, _) => ValueTask.FromResult(new ListResourcesResult { Resources = resources.List() }),
                ReadResourceHandler = (request, _) => ValueTask.FromResult(resources.Read(request.Params.Uri)),
            },
        };

        // Not disposed of: that would close the streams of the terminal, which are not ours.
        var transport = new StreamServerTransport(terminal.Input, terminal.Output, options.ServerInfo.Name);
        var server = McpServer.Create(transport, options);
        await using (server.ConfigureAwait(false))
        {
            await server.RunAsync(terminal.Stop).ConfigureAwait(false);
        }
    }

    private static Dictionary<string, JsonElement> ArgumentsOf(CallToolRequestParams call) =>
        call.Arguments is null ? [] : new Dictionary<string, JsonElement>(call.Arguments, StringComparer.Ordinal);
}
