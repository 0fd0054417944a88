using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Cli.Output;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>--stage</c>: the one stage that a question is about.</summary>
internal sealed class StageOption : Option<string?>
{
    public StageOption(string description)
        : base("--stage")
    {
        HelpName = "STAGE";
        Description = description;
    }

    /// <summary>The stage that was named, or the only one; if there is none, standard error says which there are.</summary>
    public bool TryRead(ParseResult arguments, RuleSet rules, Terminal terminal, [NotNullWhen(true)] out string? stage)
    {
        stage = arguments.GetValue(this) ?? (rules.Stages is [var only] ? only : null);
        if (stage is null)
        {
            UsageFaults.ReportFault(
                "the rules have several stages", $"say which with `--stage STAGE`: {Spelling.List(rules.Stages)}", terminal);
            return false;
        }

        if (rules.Stages.Contains(stage))
        {
            return true;
        }

        UsageFaults.ReportNoSuchName("stage", stage, [.. rules.Stages], terminal);
        return false;
    }
}
