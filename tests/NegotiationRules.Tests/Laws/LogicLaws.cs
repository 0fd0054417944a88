using NegotiationRules.Syntax;
using NegotiationRules.Tests.Agreement;

namespace NegotiationRules.Tests.Laws;

/// <summary>What Kleene's logic promises of all, any, none, not, atLeast and the quantifiers, whatever they are about.</summary>
public class LogicLaws
{
    [Law]
    internal void DeMorgan(ConditionCase @case)
    {
        var (a, b) = (@case.Conditions[0], @case.Conditions[1]);
        Same(@case, Checked.Not(Checked.All(a, b)), Checked.Any(Checked.Not(a), Checked.Not(b)));
        Same(@case, Checked.Not(Checked.Any(a, b)), Checked.All(Checked.Not(a), Checked.Not(b)));
    }

    [Law]
    internal void NotNotIsNothing(ConditionCase @case) => Same(@case, Checked.Not(Checked.Not(@case.Conditions[0])), @case.Conditions[0]);

    [Law]
    internal void NoneIsNotAny(ConditionCase @case)
    {
        ConditionSyntax[] all = [.. @case.Conditions];
        Same(@case, Checked.None(all), Checked.Not(Checked.Any(all)));
    }

    [Law]
    internal void OrderMeansNothingInAllAndAny(ConditionCase @case)
    {
        ConditionSyntax[] all = [.. @case.Conditions];
        ConditionSyntax[] turned = [all[2], all[0], all[1]];
        Same(@case, Checked.All(all), Checked.All(turned));
        Same(@case, Checked.Any(all), Checked.Any(turned));
        Same(@case, Checked.AtLeast(2, all), Checked.AtLeast(2, turned));
    }

    [Law]
    internal void AtLeastOneIsAnyAndAtLeastAllIsAll(ConditionCase @case)
    {
        ConditionSyntax[] all = [.. @case.Conditions];
        Same(@case, Checked.AtLeast(1, all), Checked.Any(all));
        Same(@case, Checked.AtLeast(all.Length, all), Checked.All(all));
    }

    [Law]
    internal void AllDistributesOverAny(ConditionCase @case)
    {
        var (a, b, c) = (@case.Conditions[0], @case.Conditions[1], @case.Conditions[2]);
        Same(@case, Checked.All(a, Checked.Any(b, c)), Checked.Any(Checked.All(a, b), Checked.All(a, c)));
    }

    [Law]
    internal void EveryIsNoOneThatDoesNotAndNoIsNotSome(ConditionCase @case)
    {
        foreach (var some in @case.Conditions.SelectMany(Quantifiers).Where(q => q.Where is not null))
        {
            Same(
                @case,
                some with { Kind = QuantifierKind.No, Satisfy = null },
                Checked.Not(some with { Kind = QuantifierKind.Some, Satisfy = null }));
            Same(
                @case,
                some with { Kind = QuantifierKind.Every, Where = null, Satisfy = some.Where },
                some with { Kind = QuantifierKind.No, Satisfy = null, Where = Checked.Not(some.Where!) });
        }
    }

    [Law]
    internal void EveryWithWhereIsEveryOneThatDoesNotMeetItOrSatisfies(ConditionCase @case)
    {
        foreach (var every in @case.Conditions.SelectMany(Quantifiers).Where(q => q is { Where: not null, Satisfy: not null }))
        {
            Same(@case, every, every with { Where = null, Satisfy = Checked.Any(Checked.Not(every.Where!), every.Satisfy!) });
        }
    }

    [Law]
    internal void SomeIsACountOfAtLeastOne(ConditionCase @case)
    {
        foreach (var some in @case.Conditions.SelectMany(Quantifiers))
        {
            var count = new QuantityOperandSyntax(default, QuantityKind.Count, some.List, some.As, some.Where);
            var one = (AtLeastOfSyntax)Checked.AtLeast(1, some);
            Same(
                @case,
                some with { Kind = QuantifierKind.Some, Satisfy = null },
                new ValueTestSyntax(default, count, new ComparisonSyntax(default, ComparisonOperator.AtLeast, one.Number)));
        }
    }

    // Quantifiers that stand at the scenario itself, so that they can be evaluated alone.
    private static IEnumerable<QuantifierSyntax> Quantifiers(ConditionSyntax condition) => condition switch
    {
        QuantifierSyntax q => [q],
        CompositionSyntax c => c.Conditions.SelectMany(Quantifiers),
        NotSyntax n => Quantifiers(n.Condition),
        AtLeastOfSyntax a => a.Conditions.SelectMany(Quantifiers),
        _ => [],
    };

    // A quantity beyond measure ends evaluation, and which part is looked at first is nobody's promise.
    private static void Same(ConditionCase @case, ConditionSyntax left, ConditionSyntax right)
    {
        if (@case.Truth(left) is { } a && @case.Truth(right) is { } b)
        {
            Assert.Equal(a, b);
        }
    }
}
