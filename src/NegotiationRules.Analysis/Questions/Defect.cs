using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>What can be wrong with a rule set, whatever the facts are.</summary>
internal enum DefectKind
{
    /// <summary>A rule, or a stage, applies in no scenario.</summary>
    NeverApplies,

    /// <summary>A rule is satisfied in no scenario.</summary>
    NeverSatisfied,

    /// <summary>A rule is missed in no scenario.</summary>
    AlwaysSatisfied,

    /// <summary>A rule is met wherever others are.</summary>
    Implied,

    /// <summary>Two rules apply together, and are never met together.</summary>
    Contradiction,

    /// <summary>Two rules ask the same.</summary>
    Duplicate,

    /// <summary>A part of a rule makes no difference.</summary>
    WithoutEffect,

    /// <summary>A stage is valid in no scenario.</summary>
    StageNeverValid,

    /// <summary>Of a parameter, the value is one with which a rule or a stage can come to nothing.</summary>
    ParameterTooFar,
}

/// <summary>Something that is wrong with a rule set, proved.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Stage">The stage that it is about.</param>
/// <param name="Rule">The rule that it is about; <see langword="null"/> if it is the stage as a whole.</param>
internal sealed record Defect(DefectKind Kind, string Stage, Rule? Rule)
{
    /// <summary>The other rules that make it so, none of which can be left out.</summary>
    public ImmutableArray<Rule> Core { get; init; } = [];

    /// <summary>A scenario that shows it, if one can.</summary>
    public FactRecord? Witness { get; init; }

    /// <summary>The part of the rule, if it is about one.</summary>
    public Condition? Part { get; init; }

    /// <summary>What may stand for the part in any scenario.</summary>
    public bool PartIs { get; init; }

    /// <summary>The value of a parameter with which it would not be so.</summary>
    public ParameterTurn? Turn { get; init; }

    /// <summary>The lists of which only so many elements were allowed.</summary>
    public IReadOnlyList<ListLimit> UpTo { get; init; } = [];
}

/// <summary>Where the value of a parameter begins to be one with which something can be.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Value">The value in force.</param>
/// <param name="Last">The value nearest to it with which it can be.</param>
internal sealed record ParameterTurn(string Name, string Value, string Last);

/// <summary>Something that was not decided.</summary>
/// <param name="Kind">What might be wrong.</param>
/// <param name="Stage">The stage that it is about.</param>
/// <param name="Rule">The rule that it is about, if it is one.</param>
/// <param name="Why">Why it is not decided.</param>
internal sealed record OpenDefect(DefectKind Kind, string Stage, Rule? Rule, NotDecided Why)
{
    /// <summary>The other rule that it is about, if there is one.</summary>
    public Rule? Other { get; init; }
}
