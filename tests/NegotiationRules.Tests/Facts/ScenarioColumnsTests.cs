using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Tests.Facts;

/// <summary>A simulation writes facts straight into the columns of a batch, and gets the outcomes of the same scenarios written as
/// JSON.</summary>
public class ScenarioColumnsTests
{
    private static readonly RuleSet Rules = RuleSet.Parse("""
        {
          "name": "t", "stages": ["talks"],
          "rules": [
            { "id": "military", "require": { "every": "parties", "satisfy": { "some": "delegates", "where": { "role": "military" } } } },
            { "id": "term", "require": { "agreement.termYears": { "atLeast": 10 } } },
            { "id": "venue", "require": { "talks.venue": { "in": ["Geneva", "Vienna"] } } },
            { "id": "soon", "require": { "talks.start": { "onOrBefore": { "fact": "asOf", "plus": "P30D" } } } },
            { "id": "binding", "require": { "agreement.legallyBinding": true } }
          ]
        }
        """);

    [Fact]
    public void WrittenColumnsGiveTheOutcomesOfTheSameScenarios()
    {
        const int Count = 200;
        var (written, added) = (new ScenarioBatch(Rules), new ScenarioBatch(Rules));
        Write(written, Count);
        for (var i = 0; i < Count; i++)
        {
            added.Add(At(i));
        }

        written.Evaluate();
        added.Evaluate();

        Assert.Equal(Count, written.Count);
        for (var i = 0; i < Count; i++)
        {
            Assert.Equal(added.ToVerdict(i).Rules.Select(r => r.Outcome), Rules.Rules.Select((_, rule) => written.OutcomeOf(i, rule)));
        }

        Assert.All(Enum.GetValues<RuleOutcome>(), outcome => Assert.Equal(added.CountOf(1, outcome), written.CountOf(1, outcome)));
    }

    [Fact]
    public void AVerdictOnAWrittenScenarioHasItsReasons()
    {
        var batch = new ScenarioBatch(Rules);
        Write(batch, 3);
        batch.Evaluate();

        Assert.Equal(Rules.Evaluate(At(2)).ToString(), batch.ToVerdict(2).ToString());
    }

    // A start so late that thirty days more are beyond the calendar.
    [Fact]
    public void AWrittenScenarioBeyondMeasureHasItsFault()
    {
        var batch = new ScenarioBatch(Rules);
        var columns = batch.BeginColumns(2);
        columns.Days("asOf").Fill(DateOnly.MaxValue.DayNumber);
        columns.Days("asOf")[0] = new DateOnly(2022, 1, 1).DayNumber;
        columns.Days("talks.start").Fill(new DateOnly(2022, 1, 10).DayNumber);
        columns.End();
        batch.Evaluate();

        Assert.Equal(RuleOutcome.Satisfied, batch.OutcomeOf(0, 3));
        Assert.Equal("NR4100", Assert.Single(batch.DiagnosticsOf(1)).Code);
        Assert.Equal(1, batch.CountOf(3, RuleOutcome.Satisfied));
    }

    [Fact]
    public void AValueOutOfBoundsIsRefused()
    {
        var columns = new ScenarioBatch(Rules).BeginColumns(3);
        columns.LongIntegers("agreement.termYears").Fill(-1);

        Assert.Contains(
            "`agreement.termYears` cannot be what was written at place 0",
            Assert.Throws<InvalidOperationException>(columns.End).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void AfterColumnsThatWereRefusedTheBatchIsEmptyAndTakesScenarios()
    {
        var batch = new ScenarioBatch(Rules);
        var columns = batch.BeginColumns(3);
        columns.LongIntegers("agreement.termYears").Fill(-1);
        Assert.Throws<InvalidOperationException>(columns.End);

        batch.Add(At(1));
        batch.Evaluate();

        Assert.Equal(1, batch.Count);
        Assert.Equal(Rules.Evaluate(At(1)).ToString(), batch.ToVerdict(0).ToString());
    }

    [Fact]
    public void ScenariosAreNotAddedToColumnsUntilTheBatchIsCleared()
    {
        var batch = new ScenarioBatch(Rules);
        Write(batch, 3);

        Assert.Throws<InvalidOperationException>(() => batch.Add(At(1)));
        batch.Clear();
        batch.Add(At(1));
        batch.Evaluate();

        Assert.Equal(Rules.Evaluate(At(1)).ToString(), batch.ToVerdict(0).ToString());
    }

    // More texts than a batch remembers that nobody asked it to.
    [Fact]
    public void TheCodeOfATextStaysTheSameHoweverManyThereAre()
    {
        var rules = RuleSet.Parse("""
            { "name": "t", "stages": ["talks"], "rules": [ { "id": "elsewhere",
              "require": { "talks.venue": { "isNot": { "fact": "talks.topic" } } } } ] }
            """);
        var batch = new ScenarioBatch(rules);
        var columns = batch.BeginColumns(1);
        int[] codes = [.. Enumerable.Range(0, 5000).Select(i => columns.CodeOf($"text {i}"))];

        for (var run = 0; run < 3; run++)
        {
            batch.Clear();
            batch.BeginColumns(2);
            columns.Texts("talks.venue").Fill(codes[4999]);
            columns.Texts("talks.topic")[0] = codes[0];
            columns.Texts("talks.topic")[1] = columns.CodeOf("text 4999");
            columns.End();
            batch.Evaluate();

            Assert.Equal([RuleOutcome.Satisfied, RuleOutcome.Violated], [batch.OutcomeOf(0, 0), batch.OutcomeOf(1, 0)]);
        }
    }

    // More texts than are remembered, and one of the first again at the end.
    [Fact]
    public void ATextThatWasForgottenIsNumberedAnew()
    {
        var codes = new TextCodes([]);
        foreach (var number in Enumerable.Range(0, 5000).Append(0))
        {
            codes.CodeOf($"text {number}");
        }

        codes.Clear();

        Assert.NotEqual(codes.CodeOf("another text"), codes.CodeOf("text 0"));
    }

    [Fact]
    public void ColumnsThatWereNotEndedAreNotEvaluated()
    {
        var batch = new ScenarioBatch(Rules);
        batch.BeginColumns(1);

        Assert.Throws<InvalidOperationException>(() => batch.Evaluate());
    }

    [Fact]
    public void AfterTheEndNothingIsWritten()
    {
        var batch = new ScenarioBatch(Rules);
        var columns = batch.BeginColumns(2);
        columns.Booleans("agreement.legallyBinding")[0] = 0b01;
        columns.End();
        batch.Evaluate();

        Assert.Throws<InvalidOperationException>(() => columns.Booleans("agreement.legallyBinding"));
        Assert.Throws<InvalidOperationException>(() => columns.Known("agreement.legallyBinding"));
        Assert.Throws<InvalidOperationException>(() => columns.SetLists("parties", 1));
        Assert.Throws<InvalidOperationException>(columns.End);
        Assert.Equal(1, batch.CountOf(4, RuleOutcome.Satisfied));
    }

    [Fact]
    public void LengthsThatWereRefusedCanBeSaidAnew()
    {
        var columns = new ScenarioBatch(Rules).BeginColumns(2);

        Assert.Equal("lengths", Assert.Throws<ArgumentException>(() => columns.SetLists("parties", [1])).ParamName);
        Assert.Equal("lengths", Assert.Throws<ArgumentOutOfRangeException>(() => columns.SetLists("parties", [1, -1])).ParamName);
        Assert.Equal("length", Assert.ThrowsAny<ArgumentException>(() => columns.SetLists("parties", int.MaxValue)).ParamName);
        Assert.Equal(
            "lengths",
            Assert.ThrowsAny<ArgumentException>(() => columns.SetLists("parties", [int.MaxValue, int.MaxValue])).ParamName
        );
        columns.SetLists("parties", [1, 2]);

        columns.SetLists("parties.delegates", 1);
        Assert.Equal(3, columns.Texts("parties.delegates.role").Length);
    }

    [Fact]
    public void TheWrongKindOfColumnIsNamed()
    {
        var columns = new ScenarioBatch(Rules).BeginColumns(1);

        Assert.Contains(
            "LongIntegers",
            Assert.Throws<ArgumentException>(() => columns.Integers("agreement.termYears").Length).Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "No rule reads a fact 'talks.mediated'. (",
            Assert.Throws<ArgumentException>(() => columns.Booleans("talks.mediated").Length).Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "No rule reads a fact 'agreement.termYear', and the vocabulary has none: did you mean 'agreement.termYears'?",
            Assert.Throws<ArgumentException>(() => columns.LongIntegers("agreement.termYear").Length).Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "No rule goes over a list 'partis', and the vocabulary has none: did you mean 'parties'?",
            Assert.Throws<ArgumentException>(() => columns.SetLists("partis", 1)).Message,
            StringComparison.Ordinal
        );
        Assert.False(columns.Has("talks.mediated"));
        Assert.True(columns.Has("parties.delegates"));
    }

    [Fact]
    public void RulesThatNeedWholeScenariosSayWhich()
    {
        var rules = RuleSet.Parse("""
            { "name": "t", "stages": ["talks"], "rules": [ { "id": "slow",
              "require": { "agreement.withdrawalNotice": { "atLeast": "P3M" } } } ] }
            """);

        Assert.Contains(
            "'slow'",
            Assert.Throws<InvalidOperationException>(() => new ScenarioBatch(rules).BeginColumns(1)).Message,
            StringComparison.Ordinal
        );
    }

    // Rules that only ask whether something is known: of a number, a text, a list and an object, at the top and in elements.
    private static readonly RuleSet Knowing = RuleSet.Parse("""
        {
          "name": "t", "stages": ["talks"],
          "rules": [
            { "id": "term", "require": { "agreement.termYears": { "known": true } } },
            { "id": "no-venue", "require": { "talks.venue": { "known": false } } },
            { "id": "agreement", "require": { "agreement": { "known": true } } },
            { "id": "demands", "require": { "demands": { "known": true } } },
            { "id": "names", "require": { "every": "parties", "satisfy": { "kind": { "known": true }, "delegates": { "known": true } } } }
          ]
        }
        """);

    [Fact]
    public void FactsOfWhichRulesOnlyAskWhetherTheyAreKnownCanBeWritten()
    {
        var batch = new ScenarioBatch(Knowing);
        var columns = batch.BeginColumns(2);
        Assert.All(
            ["agreement.termYears", "talks.venue", "agreement", "demands", "parties.kind", "parties.delegates"],
            path => Assert.True(columns.Has(path), path)
        );
        columns.SetLists("demands", 3);
        columns.SetLists("parties", [1, 1]);
        columns.SetLists("parties.delegates", [0, 2]);
        columns.LongIntegers("agreement.termYears").Fill(10);
        columns.Known("agreement.termYears")[0] = 0b01;
        columns.Texts("talks.venue").Fill(columns.CodeOf("Geneva"));
        columns.Known("talks.venue")[0] = 0b10;
        columns.Texts("parties.kind").Fill(columns.CodeOf("state"));
        columns.End();
        batch.Evaluate();

        Assert.Equal(Enumerable.Repeat(RuleOutcome.Satisfied, 5), Knowing.Rules.Select(rule => batch.OutcomeOf(0, rule.Index)));
        Assert.Equal(
            [RuleOutcome.Violated, RuleOutcome.Violated, RuleOutcome.Satisfied, RuleOutcome.Satisfied, RuleOutcome.Satisfied],
            Knowing.Rules.Select(rule => batch.OutcomeOf(1, rule.Index)));
    }

    [Fact]
    public void WhatIsNotWrittenIsNotKnownAndAnObjectCanBeSaidToBe()
    {
        var batch = new ScenarioBatch(Knowing);
        var columns = batch.BeginColumns(2);
        columns.Known("agreement")[0] = 0b01;
        columns.Known("demands")[0] = 0b10;
        columns.End();
        batch.Evaluate();

        Assert.Equal([RuleOutcome.Satisfied, RuleOutcome.Violated], [batch.OutcomeOf(0, 2), batch.OutcomeOf(1, 2)]);
        Assert.Equal([RuleOutcome.Violated, RuleOutcome.Satisfied], [batch.OutcomeOf(0, 3), batch.OutcomeOf(1, 3)]);
        Assert.Equal(RuleOutcome.Violated, batch.OutcomeOf(0, 0));
        Assert.Equal(batch.OutcomeOf(0, 3), batch.ToVerdict(0).Rules[3].Outcome);
    }

    private static void Write(ScenarioBatch batch, int count)
    {
        var columns = batch.BeginColumns(count);
        columns.SetLists("parties", 2);
        columns.SetLists("parties.delegates", 2);
        var (military, diplomat, geneva, minsk) = (
            columns.CodeOf("military"), columns.CodeOf("diplomat"), columns.CodeOf("Geneva"), columns.CodeOf("Minsk")
        );
        var roles = columns.Texts("parties.delegates.role");
        var years = columns.LongIntegers("agreement.termYears");
        var venues = columns.Texts("talks.venue");
        var binding = columns.Booleans("agreement.legallyBinding");
        columns.Days("asOf").Fill(new DateOnly(2022, 1, 1).DayNumber);
        var starts = columns.Days("talks.start");
        var known = columns.Known("agreement.termYears");
        binding.Clear();
        for (var i = 0; i < count; i++)
        {
            years[i] = i % 20;
            venues[i] = i % 3 == 0 ? minsk : geneva;
            starts[i] = new DateOnly(2022, 1, 1).DayNumber + (i % 60);
            binding[i >> 6] |= (ulong)(i & 1) << i;
            known[i >> 6] &= i % 7 == 0 ? ~(1ul << i) : ulong.MaxValue;
            for (var delegated = 0; delegated < 4; delegated++)
            {
                roles[(4 * i) + delegated] = (i >> delegated & 1) != 0 ? military : diplomat;
            }
        }

        columns.End();
    }

    private static Scenario At(int i)
    {
        var scenario = Scenario
            .Create()
            .Set("asOf", new DateOnly(2022, 1, 1))
            .Set("talks.venue", i % 3 == 0 ? "Minsk" : "Geneva")
            .Set("talks.start", new DateOnly(2022, 1, 1).AddDays(i % 60))
            .Set("agreement.legallyBinding", (i & 1) != 0)
            .Set("agreement.termYears", i % 7 == 0 ? null : i % 20);
        for (var party = 0; party < 2; party++)
        {
            var first = 2 * party;
            scenario.Add(
                "parties",
                p => p.Add("delegates", d => d.Set("role", Role(first))).Add("delegates", d => d.Set("role", Role(first + 1)))
            );
        }

        return scenario.Build();

        string Role(int delegated) => (i >> delegated & 1) != 0 ? "military" : "diplomat";
    }
}
