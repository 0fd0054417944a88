using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules;

/// <summary>One precondition of a rule set.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class Rule
{
    internal Rule(string id, int index)
    {
        Id = id;
        Index = index;
    }

    /// <summary>Its id, unique in the rule set.</summary>
    public string Id { get; }

    /// <summary>Its place in <see cref="RuleSet.Rules"/>, counted from 0: rules of included files come first. Evaluators, batches and
    /// sessions know it by this.</summary>
    public int Index { get; }

    /// <summary>A short title for people, or <see langword="null"/>.</summary>
    public string? Title { get; internal init; }

    /// <summary>A longer description for people, or <see langword="null"/>.</summary>
    public string? Description { get; internal init; }

    /// <summary>The stage it is a precondition of.</summary>
    public string Stage { get; internal init; } = string.Empty;

    /// <summary>The party whose precondition it is, or <see langword="null"/> if it is nobody's in particular, or if a fact of each element
    /// says whose it is for that (<see cref="ElementVerdict.Holder"/>).</summary>
    public string? Holder { get; internal init; }

    /// <summary>What it costs to miss it.</summary>
    public Strength Strength { get; internal init; }

    /// <summary>How much a preferred rule counts in the score; 1 by default and for all others.</summary>
    public double Weight { get; internal init; } = 1;

    /// <summary>Whether it is a risk (<c>warnWhen</c>): violated means that the risk is there.</summary>
    public bool IsRisk { get; internal init; }

    /// <summary>The list of which each element has an outcome of its own (<c>forEach</c>), by its path or the name of the parameter;
    /// <see langword="null"/> for a rule that asks something of the scenario.</summary>
    public string? ForEach => Each?.List.Path;

    /// <summary>Where it comes from, in the order of the rule file; empty if the file does not say.</summary>
    public IReadOnlyList<Citation> Sources { get; internal init; } = [];

    /// <summary>Where it stands: the file, and the line and column of its <c>{</c>.</summary>
    /// <remarks>Rules of a workflow stand in the workflow file.</remarks>
    public Place Place => Span.ToPlace();

    internal Text.Span Span { get; init; }

    /// <summary>The facts that it may talk about, for whoever puts it into words.</summary>
    internal RecordType Facts { get; init; } = null!;

    internal Condition? When { get; init; }

    /// <summary>What must hold; for a risk, what must not (the condition of <c>warnWhen</c> itself).</summary>
    internal Condition Require { get; init; } = null!;

    /// <summary>The day by which it must be met, read in the scenario.</summary>
    internal Operand? By { get; init; }

    /// <summary>That the day by which it must be met has passed; <see langword="null"/> if it is due at once.</summary>
    internal Condition? Deadline { get; init; }

    /// <summary>What it asks of each element of a list; <see cref="When"/>, <see cref="Require"/> and <see cref="Deadline"/> are what
    /// comes of that for all of them. <see langword="null"/> if it asks something of the scenario.</summary>
    internal EachElement? Each { get; init; }

    internal ImmutableArray<Reason> Because { get; init; } = [];

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    /// <summary>Whether the party holds it, or may hold it for some elements.</summary>
    internal bool MayBeHeldBy(string party) => Holder == party || Each?.Holder is not null;

    /// <summary>What the rule is for one party, if a fact of each element says who holds it: the same of those elements that it is held for
    /// by the party; otherwise itself.</summary>
    internal Rule HeldBy(string party)
    {
        if (Each is not { Holder: not null } each)
        {
            return this;
        }

        each = each.HeldBy(party);
        return new Rule(Id, Index)
        {
            Title = Title,
            Description = Description,
            Stage = Stage,
            Holder = party,
            Strength = Strength,
            Weight = Weight,
            IsRisk = IsRisk,
            Sources = Sources,
            Span = Span,
            Facts = Facts,
            When = each.AppliesInStage(),
            Require = each.Met(),
            Deadline = each.Passed(),
            Each = each,
            Because = Because,
        };
    }
}
