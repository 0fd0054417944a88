using System.CommandLine;
using System.Globalization;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>--output</c>: into a file instead of standard output.</summary>
internal sealed class OutputOption : Option<string?>
{
    // Whoever writes lines gathers them itself.
    private const int TableBuffer = 256 * 1024;

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
    public int Run(ParseResult arguments, Terminal terminal, Func<Terminal, int> run) =>
        arguments.GetValue(this) is { } path ? Run(path, path, 0, terminal, run) : run(terminal);

    /// <summary>The same for a file that is of use only as a whole: it takes its name when it is, and before that what was there by that
    /// name stays.</summary>
    /// <param name="arguments">The command line, which names the file.</param>
    /// <param name="terminal">Where everything else goes.</param>
    /// <param name="run">Writes it, and says whether it is whole.</param>
    public int RunWhole(ParseResult arguments, Terminal terminal, Func<Terminal, (int Code, bool IsWhole)> run)
    {
        var path = Path.GetFullPath(arguments.GetValue(this)!);
        if (Directory.Exists(path))
        {
            terminal.Report(ToolDiagnostics.CannotWrite(arguments.GetValue(this)!, "it is a folder"));
            return ExitCode.Errors;
        }

        path = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
        var unfinished = $"{path}.{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}.unfinished";
        var isWhole = false;
        try
        {
            var code = Run(unfinished, arguments.GetValue(this)!, TableBuffer, terminal, output =>
            {
                (var code, isWhole) = run(output);
                return code;
            });
            if (isWhole)
            {
                File.Move(unfinished, path, overwrite: true);
            }

            return code;
        }
        finally
        {
            if (File.Exists(unfinished))
            {
                File.Delete(unfinished);
            }
        }
    }

    // A file that is opened by another name than it is told by.
    private static int Run(string path, string told, int bufferSize, Terminal terminal, Func<Terminal, int> run)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            terminal.Report(ToolDiagnostics.CannotWrite(told, OneLine.Of(fault.Message.Replace(path, told, StringComparison.Ordinal))));
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
