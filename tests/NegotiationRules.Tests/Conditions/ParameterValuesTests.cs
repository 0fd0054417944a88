using NegotiationRules.Tests.Support;
using Newtonsoft.Json.Linq;

namespace NegotiationRules.Tests.Conditions;

/// <summary>Values that a program gives to parameters.</summary>
public class ParameterValuesTests
{
    private const string Text = """
        {
          "name": "t", "stages": ["talks"],
          "parameters": { "least": 10, "most": 20 },
          "rules": [ { "id": "term", "require": { "agreement.termYears": { "between": [ { "parameter": "least" },
          { "parameter": "most" } ] } } } ]
        }
        """;

    // Else the rule would be lost, and the stage valid whatever the facts.
    [Fact]
    public void ANullIsNoValueOfAParameter()
    {
        var options = new RuleSetOptions { Parameters = new Dictionary<string, object?> { ["least"] = null } };

        Assert.False(RuleSet.TryParse(Text, options, out _, out var faults));
        Assert.Equal("NR1038", Assert.Single(faults).Code);
        Assert.Equal(
            "NR1038",
            Assert.Single(Assert.Throws<RuleFileException>(() => RuleSet.Parse(Text).With("most", JValue.CreateNull())).Diagnostics).Code
        );
        Assert.Equal(
            2,
            Assert
                .Throws<RuleFileException>(() =>
                    RuleSet.Parse(Text).With(new Dictionary<string, object?> { ["least"] = null, ["most"] = null })
                )
                .Diagnostics.Count
        );
    }

    [Fact]
    public void ParametersThatDependOnEachOtherAreGivenTogether()
    {
        var rules = RuleSet.Parse(Text);
        Assert.Equal("NR2037", Assert.Single(Assert.Throws<RuleFileException>(() => rules.With("least", 30)).Diagnostics).Code);

        var later = rules.With(new Dictionary<string, object?> { ["least"] = 30, ["most"] = 40 });

        Assert.Equal(["30", "40"], later.Parameters.Select(p => p.Value));
        Assert.Equal(["30", "50"], later.With("most", 50).Parameters.Select(p => p.Value));
        Assert.Equal(["10", "20"], rules.Parameters.Select(p => p.Value));
        Assert.Equal(
            "NR2019",
            Assert
                .Single(Assert.Throws<RuleFileException>(() => rules.With(new Dictionary<string, object?> { ["lest"] = 1 })).Diagnostics)
                .Code
        );
    }

    [Fact]
    public void AParameterThatAFileRestatesTakesAnotherValueLikeAnyOther()
    {
        var rules = RuleSet.Load(Repository.At("rules/four-empires/hardcore.rules.json"));

        var later = rules.With("superiority", 3).With("firstFriends", 30);

        Assert.Equal(["3", "30"], later.Parameters.Where(p => p.Name is "superiority" or "firstFriends").Select(p => p.Value));
        Assert.Equal(rules.Parameters.Select(p => p.Name), later.Parameters.Select(p => p.Name));
    }
}
