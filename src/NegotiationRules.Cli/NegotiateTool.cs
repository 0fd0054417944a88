using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using NegotiationRules.Cli.Commands;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;

namespace NegotiationRules.Cli;

/// <summary>The tool as a function: arguments and streams in, an exit code out.</summary>
internal static class NegotiateTool
{
    // EPIPE, the same on Linux and macOS. On Windows the console's own stream says nothing.
    private const int BrokenPipe = 32;

    public static int Run(IReadOnlyList<string> args, Terminal terminal)
    {
        try
        {
            var code = Answer(args, terminal);
            terminal.Out.Flush();
            return code;
        }
        catch (OperationCanceledException) when (terminal.Stop.IsCancellationRequested)
        {
            terminal.Out.Flush();
            return ExitCode.Interrupted;
        }
        catch (ScenarioException fault)
        {
            // What is asked beyond the verdict has a limit of its own, and says so itself.
            terminal.Report(fault.Diagnostics);
            return ExitCode.Errors;
        }
        catch (IOException fault) when (fault.HResult == BrokenPipe)
        {
            // Whoever read the output has seen enough, as `head` does.
            return ExitCode.Fine;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(ToolDiagnostics.StreamFault(fault.Message).Paint(terminal.ErrorStyle));
            return ExitCode.Errors;
        }
#pragma warning disable CA1031 // The last line of defence: whatever it is, the user gets a sentence and not a stack trace.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            terminal.Error.WriteLine(ToolDiagnostics.ToolFault(fault).Paint(terminal.ErrorStyle));
            return ExitCode.ToolFault;
        }
    }

    private static int Answer(IReadOnlyList<string> args, Terminal terminal)
    {
        // As other tools with commands have it: `help check` is `check --help`.
        args = args is ["help", ..] ? [.. args.Skip(1), "--help"] : args;
        var root = Commands(terminal);
        var arguments = root.Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (arguments.Errors.Count > 0 && arguments.Action is ParseErrorAction)
        {
            UsageFaults.Report(arguments, terminal);
            return ExitCode.Usage;
        }

        return arguments.Invoke(new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    private static RootCommand Commands(Terminal terminal)
    {
        var root = new RootCommand("Checks, evaluates and explains rules about the preconditions of a negotiation.");
        ToolCommand[] commands =
        [
            new CheckCommand(), new EvaluateCommand(), new ExplainCommand(), new AdviseCommand(), new WhenCommand(), new PowerCommand(),
            new ShareCommand(), new SweepCommand(), new MergeCommand(), new ReconcileCommand(), new AnalyzeCommand(), new DiffCommand(),
            new TestCommand(), new WatchCommand(),
            new DescribeCommand(), new GenerateCommand(), new ConvertCommand(), new FormatCommand(), new SchemaCommand(), new NewCommand(),
            new DiagnosticCommand(), new ServeCommand(), new LspCommand(), new McpCommand(Run),
        ];
        foreach (var command in commands)
        {
            foreach (var argument in command.Arguments)
            {
                UsageFaults.RejectUnknownOptions(argument, command);
            }

            foreach (var option in command.Options.Where(option => option.HelpName is not null))
            {
                UsageFaults.RejectOptionsAsValues(option, command);
            }

            UsageFaults.AskOnlyWhereValuesAre(command);
            command.SetAction(arguments => command.Run(arguments, terminal));
            root.Add(command);
        }

        var help = root.Options.OfType<HelpOption>().Single();
        var pages = (HelpAction)help.Action!;
        help.Action = new HelpPages(pages, terminal, isAsked: true);
        root.Action = new HelpPages(pages, terminal, isAsked: false);
        var version = root.Options.OfType<VersionOption>().Single();
        version.Action = new VersionLine(terminal);
        version.Aliases.Add("-V");
        return root;
    }
}
