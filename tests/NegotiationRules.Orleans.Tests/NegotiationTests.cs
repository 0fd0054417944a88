using NegotiationRules.Orleans.Tests.Support;

namespace NegotiationRules.Orleans.Tests;

/// <summary>What callers see of one negotiation.</summary>
public sealed class NegotiationTests(OneSilo one) : IClassFixture<OneSilo>
{
    private readonly Silos _silos = one.Silos;

    [Fact]
    public async Task AChangeTellsWhatFlips()
    {
        var negotiation = await _silos.OpenAsync(nameof(AChangeTellsWhatFlips));

        var flips = await negotiation.SetAsync("agreement.termYears", 5);

        Assert.Equal([new RuleFlip("long-term", RuleOutcome.Satisfied, RuleOutcome.Violated)], flips.Rules);
        Assert.Equal([new StageFlip("agreement", StageOutcome.Valid, StageOutcome.Invalid)], flips.Stages);
        Assert.Equal((StageOutcome.Invalid, 1, 2, FlipCause.Facts), (flips.Outcome, flips.Number, flips.Version, flips.Cause));
    }

    [Fact]
    public async Task AChangeThatFlipsNothingIsAVersionAndNoNumber()
    {
        var negotiation = await _silos.OpenAsync(nameof(AChangeThatFlipsNothingIsAVersionAndNoNumber));

        var flips = await negotiation.SetAsync("agreement.termYears", 11);

        Assert.True(flips.IsEmpty);
        Assert.Equal((0, 2), (flips.Number, flips.Version));
        Assert.Contains("\\\"termYears\\\": 11", _silos.Stored.TextOf(negotiation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SeveralChangesAreMadeTogetherOrNotAtAll()
    {
        var negotiation = await _silos.OpenAsync(nameof(SeveralChangesAreMadeTogetherOrNotAtAll));

        var fault = await Assert.ThrowsAsync<ScenarioException>(() => negotiation.ChangeAsync(
            [NegotiationChange.Set("agreement.termYears", 5), NegotiationChange.Set("talks.mediated", "perhaps")]));

        Assert.Equal("talks.mediated", Assert.Single(fault.Diagnostics).FactPath);
        var status = await negotiation.GetAsync();
        Assert.Equal((1, StageOutcome.Valid), (status.Version, status.Outcome));
        Assert.Equal(Scenario.Parse(RuleTexts.Everything).ToString(), status.Scenario.ToString());
        Assert.Equal(StageOutcome.Invalid, (await negotiation.ChangeAsync(
            [NegotiationChange.Set("agreement.termYears", 5), NegotiationChange.Set("talks.mediated", false)])).Outcome);
    }

    [Fact]
    public async Task AMisspeltFactIsToldWithItsPathAndItsCure()
    {
        var negotiation = await _silos.OpenAsync(nameof(AMisspeltFactIsToldWithItsPathAndItsCure));

        var fault = await Assert.ThrowsAsync<ScenarioException>(() => negotiation.SetAsync("agreement.termYeers", 5));

        var diagnostic = Assert.Single(fault.Diagnostics);
        Assert.Equal("agreement.termYeers", diagnostic.FactPath);
        Assert.Contains("termYears", $"{diagnostic.Message} {diagnostic.Help}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task APathThatLeadsNowhereIsRefused()
    {
        var negotiation = await _silos.OpenAsync(nameof(APathThatLeadsNowhereIsRefused));

        var fault = await Assert.ThrowsAsync<ArgumentException>(() => negotiation.RemoveAsync("talks.parties", 0));

        Assert.Contains("talks.parties", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARuleSetThatIsNotThereIsRefusedWithTheOneThatWasMeant()
    {
        var negotiation = _silos[nameof(ARuleSetThatIsNotThereIsRefusedWithTheOneThatWasMeant)];

        var fault = await Assert.ThrowsAsync<KeyNotFoundException>(() => negotiation.OpenAsync("tolks", Scenario.Parse("{}")));

        Assert.Contains("'tolks'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("'talks'", fault.Message, StringComparison.Ordinal);
        Assert.False(_silos.Stored.Has(negotiation));
    }

    [Fact]
    public async Task WhatWasNotOpenedSaysSo()
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => _silos["nobody"].SetAsync("talks.mediated", true));

        Assert.Equal(
            "The negotiation 'nobody' is not open: call OpenAsync with the name of a rule set and the facts to begin with.", fault.Message);
    }

    [Fact]
    public async Task OpeningItAgainWithTheSameFactsChangesNothingAndWithOthersIsRefused()
    {
        var negotiation = await _silos.OpenAsync(nameof(OpeningItAgainWithTheSameFactsChangesNothingAndWithOthersIsRefused));

        Assert.Equal(1, (await negotiation.OpenAsync("talks", Scenario.Parse(RuleTexts.Everything))).Version);
        await Assert.ThrowsAsync<InvalidOperationException>(() => negotiation.OpenAsync("talks", Scenario.Parse("{}")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => negotiation.OpenAsync("short", Scenario.Parse(RuleTexts.Everything)));
    }

    [Fact]
    public async Task AChangeOfAnotherVersionIsRefused()
    {
        var negotiation = await _silos.OpenAsync(nameof(AChangeOfAnotherVersionIsRefused));
        NegotiationChange[] change = [NegotiationChange.Set("agreement.termYears", 5)];

        await negotiation.ChangeAsync(change, ifVersion: 1);

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => negotiation.ChangeAsync(change, ifVersion: 1));
        Assert.Contains("is of version 2, not 1", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheVerdictIsThatOfTheRuleSet()
    {
        var negotiation = await _silos.OpenAsync(nameof(TheVerdictIsThatOfTheRuleSet));
        await negotiation.SetAsync("agreement.form", null);

        var expected = _silos.Sets["talks"].Evaluate((await negotiation.GetAsync()).Scenario);

        Assert.Equal(expected.ToReport().ToJson(), (await negotiation.EvaluateAsync()).ToJson());
        Assert.Equal(expected.Explain().ToText(), await negotiation.ExplainAsync());
        Assert.Equal(expected.Explain().ToHtml(), await negotiation.ExplainAsync(ExplanationForm.Html));
    }

    [Fact]
    public async Task AnotherRuleSetTellsWhichRulesCameAndWent()
    {
        var negotiation = await _silos.OpenAsync(nameof(AnotherRuleSetTellsWhichRulesCameAndWent), "short");

        var fault = await Assert.ThrowsAsync<KeyNotFoundException>(() => negotiation.UseRuleSetAsync("nothing"));
        var flips = await negotiation.UseRuleSetAsync("talks");

        Assert.Contains("nothing", fault.Message, StringComparison.Ordinal);
        Assert.Equal((FlipCause.Rules, "talks"), (flips.Cause, flips.RuleSet));
        Assert.Equal(
            [new RuleFlip("long-term", null, RuleOutcome.Satisfied), new RuleFlip("in-writing", null, RuleOutcome.Satisfied)], flips.Rules);
        Assert.Equal(
            [new RuleFlip("long-term", RuleOutcome.Satisfied, null), new RuleFlip("in-writing", RuleOutcome.Satisfied, null)],
            (await negotiation.UseRuleSetAsync("short")).Rules);
    }

    [Fact]
    public async Task WhatIsClosedIsForgotten()
    {
        var negotiation = await _silos.OpenAsync(nameof(WhatIsClosedIsForgotten));

        await negotiation.CloseAsync();
        await negotiation.CloseAsync();

        Assert.False(_silos.Stored.Has(negotiation));
        await Assert.ThrowsAsync<InvalidOperationException>(negotiation.GetAsync);
        Assert.Equal(1, (await negotiation.OpenAsync("short", Scenario.Parse(RuleTexts.Everything))).Version);
    }
}
