namespace NegotiationRules.Workflows.Tests.Writing;

/// <summary>Each form of condition on a list, as an expression.</summary>
public sealed class WrittenListsTests
{
    [Theory]
    [InlineData("""{ "some": "bids", "where": { "offer": { "moreThan": 5 } } }""", "input1.bids.Any(bid => bid.offer > 5)")]
    [InlineData("""{ "no": "bids" }""", "!input1.bids.Any()")]
    [InlineData(
        """{ "every": "bids", "where": { "by": "x" }, "satisfy": { "weight": 1 } }""",
        "input1.bids.All(bid => !(bid.by == \"x\") || bid.weight == 1)"
    )]
    [InlineData(
        """{ "some": "teams.members", "where": { "role": { "is": { "fact": "party" } } } }""",
        "input1.teams.Any(team => team.members.Any(member => member.role == team.party))"
    )]
    [InlineData(
        """{ "every": "teams", "as": "ours", "satisfy": { "some": "teams", "as": "theirs","""
            + """ "where": { "theirs.party": { "isNot": { "fact": "ours.party" } } } } }""",
        "input1.teams.All(ours => input1.teams.Any(theirs => theirs.party != ours.party))"
    )]
    [InlineData(
        """{ "some": "bids", "as": "in", "where": { "some": "bids", "as": "input1","""
            + """ "where": { "input1.offer": { "is": { "fact": "in.offer" } } } } }""",
        "input1.bids.Any(in2 => input1.bids.Any(input12 => input12.offer == in2.offer))"
    )]
    [InlineData("""{ "tags": { "contains": "a" } }""", "input1.tags.Contains(\"a\")")]
    [InlineData("""{ "tags": { "containsAny": ["a", "b"] } }""", "input1.tags.Contains(\"a\") || input1.tags.Contains(\"b\")")]
    [InlineData("""{ "tags": { "containsAll": ["a", "b"] } }""", "input1.tags.Contains(\"a\") && input1.tags.Contains(\"b\")")]
    [InlineData("""{ "tags": { "containsNone": ["a", "b"] } }""", "!(input1.tags.Contains(\"a\") || input1.tags.Contains(\"b\"))")]
    [InlineData("""{ "tags": { "containsNone": ["a"] } }""", "!input1.tags.Contains(\"a\")")]
    [InlineData("""{ "marks": { "contains": 2 } }""", "input1.marks.Any(mark => mark == 2)")]
    public void Quantifiers(string condition, string expression) => Assert.Equal(expression, Written.Expression(condition));

    [Theory]
    [InlineData("""{ "count": "bids", "atLeast": 3 }""", "input1.bids.Count() >= 3")]
    [InlineData("""{ "count": "bids", "where": { "by": "x" }, "atLeast": 3 }""", "input1.bids.Count(bid => bid.by == \"x\") >= 3")]
    [InlineData(
        """{ "count": "teams.members", "where": { "role": "x" }, "atLeast": 3 }""",
        "input1.teams.Sum(team => team.members.Count(member => member.role == \"x\")) >= 3"
    )]
    [InlineData(
        """{ "sum": "bids.offer", "where": { "by": "x" }, "atMost": 100 }""",
        "input1.bids.Where(bid => bid.by == \"x\").Sum(bid => bid.offer) <= 100"
    )]
    [InlineData(
        """{ "sum": "teams.members.rank", "atMost": 100 }""",
        "input1.teams.Sum(team => team.members.Sum(member => member.rank)) <= 100"
    )]
    [InlineData(
        """{ "sum": "teams.members.pay", "atMost": 100 }""",
        "input1.teams.SelectMany(team => team.members.Select(member => member.pay)).Sum(value => value) <= 100"
    )]
    [InlineData(
        """{ "min": "bids.on", "before": "2022-01-10" }""",
        "input1.bids.Any() && input1.bids.Min(bid => bid.on) < DateOnly(2022, 1, 10)"
    )]
    [InlineData(
        """{ "max": "teams.members.rank", "is": 1 }""",
        "input1.teams.Any(team => team.members.Any()) && input1.teams.SelectMany(team => team.members.Select(member => "
            + "member.rank)).Max(value => value) == 1"
    )]
    [InlineData(
        """{ "value": { "fact": "years", "times": 2, "plus": { "fact": "count" } }, "atLeast": 3 }""",
        "input1.years * 2L + input1.count >= 3"
    )]
    [InlineData("""{ "value": { "fact": "price", "times": 2 }, "atLeast": 3 }""", "input1.price * 2 >= 3")]
    [InlineData(
        """{ "value": { "fact": "price", "times": { "fact": "rate" } }, "atLeast": 3 }""",
        "double(input1.price) * input1.rate >= 3"
    )]
    public void Quantities(string condition, string expression) => Assert.Equal(expression, Written.Expression(condition));

    [Theory]
    [InlineData(
        """{ "share": "bids", "where": { "by": "x" }, "atLeast": "2/3" }""",
        "input1.bids.Any() && 3 * input1.bids.Count(bid => bid.by == \"x\") >= 2 * input1.bids.Count()"
    )]
    [InlineData(
        """{ "share": "bids", "among": { "weight": 1 }, "where": { "by": "x" }, "moreThan": "50 %" }""",
        "input1.bids.Any(bid => bid.weight == 1) && 2 * input1.bids.Count(bid => bid.weight == 1 && bid.by == \"x\") > "
            + "input1.bids.Count(bid => bid.weight == 1)"
    )]
    [InlineData(
        """{ "share": "bids", "of": "weight", "where": { "by": "x" }, "atLeast": 0.55 }""",
        "input1.bids.Sum(bid => bid.weight) > 0 && 20L * input1.bids.Where(bid => bid.by == \"x\").Sum(bid => bid.weight) >= 11L * "
            + "input1.bids.Sum(bid => bid.weight)"
    )]
    [InlineData(
        """{ "share": "bids", "of": "force", "where": { "by": "x" }, "atLeast": "2/3" }""",
        "input1.bids.Sum(bid => bid.force) > 0 && input1.bids.Sum(bid => iif(bid.by == \"x\", bid.force, -2 * bid.force)) >= 0")]
    [InlineData(
        """{ "share": "bids", "of": { "fact": "weight", "times": 3 }, "where": { "by": "x" }, "moreThan": "1/2" }""",
        "input1.bids.Sum(bid => bid.weight * 3L) > 0 && 2L * input1.bids.Where(bid => bid.by == \"x\").Sum(bid => bid.weight * 3L) > "
            + "input1.bids.Sum(bid => bid.weight * 3L)"
    )]
    [InlineData(
        """{ "share": [{ "sum": "bids.weight", "where": { "by": "x" } }, { "sum": "bids.weight" }], "atLeast": "2/3" }""",
        "input1.bids.Sum(bid => bid.weight) > 0 && 3L * input1.bids.Where(bid => bid.by == \"x\").Sum(bid => bid.weight) >= 2L * "
            + "input1.bids.Sum(bid => bid.weight)"
    )]
    [InlineData(
        """{ "share": [{ "count": "bids", "where": { "by": "x" } }, { "count": "bids" }], "ifNone": 0, "between": ["1/3", "1/2"] }""",
        "iif(input1.bids.Count() > 0, 3L * input1.bids.Count(bid => bid.by == \"x\") >= input1.bids.Count(), false) && "
            + "iif(input1.bids.Count() > 0, 2L * input1.bids.Count(bid => bid.by == \"x\") <= input1.bids.Count(), true)"
    )]
    public void Shares(string condition, string expression) => Assert.Equal(expression, Written.Expression(condition));

    [Fact]
    public void ObjectsOfAParameterAreNotWrittenOut()
    {
        var rules = RuleSet.Parse(
            """
            { "name": "a", "stages": ["talks"], "parameters": { "plan": { "of": "#/$defs/step", "value": [ { "name": "x" } ] } },
              "rules": [ { "id": "a", "require": { "some": { "parameter": "plan" }, "where": { "name": "x" } } } ] }
            """,
            new RuleSetOptions
            {
                Vocabulary = Vocabulary.Parse(
                    """{ "properties": {}, "$defs": { "step": { "properties": { "name": { "type": "string" } } } } }"""),
            });

        Assert.Contains(WorkflowWriter.Write(rules).Losses, loss => loss.Severity == DiagnosticSeverity.Error
            && loss.Message.Contains("the parameter `plan` is a list of objects", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        """{ "inOrder": "bids", "by": "on", "steps": [ { "by": "x" }, { "by": "y" } ] }""",
        "input1.bids.Any(bid => bid.by == \"x\" && input1.bids.Any(bid2 => bid2.on >= bid.on && bid2.by == \"y\"))")]
    [InlineData(
        """{ "inOrder": "bids", "by": "on", "steps": [ { "by": "x" }, { "by": "y" } ], "atLeast": 1 }""",
        "input1.bids.Any(bid => bid.by == \"x\") || input1.bids.Any(bid => bid.by == \"y\")")]
    [InlineData(
        """{ "inOrder": "bids", "by": "on", "steps": [ { "by": "x" }, { "by": "y" } ], "within": "P30D" }""",
        "input1.bids.Any(bid => bid.by == \"x\" && input1.bids.Any(bid2 => bid2.on >= bid.on && bid2.by == \"y\""
            + " && bid2.on <= bid.on.AddDays(30)))")]
    public void StepsInOrder(string condition, string expression) => Assert.Equal(expression, Written.Expression(condition));

    [Theory]
    [InlineData(
        """{ "some": { "list": "bids", "where": { "by": "x" }, "orderBy": [ { "descending": "offer" }, "on" ],"""
            + """ "reversed": true, "skip": 1, "take": 2 }, "where": { "weight": 1 } }""",
        "input1.bids.Where(bid => bid.by == \"x\").OrderByDescending(bid => bid.offer).ThenBy(bid => "
            + "bid.on).Reverse().Skip(1).Take(2).Any(bid => bid.weight == 1)"
    )]
    [InlineData(
        """{ "count": { "list": "bids", "distinct": "by" }, "atLeast": 2 }""",
        "input1.bids.GroupBy(bid => bid.by).Select(group => group.First()).Count() >= 2"
    )]
    [InlineData(
        """{ "count": { "list": "teams.members", "where": { "party": "x" }, "take": 2 }, "atLeast": 2 }""",
        "input1.teams.SelectMany(team => team.members.Where(member => team.party == \"x\")).Take(2).Count() >= 2"
    )]
    public void Selections(string condition, string expression) => Assert.Equal(expression, Written.Expression(condition));

    [Fact]
    public void TextsAreNotPutInOrderAsAnotherLanguageWould() =>
        Assert.Contains(
            "texts are put in order letter by letter here",
            Written.Refusal("""{ "some": { "list": "bids", "orderBy": "by", "take": 1 }, "where": { "weight": 1 } }"""),
            StringComparison.Ordinal
        );

    [Fact]
    public void WhatIsAroundAnElementIsOutOfReachOnceAllAreInOneOrder() =>
        Assert.Contains(
            "`party` is out of reach",
            Written.Refusal("""{ "some": { "list": "teams.members", "orderBy": "rank", "take": 1 }, "where": { "party": "x" } }"""),
            StringComparison.Ordinal
        );
}
