namespace NegotiationRules.Tests.Evaluation;

/// <summary>Rules and stages that are asked for by their places: a place that does not exist is said to be none, whoever is
/// asked.</summary>
public class OutcomesByPlaceTests
{
    private static readonly RuleSet Rules = RuleSet.Parse("""
        { "name": "t", "stages": ["talks"], "rules": [ { "id": "binding", "require": { "agreement.legallyBinding": true } } ] }
        """);

    [Fact]
    public void ARuleKnowsItsPlace()
    {
        Assert.Equal(0, Rules.Rule("binding").Index);
        Assert.Same(Rules.Rules[0], Rules.Rule("binding"));
        Assert.Contains("'bindnig'", Assert.Throws<KeyNotFoundException>(() => Rules.Rule("bindnig")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(1_000_000)]
    public void APlaceThatDoesNotExistIsRefusedByTheEvaluator(int place)
    {
        var evaluator = new ScenarioEvaluator(Rules);
        evaluator.EvaluateJson("""{ "agreement": { "legallyBinding": true } }"""u8);

        Assert.Equal(RuleOutcome.Satisfied, evaluator.OutcomeOf(0));
        AssertNoPlace("rule", place, () => evaluator.OutcomeOf(place));
        AssertNoPlace("stage", place, () => evaluator.OutcomeOfStage(place));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void APlaceThatDoesNotExistIsRefusedByTheSession(int place)
    {
        var session = new Session(Rules, Scenario.Parse("{}"));

        AssertNoPlace("rule", place, () => session.OutcomeOf(place));
        AssertNoPlace("stage", place, () => session.OutcomeOfStage(place));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void APlaceThatDoesNotExistIsRefusedByTheBatch(int place)
    {
        var batch = new ScenarioBatch(Rules);
        batch.Add(Scenario.Parse("{}"));
        batch.Evaluate();

        AssertNoPlace("rule", place, () => batch.OutcomeOf(0, place));
        AssertNoPlace("stage", place, () => batch.OutcomeOfStage(0, place));
        AssertNoPlace("stage", place, () => batch.Blocking(0, place));
        AssertNoPlace("rule", place, () => batch.CountOf(place, RuleOutcome.Satisfied));
        AssertNoPlace("stage", place, () => batch.CountOfStage(place, StageOutcome.Valid));
        AssertNoPlace("rule", place, () => batch.CopyOutcomes(place, new RuleOutcome[1]));
        AssertNoPlace("rule", place, () => batch.CopyBits(place, RuleOutcome.Satisfied, new ulong[1]));
        AssertNoPlace("stage", place, () => batch.CopyStageBits(place, StageOutcome.Valid, new ulong[1]));
        AssertNoPlace("scenario", place, () => batch.OutcomeOf(place));
    }

    [Fact]
    public void BitsOfABatchAreThoseOfItsOutcomes()
    {
        const int Count = 130;
        var batch = new ScenarioBatch(Rules);
        for (var i = 0; i < Count; i++)
        {
            batch.AddJson(i % 3 == 0 ? """{ "agreement": { "legallyBinding": true } }"""u8.ToArray() : "{}"u8.ToArray());
        }

        batch.Evaluate();
        var bits = new ulong[3];
        var ofStage = new ulong[3];
        batch.CopyBits(0, RuleOutcome.Unknown, bits);
        batch.CopyStageBits(0, StageOutcome.Undetermined, ofStage);

        Assert.Equal(
            Enumerable.Range(0, Count).Select(i => batch.OutcomeOf(i, 0) == RuleOutcome.Unknown),
            Enumerable.Range(0, Count).Select(i => (bits[i >> 6] >> (i & 63) & 1) != 0));
        Assert.Equal(bits, ofStage);
        Assert.Throws<ArgumentException>(() => batch.CopyBits(0, RuleOutcome.Unknown, new ulong[2]));
        Assert.Throws<ArgumentException>(() => batch.CopyStageBits(0, StageOutcome.Valid, new ulong[2]));
    }

    private static void AssertNoPlace(string parameter, int place, Func<object?> ask)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(ask);
        Assert.Equal((parameter, place), (refused.ParamName, refused.ActualValue));
    }

    private static void AssertNoPlace(string parameter, int place, Action ask) => AssertNoPlace(parameter, place, () =>
    {
        ask();
        return null;
    });
}
