using System.CommandLine;

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

    /// <summary>Writes a text, coloured only for a terminal; if that cannot be done, standard error says why.</summary>
    public bool TryWrite(ParseResult arguments, Terminal terminal, Func<bool, string> text)
    {
        if (arguments.GetValue(this) is not { } path)
        {
            terminal.Out.Write(EndLine(text(terminal.Ink.On)));
            return true;
        }

        try
        {
            File.WriteAllText(path, EndLine(text(false)));
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            terminal.Report(ToolDiagnostics.CannotWrite(path, Words.OneLine(fault.Message)));
            return false;
        }
    }

    private static string EndLine(string text) => text.EndsWith('\n') ? text : text + "\n";
}
