using Apache.Arrow;
using Apache.Arrow.Types;
using NegotiationRules.Arrow.Tests.Support;

namespace NegotiationRules.Arrow.Tests;

/// <summary>What columns may hold, and what it means.</summary>
public sealed class ReadingTests
{
    private static readonly string[] SatisfiedThenUnknown = ["satisfied", "unknown"];

    [Fact]
    public void AValueThatIsNullIsNotKnown()
    {
        var outcomes = Evaluate(("price", Talks.Decimals(2, 1.25m, 3)), ("start", Talks.Texts("2022-01-10", null)));

        Assert.Equal(["satisfied", "violated"], Talks.Of(outcomes, "cheap"));
        Assert.Equal(SatisfiedThenUnknown, Talks.Of(outcomes, "early"));
        Assert.Equal(["unknown", "unknown"], Talks.Of(outcomes, "opened"));
    }

    [Fact]
    public void AnObjectMayBeAStructOrColumnsByPaths()
    {
        var agreement = Talks.Struct(2, ("form", Talks.Texts("written", "oral")), ("years", Talks.Numbers(12, null)));
        var inStruct = Evaluate(("agreement", agreement));
        var byPaths = Evaluate(("agreement.form", Talks.Texts("written", "oral")), ("agreement.years", Talks.Numbers(12, null)));

        foreach (var rule in new[] { "written", "long", "there" })
        {
            Assert.Equal(Talks.Of(inStruct, rule), Talks.Of(byPaths, rule));
        }

        Assert.Equal(SatisfiedThenUnknown, Talks.Of(byPaths, "long"));
    }

    [Fact]
    public void AnObjectByPathsIsThereWhereOneOfItsFactsIs()
    {
        var outcomes = Evaluate(("agreement.form", Talks.Texts(null, null, "oral")), ("agreement.years", Talks.Numbers(null, 12, null)));

        Assert.Equal(["violated", "satisfied", "satisfied"], Talks.Of(outcomes, "there"));
    }

    [Fact]
    public void AListThatIsNullIsNotKnownAndAnEmptyOneIs()
    {
        var roles = Talks.Struct(3, ("role", Talks.Texts("military", "legal", "military")));
        var delegates = Talks.Lists(roles, [0, 1, 2, 3]);
        var parties = Talks.Lists(Talks.Struct(3, ("delegates", delegates)), [0, 1, 3, 3, 3], known: 0b1011);

        Assert.Equal(["satisfied", "violated", "unknown", "satisfied"], Talks.Of(Evaluate(("parties", parties)), "military"));
    }

    [Fact]
    public void TextsMayHaveADictionary()
    {
        var indices = new Int8Array.Builder().Append(1).AppendNull().Append(0).Build();
        var type = new DictionaryType(Int8Type.Default, StringType.Default, false);
        var forms = new DictionaryArray(type, indices, Talks.Texts("oral", "written"));

        Assert.Equal(["satisfied", "unknown", "violated"], Talks.Of(Evaluate(("agreement.form", forms)), "written"));
    }

    [Fact]
    public void MomentsHaveAZoneAndDaysHaveNone()
    {
        var (early, late) = (new DateTime(2022, 1, 10), new DateTime(2022, 2, 10));
        var outcomes = Evaluate(("opens", Talks.Moments("UTC", early, late)), ("start", Talks.Moments(null, early, late)));

        Assert.Equal(["satisfied", "violated"], Talks.Of(outcomes, "opened"));
        Assert.Equal(["satisfied", "violated"], Talks.Of(outcomes, "early"));
    }

    [Fact]
    public void DatesMayBeTextsOfAMonthAlone()
    {
        var outcomes = Evaluate(("start", Talks.Texts("2022-01", "2022", "2022-02")));

        Assert.Equal(["satisfied", "unknown", "violated"], Talks.Of(outcomes, "early"));
    }

    [Fact]
    public void AFactMayBeStatedWithItsSource()
    {
        var stated = Talks.Struct(2, ("value", Talks.Decimals(1, 2.5m, 9)), ("source", Talks.Texts("the minutes", null)));

        Assert.Equal(["satisfied", "violated"], Talks.Of(Evaluate(("price", stated)), "cheap"));
    }

    [Fact]
    public void AListOfWhichThereMayBeOthersSaysSo()
    {
        var roles = Talks.Struct(2, ("role", Talks.Texts("military", "military")));
        var inside = Talks.Struct(2, ("delegates", Talks.Lists(roles, [0, 1, 2])));
        var complete = new BooleanArray.Builder().Append(true).Append(false).Build();
        var parties = Talks.Struct(2, ("known", Talks.Lists(inside, [0, 1, 2])), ("complete", complete));

        Assert.Equal(SatisfiedThenUnknown, Talks.Of(Evaluate(("parties", parties)), "military"));
    }

    [Fact]
    public void ABatchThatWasReadExplainsItsRowsWithAllTheirTexts()
    {
        var batch = new ScenarioBatch(Talks.Rules);
        var nobody = Talks.Lists(Talks.Struct(0, ("role", Talks.Texts())), [0, 0]);
        var names = Talks.Struct(1, ("name", Talks.Texts("Ruritania")), ("delegates", nobody));
        batch.Read(Talks.Rows(("parties", Talks.Lists(names, [0, 1]))));
        batch.Evaluate();

        Assert.Contains("Ruritania", batch.ToVerdict(0).Explain().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void OutcomesOfABatchAreARecordBatch()
    {
        var batch = new ScenarioBatch(Talks.Rules);
        batch.Read(Talks.Rows(("price", Talks.Decimals(2, 1.25m, 3))));
        batch.Evaluate();
        var outcomes = batch.ToRecordBatch();

        Assert.Equal(["satisfied", "violated"], Talks.Of(outcomes, "cheap"));
        Assert.Equal(["stages", "rules", "error"], outcomes.Schema.FieldsList.Select(field => field.Name));
    }

    [Fact]
    public void TheOutcomesDoNotDependOnThreads()
    {
        var rows = Talks.Rows(("agreement.years", Talks.Numbers([.. Enumerable.Range(0, 50_000).Select(i => (long?)(i % 1_003))])));
        var one = new RecordBatchEvaluator(Talks.Rules).Evaluate(rows);
        var four = new RecordBatchEvaluator(Talks.Rules).Evaluate(rows, threads: 4);

        Assert.Equal(Talks.Of(one, "long"), Talks.Of(four, "long"));
        Assert.Equal(Talks.Errors(one), Talks.Errors(four));
        Assert.NotNull(Talks.Errors(one)[1_002]);
        Assert.Null(Talks.Errors(one)[1_000]);
    }

    private static RecordBatch Evaluate(params (string Name, IArrowArray Array)[] columns)
    {
        var outcomes = new RecordBatchEvaluator(Talks.Rules).Evaluate(Talks.Rows(columns));
        Assert.All(Talks.Errors(outcomes), Assert.Null);
        return outcomes;
    }
}
