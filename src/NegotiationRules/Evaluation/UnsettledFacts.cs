using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Evaluation;

/// <summary>Finds the open facts that settle a rule whose outcome is unknown.</summary>
/// <remarks>
/// An answer is a fact with a value. A fact is listed if it is in a smallest set of answers: one that decides the rule, and does so no
/// longer without any one of them. Such sets are not reckoned but tried: all that is open is given values near to those that it is compared
/// with, and what can be left out is left out, again and again, until
/// nothing new turns up. So each fact that is listed has been seen to matter, and those that are listed have been seen to decide.
/// </remarks>
internal sealed class UnsettledFacts
{
    // A trial costs some evaluations of the rule. Facts that did not matter in so many of them in a row do not matter.
    private const int MostFruitless = 24;

    // Where nothing settles the rule, more is tried before that is said; so it is as long as all trials together cost little.
    private const int MostWithoutAny = 200;
    private const long FewSteps = 100_000;

    // Steps of all evaluations together, some tenth of a second, for one rule and for all rules of a verdict. Beyond it, what has not been
    // tried counts as mattering.
    private const long MostSteps = 4_000_000;
    private const long MostStepsOfAll = 2 * MostSteps;

    private readonly Rule _rule;
    private readonly IReadOnlyList<OpenFact> _facts;
    private readonly TrialValues _trials;
    private readonly SettledFacts _settled;
    private readonly FactValue[] _values;
    private readonly bool[] _given;
    private readonly IReadOnlyList<FactAnswer>?[] _answers;
    private readonly StepCount _steps;

    private UnsettledFacts(Rule rule, CheckedRuleSet rules, Scope scenario, OpenFactCollector open, int asked)
    {
        (_rule, _facts, _trials) = (rule, open.Facts, open.Values);
        _settled = new SettledFacts(scenario, _facts);
        _steps = new StepCount(
            rules.Work with
            {
                Steps = Math.Max(1, Math.Min(rules.Work.Steps, Math.Min(MostSteps, MostStepsOfAll / asked))),
            }
        );
        (_values, _given, _answers) = (new FactValue[_facts.Count], new bool[_facts.Count], new IReadOnlyList<FactAnswer>?[_facts.Count]);
    }

    /// <summary>The facts, in the order in which the rule reads them; none if nothing can settle the rule.</summary>
    /// <param name="rule">A rule whose outcome is unknown.</param>
    /// <param name="rules">Its rule set.</param>
    /// <param name="scenario">The facts of the scenario.</param>
    /// <param name="asked">Of how many rules it may be asked.</param>
    public static IReadOnlyList<UnsettledFact> Of(Rule rule, CheckedRuleSet rules, Scope scenario, int asked = 1)
    {
        var open = OpenFactCollector.Of(rule, scenario);
        return open.Facts.Count == 0 ? [] : new UnsettledFacts(rule, rules, scenario, open, asked).Find();
    }

    private IReadOnlyList<UnsettledFact> Find()
    {
        try
        {
            var (fruitless, few) = (0, _steps.Left - Math.Min(FewSteps, _steps.Left / 4));
            while (
                Array.Exists(_answers, a => a is null)
                && fruitless < (_steps.Left < few && Array.Exists(_answers, a => a is not null) ? MostFruitless : MostWithoutAny)
            )
            {
                fruitless = Try() ? 0 : fruitless + 1;
            }

            return
            [
                .. _facts.Zip(_answers).Where(pair => pair.Second is not null).Select(pair => new UnsettledFact(pair.First, pair.Second!)),
            ];
        }
        catch (ScenarioException tooMuch) when (tooMuch.IsOfWork)
        {
            return [.. _facts.Select((fact, i) => new UnsettledFact(fact, _answers[i] ?? []))];
        }
    }

    // Whether a fact that was not known to matter is in a smallest set of the answers drawn.
    private bool Try()
    {
        for (var i = 0; i < _values.Length; i++)
        {
            (_values[i], _given[i]) = (_trials.Draw(_facts[i]), true);
        }

        if (!IsDecided())
        {
            return false;
        }

        // What is known to matter is left out first, so that what is left needs the others if anything does.
        var order = Shuffled();
        var first = Array.FindIndex(order, i => _answers[i] is null);
        LeaveOut(order.AsSpan(0, first));
        LeaveOut(order.AsSpan(first));

        // What another fact led beyond what can be represented may be left out once that has been.
        foreach (var fact in order.Where(i => _given[i]))
        {
            LeaveOut([fact]);
        }

        var isNew = false;
        var given = Enumerable.Range(0, _given.Length).Where(i => _given[i]);
        FactAnswer[] answers = [.. given.Select(i => new FactAnswer(_facts[i], _values[i]))];
        for (var i = 0; i < _given.Length; i++)
        {
            isNew |= _given[i] && _answers[i] is null;
            _answers[i] ??= _given[i] ? answers : null;
        }

        return isNew;
    }

    // As much as can be, halves first: what has been left out stays so.
    private void LeaveOut(ReadOnlySpan<int> facts)
    {
        if (facts.IsEmpty)
        {
            return;
        }

        Give(facts, false);
        if (IsDecided())
        {
            return;
        }

        Give(facts, true);
        if (facts.Length > 1)
        {
            LeaveOut(facts[..(facts.Length / 2)]);
            LeaveOut(facts[(facts.Length / 2)..]);
        }
    }

    private void Give(ReadOnlySpan<int> facts, bool given)
    {
        foreach (var fact in facts)
        {
            _given[fact] = given;
        }
    }

    private bool IsDecided()
    {
        // Of each fact it is asked whether it is given, at each place around it.
        _steps.Take(4 * _facts.Count);
        try
        {
            return RuleEvaluator.Evaluate(_rule, _settled.With(_values, _given, _steps)) != RuleOutcome.Unknown;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    // In any order, but what is known to matter comes first.
    private int[] Shuffled()
    {
        var order = Enumerable.Range(0, _facts.Count).ToArray();
        for (var i = order.Length - 1; i > 0; i--)
        {
            var other = _trials.Next(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return [.. order.OrderBy(i => _answers[i] is null ? 1 : 0)];
    }
}

/// <summary>A fact that a rule is to be settled by.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Answers">A smallest set of answers with which the rule is decided, one of them that of the fact; empty if there was too
/// much to try.</param>
internal sealed record UnsettledFact(OpenFact Fact, IReadOnlyList<FactAnswer> Answers);

/// <summary>A value that an open fact may turn out to have. That of a list is all of it.</summary>
internal sealed record FactAnswer(OpenFact Fact, FactValue Value);
