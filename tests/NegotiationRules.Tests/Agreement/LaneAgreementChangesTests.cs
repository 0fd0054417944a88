using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;
using Xunit.Abstractions;

namespace NegotiationRules.Tests.Agreement;

/// <summary>After changed facts, what is worked out again is what a whole run gives, and what flipped is what differs.</summary>
public class LaneAgreementChangesTests(ITestOutputHelper output)
{
    private static readonly int Cases = CaseCount.Of(75);

    [Fact]
    public void UpdatesOfGeneratedRulesEqualWholeRuns()
    {
        var flips = 0;
        foreach (var c in Generated.Cases(Seed.Of(output), Cases))
        {
            if (c.Rules.Rules is { } rules)
            {
                flips += FlipsOf(rules, new Random(c.Seed), 8);
            }
        }

        Assert.True(flips > Cases, $"only {flips} outcomes flipped");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(70)]
    [InlineData(130)]
    public void UpdatesOfManyLanesEqualWholeRuns(int times) =>
        Assert.NotEqual(0, FlipsOf(LaneAgreementForms.Make(times), new Random(times), 60));

    [Theory]
    [InlineData(1)]
    [InlineData(70)]
    public void UpdatesWithoutAMachineEqualWholeRuns(int times) =>
        Assert.NotEqual(0, FlipsOf(LaneAgreementForms.MakeWithoutMachine(times), new Random(times), 60));

    // All was known so far. What comes with a list is looked at, though only the list is said to have changed.
    [Theory]
    [InlineData("""{ "on": "2022" }""", RuleOutcome.Unknown)]
    [InlineData("""{ "on": "2022-05" }""", RuleOutcome.Satisfied)]
    [InlineData("{}", RuleOutcome.Unknown)]
    public void ElementsOfWhichSomethingIsOpenAreSeenWhenOnlyTheirListIsSaidToHaveChanged(string element, RuleOutcome expected)
    {
        var rules = RuleSet.Parse(
            """
            { "name": "t", "stages": ["talks"], "rules": [
                { "id": "early", "require": { "every": "rounds", "satisfy": { "on": { "before": "2022-06-01" } } } } ] }
            """,
            new RuleSetOptions
            {
                Vocabulary = Vocabulary.Parse(
                    """
                    { "properties": { "rounds": { "type": "array", "items": {
                        "properties": { "on": { "type": "string", "format": "date" } } } } } }
                    """,
                    "t"
                ),
            }
        );
        var run = new LaneAgreementRun(rules);
        run.Fill(Bound(rules, """{ "rounds": [ { "on": "2022-01-10" } ] }"""));
        run.Machine.Start(run.Table, null);
        Assert.Equal(RuleOutcome.Satisfied, run.Machine.Outcomes.OutcomeOf(0));

        run.Fill(Bound(rules, $$"""{ "rounds": [ { "on": "2022-01-10" }, {{element}} ] }"""));
        run.Machine.Update([], [1]);

        Assert.Equal(expected, run.Machine.Outcomes.OutcomeOf(0));
    }

    private static FactRecord Bound(RuleSet rules, string scenario) => Scenario.Parse(scenario).Bind(rules.Vocabulary, new DiagnosticBag());

    [Fact]
    public void AnUpdateThatFlipsNothingAllocatesNothing()
    {
        var rules = LaneAgreementForms.Make(70);
        var run = new LaneAgreementRun(rules);
        run.Fill(Facts(rules, new Random(1), 40)!);
        run.Machine.Start(run.Table, static _ => Truth.Unknown);
        var column = run.Table.Columns.First(c => c.Column.Path == "small");
        int[] changed = [column.Column.Index];

        Assert.Equal(0, FillAgreement.Garbage(() =>
        {
            for (var i = 0; i < 3; i++)
            {
                column.Set(0, FactValue.OfSteps(i));
                run.Machine.Update(changed, []);
            }
        }));
    }

    // Changes some values of columns at a time, and now and then everything, lists included.
    private static int FlipsOf(RuleSet rules, Random random, int changes)
    {
        var run = new LaneAgreementRun(rules);
        if (Facts(rules, random, 30) is not { } facts)
        {
            return 0;
        }

        var walked = facts;
        Truth Walk(Condition condition) => TreeWalk.Evaluate(condition, Scope.Of(walked));
        run.Fill(facts);
        run.Machine.Start(run.Table, Walk);
        var whole = new LaneMachine(run.Lanes);
        var (before, after) = (new RuleOutcome[rules.Rules.Count], new RuleOutcome[rules.Rules.Count]);
        whole.Run(run.Table, Walk);
        whole.Outcomes.CopyOutcomes(before);
        var (flips, wasBeyond) = (0, whole.IsBeyond);
        for (var i = 0; i < changes; i++)
        {
            if (Facts(rules, random, 20 + i) is not { } other)
            {
                continue;
            }

            ReadOnlySpan<LaneFlip> flipped;
            if (random.Next(4) == 0)
            {
                walked = other;
                run.Fill(other);

                // With a list go the facts of its elements, and the lists inside them.
                flipped = run.Machine.Update(
                    [.. run.Table.Columns.Where(c => c.Column.Level == 0).Select(c => c.Column.Index)],
                    [.. run.Table.Levels.Skip(1).Where(l => l.Level.Parent == 0).Select(l => l.Level.Index)]);
            }
            else
            {
                flipped = run.Machine.Update(Change(run.Table, other, random), []);
            }

            whole.Run(run.Table, Walk);
            whole.Outcomes.CopyOutcomes(after);
            Assert.Equal(whole.IsBeyond, run.Machine.IsBeyond);
            if (whole.IsBeyond)
            {
                wasBeyond = true;
                continue;
            }

            for (var rule = 0; rule < after.Length; rule++)
            {
                if (after[rule] != run.Machine.Outcomes.OutcomeOf(rule))
                {
                    Assert.Fail(
                        $"rule {rules.Rules[rule].Id}: whole run {after[rule]}, update "
                            + $"{run.Machine.Outcomes.OutcomeOf(rule)}\n{rules.DescribeProgram()}"
                    );
                }
            }

            if (!wasBeyond)
            {
                var expected = Enumerable
                    .Range(0, after.Length)
                    .Where(rule => before[rule] != after[rule])
                    .Select(rule => new LaneFlip(rule, before[rule], after[rule]));
                Assert.Equal(expected, flipped.ToArray().OrderBy(flip => flip.Rule));
                flips += flipped.Length;
            }

            after.CopyTo(before, 0);
            wasBeyond = false;
        }

        return flips;
    }

    // Gives elements of a few columns the values that elements of another scenario have.
    private static int[] Change(FactTable table, FactRecord other, Random random)
    {
        var values = new FactTable(table.Layout, []);
        values.Add(other);
        var changed = new List<int>();
        foreach (var column in table.Columns)
        {
            var from = values.Columns[column.Column.Index];
            if (random.Next(3) > 0 || column.Count == 0 || from.Count == 0)
            {
                continue;
            }

            var element = random.Next(column.Count);
            var value = random.Next(from.Count);
            if (Bits.Get(table.Levels[column.Column.Level].Supposed, element) || !Bits.Get(from.Known, value))
            {
                column.Set(element, FactValue.Unknown);
            }
            else if (column.Column.Storage == ColumnStorage.Presence)
            {
                column.Set(element, FactValue.Of(true));
            }
            else
            {
                column.Set(element, from[value]);
            }

            changed.Add(column.Column.Index);
        }

        return [.. changed];
    }

    private static FactRecord? Facts(RuleSet rules, Random random, int size)
    {
        var bag = new DiagnosticBag();
        var facts = GeneratedScenario.Make(random, rules.Vocabulary, size).Scenario.Bind(rules.Vocabulary, bag);
        return bag.HasErrors ? null : facts;
    }
}
