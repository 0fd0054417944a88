using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Syntax;

public class ConditionReaderTests
{
    [Fact]
    public void ABareValueIsATestForEquality()
    {
        var test = Assert.IsType<FactTestSyntax>(ReadRules.Condition("""{ "agreement.form": "written" }"""));

        Assert.Equal("agreement.form", test.Path.Text);
        Assert.True(test.Bare);
        Assert.Equal(ComparisonOperator.Is, Assert.Single(test.Comparisons).Operator);
    }

    [Fact]
    public void SeveralFactsInOneObjectAreOneTestEach()
    {
        var tests = Assert.IsType<FactTestsSyntax>(
            ReadRules.Condition("""{ "agreement.form": "written", "agreement.termYears": { "atLeast": 10, "lessThan": 100 } }""")
        );

        var second = Assert.IsType<FactTestSyntax>(tests.Tests[1]);
        Assert.Equal(["agreement.form", "agreement.termYears"], tests.Tests.OfType<FactTestSyntax>().Select(t => t.Path.Text));
        Assert.Equal([ComparisonOperator.AtLeast, ComparisonOperator.LessThan], second.Comparisons.Select(c => c.Operator));
        Assert.Equal("\"agreement.form\": \"written\"", tests.Tests[0].Span.Characters.ToString());
        Assert.Equal("\"atLeast\"", second.Comparisons[0].Span.Characters.ToString());
    }

    [Theory]
    [InlineData(
        """{ "role": "military", "condition": ["a", "b"], "rank": 3 }""",
        """{ "role": "military", "rank": 3, "condition": ["a", "b"] }""")]
    [InlineData("""{ "condition": "a", "role": "military" }""", """{ "condition": "a", "role": "military" }""")]
    [InlineData("""{ "condition": ["a", "b"] }""", """{ "condition": ["a", "b"] }""")]
    [InlineData("""{ "condition": ["a"] }""", """{ "condition": "a" }""")]
    public void NamedConditionsStandBesideFactsAndAreWrittenSo(string read, string written) =>
        Assert.Equal(written, JsonPrinter.Print(ConditionWriter.ToJson(ReadRules.Condition(read)), indented: false));

    [Theory]
    [InlineData("""{ "by": "RU", "to": "US" }""")]
    [InlineData("""{ "of": "number" }""")]
    [InlineData("""{ "where": "Geneva", "as": "host", "steps": 3 }""")]
    [InlineData("""{ "where": { "in": ["Geneva", "Minsk"] } }""")]
    [InlineData("""{ "if": "so", "then": { "is": 3 }, "else": { "known": true } }""")]
    [InlineData("""{ "if": { "isNot": "so" }, "else": 4 }""")]
    [InlineData("""{ "anny": true, "role": "military", "cuont": { "atLeast": 2 } }""")]
    [InlineData("""{ "a fact with spaces.Ünïcode-and_signs": { "known": true } }""")]
    public void AFactMayBeCalledLikeAKeyOfAForm(string condition) =>
        Assert.All(
            ReadRules.Condition(condition) is FactTestsSyntax several ? several.Tests : [ReadRules.Condition(condition)],
            test => Assert.NotEmpty(Assert.IsType<FactTestSyntax>(test).Comparisons)
        );

    [Fact]
    public void CountComparesAndItsAtLeastIsNoPairWithOf()
    {
        var count = Assert.IsType<ValueTestSyntax>(
            ReadRules.Condition("""{ "count": "parties", "as": "p", "where": { "kind": "state" }, "atLeast": 2 }""")
        );

        var quantity = Assert.IsType<QuantityOperandSyntax>(count.Value);
        Assert.Equal((QuantityKind.Count, "p", "parties"), (quantity.Kind, quantity.As!.Innermost.Text, quantity.List.Name.Text));
        Assert.IsType<AtLeastOfSyntax>(
            ReadRules.Condition("""{ "of": [ { "talks.mediated": true } ], "atLeast": { "parameter": "few" } }""")
        );
    }

    [Fact]
    public void ShareKeepsItsWeightItsBaseAndItsPart()
    {
        var share = Assert.IsType<ShareSyntax>(
            ReadRules.Condition(
                """{ "share": "parties", "as": "p", "of": "emissions", "among": { "vote": { "known": true } },"""
                    + """ "where": { "vote": "yes" }, "atLeast": 0.55 }"""
            )
        );

        Assert.Equal("emissions", Assert.IsType<FactOperandSyntax>(share.Weight).Path.Text);
        Assert.NotNull(share.Among);
        Assert.Equal(ComparisonOperator.AtLeast, share.Comparison.Operator);
    }

    [Fact]
    public void InOrderHasStepsAndPerhapsANumberOfThem()
    {
        var order = Assert.IsType<InOrderSyntax>(
            ReadRules.Condition(
                """{ "inOrder": "events", "by": "date", "steps": [ { "kind": "threat" }, { "kind": "strike" } ], "atLeast": 1 }"""
            )
        );

        Assert.Equal(2, order.Steps.Count);
        Assert.Equal("date", order.By.Text);
        Assert.IsType<LiteralSyntax>(order.AtLeast);
    }

    [Fact]
    public void ArithmeticIsAppliedInItsOwnOrderWhateverTheOrderInTheFile()
    {
        var value = Assert
            .IsType<ValueTestSyntax>(
                ReadRules.Condition(
                    """{ "value": { "to": "startOfMonth", "minus": "P1D", "plus": "P1M", "times": 2, "fact": "talks.start" },"""
                        + """ "before": "2022-04-01" }"""
                )
            )
            .Value;

        var move = Assert.IsType<MoveSyntax>(value);
        var minus = Assert.IsType<ArithmeticSyntax>(move.Operand);
        var plus = Assert.IsType<ArithmeticSyntax>(minus.Left);
        var times = Assert.IsType<ArithmeticSyntax>(plus.Left);
        Assert.Equal([ArithmeticKind.Minus, ArithmeticKind.Plus, ArithmeticKind.Times], new[] { minus.Kind, plus.Kind, times.Kind });
        Assert.IsType<FactOperandSyntax>(times.Left);
    }

    [Fact]
    public void AListMayBeAParameter()
    {
        var every = Assert.IsType<QuantifierSyntax>(
            ReadRules.Condition(
                """{ "every": { "parameter": "annex" }, "as": "state", "satisfy": { "value": { "fact": "state" },"""
                    + """ "in": { "fact": "ratified" } } }"""
            )
        );
        Assert.Equal((true, "annex"), (every.List.IsParameter, every.List.Name.Text));
    }

    [Fact]
    public void TheSameElementNameMayBeUsedSideBySide() =>
        ReadRules.Condition(
            """{ "all": [ { "some": "a", "as": "x", "where": { "x.b": 1 } }, { "some": "c", "as": "x","""
                + """ "where": { "x.b": { "atLeast": { "count": "d", "as": "y" } } } } ] }"""
        );

    [Fact]
    public void WhatCannotBeReadStandsInTheTreeAsBroken()
    {
        var (file, reports) = ReadRules.Try("""
            {
              "name": "test",
              "rules": [
                { "id": "a", "require": "in words" },
                { "id": "b" },
                { "id": "c", "require": { "agreement.termYears": { "atLeast": null } }, "by": [] },
                { "require": { "every": "parties" } }
              ]
            }
            """);

        Assert.IsType<BrokenConditionSyntax>(file!.Rules[0].Require);
        Assert.Null(file.Rules[1].Require);
        Assert.IsType<BrokenOperandSyntax>(Assert.IsType<FactTestSyntax>(file.Rules[2].Require).Comparisons[0].Operand);
        Assert.IsType<BrokenOperandSyntax>(file.Rules[2].By);
        Assert.Equal("rule 4", file.Rules[3].Id.Text);
        Assert.IsType<BrokenConditionSyntax>(Assert.IsType<QuantifierSyntax>(file.Rules[3].Require).Satisfy);
        Assert.Equal(["NR1040", "NR1031", "NR1065", "NR1023", "NR1022", "NR1047"], reports.Select(d => d.Code));
    }

    [Fact]
    public void AMisspeltKeywordIsReportedAndReadOnAsTheOneThatWasMeant()
    {
        var (file, reports) = ReadRules.Try(ReadRules.Around("""{ "evry": "parties", "satisfy": { "kind": { "equals": "state" } } }"""));

        var every = Assert.IsType<QuantifierSyntax>(file!.Rules[0].Require);
        Assert.Equal(ComparisonOperator.Is, Assert.IsType<FactTestSyntax>(every.Satisfy).Comparisons[0].Operator);
        Assert.Equal(["NR1044", "NR1060"], reports.Select(d => d.Code));
    }
}
