using System.CommandLine;
using NegotiationRules.Cli.LanguageServer;
using NegotiationRules.Cli.Output;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>negotiate lsp</c>: what an editor asks while somebody writes.</summary>
internal sealed class LspCommand : ToolCommand
{
    private readonly RootOption _root = new();

    // Some editors say so to every server.
    private readonly Option<bool> _stdio = new("--stdio") { Hidden = true };

    public LspCommand()
        : base(
            "lsp",
            "Serves an editor over standard input and output, by the Language Server Protocol.",
            "the editor is gone without having said that it ends",
            "--root rules")
    {
        Add(_root);
        Add(_stdio);
    }

    public override int Run(ParseResult arguments, Terminal terminal) =>
        RulesServer.ServeAsync(terminal.Input, terminal.Output, arguments.GetValue(_root), terminal.Stop).GetAwaiter().GetResult()
            ? ExitCode.Fine
            : ExitCode.Errors;
}
