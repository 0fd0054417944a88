using NegotiationRules.Explanation.Outlines;

namespace NegotiationRules;

/// <summary>That a stage, or a rule, is decided by newer rules while something is not known, and left open by older ones, or the other way
/// round.</summary>
/// <remarks>Immutable and safe to share between threads. <see cref="Comparison.WhileUnknown"/> has them.</remarks>
public sealed class KnowledgeDifference
{
    private readonly string? _outcome;

    /// <param name="stage">The stage, or that of the rule.</param>
    /// <param name="rule">The rule, if it is not the stage as a whole.</param>
    /// <param name="isOpened">Whether the newer rules leave it open.</param>
    /// <param name="isSame">Whether nothing differs once everything is known.</param>
    /// <param name="verdicts">What is left open, and what is decided, in the example.</param>
    internal KnowledgeDifference(
        string stage, Rule? rule, bool isOpened, bool isSame, (Scenario Example, Verdict Open, Verdict Decided) verdicts)
    {
        (Stage, Rule, IsOpened, IsSameOnceKnown, Example) = (stage, rule, isOpened, isSame, verdicts.Example);
        List<RuleVerdict> open = rule is null
            ? [.. verdicts.Open.Stage(stage).Blocking.Where(one => one.Outcome == RuleOutcome.Unknown)] : [verdicts.Open.Rule(rule.Id)];
        Unknown = [.. open.SelectMany(one => one.Unsettled).Distinct(StringComparer.Ordinal)];
        ToBeSettled = open.Select(one => one.ToBeSettled).OfType<string>().Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } asked
            ? string.Join("; and ", asked) : null;
        _outcome = rule is null ? OutcomeWords.Of(verdicts.Decided.Stage(stage).Outcome)
            : OutcomeWords.Of(rule, verdicts.Decided.Rule(rule.Id).Outcome);
    }

    /// <inheritdoc cref="KnowledgeDifference(string, Rule, bool, bool, ValueTuple{Scenario, Verdict, Verdict})"/>
    internal KnowledgeDifference(string stage, Rule? rule, bool isOpened, bool isSame, NotDecided why) =>
        (Stage, Rule, IsOpened, IsSameOnceKnown, Unknown, Why) = (stage, rule, isOpened, isSame, [], why);

    /// <summary>The stage, or that of the rule.</summary>
    public string Stage { get; }

    /// <summary>The rule, as the newer set has it; <see langword="null"/> if it is the stage as a whole.</summary>
    public Rule? Rule { get; }

    /// <summary>Whether the newer rules leave open what the older ones decide; if not, it is the other way round.</summary>
    public bool IsOpened { get; }

    /// <summary>Whether it is proved that the stage is valid, or the rule missed, in the same scenarios once everything is known.</summary>
    public bool IsSameOnceKnown { get; }

    /// <summary>What it is that is not known in the example: the paths of the facts that would settle it. None if it is open as there is
    /// still time.</summary>
    public IReadOnlyList<string> Unknown { get; }

    /// <summary>The same in words, such as <c>whether the talks are mediated</c>.</summary>
    public string? ToBeSettled { get; }

    /// <summary>The smallest scenario in which it is so; <see langword="null"/> if it is not decided.</summary>
    public Scenario? Example { get; }

    /// <summary>Why it is not decided; <see langword="null"/> if there is an example.</summary>
    public NotDecided? Why { get; }

    /// <summary>What differs, and while what is not known, as a sentence without a full stop.</summary>
    public override string ToString()
    {
        var (name, open, decides) = (Rule?.Id ?? Stage, IsOpened ? "newer" : "older", IsOpened ? "older" : "newer");
        if (Why is { } why)
        {
            return $"whether `{name}` is left open by the {open} rules alone while something is not known: {why}";
        }

        var same = !IsSameOnceKnown ? string.Empty
            : $"`{name}` is {(Rule is null ? "valid" : "missed")} in the same scenarios once everything is known; ";
        return same + (ToBeSettled is { } asked ? $"as long as nobody knows {asked}, " : "while there is still time, ")
            + $"the {open} rules leave {(same.Length > 0 ? "it" : $"`{name}`")} open, and by the {decides} ones it is {_outcome}";
    }
}
