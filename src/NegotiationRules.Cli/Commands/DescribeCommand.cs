using System.CommandLine;
using NegotiationRules.Cli.Output;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>negotiate describe</c>: rules in plain words, for people who do not read JSON.</summary>
internal sealed class DescribeCommand : ToolCommand
{
    private readonly RuleSetArguments _rules = new();
    private readonly OutputOption _output = new();

    public DescribeCommand()
        : base(
            "describe", "Tells in plain words (Markdown) what rules say.", "the rules have errors",
            "rules/security-guarantees --output rules.md"
        )
    {
        _rules.AddTo(this);
        Add(_output);
    }

    public override int Run(ParseResult arguments, Terminal terminal) =>
        _rules.TryLoad(arguments, terminal, () => [], out var rules)
        && _output.TryWrite(arguments, terminal, (_, _) => rules.Rules.Describe())
            ? ExitCode.Fine
            : ExitCode.Errors;
}
