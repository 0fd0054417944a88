using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Tests.Agreement;

namespace NegotiationRules.Tests.Laws;

/// <summary>What selections of elements have to do with each other, on any list, whatever is known of it.</summary>
public class SelectionLaws
{
    [Law]
    internal void WhatIsTakenIsThePrefixOfAllInOrder(ConditionCase @case) => Each(@case, (selection, elements) =>
    {
        var all = elements(selection with { Skip = null, Take = null });
        for (var count = 0; all.IsComplete && count <= all.Known.Count + 1; count++)
        {
            var taken = elements(selection with { Skip = null, Take = Number(count), HasTies = false });
            Assert.True(taken.IsComplete);
            Assert.Equal(Places(all).Take(count), Places(taken));
        }
    });

    [Law]
    internal void WhatIsSkippedAndWhatIsTakenMakeUpTheWhole(ConditionCase @case) =>
        Each(
            @case,
            (selection, elements) =>
            {
                var all = elements(selection with { Skip = null, Take = null });
                for (var count = 0; all.IsComplete && count <= all.Known.Count + 1; count++)
                {
                    Assert.Equal(
                        Places(all),
                        [
                            .. Places(elements(selection with { Skip = null, Take = Number(count), HasTies = false })),
                            .. Places(elements(selection with { Skip = Number(count), Take = null })),
                        ]
                    );
                }
            }
        );

    [Law]
    internal void ReversedTwiceIsAsItWas(ConditionCase @case) => Each(@case, (selection, elements) =>
    {
        var whole = selection with { Skip = null, Take = null, IsReversed = false };
        var (forwards, backwards) = (elements(whole), elements(whole with { IsReversed = true }));
        if (forwards.IsComplete && backwards.IsComplete)
        {
            Assert.Equal(Places(forwards), Places(backwards).Reverse());
        }
    });

    [Law]
    internal void OrderingChangesWhereElementsStandAndNotWhichTheyAre(ConditionCase @case) => Each(@case, (selection, elements) =>
    {
        var ordered = elements(selection with { Skip = null, Take = null, Distinct = [] });
        var unordered = elements(selection with { Skip = null, Take = null, Distinct = [], OrderBy = [], IsReversed = false });
        if (ordered.IsComplete)
        {
            Assert.Equal(Places(unordered).Order(StringComparer.Ordinal), Places(ordered).Order(StringComparer.Ordinal));
        }
    });

    [Law]
    internal void DistinctElementsDifferAndLeaveNoValueOut(ConditionCase @case) =>
        Each(
            @case,
            (selection, elements) =>
            {
                if (
                    selection.Distinct is [var key]
                    && elements(selection with { Skip = null, Take = null, OrderBy = [], IsReversed = false })
                        is { IsComplete: true } distinct
                )
                {
                    var keys = distinct.Known.Select(e => SelectionKey.Of(key, e)).ToList();
                    var all = elements(selection with { Skip = null, Take = null, OrderBy = [], IsReversed = false, Distinct = [] })
                        .Known.Select(e => SelectionKey.Of(key, e))
                        .ToList();
                    Assert.Equal(keys.Count, keys.Distinct().Count());
                    Assert.Equal(all.Distinct(), keys);
                }
            }
        );

    [Law]
    internal void WithTiesTheLastThatIsTakenAndTheNextStandApart(ConditionCase @case) => Each(@case, (selection, elements) =>
    {
        var all = elements(selection with { Skip = null, Take = null });
        for (var count = 0; all.IsComplete && count <= all.Known.Count + 1; count++)
        {
            var taken = elements(selection with { Skip = null, Take = Number(count), HasTies = true }).Known;
            Assert.Equal(Places(all).Take(taken.Count), taken.Select(Place));
            Assert.InRange(taken.Count, Math.Min(count, all.Known.Count), count == 0 ? 0 : all.Known.Count);
            Assert.All(taken.Skip(count), element => Assert.True(AreLevel(element, taken[count - 1])));
            Assert.False(taken.Count > 0 && taken.Count < all.Known.Count && AreLevel(taken[^1], all.Known[taken.Count]));
        }

        bool AreLevel(Scope a, Scope b) => selection.OrderBy.All(key => SelectionKey.Of(key.Key, a) == SelectionKey.Of(key.Key, b));
    });

    // What more is known of a scenario, the known elements stay those, and there are never more than was said there could be.
    [Law]
    internal void MoreInformationKeepsWhatIsSelected(ConditionCase @case)
    {
        var random = new Random(@case.Seed);
        var settled = @case.Scenario.Refine(random, thoroughly: true);
        foreach (var list in Lists(@case))
        {
            if (Elements(list, @case, @case.Scenario) is not { } before || Elements(list, @case, settled) is not { } after)
            {
                continue;
            }

            if (before.IsComplete)
            {
                Assert.True(after.IsComplete);
                Assert.Equal(Places(before), Places(after));
            }

            var most = before.Further.Aggregate((long?)before.Known.Count, (sum, further) => sum + further.Most);
            Assert.True(most is not { } bound || after.Known.Count <= bound, $"{after.Known.Count} of at most {most}");
            Assert.Subset(Places(after).Concat(after.IsComplete ? [] : Places(before)).ToHashSet(), Places(before).ToHashSet());
        }
    }

    private static Constant Number(int number) =>
        new(default, new Measure(MeasureKind.Exact), NegotiationRules.Facts.FactValue.OfSteps(number), null);

    private static void Each(ConditionCase @case, Action<Selection, Func<Selection, Elements>> check)
    {
        var scope = Scope.Of(Checked.Facts(@case.Vocabulary, @case.Scenario));
        foreach (var list in Lists(@case))
        {
            try
            {
                check(list.Selection!, selection => Selections.Of(selection, scope));
            }
            catch (OverflowException)
            {
                // A key that grows beyond measure orders nothing.
            }
        }
    }

    // Selections that are made at the scenario itself.
    private static IEnumerable<ListReference> Lists(ConditionCase @case) => @case.Conditions
        .Select(c => Checked.Condition(@case.Vocabulary, c))
        .OfType<Condition>()
        .SelectMany(c => c.All())
        .SelectMany(node => Lists(node.List))
        .Where(list => list.Selection is not null && list.Around is null or 0);

    private static IEnumerable<ListReference> Lists(ListReference? list) =>
        list is null ? [] : Lists(list.Selection?.From).Prepend(list);

    private static Elements? Elements(ListReference list, ConditionCase @case, GeneratedScenario scenario)
    {
        try
        {
            return NegotiationRules.Evaluation.Elements.Of(list, Scope.Of(Checked.Facts(@case.Vocabulary, scenario)));
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    // Where each element stands in the list that it is from; the values of a parameter by themselves.
    private static IEnumerable<string> Places(Elements elements) => elements.Known.Select(Place);

    private static string Place(Scope element) =>
        element.Outer is null ? string.Empty
        : element.List is null
            ? $"{Place(element.Outer)}={element.Element.Kind}"
                + (element.Element.Kind == NegotiationRules.Facts.FactKind.Text ? element.Element.Text : $"{element.Element.Steps}")
        : $"{Place(element.Outer)}/{element.List.Path}[{element.Index}]";
}
