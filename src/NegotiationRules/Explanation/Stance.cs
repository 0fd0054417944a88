using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;

namespace NegotiationRules.Explanation;

/// <summary>How a rule stands to a condition inside it: whether it should hold, and what it means if it is not so.</summary>
/// <param name="Kind">What the condition is there for.</param>
/// <param name="IsWanted">Whether it should hold; under a negation it should not.</param>
internal readonly record struct Stance(StanceKind Kind, bool IsWanted = true)
{
    public static Stance Demand => new(StanceKind.Demand);

    public static Stance Risk => new(StanceKind.Risk, IsWanted: false);

    public static Stance Circumstance => new(StanceKind.Circumstance);

    public Stance Opposite => this with { IsWanted = !IsWanted };

    public bool IsDemand => Kind == StanceKind.Demand;

    /// <summary>How what is compared should stand to each other.</summary>
    public Relation Wanted(Relation relation) => IsWanted ? relation : relation.Inverse();

    /// <summary>Whether it is as the rule wants it; not if that is unknown.</summary>
    public bool IsMetBy(Truth truth) => truth != Truth.Unknown && (truth == Truth.True) == IsWanted;

    public ExplanationMark MarkOf(Truth truth) =>
        truth == Truth.Unknown ? ExplanationMark.Unknown
        : IsMetBy(truth) ? ExplanationMark.Satisfied
        : Kind switch
        {
            StanceKind.Demand => ExplanationMark.Violated,
            StanceKind.Risk => ExplanationMark.Warning,
            _ => ExplanationMark.NotApplicable,
        };
}

internal enum StanceKind
{
    /// <summary>A rule requires it.</summary>
    Demand,

    /// <summary>A rule warns of it.</summary>
    Risk,

    /// <summary>A rule applies only if it holds.</summary>
    Circumstance,
}
