using System.CommandLine;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;

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
        holder = arguments.GetValue(this);
        if (holder is null || rules.HasHolder(holder, out var help))
        {
            return true;
        }

        terminal.Report(ToolDiagnostics.UnknownHolder(holder, help));
        return false;
    }
}
