using System.CommandLine;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.ModelContext;
using NegotiationRules.Cli.Output;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>negotiate mcp</c>: an assistant asks for verdicts, by the Model Context Protocol.</summary>
internal sealed class McpCommand : ToolCommand
{
    private readonly Func<IReadOnlyList<string>, Terminal, int> _run;

    private readonly Argument<string> _root = new("FOLDER")
    {
        Description = "The folder outside of which nothing is read [default: the one you are in]",
        DefaultValueFactory = _ => ".",
    };

    public McpCommand(Func<IReadOnlyList<string>, Terminal, int> run)
        : base("mcp", "Lets an assistant check, evaluate, explain, advise and describe, on standard input and output.",
            "the folder is not there", "rules")
    {
        _run = run;
        Add(_root);
    }

    public override int Run(ParseResult arguments, Terminal terminal)
    {
        var folder = arguments.GetRequiredValue(_root);
        if (!Directory.Exists(folder))
        {
            terminal.Report(ToolDiagnostics.NoSuchPath(folder, []));
            return ExitCode.Errors;
        }

        ModelContextServer.RunAsync(new RootFolder(folder), _run, terminal).GetAwaiter().GetResult();
        return ExitCode.Fine;
    }
}
