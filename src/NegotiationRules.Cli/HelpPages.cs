using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using NegotiationRules.Cli.Commands;
using NegotiationRules.Cli.Output;

namespace NegotiationRules.Cli;

/// <summary>The help of the command line library, with examples and the exit codes after it.</summary>
internal sealed class HelpPages(HelpAction inner, Terminal terminal, bool isAsked) : SynchronousCommandLineAction
{
    private const string Name = "negotiate";

    /// <summary>Who asks for help gets it, whatever else is wrong.</summary>
    public override bool ClearsParseErrors => isAsked;

    public override int Invoke(ParseResult parseResult)
    {
        terminal.Out.Write(PageOf(parseResult));
        if (parseResult.CommandResult.Command is ToolCommand command)
        {
            terminal.Out.WriteLine(command.Examples.Count == 1 ? "Example:" : "Examples:");
            foreach (var example in command.Examples)
            {
                terminal.Out.WriteLine($"  {Name} {command.Name} {example}");
            }

            terminal.Out.WriteLine();
            PrintExitCodes(
                ExitCode
                    .Meanings.Select(one => one with { Meaning = one.Code == ExitCode.Errors ? command.Errors! : one.Meaning })
                    .Where(one => one.Meaning is not null)
            );
        }
        else
        {
            PrintExitCodes(ExitCode.Meanings);
            terminal.Out.WriteLine();
            terminal.Out.WriteLine(
                $"`{Name} new my-rules` makes a small set of rules to start from, `{Name} help check` tells all about a command."
            );
        }

        return ExitCode.Fine;
    }

    private void PrintExitCodes(IEnumerable<(int Code, string Meaning)> meanings)
    {
        terminal.Out.WriteLine("Exit codes:");
        foreach (var (code, meaning) in meanings)
        {
            terminal.Out.WriteLine($"  {code,-4} {meaning}");
        }
    }

    // The library calls the tool by the file that runs, which is not what people type.
    private string PageOf(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        using var page = new StringWriter();
        parseResult.InvocationConfiguration.Output = page;
        inner.MaxWidth = terminal.Width;
        inner.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;
        var lines = page.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd());
        return string.Join('\n', lines).Replace($"  {RootCommand.ExecutableName} ", $"  {Name} ", StringComparison.Ordinal);
    }
}
