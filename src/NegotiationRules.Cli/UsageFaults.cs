using System.CommandLine;
using NegotiationRules.Cli.Commands;

namespace NegotiationRules.Cli;

/// <summary>Says what is wrong with a command line, and where to look.</summary>
internal static class UsageFaults
{
    public static void Report(ParseResult arguments, Terminal terminal)
    {
        foreach (var message in arguments.Errors.Select(error => error.Message).Distinct())
        {
            terminal.Error.WriteLine($"{terminal.ErrorInk.Red("error:")} {message.TrimEnd('.')}");
        }

        var command = arguments.CommandResult.Command;
        if (arguments.UnmatchedTokens.Select(token => Nearest(token, command)).FirstOrDefault(word => word is not null) is { } meant)
        {
            terminal.Error.WriteLine($" {terminal.ErrorInk.Cyan("help:")} did you mean `{meant}`?");
        }
        else
        {
            var name = command is ToolCommand ? $"negotiate {command.Name}" : "negotiate";
            terminal.Error.WriteLine($" {terminal.ErrorInk.Cyan("help:")} `{name} --help` shows what can be said");
        }
    }

    /// <summary>Takes what looks like an option for one: without this, it would be taken for a path.</summary>
    public static void RejectUnknownOptions(Argument argument, Command command) => argument.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Select(token => token.Value).Where(token => token.Length > 1 && token[0] == '-' && !Path.Exists(token)))
        {
            result.AddError(Nearest(token, command) is { } meant ? $"there is no option `{token}`: did you mean `{meant}`?" : $"there is no option `{token}`");
        }
    });

    private static string? Nearest(string word, Command command)
    {
        const int MostSlips = 2;
        var known = word.StartsWith('-') ? command.Options.Select(option => option.Name) : command.Subcommands.Select(inner => inner.Name);
        return known.Select(name => (Name: name, Slips: Slips(word, name))).Where(n => n.Slips <= MostSlips).OrderBy(n => n.Slips).Select(n => n.Name).FirstOrDefault();
    }

    // How many letters must be added, taken away, changed, or swapped with their neighbours.
    private static int Slips(string a, string b)
    {
        var slips = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                slips[i, j] = i == 0 || j == 0
                    ? Math.Max(i, j)
                    : Math.Min(Math.Min(slips[i - 1, j], slips[i, j - 1]) + 1, slips[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    slips[i, j] = Math.Min(slips[i, j], slips[i - 2, j - 2] + 1);
                }
            }
        }

        return slips[a.Length, b.Length];
    }
}
