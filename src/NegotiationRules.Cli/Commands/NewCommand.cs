using System.CommandLine;
using NegotiationRules.Cli.Creating;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>negotiate new</c>: a small set of rules to start from.</summary>
internal sealed class NewCommand : ToolCommand
{
    private readonly Argument<string> _name = new("NAME")
    {
        Description = "Name of the rules; a folder of that name is made, unless there is an empty one (`.` for the folder you are in)",
    };

    private readonly Option<string> _template = new Option<string>("--template")
    {
        HelpName = "TEMPLATE",
        Description = "What to start from: minimal (two parties, one agreement), voting (quorum, majority, veto), ceasefire (phases, quiet "
            + "hours, exchanges) or four-empires (the diplomacy of a strategy game)",
        DefaultValueFactory = _ => Template.All[0].Name,
    }.OnlyOneOf([.. Template.All.Select(template => template.Name)]);

    public NewCommand()
        : base("new", "Makes a set of rules to start from, with facts of its own and tests.", "nothing was made", "my-rules", ".",
            "my-game --template four-empires")
    {
        Add(_name);
        Add(_template);
        _name.Validators.Add(result =>
        {
            var name = NameIn(result.GetValueOrDefault<string>());
            if (!IsName(name))
            {
                var likely = name.Trim().Replace(' ', '-');
                var meant = likely != name && IsName(likely) ? $": did you mean `{likely}`?" : string.Empty;
                result.AddError($"`{OneLine.Of(name)}` is no name for rules: use letters, digits, `-`, `_` and `.`{meant}");
            }
            else if (FileKinds.Of(name) is not null)
            {
                result.AddError($"`{name}` is the name of a file: name the rules, such as `{FileKinds.NameOf(name)}`");
            }
        });
    }

    public override int Run(ParseResult arguments, Terminal terminal)
    {
        var folder = Path.TrimEndingDirectorySeparator(arguments.GetRequiredValue(_name));
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            terminal.Report(ToolDiagnostics.AlreadyThere(folder));
            return ExitCode.Errors;
        }

        try
        {
            var template = Template.All.Single(template => template.Name == arguments.GetValue(_template));
            foreach (var file in StarterRules.Write(template, folder, NameIn(folder)))
            {
                terminal.Out.WriteLine($"{terminal.Style.Green("made")} {OneLine.Of(file)}");
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            terminal.Report(ToolDiagnostics.CannotWrite(folder, OneLine.Of(fault.Message)));
            return ExitCode.Errors;
        }

        terminal.Out.WriteLine();
        terminal.Out.WriteLine("Now try:");
        foreach (var command in new[] { "check", "test", "evaluate" })
        {
            terminal.Out.WriteLine($"  negotiate {command} {OneLine.Of(folder)}");
        }

        return ExitCode.Fine;
    }

    private static bool IsName(string name) =>
        name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.') && name[0] is not ('.' or '-');

    // `.` is the folder one is in, and `..` none that anybody means.
    private static string NameIn(string path)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        return name == "." ? Path.GetFileName(Path.GetFullPath(path).TrimEnd(Path.DirectorySeparatorChar)) : name;
    }
}
