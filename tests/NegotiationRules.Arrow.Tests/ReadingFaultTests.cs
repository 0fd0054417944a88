using Apache.Arrow;
using Apache.Arrow.Types;
using NegotiationRules.Arrow.Tests.Support;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Arrow.Tests;

/// <summary>What is told of columns that are no facts, and of rows with values that are none of theirs.</summary>
public sealed class ReadingFaultTests
{
    [Fact]
    public void WhatIsWrongWithColumnsIsToldBeforeAnyRow()
    {
        var text = Talks.Texts("x");
        var reports = new[]
        {
            Report(("prize", text)),
            Report(("agreement", Talks.Struct(1, ("from", text)))),
            Report(("agreement.frm", text)),
            Report(("parties.name", text)),
            Report(("agreement", Talks.Struct(1, ("form", text))), ("agreement.form", text)),
            Report(("price", text)),
            Report(("agreement.form", Talks.Numbers(1))),
            Report(("agreement", text)),
            Report(("parties", text)),
            Report(("start", Talks.Moments("UTC", DateTime.UnixEpoch))),
            Report(("opens", Talks.Moments(null, DateTime.UnixEpoch))),
            Report(("opens", Talks.Numbers(1))),
            Report(("price", new BooleanArray.Builder().Append(true).Build())),
            Report(("start", new BinaryArray.Builder().Append([1, 2]).Build())),
        };

        Approved.Check(string.Join("\n\n", reports) + "\n");
    }

    [Fact]
    public void WhatIsWrongWithARowIsToldWithTheFact()
    {
        var reports = new[]
        {
            Row(("agreement.years", Talks.Numbers(1_001))),
            Row(("agreement.form", Talks.Texts("writen"))),
            Row(("price", Talks.Decimals(3, 1.255m))),
            Row(("price", new DoubleArray.Builder().Append(1.005).Build())),
            Row(("price", new DoubleArray.Builder().Append(double.NaN).Build())),
            Row(("price", new UInt64Array.Builder().Append(ulong.MaxValue).Build())),
            Row(("start", Talks.Moments(null, new DateTime(2022, 1, 10, 9, 30, 0)))),
            Row(("start", Talks.Texts("10.1.2022"))),
            Row(("opens", Talks.Texts("2022-01-10T09:00:00"))),
            Row(("start", new Date32Array(new ArrowBuffer.Builder<int>().Append(int.MaxValue).Build(), ArrowBuffer.Empty, 1, 0, 0))),
            Row(("parties", Parties(OfBytes(0xC3, 0x28)))),
        };

        Approved.Check(string.Join("\n", reports) + "\n");
    }

    [Fact]
    public void RowsWithoutAFaultHaveTheirOutcomesBesideOneThatHas()
    {
        var forms = Talks.Texts("written", "oral", "writen");
        var rows = Talks.Rows(("agreement.years", Talks.Numbers(12, 5_000, 3)), ("agreement.form", forms));
        var outcomes = new RecordBatchEvaluator(Talks.Rules).Evaluate(rows);

        Assert.Equal(["satisfied", null, null], Talks.Of(outcomes, "long"));
        Assert.Equal([false, true, true], Talks.Errors(outcomes).Select(error => error is not null));
    }

    // Compared as they are, they would be less than nothing and more than nothing, and rules would be violated by chance.
    [Fact]
    public void WhatIsNoNumberIsNoFactInAColumnOfFloatingNumbersEither()
    {
        var rules = RuleSet.Parse(
            """{ "name": "t", "stages": ["talks"], "rules": [ { "id": "a", "require": { "trust": { "atLeast": 0.5 } } } ] }""",
            new RuleSetOptions { Vocabulary = Vocabulary.Parse("""{ "properties": { "trust": { "type": "number" } } }""") });
        var trust = new DoubleArray.Builder().Append(0.75).Append(double.NaN).Append(double.NegativeInfinity).Append(0.25).Build();
        var outcomes = new RecordBatchEvaluator(rules).Evaluate(Talks.Rows(("trust", trust)));

        Assert.Equal(["satisfied", null, null, "violated"], Talks.Of(outcomes, "a"));
        Assert.StartsWith("`trust` holds NaN, which cannot be a fact", Talks.Errors(outcomes)[1], StringComparison.Ordinal);
        Assert.StartsWith("`trust` holds -Infinity, which cannot be a fact", Talks.Errors(outcomes)[2], StringComparison.Ordinal);
    }

    [Fact]
    public void ABatchThatCannotReadARowSaysWhichAndIsEmpty()
    {
        var batch = new ScenarioBatch(Talks.Rules);
        var fault = Assert.Throws<ScenarioException>(() => batch.Read(Talks.Rows(("agreement.years", Talks.Numbers(12, 5_000)))));

        Assert.Contains("row 1: `5000` is more than `agreement.years` can be", fault.Message, StringComparison.Ordinal);
        Assert.Equal("agreement.years", Assert.Single(fault.Diagnostics).FactPath);
        Assert.Equal(0, batch.Count);
    }

    private static string Report(params (string Name, IArrowArray Array)[] columns) =>
        Assert.Throws<ScenarioException>(() => new RecordBatchEvaluator(Talks.Rules).Evaluate(Talks.Rows(columns))).Message;

    private static StringArray OfBytes(params byte[] text) =>
        new(1, new ArrowBuffer.Builder<int>().Append(0).Append(text.Length).Build(), new ArrowBuffer(text), ArrowBuffer.Empty);

    private static ListArray Parties(StringArray roles) =>
        Talks.Lists(Talks.Struct(1, ("delegates", Talks.Lists(Talks.Struct(1, ("role", roles)), [0, 1]))), [0, 1]);

    private static string Row(params (string Name, IArrowArray Array)[] columns)
    {
        var error = Assert.Single(Talks.Errors(new RecordBatchEvaluator(Talks.Rules).Evaluate(Talks.Rows(columns))));
        Assert.NotNull(error);
        return error;
    }
}
