using NegotiationRules.Analysis.Solving;

namespace NegotiationRules.Analysis.Questions;

/// <summary>What will be asked of scenarios.</summary>
/// <param name="Rules">Whether a rule will be asked about.</param>
internal sealed record Asked(Func<Rule, bool> Rules)
{
    /// <summary>Any rule, in scenarios in which everything is known.</summary>
    public static Asked Anything { get; } = new(_ => true);

    /// <summary>How many questions there will be, if that is known: one of few may take longer than one of many.</summary>
    public int Questions { get; init; } = int.MaxValue;

    /// <summary>Whether anything may be unknown, whatever rules ask.</summary>
    public bool MayBeUnknown { get; init; }

    /// <summary>What is left of the work, if others spend of it too.</summary>
    public Budget? Budget { get; init; }
}
