using System.CommandLine;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>--output</c>: into a file instead of standard output.</summary>
internal sealed class OutputOption : Option<string?>
{
    public OutputOption()
        : base("--output", "-o")
    {
        HelpName = "FILE";
        Description = "Write to this file [default: standard output]";
    }

    /// <summary>Writes a text, coloured and broken into lines only for a terminal; if that cannot be done, standard error says
    /// why.</summary>
    public bool TryWrite(ParseResult arguments, Terminal terminal, Func<TextStyle, int?, string> text)
    {
        if (arguments.GetValue(this) is not { } path)
        {
            terminal.Out.Write(EndLine(text(terminal.Style, terminal.OutIsTerminal ? terminal.Width : null)));
            return true;
        }

        try
        {
            File.WriteAllText(path, EndLine(text(default, null)));
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            terminal.Report(ToolDiagnostics.CannotWrite(path, OneLine.Of(fault.Message)));
            return false;
        }
    }

    /// <summary>Runs with standard output going to the file; if it cannot be opened, standard error says why.</summary>
    public int Run(ParseResult arguments, Terminal terminal, Func<Terminal, int> run)
    {
        if (arguments.GetValue(this) is not { } path)
        {
            return run(terminal);
        }

        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            terminal.Report(ToolDiagnostics.CannotWrite(path, OneLine.Of(fault.Message)));
            return ExitCode.Errors;
        }

        using (file)
        {
            var output = terminal.Into(file);
            try
            {
                return run(output);
            }
            finally
            {
                output.Out.Flush();
            }
        }
    }

    private static string EndLine(string text) => text.EndsWith('\n') ? text : text + "\n";
}
