using System.Collections.Immutable;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Programs;

/// <summary>The conditions of a rule set as a flat list of steps over columns of facts. Immutable.</summary>
/// <param name="Layout">The facts that it reads.</param>
/// <param name="Steps">In an order in which every step comes after those it needs.</param>
/// <param name="Rules">The steps that decide each rule, in the order of the rule set.</param>
/// <param name="Texts">The texts that facts are compared with; the code of each is its place here. Any other text has a code of its own
/// beyond them.</param>
internal sealed record Program(FactLayout Layout, ImmutableArray<Step> Steps, ImmutableArray<RuleSteps> Rules, ImmutableArray<string> Texts)
{
    /// <summary>Of each stage that does not always apply, the steps of a rule that requires that it does.</summary>
    public required ImmutableArray<RuleSteps?> Stages { get; init; }

    /// <summary>The places of the rules that need a step which only the tree walk can take.</summary>
    public ImmutableArray<int> ThatWalk { get; } = FindThoseThatWalk(Steps, Rules);

    /// <summary>Whether a step gives a quantity, and not a truth.</summary>
    public bool IsQuantity(int step) => Steps[step] switch
    {
        Spread s => IsQuantity(s.Part),
        Read or ConstantQuantity or CountOf or AggregateOf or Calculate or Rescale => true,
        ShiftDays or ShiftInstants or ShiftByNumber or MoveDays or PartOf or ExtremeOf or Choose => true,
        _ => false,
    };

    private static ImmutableArray<int> FindThoseThatWalk(ImmutableArray<Step> steps, ImmutableArray<RuleSteps> rules)
    {
        // A step comes after those it needs.
        var walks = new bool[steps.Length];
        for (var number = 0; number < steps.Length; number++)
        {
            walks[number] = steps[number] is Walk;
            foreach (var argument in steps[number].Arguments)
            {
                walks[number] |= walks[argument];
            }
        }

        return [.. Enumerable.Range(0, rules.Length).Where(Walks)];

        bool Walks(int rule) => walks[rules[rule].When] || walks[rules[rule].Met] || walks[rules[rule].HasPassed];
    }
}

/// <summary>The steps that decide one rule, each a truth of level 0.</summary>
/// <param name="When">Whether it applies.</param>
/// <param name="Met">Whether what it requires holds; for a risk, whether it is not there.</param>
/// <param name="HasPassed">Whether the day by which it must be met has passed.</param>
internal readonly record struct RuleSteps(int When, int Met, int HasPassed);
