using System.CommandLine;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Conditions;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>--holder</c>: the verdict by the rules of one party alone.</summary>
internal sealed class HolderOption : Option<string?>
{
    public HolderOption()
        : base("--holder")
    {
        HelpName = "PARTY";
        Description = "Only the rules of this party";
    }

    /// <summary>Whether no holder is asked for, or one who holds a rule; if not, standard error says so.</summary>
    public bool TryRead(ParseResult arguments, RuleSet rules, Terminal terminal, out string? holder)
    {
        var asked = holder = arguments.GetValue(this);
        var holders = Holders.Of(rules.Checked);
        if (asked is null || holders.MayBe(asked))
        {
            return true;
        }

        terminal.Report(ToolDiagnostics.UnknownHolder(asked, holders.Known));
        return false;
    }
}
