using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Questions;

/// <summary>A scenario of which one date is another: on one day, or on each of several at once.</summary>
/// <remarks>All facts but that one are shared. One thread uses it.</remarks>
internal sealed class DatedScenario(CheckedRuleSet rules, FactRecord facts, FactReference day)
{
    /// <summary>Who reads the day.</summary>
    public SeveralDays Days { get; } = new(day);

    /// <summary>The place where rules are read, for one walk over all of them.</summary>
    /// <param name="days">The day, or the days of which each is meant.</param>
    public Scope Over(PartialDate days)
    {
        var (dated, steps, repeated) = (On(days), new StepCount(rules.Work), new RepeatedLists(VectorWidths.Widest));
        return days.IsDay ? Scope.Of(dated, steps, repeated) : Scope.Of(dated, steps, repeated, Days);
    }

    /// <summary>The same on one day.</summary>
    public Scope Over(int day) => Over(new PartialDate(day, day));

    /// <summary>What becomes of all rules on one day.</summary>
    /// <exception cref="ScenarioException">They cannot be evaluated on that day.</exception>
    public EvaluatedScenario Evaluate(int day, string? name)
    {
        var bag = new DiagnosticBag();
        var evaluated = EvaluatedScenario.Evaluate(rules, On(new PartialDate(day, day)), bag);
        return evaluated is null ? throw new ScenarioException(bag.ToSorted()) : evaluated with { ScenarioName = name };
    }

    private FactRecord On(PartialDate days) => facts.With(Days.Day.Slots.AsSpan(), FactValue.Of(days));
}
