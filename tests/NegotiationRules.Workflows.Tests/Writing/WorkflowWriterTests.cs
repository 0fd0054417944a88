using System.Text.Json;

namespace NegotiationRules.Workflows.Tests.Writing;

/// <summary>Rule sets as workflows: what stands where.</summary>
public sealed class WorkflowWriterTests
{
    [Fact]
    public void ARuleThatNeedNotApplySucceedsWhereItDoesNot() => Assert.Equal(
        "!(input1.form == \"written\") || input1.years >= 10",
        Expression("""{ "id": "a", "when": { "form": "written" }, "require": { "years": { "atLeast": 10 } } }"""));

    [Fact]
    public void ARiskFailsWhereItIsThere() =>
        Assert.Equal("!(input1.years > 10)", Expression("""{ "id": "a", "warnWhen": { "years": { "moreThan": 10 } } }"""));

    [Fact]
    public void UntilItsDayHasPassedARuleSucceeds() => Assert.Equal(
        "input1.binding == true || input1.asOf <= DateOnly(2022, 1, 31)",
        Expression("""{ "id": "a", "require": { "binding": true }, "by": "2022-01" }"""));

    [Fact]
    public void NamedConditionsOfTheScenarioAreParams()
    {
        var workflow = Written.Workflow(
            """{ "id": "a", "require": { "any": [ { "condition": "it is long" }, { "condition": "cheap bid" } ] } },"""
                + """ { "id": "b", "require": { "some": "bids", "where": { "all": [ { "condition": "cheap" },"""
                + """ { "condition": "it is long" } ] } } }""",
            """ "conditions": { "it is long": { "years": { "atLeast": 10 } }, "cheap": { "weight": 1 },"""
                + """ "cheap bid": { "some": "bids", "where": { "condition": "cheap" } } },"""
        );

        Assert.Equal(["itIsLong: input1.years >= 10", "cheapBid: input1.bids.Any(bid => bid.weight == 1)"], Params(workflow));
        Assert.Equal("itIsLong || cheapBid", Written.Rule(workflow, "a").GetProperty("Expression").GetString());
        Assert.Equal(
            "input1.bids.Any(bid => bid.weight == 1 && itIsLong)",
            Written.Rule(workflow, "b").GetProperty("Expression").GetString()
        );
    }

    [Fact]
    public void WhatMayFailIsPutInPlaceSinceAParamThatFailsTakesEveryRuleWithIt() => Assert.Empty(Params(Written.Workflow(
        """{ "id": "a", "require": { "condition": "over" } }""",
        """ "conditions": { "over": { "end": { "before": { "fact": "start", "plus": "P9000Y" } } } },""")));

    [Fact]
    public void AnElementOfAParameterIsNoFactToBeGiven()
    {
        var rules = Written.RuleSet(
            """
            { "id": "a", "require": {
              "every": { "parameter": "forms" }, "as": "one", "satisfy": { "form": { "is": { "fact": "one" } } }
            } }
            """,
            """ "parameters": { "forms": ["written", "oral"] },"""
        );

        Assert.Equal("give `form`", Assert.Single(WorkflowWriter.Write(rules).Losses, l => l.Code == "NR7301").Help);
    }

    [Fact]
    public void ARuleThatOthersReferToIsSaidOnce()
    {
        var workflow = Written.Workflow("""
            { "id": "long-term", "when": { "form": "written" }, "require": { "years": { "atLeast": 10 } } },
            { "id": "b", "require": { "any": [ { "rule": "long-term" }, { "binding": true } ] } }
            """);

        Assert.Equal(["longTerm: !(input1.form == \"written\") || input1.years >= 10"], Params(workflow));
        Assert.Equal("longTerm", Written.Rule(workflow, "long-term").GetProperty("Expression").GetString());
        Assert.Equal("longTerm || input1.binding == true", Written.Rule(workflow, "b").GetProperty("Expression").GetString());
    }

    [Fact]
    public void ElementsAndParamsNeverShareAName()
    {
        var workflow = Written.Workflow(
            """{ "id": "a", "require": { "some": "bids", "where": { "weight": 1 } } }, { "id": "b", "require": { "condition": "bid" } }""",
            """ "conditions": { "bid": { "years": { "atLeast": 10 } } },""");

        Assert.Equal("input1.bids.Any(bid2 => bid2.weight == 1)", Written.Rule(workflow, "a").GetProperty("Expression").GetString());
        Assert.Equal(["bid: input1.years >= 10"], Params(workflow));
    }

    [Fact]
    public void ClaimsNamedAfterTheRuleThatJoinsThemAreNestedInIt()
    {
        var workflow = Written.Workflow("""
            { "id": "a › b", "strength": "claim", "require": { "binding": true } },
            { "id": "a › c", "strength": "claim", "require": { "years": 1 }, "because": "no" },
            { "id": "a", "require": { "any": [ { "rule": "a › b" }, { "rule": "a › c" } ] } }
            """);

        var parent = Assert.Single(workflow.GetProperty("Rules").EnumerateArray());
        Assert.Equal("Or", parent.GetProperty("Operator").GetString());
        Assert.False(parent.TryGetProperty("Expression", out _));
        Assert.Equal(["b", "c"], parent.GetProperty("Rules").EnumerateArray().Select(r => r.GetProperty("RuleName").GetString()!));
        Assert.Equal("input1.years == 1", Written.Rule(parent, "c").GetProperty("Expression").GetString());
        Assert.Equal("no", Written.Rule(parent, "c").GetProperty("ErrorMessage").GetString());
        Assert.Empty(Params(workflow));
    }

    // Until its day has passed it succeeds, whatever its children do: no operator says that.
    [Fact]
    public void ARuleWithADeadlineIsSaidInAnExpressionAlthoughItOnlyJoinsOthers()
    {
        var workflow = Written.Workflow("""
            { "id": "a › b", "strength": "claim", "require": { "binding": true } },
            { "id": "a › c", "strength": "claim", "require": { "years": 1 } },
            { "id": "a", "require": { "any": [ { "rule": "a › b" }, { "rule": "a › c" } ] }, "by": "2022-01" }
            """);

        Assert.Equal(3, workflow.GetProperty("Rules").GetArrayLength());
        var expression = Written.Rule(workflow, "a").GetProperty("Expression").GetString();
        Assert.EndsWith("|| input1.asOf <= DateOnly(2022, 1, 31)", expression, StringComparison.Ordinal);
    }

    [Fact]
    public void EachStageIsAWorkflow()
    {
        var rules = RuleSet.Parse(
            """{ "name": "deal", "stages": ["talks", "nothing", "signing"], "rules": [ { "id": "a", "stage": "talks","""
                + """ "require": { "years": 1 } }, { "id": "b", "stage": "signing", "require": { "rule": "a" } } ] }""",
            new RuleSetOptions { Vocabulary = Written.Vocabulary });
        var written = WorkflowWriter.Write(rules);

        Assert.Equal(["deal/talks", "deal/signing"], written.WorkflowNames);
        Assert.Equal(
            written.WorkflowNames,
            Written.Parse(written.Json).EnumerateArray().Select(w => w.GetProperty("WorkflowName").GetString()!)
        );
    }

    [Fact]
    public void FactsAtTheTopMayBeInputs()
    {
        var rules = Written.RuleSet("""{ "id": "a", "require": { "talks.topic": "x", "years": 1 }, "because": "{talks.topic}?" }""");
        var rule = Written.Rule(Written.Parse(WorkflowWriter.Write(rules, WorkflowInputs.Facts).Json), "a");

        Assert.Equal("talks.topic == \"x\" && years == 1", rule.GetProperty("Expression").GetString());
        Assert.Equal("$(talks.topic)?", rule.GetProperty("ErrorMessage").GetString());
    }

    [Fact]
    public void MessagesNameFactsAndWriteParametersOut()
    {
        var workflow = Written.Workflow(
            """{ "id": "a", "require": { "years": { "atLeast": { "parameter": "least" } } },"""
                + """ "because": { "ru": "мало", "en": "{years} of {least} about {talks.topic}" } }""",
            """ "parameters": { "least": 10 },""");
        var rule = Written.Rule(workflow, "a");

        Assert.Equal("$(input1.years) of 10 about $(input1.talks.topic)", rule.GetProperty("ErrorMessage").GetString());
        Assert.Equal(
            "мало",
            rule.GetProperty("Properties").GetProperty("NegotiationRules").GetProperty("because").GetProperty("ru").GetString()
        );
    }

    [Fact]
    public void WhatAWorkflowHasNoPlaceForIsKeptAsProperties()
    {
        var workflow = Written.Workflow(
            """
            { "id": "a", "holder": "RU", "strength": "preferred", "weight": 2.5, "require": { "years": 1 },
              "by": "2022-01-31", "title": "T", "description": "D",
              "source": { "document": "d", "speaker": "S", "article": "1", "quote": "Q" } }
            """,
            """ "parties": { "RU": "Russia" }, "documents": { "d": { "title": "Doc", "publisher": "P", "published": "2021-12","""
                + """ "url": "https://example.org/d" } },"""
        );

        Assert.Equal(
            """{"stage":"signing","holder":"RU","strength":"preferred","weight":2.5,"by":"2022-01-31","title":"T","description":"D","""
                + """
                "source":{"document":"Doc","publisher":"P","published":"2021-12","speaker":"S","article":"1","quote":"Q",
                """
                + """
                "url":"https://example.org/d"}}
                """,
            JsonSerializer.Serialize(Written.Rule(workflow, "a").GetProperty("Properties").GetProperty("NegotiationRules")));
    }

    [Fact]
    public void FactsThatHideTypesLeaveOutTheRulesThatNeedThem()
    {
        var vocabulary = Vocabulary.Parse(
            """{ "properties": { "timeSpan": { "type": "string" }, "term": { "type": "string", "format": "duration" },"""
                + """ "A": { "type": "integer" }, "a": { "type": "integer" }, "b c": { "type": "integer" },"""
                + """ "and": { "type": "integer" } } }"""
        );
        var rules = RuleSet.Parse(
            """
            { "name": "x", "stages": ["s"], "rules": [
              { "id": "hidden", "require": { "term": { "atLeast": "P1D" } } }, { "id": "twins", "require": { "a": 1 } },
                { "id": "spaced", "require": { "b c": 1 } }, { "id": "word", "require": { "and": 1 } } ] }
            """,
            new RuleSetOptions { Vocabulary = vocabulary });
        var written = WorkflowWriter.Write(rules);

        Assert.Equal(
            ["hidden", "spaced", "twins"],
            written
                .Losses.Where(l => l.Severity == DiagnosticSeverity.Error)
                .Select(l => l.Message.Split('`')[1])
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal("input1.@and == 1", Written.Rule(Written.Parse(written.Json), "word").GetProperty("Expression").GetString());
    }

    [Fact]
    public void AConditionTooLargeForOneExpressionIsLeftOut()
    {
        var conditions = Enumerable.Range(1, 80).Select(i => $$""", "c{{i}}": { "not": { "condition": "c{{i - 1}}" } }""");
        var rules = Written.RuleSet(
            """{ "id": "a", "require": { "some": "bids", "where": { "condition": "c80" } } }""",
            $$""" "conditions": { "c0": { "weight": 1 } {{string.Concat(conditions)}} },""");

        var loss = Assert.Single(WorkflowWriter.Write(rules).Losses, l => l.Severity == DiagnosticSeverity.Error);
        Assert.Contains("too large", loss.Message, StringComparison.Ordinal);
    }

    // What a small file makes of a long list for each of many rules is written as far as a limit, and no further.
    [Fact]
    public void RulesThatFillAWorkflowBeyondWhatIsWrittenAreLeftOut()
    {
        var marks = string.Join(',', Enumerable.Range(0, 2_000));
        var rules = Written.RuleSet(
            string.Join(", ", Enumerable.Range(0, 100).Select(i =>
                $$"""{ "id": "r{{i}}", "require": { "marks": { "containsAll": { "parameter": "p" } } } }""")),
            $$""" "parameters": { "p": [{{marks}}] },""");

        var losses = WorkflowWriter.Write(rules).Losses.Where(l => l.Severity == DiagnosticSeverity.Error).ToList();
        Assert.InRange(losses.Count, 70, 75);
        Assert.All(losses, l => Assert.Contains("the rules before it fill one workflow", l.Message, StringComparison.Ordinal));
    }

    private static string Expression(string rule) => Written.Rule(Written.Workflow(rule), "a").GetProperty("Expression").GetString()!;

    private static IEnumerable<string> Params(JsonElement workflow) => workflow.TryGetProperty("GlobalParams", out var all)
        ? all.EnumerateArray().Select(p => $"{p.GetProperty("Name").GetString()}: {p.GetProperty("Expression").GetString()}")
        : [];
}
