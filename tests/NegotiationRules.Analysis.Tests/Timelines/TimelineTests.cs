using NegotiationRules.Tests.Support;

namespace NegotiationRules.Analysis.Tests.Timelines;

/// <summary>What a user holds in their hands.</summary>
public sealed class TimelineTests
{
    private static readonly RuleSet Rules = RuleSet.Load(Repository.At("rules/treaty-entry-into-force"));
    private static readonly Scenario Kyoto =
        Scenario.Load(Repository.At("rules/treaty-entry-into-force/scenarios/kyoto-eve.scenario.json"));

    private static readonly Timeline Timeline = Rules.Timeline(Kyoto, new DateOnly(2000, 1, 1), new DateOnly(2010, 1, 1));

    [Fact]
    public void ItTellsWhatHoldsAtFirstAndAtLast()
    {
        Assert.Equal(StageOutcome.Invalid, Timeline.First.Outcome);
        Assert.Equal(StageOutcome.Valid, Timeline.Last.Outcome);
        Assert.Equal(Timeline.On(Timeline.From).ToString(), Timeline.First.ToString());
        Assert.Equal("treaty-entry-into-force from 2000-01-01 to 2010-01-01 (4 changes)", Timeline.ToString());
    }

    [Fact]
    public void AnyDayCanBeAskedForWithItsReasons()
    {
        var verdict = Timeline.On(new DateOnly(2005, 2, 15));

        Assert.Equal(["kyoto-emissions"], verdict.Stage("entry-into-force").Blocking.Select(rule => rule.Rule.Id));
        Assert.Equal(Rules.Evaluate(Kyoto.With("asOf", new DateOnly(2005, 2, 15))).Explain().ToText(), verdict.Explain().ToText());
    }

    [Fact]
    public void ChangesStandInTheOrderOfDaysAndRulesComeBeforeStages() =>
        Assert.Equal(
            [
                "2002-08-21 kyoto-parties: violated → satisfied",
                "2005-01-31 consents-still-to-come: raised → clear",
                "2005-02-16 kyoto-emissions: violated → satisfied",
                "2005-02-16 entry-into-force: invalid → valid",
            ],
            Timeline.Changes.Select(change => change.ToString()));

    [Fact]
    public void TheReasonOfAStageIsTheRuleThatTurned()
    {
        var stage = Timeline.Changes.OfType<StageChange>().Single();

        Assert.Equal(["Kyoto Protocol: those who consented emit enough: satisfied"], stage.Because);
        Assert.Equal(Timeline.Changes.OfType<RuleChange>().Last().Facts, stage.Facts);
    }

    [Fact]
    public void TheScenarioStaysAsItIsAndItsDayIsSetAside()
    {
        var text = Kyoto.ToString();

        Assert.Equal(
            Timeline.Changes.Select(change => change.ToString()),
            Rules.Timeline(Kyoto.With("asOf", "2031"), Timeline.From, Timeline.To).Changes.Select(change => change.ToString()));
        Assert.Equal(text, Kyoto.ToString());
    }

    [Fact]
    public void ManyThreadsMayReadIt()
    {
        var timeline = Rules.Timeline(Kyoto, Timeline.From, Timeline.To);

        Parallel.For(0, 16, _ =>
        {
            Assert.All(timeline.Changes, change => Assert.NotEmpty(change.Because));
            Assert.Equal(StageOutcome.Valid, timeline.Last.Outcome);
            Assert.Equal(RuleOutcome.Satisfied, timeline.RuleOn("kyoto-parties", new DateOnly(2003, 1, 1)));
        });
    }

    [Fact]
    public void WhatCannotBeAskedIsSaidToBeSo()
    {
        Assert.Equal("fact", Assert.Throws<ArgumentException>(() => Rules.Timeline(Kyoto, fact: "consents.date")).ParamName);
        Assert.Equal(
            "to",
            Assert.Throws<ArgumentException>(() => Rules.Timeline(Kyoto, new DateOnly(2001, 1, 1), new DateOnly(2000, 1, 1))).ParamName);
        Assert.Throws<ScenarioException>(() => Rules.Timeline(Scenario.Parse("""{ "consent": [] }""")));
        Assert.Throws<ArgumentOutOfRangeException>(() => Timeline.RuleOn("kyoto-parties", new DateOnly(1999, 12, 31)));
        Assert.Throws<KeyNotFoundException>(() => Timeline.RuleOn("kyoto", Timeline.From));
        Assert.Throws<KeyNotFoundException>(() => Timeline.StageOn("force", Timeline.From));
    }
}
