using System.CommandLine;
using System.Diagnostics.CodeAnalysis;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>RULES</c> with <c>--set</c>, <c>--root</c>: which rules, with which parameters.</summary>
internal sealed class RuleSetArguments
{
    public Argument<string> Rules { get; } = new("RULES") { Description = "A .rules.json file, or a folder that holds one" };

    public RootOption Root { get; } = new();

    private readonly Option<string[]> _set = new("--set")
    {
        HelpName = "NAME=VALUE",
        Description = "Another value for a parameter, as JSON or plain text; may be given several times",
    };

    public RuleSetArguments()
    {
        _set.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.IndexOf('=', StringComparison.Ordinal) <= 0))
            {
                result.AddError($"--set takes NAME=VALUE, not `{token.Value}`");
            }
        });
    }

    public void AddTo(Command command)
    {
        command.Add(Rules);
        command.Add(_set);
        command.Add(Root);
    }

    /// <summary>Reads the rules; what is wrong with them goes to standard error.</summary>
    public bool TryLoad(ParseResult arguments, Terminal terminal, [NotNullWhen(true)] out RuleSet? rules)
    {
        var options = new RuleSetOptions { Root = arguments.GetValue(Root), Parameters = Parameters(arguments) };
        if (RuleSet.TryLoad(arguments.GetRequiredValue(Rules), options, out rules, out var diagnostics))
        {
            return true;
        }

        terminal.Report(diagnostics);
        return false;
    }

    private Dictionary<string, object?> Parameters(ParseResult arguments)
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var setting in arguments.GetValue(_set) ?? [])
        {
            var equals = setting.IndexOf('=', StringComparison.Ordinal);
            parameters[setting[..equals]] = ParameterText.Read(setting[(equals + 1)..]);
        }

        return parameters;
    }
}
