using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Finds what turned from one day to the next: the innermost conditions that are otherwise, in the elements in which they
/// are.</summary>
internal sealed class TurningPoints
{
    // Of more places nobody reads. That something turned is known by the outcome, and not by these.
    private const int Most = 1_000;

    private readonly SeveralDays _days;
    private readonly Scope _before;
    private readonly List<TurningPoint> _found = [];

    private TurningPoints(SeveralDays days, Scope before) => (_days, _before) = (days, before);

    /// <summary>In the order in which they are read.</summary>
    /// <param name="watched">What is another than the day before.</param>
    /// <param name="before">What became of it then.</param>
    /// <param name="after">What becomes of it now.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="day">The day.</param>
    public static IReadOnlyList<TurningPoint> Of(
        Watched watched, RuleOutcome before, RuleOutcome after, DatedScenario scenario, int day)
    {
        var points = new TurningPoints(scenario.Days, scenario.Over(day - 1));
        foreach (var part in watched.HangsOn(scenario.Over(day)).Where(part => Matters(part.Role, before) && Matters(part.Role, after)))
        {
            points.Look(part.Condition, part.At);
        }

        return points._found;
    }

    // What else turns where a rule does not apply, or its day passes where it is met, is not asked for.
    private static bool Matters(WatchedRole role, RuleOutcome outcome) => role switch
    {
        WatchedRole.When => true,
        WatchedRole.Require => outcome != RuleOutcome.NotApplicable,
        WatchedRole.Deadline => outcome is not (RuleOutcome.NotApplicable or RuleOutcome.Satisfied),
    };

    private void Look(Condition condition, Scope scope)
    {
        if (!_days.AreReadBy(condition) || _found.Count >= Most)
        {
            return;
        }

        var (before, after) = (TreeWalk.TruthOf(condition, scope.Within(_before)), TreeWalk.TruthOf(condition, scope));
        if (before != after)
        {
            var known = _found.Count;
            LookInside(condition, scope);
            if (_found.Count == known)
            {
                _found.Add(new TurningPoint(condition, scope, before, after));
            }
        }
    }

    private static Operand? WeightOf(Node node) =>
        (node as AggregateOperand is { Kind: QuantityKind.Sum, Item: var item } ? item : null) ?? (node as ShareTest)?.Weight;

    // Whether it counts makes no difference.
    private static bool WeighsNothing(Operand weight, Scope element)
    {
        try
        {
            return OperandValues.Of(weight, element) is { Kind: FactKind.Exact, Steps: 0 } or { Kind: FactKind.Real, Real: 0 };
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private void LookInside(Node node, Scope scope)
    {
        foreach (var child in node.Children)
        {
            if (!_days.AreReadBy(child.Node))
            {
                continue;
            }

            foreach (var place in child.List is { } list ? Whole.Of(list, scope).Known : [child.IsInScenario ? scope.At(0) : scope])
            {
                if (child.List is not null && WeightOf(node) is { } weight && WeighsNothing(weight, place))
                {
                    continue;
                }

                if (child.Node is Condition condition)
                {
                    Look(condition, place);
                }
                else
                {
                    LookInside(child.Node, place);
                }
            }
        }
    }
}

/// <summary>A condition that is another than the day before.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="At">Where it is read, on the day.</param>
/// <param name="Before">What it was.</param>
/// <param name="After">What it is.</param>
internal sealed record TurningPoint(Condition Condition, Scope At, Truth Before, Truth After);
