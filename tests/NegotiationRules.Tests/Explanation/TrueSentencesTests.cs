namespace NegotiationRules.Tests.Explanation;

/// <summary>Sentences that used to say what is not so, or not of whom.</summary>
public sealed class TrueSentencesTests
{
    private static readonly Vocabulary States = Vocabulary.Parse("""
        {
          "type": "object",
          "properties": {
            "asOf": { "type": "string", "format": "date" }, "a": { "type": "number" }, "b": { "type": "number" }, "heads":
                { "type": "integer" },
            "talks": { "title": "Talks", "type": "object", "properties": {
              "start": { "title": "Start", "type": "string", "format": "date" }, "mediated":
                  { "title": "Mediated", "type": "boolean" }, "proposedBy": { "title": "Proposed by", "type": "string" } } },
            "states": { "type": "array", "items": { "type": "object", "properties": {
              "name": { "type": "string" }, "id": { "type": "string" }, "kind": { "enum": ["big", "small"] }, "weight":
                  { "type": "integer", "minimum": 0 }, "load": { "type": "number", "minimum": 0 },
              "vote": { "enum": ["yes", "no", "abstain"] }, "ok": { "type": "boolean" }, "on":
                  { "type": "string", "format": "date" }, "from": { "type": "string" }, "notAmongSpecified": { "type": "boolean" },
              "restrictionNotified": { "type": "boolean" }, "imports": { "type": "array", "items": { "type": "string" } }, "exports":
                  { "type": "array", "items": { "type": "string" } } } } }
          }
        }
        """);

    [Theory]
    // A weighted share names among whom it is.
    [InlineData("""{ "share": "states", "of": "weight", "among": { "kind": "big" }, "where": { "vote": "yes" }, "atLeast": "50 %" }""",
        """{ "states": [ { "name": "Ada", "kind": "big", "weight": 4, "vote": "no" },"""
            + """ { "name": "Bo", "kind": "small", "weight": 9, "vote": "yes" } ] }""",
        "of the states with kind big, those with vote yes make up 0 of 4 in weight, 0 %; at least 50 % is needed: 2 more")]
    // Weights in floating point are the decimals that were written.
    [InlineData("""{ "share": "states", "of": "load", "where": { "kind": "big" }, "moreThan": "50 %" }""",
        """
        { "states": [ { "name": "Ada", "load": 0.1, "kind": "big" }, { "name": "Bo", "load": 0.2, "kind": "big" },
          { "name": "Cy", "load": 0.3, "kind": "small" } ] }
        """,
        "the states with kind big make up 0.3 of 0.6 in load, 50 %; more than 50 % is needed")]
    // Who may be among them is not counted as one of them.
    [InlineData("""{ "share": "states", "among": { "vote": { "in": ["yes", "no"] } }, "where": { "vote": "yes" }, "atLeast": "50 %" }""",
        """{ "states": [ { "name": "Ada", "vote": "yes" }, { "name": "Bo" }, { "name": "Cy" }, { "name": "Di" } ] }""",
        "the only known state with vote yes or no has vote yes, and it is open whether 3 more count; at least 50 % is needed")]
    // Of those who fail one and the same part, who fails it by the least comes first.
    [InlineData("""{ "some": "states", "where": { "weight": { "atLeast": 10 } } }""",
        """{ "states": [ { "name": "Ada", "weight": 1 }, { "name": "Bo", "weight": 9 }, { "name": "Cy", "weight": 5 } ] }""",
        "no state has a weight of at least 10; there are Bo (weight 9), Cy (weight 5) and Ada (weight 1)")]
    // By how many there are too many is not known as long as more may come.
    [InlineData("""{ "count": "states", "where": { "vote": "yes" }, "atMost": 1 }""",
        """
        { "states": { "complete": false, "known": [ { "name": "Ada", "vote": "yes" }, { "name": "Bo", "vote": "yes" },
          { "name": "Cy", "vote": "yes" }, { "name": "Di", "vote": "no" } ] } }
        """,
        "3 of the 4 known states have vote yes, and the list is not complete; at most 1 is allowed")]
    // Nobody is first in a list that is not complete.
    [InlineData("""{ "min": "states.on", "before": "2022-01-01" }""",
        """{ "states": { "known": [ { "name": "Ada", "on": "2022-01-10" }, { "name": "Bo", "on": "2022-02-10" } ], "complete": false } }""",
        "the earliest day of the states is 2022-01-10 or earlier, which leaves open whether it is before 2022-01-01")]
    // Nobody asked for the order, whose numbers would be too large: how many are taken is what is open.
    [InlineData("""
        { "some": { "list": "states", "orderBy": { "value": { "fact": "load" }, "times": { "fact": "load" } },
          "take": { "fact": "heads" } } }
        """,
        """{ "states": [ { "name": "Ada", "load": 1e300 } ] }""",
        "heads is not known")]
    // Numbers are told apart on the side on which they are.
    [InlineData(
        """{ "value": { "quotient": [{ "fact": "a" }, { "fact": "b" }] }, "atLeast": 0.666667 }""",
        """{ "a": 2, "b": 3 }""",
        "a divided by b is 0.666666667; at least 0.666667 is needed"
    )]
    [InlineData(
        """{ "value": { "fact": "a", "times": 1 }, "moreThan": 0.3 }""",
        """{ "a": 0.29999999999999999 }""",
        "a times 1 is 0.3; more than 0.3 is needed"
    )]
    // What is worked out from a parameter is not what the parameter is set to.
    [InlineData(
        """{ "heads": { "atLeast": { "parameter": "least", "times": 2 } } }""",
        """{ "heads": 5 }""",
        "heads is 5; at least 8 (worked out from least) is needed: 3 more"
    )]
    // Days are counted.
    [InlineData(
        """{ "talks.start": { "onOrBefore": "2022-01-31" } }""",
        """{ "talks": { "start": "2022-04-04" } }""",
        "the start of the talks is 2022-04-04, which is after 2022-01-31: 63 days too late"
    )]
    [InlineData("""{ "talks.mediated": true }""", """{ "talks": { "mediated": false } }""", "the talks are not mediated")]
    [InlineData("""{ "talks.proposedBy": "Ada" }""", """{ "talks": { "proposedBy": "Bo" } }""", "the talks are proposed by Bo, not Ada")]
    // Who stands alone is there; a number of five digits is written in groups.
    [InlineData(
        """{ "every": "states", "satisfy": { "name": "France" } }""",
        """{ "states": [ { "name": "Mali" } ] }""",
        "Mali is not France"
    )]
    [InlineData("""{ "no": "states", "where": { "name": "France" } }""", """{ "states": [ { "name": "France" } ] }""", "there is France")]
    [InlineData(
        """{ "sum": "states.weight", "atLeast": 350200000 }""",
        """{ "states": [ { "name": "Ada", "weight": 282300000 } ] }""",
        "the total weight of the states is 282_300_000; at least 350_200_000 is needed: 67_900_000 more"
    )]
    // Names of facts that are no nouns stand in quotation marks.
    [InlineData(
        """{ "every": "states", "satisfy": { "value": { "fact": "from" }, "is": { "fact": "talks.proposedBy" } } }""",
        """{ "talks": { "proposedBy": "Bo" }, "states": [ { "name": "Ada", "from": "Cy" } ] }""",
        "Ada is from Cy, not the same as talks.proposedBy (Bo)"
    )]
    // Nouns that vocabularies lack are not made up: who something is from is said as that.
    [InlineData(
        """{ "every": "states", "satisfy": { "from": { "in": ["Cy", "Di"] } } }""",
        """{ "states": [ { "name": "Ada", "from": "Bo" } ] }""",
        "Ada is from Bo, neither Cy nor Di"
    )]
    [InlineData(
        """{ "every": "states", "satisfy": { "on": { "before": "2022-01-01" } } }""",
        """{ "states": [ { "name": "Ada", "on": "2022-01-10" } ] }""",
        "Ada is dated 2022-01-10, which is after 2022-01-01: 10 days too late"
    )]
    [InlineData(
        """{ "some": "states", "where": { "from": { "is": { "fact": "talks.proposedBy" } }, "ok": true } }""",
        """{ "talks": { "proposedBy": "Bo" }, "states": [ { "name": "Ada", "from": "Cy", "ok": true } ] }""",
        "no state is from talks.proposedBy"
    )]
    [InlineData(
        """{ "talks.start": { "onOrBefore": { "fact": "asOf", "minus": "P3M" } } }""",
        """{ "asOf": "2022-05-01", "talks": { "start": "2022-04-04" } }""",
        "the start of the talks is 2022-04-04, which is after the day 3 months before asOf (2022-02-01): 62 days too late"
    )]
    // A time of nothing is not said, whoever sets it.
    [InlineData(
        """{ "value": { "fact": "talks.start", "minus": { "parameter": "tolerance" } }, "onOrBefore": "2022-01-31" }""",
        """{ "talks": { "start": "2022-04-04" } }""",
        "the start of the talks is 2022-04-04, which is after 2022-01-31: 63 days too late"
    )]
    [InlineData(
        """{ "talks.start": { "onOrBefore": { "fact": "asOf", "plus": { "parameter": "tolerance" } } } }""",
        """{ "asOf": "2022-03-31", "talks": { "start": "2022-04-04" } }""",
        "the start of the talks is 2022-04-04, which is after asOf (2022-03-31): 4 days too late"
    )]
    [InlineData(
        """{ "every": "states", "satisfy": { "notAmongSpecified": true } }""",
        """{ "states": [ { "name": "Ada", "notAmongSpecified": false } ] }""",
        "Ada has “notAmongSpecified” false"
    )]
    [InlineData(
        """{ "every": "states", "satisfy": { "restrictionNotified": true } }""",
        """{ "states": [ { "name": "Ada", "restrictionNotified": false } ] }""",
        "Ada has “restrictionNotified” false"
    )]
    // A fraction that is no per cent is not compared with one.
    [InlineData(
        """{ "share": "states", "where": { "vote": "yes" }, "atLeast": "2/3" }""",
        """{ "states": [ { "name": "Ada", "vote": "yes" }, { "name": "Bo", "vote": "no" } ] }""",
        "1 of the 2 states has vote yes; at least 2/3 is needed: 1 more"
    )]
    [InlineData(
        """{ "count": { "list": "states", "distinct": "kind" }, "atLeast": 1 }""",
        """{ "states": [] }""",
        "there are no states; at least 1 is needed"
    )]
    [InlineData(
        """{ "value": { "fact": "asOf", "minus": { "fact": "talks.start" } }, "atLeast": "P3M" }""",
        """{ "asOf": "2022-02-01", "talks": { "start": "2022-01-01" } }""",
        "the time from the start of the talks to asOf is 31 days; at least 3 months are needed"
    )]
    public void WhatIsSaidIsSo(string condition, string scenario, string line) =>
        Assert.Equal(line.Replace('_', '\u00A0'), Explain(condition, scenario).Children.First(n =>
        n.Mark is not ExplanationMark.Reason).Text);

    [Theory]
    [InlineData("", "the 2nd Bo has “ok” false", "the 1st Bo")]
    [InlineData("\"id\": \"B2\",", "Bo (B2) has “ok” false", "Bo (B1)")]
    public void NamesakesAreToldApart(string id, string line, string other)
    {
        var scenario =
            $$"""{ "states": [ { {{id.Replace("B2", "B1", StringComparison.Ordinal)}} "name": "Bo", "ok": true },"""
                + $$""" { {{id}} "name": "Bo", "ok": false } ] }""";
        Assert.Equal(line, Explain("""{ "every": "states", "satisfy": { "ok": true } }""", scenario).Children[0].Text);
        Assert.Equal(
            $"there are 2 states: {other} and {line[..^" has “ok” false".Length]}",
            Explain("""{ "no": "states" }""", scenario).Children[0].Text
        );
    }

    [Fact]
    public void HeadingsSayOfWhomTheySpeak()
    {
        var node = Explain(
            """{ "every": "states", "satisfy": { "any": [ { "kind": "big" }, { "ok": true } ] } }""",
            """{ "states": [ { "name": "Ada", "kind": "small", "ok": false } ] }"""
        ).Children[0];

        Assert.Equal("for Ada, one of these would have to be otherwise", node.Text);
        Assert.Equal(["Ada has kind small, not big", "Ada has “ok” false"], node.Children.Select(n => n.Text));
    }

    [Fact]
    public void OfStepsThatComeTheWrongWayRoundItIsToldWhichCameTooEarly()
    {
        var node = Explain(
            """{ "inOrder": "states", "by": "on", "steps": [ { "kind": "big" }, { "kind": "small" } ] }""",
            """{ "states": [ { "name": "Ada", "kind": "big", "on": "2022-02-01" },"""
                + """ { "name": "Bo", "kind": "small", "on": "2022-01-01" } ] }"""
        ).Children[0];

        Assert.Equal("Bo came too early: 2022-01-01 is before 2022-02-01, when Ada came", node.Children[2].Text);
        Assert.Equal(ExplanationMark.Violated, node.Children[2].Mark);
    }

    [Fact]
    public void WhetherItHoldsAndWhetherItHurtsAreTwoThings()
    {
        var node = Explain("""{ "talks.start": { "known": false } }""", """{ "talks": { "start": "2022-01-10" } }""").Children[0];

        Assert.Equal(("the start of the talks is known: 2022-01-10", ExplanationMark.Violated, false), (node.Text, node.Mark, node.Holds));
    }

    [Fact]
    public void WhoCameNearestIsToldBeforeAllOthers()
    {
        var states = string.Join(
            ", ",
            Enumerable
                .Range(1, 30)
                .Select(n => $$"""{ "name": "S{{n}}", "vote": "no", "weight": {{n}} }""")
                .Append("""{ "name": "Near", "vote": "yes", "weight": 9 }""")
        );
        var node = Explain(
            """{ "some": "states", "where": { "vote": "yes", "weight": { "atLeast": 10 } } }""",
            $$"""{ "states": [ {{states}} ] }"""
        ).Children[0];

        Assert.Equal("no state has vote yes and a weight of at least 10", node.Text);
        Assert.Equal(["Near has weight 9; at least 10 is needed: 1 more", "the other 30 are further from it"],
            node.Children.Select(n => n.Text));
    }

    [Fact]
    public void WhatTwoListsHaveInCommonIsSaidInOneLine()
    {
        var node = Explain(
            """
            { "some": "states", "as": "one", "where": { "all": [ { "one.name": "Khanate" }, { "some": "states", "as": "other",
              "where": { "other.name": "League", "other.imports": { "containsAny": { "fact": "one.exports" } } } } ] } }
            """,
            """
            { "states": [ { "name": "Khanate", "exports": ["ore"], "imports": ["grain"] }, { "name": "League", "exports": ["grain"],
              "imports": ["alloys"] }, { "name": "Cities", "exports": [], "imports": ["ore"] } ] }
            """).Children[0];

        Assert.Equal(
            "the imports of League (alloys) and the exports of Khanate (ore) have nothing in common",
            node.Children[0].Children[0].Text
        );
    }

    [Fact]
    public void APartThatNobodyMeetsIsSaidAlone() =>
        Assert.Equal(
            "no state has vote yes",
            Explain(
                """{ "some": "states", "where": { "vote": "yes", "weight": { "atLeast": 10 } } }""",
                """{ "states": [ { "name": "Ada", "vote": "no", "weight": 1 }, { "name": "Bo", "vote": "no", "weight": 20 } ] }"""
            )
                .Children[0]
                .Text
        );

    // Of the lists of two parties, each may have more.
    [Fact]
    public void HowManyMayStillComeIsSaidOnlyOfOneList()
    {
        var vocabulary = Vocabulary.Parse("""
            { "properties": { "parties": { "type": "array", "items": { "properties": {
              "envoys": { "type": "array", "maxItems": 3, "items": { "properties": { "rank": { "type": "integer" } } } } } } } } }
            """);
        var rules = RuleSet.Parse(
            """
            { "name": "envoys", "stages": ["talks"], "rules": [
              { "id": "it", "require": { "count": "parties.envoys", "where": { "rank": { "atLeast": 2 } }, "atLeast": 4 } } ] }
            """,
            new RuleSetOptions { Vocabulary = vocabulary });
        const string Envoys = """ { "envoys": { "known": [ { "rank": 1 }, { "rank": 2 } ], "complete": false } } """;

        var text = rules.Evaluate(Scenario.Parse($$"""{ "parties": [ {{Envoys}}, {{Envoys}} ] }""")).Explain().ToText();

        Assert.Contains("and the list is not complete", text, StringComparison.Ordinal);
        Assert.DoesNotContain("more may come", text, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsUnknownOfManyIsSaidOnce() =>
        Assert.Equal(
            "the votes of Ada and Bo are not known",
            Explain(
                """{ "count": "states", "where": { "vote": "yes" }, "atLeast": 1 }""",
                """{ "states": [ { "name": "Ada" }, { "name": "Bo" } ] }"""
            )
                .Children[0]
                .Children[0]
                .Text
        );

    private static ExplanationNode Explain(string condition, string scenario)
    {
        var rules = RuleSet.Parse(
            $$"""{ "name": "states", "stages": ["vote"], "parameters": { "least": 4, "tolerance": "P0D" },"""
                + $$""" "rules": [ { "id": "it", "require": {{condition}} } ] }""",
            new RuleSetOptions { Vocabulary = States });
        return rules.Evaluate(Scenario.Parse(scenario)).Explain().Outline.Children[0].Children[0];
    }
}
