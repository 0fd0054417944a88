using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Tests.Agreement;

namespace NegotiationRules.Tests.Laws;

/// <summary>More information never changes what was decided, and what is known of a quantity holds for whatever it turns out to
/// be.</summary>
public class InformationLaws
{
    [Law]
    internal void WhatIsDecidedStaysDecided(ConditionCase @case)
    {
        var random = new Random(@case.Seed);
        foreach (var condition in @case.Conditions.Select(c => Checked.Condition(@case.Vocabulary, c)).OfType<Condition>())
        {
            var scenario = @case.Scenario;
            var truth = Checked.Evaluate(condition, Checked.Facts(@case.Vocabulary, scenario));
            for (var step = 0; step < 6 && truth is not null; step++)
            {
                scenario = scenario.Refine(random, thoroughly: step == 5);
                var then = Checked.Evaluate(condition, Checked.Facts(@case.Vocabulary, scenario));
                Assert.True(truth == Truth.Unknown || then is null || then == truth, $"{truth} became {then} in\n{scenario}");
                truth = truth == Truth.Unknown ? then : truth;
            }
        }
    }

    // A rule that is satisfied in any case may turn out not to apply, and so may a stage that is valid: that blocks no more than before.
    // Only `known` asks for what is stated, not for what is so.
    [Law]
    internal void OutcomesAndStagesThatAreDecidedStayDecided(LastingCase lasting)
    {
        var @case = lasting.Case;
        var random = new Random(@case.Seed);
        var scenario = @case.Scenario;
        if (@case.Rules.Rules is not { } rules || !rules.TryEvaluate(scenario.Scenario, out var before, out _))
        {
            return;
        }

        for (var step = 0; step < 4; step++)
        {
            scenario = scenario.Refine(random, thoroughly: step == 3);
            if (!rules.TryEvaluate(scenario.Scenario, out var after, out _))
            {
                return;
            }

            foreach (var (was, now) in before.Rules.Zip(after.Rules))
            {
                var stays = was.Outcome == RuleOutcome.Unknown || now.Outcome == was.Outcome
                    || (was.Outcome, now.Outcome) is (RuleOutcome.Satisfied, RuleOutcome.NotApplicable);
                Assert.True(stays, $"{was.Rule.Id} was {was.Outcome} and became {now.Outcome} in\n{scenario}");
            }

            foreach (var (was, now) in before.Stages.Zip(after.Stages))
            {
                Assert.True(
                    was.Outcome == StageOutcome.Undetermined || now.Outcome == was.Outcome
                        || (was.Outcome, now.Outcome) is (StageOutcome.Valid, StageOutcome.NotApplicable),
                    $"{was.Name} was {was.Outcome} and became {now.Outcome} in\n{scenario}"
                );
                Assert.True(Covers(was.Score, now.Score), $"{was.Name} had the score {was.Score} and came to {now.Score} in\n{scenario}");
            }

            Assert.True(before.Outcome == StageOutcome.Undetermined || after.Outcome == before.Outcome, $"as a whole in\n{scenario}");
            before = after;
        }
    }

    // An interval only narrows; no score at all is left where no preferred rule turns out to apply.
    private static bool Covers(Score? before, Score? after) =>
        after is not { } now || (before is { } was && was.Low <= now.Low + 1e-9 && was.High >= now.High - 1e-9);

    [Law]
    internal void WhatIsKnownOfAQuantityHoldsForWhateverItIs(ConditionCase @case)
    {
        var random = new Random(@case.Seed);
        foreach (var condition in @case.Conditions.Select(c => Checked.Condition(@case.Vocabulary, c)).OfType<Condition>())
        {
            var settled = @case.Scenario.Refine(random, thoroughly: true);
            foreach (var operand in Operands(condition))
            {
                var known = Interval(operand, Scope.Of(Checked.Facts(@case.Vocabulary, @case.Scenario)));
                var value = Interval(operand, Scope.Of(Checked.Facts(@case.Vocabulary, settled)));
                if (known is { IsNothing: false } k && value is { IsNothing: false, IsValue: true } v)
                {
                    Assert.True(
                        (k.Low is not { } low || low <= v.Low) && (k.High is not { } high || high >= v.High),
                        $"{v} is not in {k}: {settled}"
                    );
                }
            }
        }
    }

    // Operands that are read at the scenario itself.
    private static IEnumerable<Operand> Operands(Condition condition) => condition switch
    {
        RelationTest r => [r.Left, r.Right],
        Composition c => c.Parts.SelectMany(Operands),
        Negation n => Operands(n.Part),
        AtLeastOf a => a.Parts.SelectMany(Operands),
        Between b => Operands(b.Meaning),
        _ => [],
    };

    private static Interval<Int128>? Interval(Operand operand, Scope scope)
    {
        try
        {
            return operand.Measure.Kind is MeasureKind.Exact or MeasureKind.Day or MeasureKind.Instant && operand is not Constant
                ? Quantities.Exact(operand, scope, operand.Measure.Scale)
                : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
