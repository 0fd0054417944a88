using System.Collections.Immutable;
using System.Globalization;
using FsCheck.Xunit;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Programs;
using NegotiationRules.Testing;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Evaluation;

/// <summary>Functions give what .NET gives, and a value can be had of any operand.</summary>
public class FunctionsTests
{
    private static readonly Vocabulary Facts = Vocabulary.Parse("""
        { "type": "object", "properties": {
            "a": { "type": "integer" }, "b": { "type": "integer" }, "cents": { "type": "number", "multipleOf": 0.01 },
            "x": { "type": "number" }, "y": { "type": "number" },
            "text": { "type": "string" }, "flag": { "type": "boolean" }, "day": { "type": "string", "format": "date" },
            "at": { "type": "string", "format": "date-time" },
            "wait": { "type": "string", "format": "duration" },
            "items": { "type": "array", "items": { "type": "object", "properties": { "price": { "type": "integer" },
            "amount": { "type": "integer" } } } }
        } }
        """);

    [Property]
    public void AWholeQuotientAndItsRemainderAreThoseOfNet(long a, long b)
    {
        var facts = Bind($$"""{ "a": {{a}}, "b": {{b}} }""");
        var (quotient, rest) = (
            ValueOf("""{ "wholeQuotient": [{ "fact": "a" }, { "fact": "b" }] }""", facts),
            ValueOf("""{ "remainder": [{ "fact": "a" }, { "fact": "b" }] }""", facts)
        );

        Assert.Equal(b != 0, quotient.IsKnown);
        Assert.Equal(b != 0, rest.IsKnown);
        if (b != 0)
        {
            Assert.Equal((a / b, a % b), (quotient.Steps, rest.Steps));
        }
    }

    [Property]
    public void ExactNumbersAreRoundedAsDecimalsAre(int hundredths)
    {
        var number = hundredths / 100m;
        var facts = Bind(string.Create(CultureInfo.InvariantCulture, $$"""{ "cents": {{number}} }"""));

        Assert.Equal((long)Math.Round(number), ValueOf("""{ "rounded": { "fact": "cents" } }""", facts).Steps);
        Assert.Equal((long)(Math.Round(number, 1) * 10), ValueOf("""{ "rounded": [{ "fact": "cents" }, 1] }""", facts).Steps);
        Assert.Equal((long)Math.Floor(number), ValueOf("""{ "floor": { "fact": "cents" } }""", facts).Steps);
        Assert.Equal((long)Math.Ceiling(number), ValueOf("""{ "ceiling": { "fact": "cents" } }""", facts).Steps);
        Assert.Equal((long)Math.Truncate(number), ValueOf("""{ "truncated": { "fact": "cents" } }""", facts).Steps);
    }

    [Property]
    public void FloatingNumbersAreReckonedAsInNet(FsCheck.NormalFloat x, FsCheck.NormalFloat y)
    {
        var (a, b) = ((double)x, (double)y);
        var facts = Bind(
            $$"""{ "x": {{a.ToString("R", CultureInfo.InvariantCulture)}}, "y": {{b.ToString("R", CultureInfo.InvariantCulture)}} }"""
        );

        Same(b == 0 ? double.NaN : a / b, """{ "quotient": [{ "fact": "x" }, { "fact": "y" }] }""");
        Same(b == 0 ? double.NaN : a % b, """{ "remainder": [{ "fact": "x" }, { "fact": "y" }] }""");
        Same(a == 0 && b < 0 ? double.NaN : Math.Pow(a, b), """{ "power": [{ "fact": "x" }, { "fact": "y" }] }""");
        Same(a < 0 ? double.NaN : Math.Sqrt(a), """{ "squareRoot": { "fact": "x" } }""");
        Same(Math.Round(a, 2), """{ "rounded": [{ "fact": "x" }, 2] }""");

        void Same(double expected, string operand)
        {
            if (double.IsInfinity(expected))
            {
                Assert.Throws<QuantityOverflowException>(() => ValueOf(operand, facts));
            }
            else
            {
                var value = ValueOf(operand, facts);
                Assert.Equal(expected, value.IsKnown ? value.Real : double.NaN);
            }
        }
    }

    [Property]
    public void PartsOfTextAreThoseOfNet(FsCheck.NonNull<string> text, sbyte start, sbyte length)
    {
        var clean = new string([.. text.Get.Where(c => !char.IsSurrogate(c))]);
        var facts = Bind($$"""{ "text": {{JsonPrinter.Quote(clean)}}, "a": {{start}}, "b": {{length}} }""");
        var isThere = start >= 0 && length >= 0 && start + length <= clean.Length;

        var part = ValueOf("""{ "part": [{ "fact": "text" }, { "fact": "a" }, { "fact": "b" }] }""", facts);
        Assert.Equal(isThere ? clean.Substring(start, length) : null, part.IsKnown ? part.Text : null);
        Assert.Equal(clean.Trim(), ValueOf("""{ "trimmed": { "fact": "text" } }""", facts).Text);
        Assert.Equal(clean.Length, ValueOf("""{ "length": { "fact": "text" } }""", facts).Steps);
    }

    [Property]
    public void PartsOfDatesAreThoseOfNet(DateTime time)
    {
        var utc = DateTime.SpecifyKind(time, DateTimeKind.Utc);
        var facts = Bind(
            $$"""{ "at": "{{utc.ToString("o", CultureInfo.InvariantCulture)}}","""
                + $$""" "day": "{{utc.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}}" }"""
        );

        (string Function, long Expected)[] parts =
        [
            ("year", utc.Year),
            ("month", utc.Month),
            ("dayOfMonth", utc.Day),
            ("dayOfYear", utc.DayOfYear),
            ("hour", utc.Hour),
            ("minute", utc.Minute),
            ("second", utc.Second),
        ];
        Assert.All(parts, p => Assert.Equal(p.Expected, ValueOf($$"""{ "{{p.Function}}": { "fact": "at" } }""", facts).Steps));
        Assert.All(parts.Take(4), p => Assert.Equal(p.Expected, ValueOf($$"""{ "{{p.Function}}": { "fact": "day" } }""", facts).Steps));
        Assert.Equal(utc.DayOfWeek.ToString(), ValueOf("""{ "dayOfWeek": { "fact": "day" } }""", facts).Text, ignoreCase: true);
        Assert.Equal(PartialDate.Of(DateOnly.FromDateTime(utc)), ValueOf("""{ "dateOf": { "fact": "at" } }""", facts).Date);
        Assert.Equal(utc.TimeOfDay.Ticks, ValueOf("""{ "timeOfDay": { "fact": "at" } }""", facts).Duration.Ticks);
        Assert.Equal(utc.TimeOfDay.TotalHours, ValueOf("""{ "totalHours": { "timeOfDay": { "fact": "at" } } }""", facts).Real);
    }

    [Fact]
    public void TheValueOfAnOperandIsOfTheKindThatItMeasures()
    {
        var facts = Bind(
            """{ "a": 3, "cents": 0.25, "flag": true, "text": "A", "day": "2022-01-10", "at": "2022-01-10T00:00:00Z", "wait": "P1M" }"""
        );

        Assert.Equal(3, ValueOf("""{ "fact": "a" }""", facts).Steps);
        Assert.Equal(75, ValueOf("""{ "fact": "cents", "times": { "fact": "a" } }""", facts).Steps);
        Assert.True(ValueOf("""{ "if": { "a": 3 }, "then": { "fact": "flag" }, "else": { "fact": "flag" } }""", facts).Boolean);
        Assert.Equal(new Duration(1, 0), ValueOf("""{ "fact": "wait" }""", facts).Duration);
        Assert.Equal(PartialDate.Of(new DateOnly(2022, 1, 31)), ValueOf("""{ "fact": "day", "to": "endOfMonth" }""", facts).Date);
        Assert.Equal(new DateTime(2022, 1, 11).Ticks, ValueOf("""{ "fact": "at", "plus": "P1D" }""", facts).UtcTicks);
        Assert.False(ValueOf("""{ "fact": "b" }""", facts).IsKnown);
        Assert.False(ValueOf("""{ "fact": "day" }""", Bind("""{ "day": "2022-01" }""")).IsKnown);
        Assert.Throws<OverflowException>(() => ValueOf("""{ "fact": "a", "times": 9223372036854775807 }""", facts));
    }

    [Fact]
    public void ATextThatGrowsTooLongIsAFaultOfTheScenario()
    {
        var facts = Bind($$"""{ "text": "{{new string('a', 2000)}}" }""");
        const string Squared = """{ "replaced": [{ "fact": "text" }, "a", { "fact": "text" }] }""";

        Assert.Throws<QuantityOverflowException>(() => ValueOf(Squared, facts));
        Assert.Equal(2000, ValueOf("""{ "replaced": [{ "fact": "text" }, "a", "b"] }""", facts).Text.Length);
    }

    [Fact]
    public void WhatWouldSettleAValueIsWhatItIsWorkedOutOf()
    {
        Assert.Equal(["a", "b"], Unsettled("""{ "value": { "quotient": [{ "fact": "a" }, { "fact": "b" }] }, "is": 1 }""", "{}"));
        Assert.Equal(
            ["flag", "a", "b"],
            Unsettled("""{ "value": { "if": { "flag": true }, "then": { "fact": "a" }, "else": { "fact": "b" } }, "is": 1 }""", "{}")
        );
        Assert.Equal(
            ["a"],
            Unsettled(
                """{ "value": { "if": { "flag": true }, "then": { "fact": "a" }, "else": { "fact": "b" } }, "is": 1 }""",
                """{ "flag": true }"""
            )
        );
        Assert.Equal(
            ["items[0].amount"],
            Unsettled(
                """{ "sum": "items", "of": { "fact": "price", "times": { "fact": "amount" } }, "is": 1 }""",
                """{ "items": [{ "price": 2 }] }"""
            )
        );
    }

    [Fact]
    public void ConditionsInsideValuesArePartsOfTheConditionAround()
    {
        var rule = RuleOf(
            """{ "sum": "items", "of": { "if": { "price": 1 }, "then": { "count": "items", "as": "i", "where": { "i.amount": 2 } },"""
                + """ "else": 0 }, "where": { "amount": 3 }, "is": 1 }"""
        ).Rules[0];

        var texts = ConditionPart.Of(rule.Require).Select(part => part.Inner.Span.Characters.ToString());
        Assert.Equal(["""{ "amount": 3 }""", """{ "price": 1 }""", """{ "i.amount": 2 }"""], texts);
    }

    [Fact]
    public void SumsAreCompiledAndWhatGivesATextIsLeftToTheTreeWalk()
    {
        Assert.DoesNotContain(Steps("""{ "sum": "items.price", "is": 1 }"""), step => step is Walk);
        Assert.DoesNotContain(Steps("""{ "sum": "items", "of": { "fact": "price" }, "is": 1 }"""), step => step is Walk);
        Assert.DoesNotContain(Steps("""{ "sum": "items", "of": { "fact": "a" }, "is": 1 }"""), step => step is Walk);
        Assert.DoesNotContain(Steps("""{ "sum": "items", "of": { "fact": "price", "times": 2 }, "is": 1 }"""), step => step is Walk);
        Assert.Contains(Steps("""{ "value": { "lowerCase": { "fact": "text" } }, "is": "a" }"""), step => step is Walk);
        Assert.DoesNotContain(Steps("""{ "text": { "is": { "lowerCase": "A" } } }"""), step => step is Walk);
    }

    private static ImmutableArray<Step> Steps(string condition) => ProgramCompiler.Compile(RuleOf(condition)).Steps;

    private static string[] Unsettled(string condition, string facts)
    {
        var rules = RuleOf(condition);
        return [.. UnsettledFacts.Of(rules.Rules[0], rules, Bind(facts)).Select(unsettled => unsettled.Fact.Path)];
    }

    private static FactValue ValueOf(string operand, Scope facts)
    {
        var rules = RuleOf($$"""{ "any": [ { "value": {{operand}}, "is": {{operand}} } ] }""");
        return OperandValues.Of(((RelationTest)((Composition)rules.Rules[0].Require).Parts[0]).Left, facts);
    }

    private static CheckedRuleSet RuleOf(string condition)
    {
        RuleSet.TryParse(
            $$"""{ "name": "case", "stages": ["s"], "rules": [ { "id": "r", "require": {{condition}} } ] }""",
            new RuleSetOptions { Vocabulary = Facts },
            out var rules,
            out var diagnostics
        );

        // That an operand is compared with itself, and that numbers in floating point are, is on purpose here.
        Assert.Empty(diagnostics.Where(d => d.Code is not ("NR2061" or "NR2059")).Select(d => d.ToString()));
        return rules!.Checked;
    }

    private static Scope Bind(string facts)
    {
        var bag = new DiagnosticBag();
        var bound = Scenario.Parse(facts).Bind(Facts, bag);
        Assert.Empty(bag.ToSorted().Select(d => d.ToString()));
        return Scope.Of(bound);
    }
}
