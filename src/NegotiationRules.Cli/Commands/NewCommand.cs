using System.CommandLine;
using NegotiationRules.Cli.Creating;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>negotiate new</c>: a small set of rules to start from.</summary>
internal sealed class NewCommand : ToolCommand
{
    private readonly Argument<string> _name = new("NAME") { Description = "Name of the rules; a folder of that name is made" };

    public NewCommand()
        : base("new", "Makes a small set of rules to start from, with tests.", "my-rules")
    {
        Add(_name);
        _name.Validators.Add(result =>
        {
            var name = NameIn(result.GetValueOrDefault<string>());
            if (name.Length == 0 || !name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.') || name[0] is '.' or '-')
            {
                result.AddError($"`{name}` is no name for rules: use letters, digits, `-`, `_` and `.`");
            }
        });
    }

    public override int Run(ParseResult arguments, Terminal terminal)
    {
        var folder = Path.TrimEndingDirectorySeparator(arguments.GetRequiredValue(_name));
        if (Path.Exists(folder))
        {
            terminal.Report(ToolDiagnostics.AlreadyThere(folder));
            return ExitCode.Errors;
        }

        try
        {
            foreach (var file in StarterRules.Write(folder, NameIn(folder)))
            {
                terminal.Out.WriteLine($"{terminal.Ink.Green("made")} {file}");
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            terminal.Report(ToolDiagnostics.CannotWrite(folder, Words.OneLine(fault.Message)));
            return ExitCode.Errors;
        }

        terminal.Out.WriteLine();
        terminal.Out.WriteLine("Now try:");
        foreach (var command in new[] { "check", "test", "evaluate" })
        {
            terminal.Out.WriteLine($"  negotiate {command} {folder}");
        }

        return ExitCode.Fine;
    }

    private static string NameIn(string path) => Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
}
