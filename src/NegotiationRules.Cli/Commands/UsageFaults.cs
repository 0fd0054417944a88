using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using NegotiationRules.Cli.Output;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Commands;

/// <summary>Says what is wrong with a command line, and where to look.</summary>
internal static partial class UsageFaults
{
    public static void Report(ParseResult arguments, Terminal terminal)
    {
        var command = arguments.CommandResult.Command;
        var messages = arguments.UnmatchedTokens.Count > 0
            ? arguments.UnmatchedTokens.Select(token => Unmatched(token, command))
            : arguments.Errors.Select(error => Say(error, command)).Distinct();
        foreach (var message in messages)
        {
            terminal.Error.WriteLine($"{terminal.ErrorStyle.Red("error:")} {OneLine.Of(message)}");
        }

        var name = command is ToolCommand ? $"negotiate {command.Name}" : "negotiate";
        terminal.Error.WriteLine($" {terminal.ErrorStyle.Cyan("help:")} `{name} --help` shows what can be said");
    }

    /// <summary>Says that nothing was tested, because no test is called so.</summary>
    public static void ReportNoSuchTest(IEnumerable<string> names, Terminal terminal)
    {
        terminal.Out.Flush();
        terminal.Error.WriteLine($"{terminal.ErrorStyle.Red("error:")} no test has {Spelling.List(names.Select(OneLine.Of))} in its name");
    }

    /// <summary>Says that the rules have nothing of that name.</summary>
    public static void ReportNoSuchName(string what, string name, IReadOnlyCollection<string> known, Terminal terminal) =>
        ReportFault($"the rules have no {what} `{name}`",
            Spelling.Nearest(name, known) is { } meant ? $"did you mean `{meant}`?" : $"they have {Spelling.List(known)}", terminal);

    /// <summary>Says that what was asked cannot be answered, and what to say instead.</summary>
    public static void ReportFault(string message, string help, Terminal terminal)
    {
        terminal.Out.Flush();
        terminal.Error.WriteLine($"{terminal.ErrorStyle.Red("error:")} {OneLine.Of(message)}");
        terminal.Error.WriteLine($" {terminal.ErrorStyle.Cyan("help:")} {OneLine.Of(help)}");
    }

    /// <summary>Takes what looks like an option for one: without this, it would be taken for a path.</summary>
    public static void RejectUnknownOptions(Argument argument, Command command) => argument.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Select(token => token.Value).Where(IsOption))
        {
            result.AddError(Unmatched(token, command));
        }
    });

    /// <summary>Sees that an option whose value was forgotten does not take the option behind it for one.</summary>
    public static void RejectOptionsAsValues(Option option, Command command) => option.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Select(token => token.Value).Where(token => command.Options.Any(other => other.Name == token)))
        {
            result.AddError($"{option.Name} needs {option.HelpName}, and `{token}` is an option");
        }
    });

    /// <summary>Keeps what asks for values from being asked while one is missing: that it is missing is said anyway.</summary>
    public static void AskOnlyWhereValuesAre(Command command)
    {
        foreach (var option in command.Options)
        {
            AskOnlyWhere(HasItsValues, option.Validators);
        }

        AskOnlyWhere(result => result.Children.OfType<OptionResult>().All(HasItsValues), command.Validators);
    }

    /// <summary>Takes nothing but one of a few words.</summary>
    public static Option<T> OnlyOneOf<T>(this Option<T> option, params string[] words)
    {
        option.CompletionSources.Add(words);
        option.Validators.Add(result => RejectOthers(result, option.Name, result.Tokens, words));
        return option;
    }

    /// <summary>Takes nothing but one of a few words.</summary>
    public static Argument<string> OnlyOneOf(this Argument<string> argument, params string[] words)
    {
        argument.CompletionSources.Add(words);
        argument.Validators.Add(result => RejectOthers(result, argument.Name, result.Tokens.Where(token => !IsOption(token.Value)), words));
        return argument;
    }

    private static void AskOnlyWhere<T>(Predicate<T> holds, List<Action<T>> validators)
    {
        Action<T>[] all = [.. validators];
        validators.Clear();
        validators.Add(result =>
        {
            if (holds(result))
            {
                Array.ForEach(all, validate => validate(result));
            }
        });
    }

    private static bool HasItsValues(OptionResult result) =>
        result.Implicit || result.Tokens.Count >= result.Option.Arity.MinimumNumberOfValues;

    private static void RejectOthers(SymbolResult result, string name, IEnumerable<Token> tokens, string[] words)
    {
        foreach (var token in tokens.Select(token => token.Value).Where(token => !words.Contains(token)))
        {
            var meant = Spelling.Nearest(token, words) is { } nearest ? $": did you mean `{nearest}`?" : string.Empty;
            result.AddError($"{name} is {Spelling.List(words)}, not `{token}`{meant}");
        }
    }

    private static bool IsOption(string token) => token.Length > 1 && token[0] == '-' && !Path.Exists(token);

    private static string Unmatched(string token, Command command)
    {
        var isOption = IsOption(token);
        var known = isOption ? command.Options.Select(option => option.Name) : command.Subcommands.Select(inner => inner.Name);
        var meant = Spelling.Nearest(token, known) is { } nearest ? $": did you mean `{nearest}`?" : string.Empty;
        return isOption || command is not ToolCommand
            ? $"there is no {(isOption ? "option" : "command")} `{token}`{meant}"
            : $"`{token}` is one too many: `{command.Name}` takes "
                + $"{string.Join(" and ", command.Arguments.Select(argument => argument.Name))}";
    }

    // What the command line library says on its own, in the words of the other messages.
    private static string Say(ParseError error, Command command) =>
        error.SymbolResult switch
        {
            ArgumentResult { Tokens.Count: 0, Parent: CommandResult, Argument: var argument } =>
                $"`{command.Name}` needs {argument.Name}: {InSentence(argument.Description)}",
            OptionResult { Tokens.Count: 0, IdentifierToken: not null, Option: var option } =>
                $"{option.Name} needs {option.HelpName}: {InSentence(option.Description)}",
            OptionResult { Tokens.Count: > 1, Option: { Arity.MaximumNumberOfValues: 1 } option } =>
                $"{option.Name} is given more than once",
            _ => Quoted().Replace(error.Message.TrimEnd('.'), "`$1`"),
        };

    private static string InSentence(string? description) =>
        string.IsNullOrEmpty(description) ? string.Empty : char.ToLowerInvariant(description[0]) + description[1..];

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();
}
