using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NegotiationRules.RulesEngine.Tests;

/// <summary>Which rules are evaluated here, which are given away, and that it can be seen.</summary>
public sealed class HandOverTests
{
    [Fact]
    public async Task WhatTranslatesIsEvaluatedHereAndTheRestIsHandedOver()
    {
        var engine = new NegotiationRulesEngine([Workflow("visible",
            ("here", "input1.Votes > 3 && input1.Name != null"),
            ("away", "input1.GetHashCode() == 0"),
            ("wrong", "input1.Nothing > 3"))]);

        Assert.Empty(HandedOverRules.Of(engine, "visible"));
        await engine.ExecuteAllRulesAsync("visible", new Vote { Votes = 4, Name = "US" });

        var handedOver = HandedOverRules.Of(engine, "visible");
        Assert.Equal(["away", "wrong"], handedOver.Select(rule => rule.RuleName).Distinct());
        Assert.All(handedOver, rule => Assert.NotEmpty(rule.Reason));
    }

    [Fact]
    public async Task TheMeterTellsRulesApartByCause()
    {
        var counted = new ConcurrentQueue<(string Instrument, string Rule, string? Cause)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == HandedOverRules.MeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, count, tags, _) =>
        {
            var found = tags.ToArray().ToDictionary(t => t.Key, t => (string?)t.Value);
            if (found["workflow"] == "counted")
            {
                counted.Enqueue((instrument.Name, found["rule"]!, found.GetValueOrDefault("cause")));
            }
        });
        listener.Start();
        var engine = new NegotiationRulesEngine([
            Workflow("counted", ("here", "input1.Votes > 3"), ("away", "input1.GetHashCode() == 0"), ("null", "input1.Name.Length > 1")),
        ]);

        await engine.ExecuteAllRulesAsync("counted", new Vote { Votes = 4 });

        Assert.Equal(
            [
                ("negotiation_rules.rules.evaluated", "here", null),
                ("negotiation_rules.rules.handed_over", "away", "translation"),
                ("negotiation_rules.rules.handed_over", "null", "fault"),
            ],
            counted);
    }

    [Fact]
    public async Task ATraceShowsWhereRulesEngineIsAsked()
    {
        var traced = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == HandedOverRules.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.GetTagItem("workflow") is "traced")
                {
                    traced.Enqueue(
                        $"{activity.OperationName} {activity.GetTagItem("rule")} {activity.GetTagItem("cause")} in "
                            + $"{activity.Parent?.OperationName}"
                    );
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        var engine = new NegotiationRulesEngine([Workflow("traced", ("here", "input1.Votes > 3"), ("away", "input1.GetHashCode() == 0"))]);

        await engine.ExecuteAllRulesAsync("traced", new Vote { Votes = 4 });

        Assert.Equal(
            ["negotiation_rules.hand_over away translation in negotiation_rules.execute", "negotiation_rules.execute   in "],
            traced
        );
    }

    [Theory]
    [InlineData("input1.Votes > 3")]
    [InlineData("input1.Votes + 1 > 3 || input1.Name == \"US\"")]
    [InlineData("!(input1.Votes == 3) and input1.Name != null")]
    [InlineData("input1.Name == null || input1.Name.Contains(\"U\")")]
    [InlineData("input1.Share > 0.5 && input1.Cost <= 10.5M")]
    [InlineData("input1.Since < DateTime(2022, 1, 1)")]
    [InlineData("input1.Parts.Any(p => p.Votes > 1)")]
    [InlineData("input1.Parts.Count(Votes > 1) >= 2")]
    [InlineData("input1.Votes in (1, 2, 3)")]
    [InlineData("new[] { \"US\", \"FR\" }.Contains(input1.Name)")]
    public async Task CommonExpressionsAreEvaluatedHere(string expression)
    {
        var engine = new NegotiationRulesEngine([Workflow("common", ("rule", expression))]);
        await engine.ExecuteAllRulesAsync("common", new Vote { Name = "US", Parts = [] });
        Assert.Empty(HandedOverRules.Of(engine, "common"));
    }

    [Theory]
    [InlineData("input1.Margin > 1")]
    [InlineData("input1.Votes > 5 || input1.Kind == \"open\"")]
    [InlineData("input1.Token != null")]
    public async Task APropertyWithCodeIsReadHereOnlyIfTheUserSaysThatItIsPure(string expression)
    {
        var workflow = Workflow("code", ("rule", expression));
        var careful = new NegotiationRulesEngine([workflow]);
        var told = new NegotiationRulesEngine(
            [workflow],
            null,
            new NegotiationRulesEngineOptions { IsPure = property => property.DeclaringType == typeof(Ballot) }
        );

        Assert.True((await careful.ExecuteAllRulesAsync("code", new Ballot()))[0].IsSuccess);
        Assert.True((await told.ExecuteAllRulesAsync("code", new Ballot()))[0].IsSuccess);

        Assert.Contains("IsPure", Assert.Single(HandedOverRules.Of(careful, "code")).Reason, StringComparison.Ordinal);
        Assert.Empty(HandedOverRules.Of(told, "code"));
    }

    [Fact]
    public async Task APropertyThatADerivedTypeOverridesWithCodeIsNotReadHere()
    {
        var engine = new NegotiationRulesEngine([Workflow("derived", ("rule", "input1.Weight == 1"))]);

        Assert.True((await engine.ExecuteAllRulesAsync("derived", new Weighed()))[0].IsSuccess);
        Assert.Empty(HandedOverRules.Of(engine, "derived"));
        var counting = new Counting();
        Assert.True((await engine.ExecuteAllRulesAsync("derived", new ModelParameter("input1", counting)))[0].IsSuccess);
        Assert.Equal(1, counting.Asked);
    }

    private static ModelWorkflow Workflow(string name, params (string Name, string Expression)[] rules) => new()
    {
        WorkflowName = name,
        Rules = [.. rules.Select(rule => new ModelRule { RuleName = rule.Name, Expression = rule.Expression })],
    };

    public class Weighed
    {
        public virtual int Weight { get; set; } = 1;
    }

    public sealed class Counting : Weighed
    {
        public int Asked { get; private set; }

        public override int Weight => ++Asked;
    }

    public sealed class Ballot
    {
        public int Votes { get; set; } = 4;

        public int Margin => Votes - 2;

        public string Kind => Votes > 3 ? "open" : "closed";

        public string Token => $"{Votes} {Guid.NewGuid()}";
    }

    public sealed class Vote
    {
        public int Votes { get; set; }

        public string? Name { get; set; }

        public double Share { get; set; }

        public decimal Cost { get; set; }

        public DateTime Since { get; set; }

        public List<Vote>? Parts { get; set; }
    }
}
