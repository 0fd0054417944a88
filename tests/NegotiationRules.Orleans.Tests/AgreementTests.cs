using Microsoft.Extensions.DependencyInjection;
using NegotiationRules.Analysis.Tests.Support;
using NegotiationRules.Orleans.Tests.Support;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Orleans.Tests;

/// <summary>A negotiation has the outcomes of the tree walk on everything that ships: one negotiation of each rule set is changed from
/// scenario to scenario, and in single facts.</summary>
public sealed class AgreementTests
{
    [Fact]
    public async Task OutcomesAreThoseOfTheTreeWalkOnAllThatShipsAfterTheSameChanges()
    {
        var shipped = ShippedScenarios.All().ToList();
        await using var silos = await Silos.StartAsync(more: silo =>
        {
            foreach (var (rules, _) in shipped)
            {
                silo.Services.AddNegotiationRules(rules, Repository.At(rules));
            }
        });
        var compared = 0;
        foreach (var (rules, scenarios) in shipped)
        {
            var set = silos.Sets[rules];
            var negotiation = silos[rules];
            await negotiation.OpenAsync(rules, Scenario.Parse("{}"));
            var facts = Scenario.Parse("{}");
            foreach (var path in scenarios)
            {
                foreach (var (name, value) in Members(Scenario.Load(Repository.At(path))))
                {
                    facts = facts.With(name, value);
                    await negotiation.SetAsync(name, value);
                    Compare(set.Evaluate(facts), await negotiation.GetAsync());
                    compared++;
                }
            }
        }

        Assert.True(compared > 300, $"Only {compared} were compared.");
    }

    private static void Compare(Verdict expected, NegotiationStatus status)
    {
        Assert.Equal(expected.Outcome, status.Outcome);
        Assert.Equal(expected.Stages.Select(stage => (stage.Name, stage.Outcome)), status.Stages.Select(one => (one.Key, one.Value)));
        Assert.Equal(expected.Rules.Select(rule => (rule.Rule.Id, rule.Outcome)), status.Rules.Select(one => (one.Key, one.Value)));
    }

    private static IEnumerable<(string Name, object? Value)> Members(Scenario scenario)
    {
        foreach (var member in Newtonsoft.Json.Linq.JObject.Parse(scenario.ToString()))
        {
            if (member.Key != "$schema")
            {
                yield return (member.Key, null);
                yield return (member.Key, member.Value);
            }
        }
    }
}
