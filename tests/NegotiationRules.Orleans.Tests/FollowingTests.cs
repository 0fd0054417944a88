using NegotiationRules.Orleans.Tests.Support;

namespace NegotiationRules.Orleans.Tests;

/// <summary>Rules are replaced under negotiations.</summary>
public sealed class FollowingTests
{
    [Fact]
    public async Task NegotiationsInMemoryAreEvaluatedAnewThoughNobodyCallsThem()
    {
        await using var silos = await Silos.StartAsync();
        for (var i = 0; i < 50; i++)
        {
            await silos.OpenAsync($"n{i}");
        }

        await silos.ReloadAsync(RuleTexts.Talks(20));

        for (var i = 0; i < 50; i++)
        {
            var told = (await silos.Told.WaitAsync($"n{i}", 1)).Single();
            Assert.Equal((FlipCause.Rules, 1, 1), (told.Cause, told.Number, told.Version));
            Assert.Equal([new RuleFlip("long-term", RuleOutcome.Satisfied, RuleOutcome.Violated)], told.Rules);
        }
    }

    [Fact]
    public async Task OneThatIsNotInMemoryIsEvaluatedAnewAsSoonAsItIs()
    {
        await using var silos = await Silos.StartAsync();
        var negotiation = await silos.OpenAsync("a");
        await silos.LeaveAsync(negotiation);
        await silos.ReloadAsync(RuleTexts.Talks(20));

        Assert.Equal(StageOutcome.Invalid, (await negotiation.GetAsync()).Outcome);

        Assert.Equal(FlipCause.Rules, (await silos.Told.WaitAsync("a", 1)).Single().Cause);
    }

    [Fact]
    public async Task ACallGoesByTheRulesInForceAndTellsApartWhatTheyFlipped()
    {
        await using var silos = await Silos.StartAsync();
        var negotiation = await silos.OpenAsync("a");
        await silos.ReloadAsync(RuleTexts.Talks(20));

        var flips = await negotiation.SetAsync("agreement.termYears", 20);

        Assert.Equal((2, RuleOutcome.Violated), (flips.Number, flips.Rules.Single().Before));
        Assert.Equal([FlipCause.Rules, FlipCause.Facts], (await silos.Told.WaitAsync("a", 2)).Select(told => told.Cause));
    }

    [Fact]
    public async Task RulesThatCannotBeReadLeaveThoseOfBeforeInForce()
    {
        await using var silos = await Silos.StartAsync();
        var negotiation = await silos.OpenAsync("a");

        await silos.ReloadAsync("{ nothing");

        var status = await negotiation.GetAsync();
        Assert.Equal((StageOutcome.Valid, null), (status.Outcome, status.Fault));
    }

    [Fact]
    public async Task FactsThatTheNewRulesDoNotKnowAreToldAndCanBeMended()
    {
        await using var silos = await Silos.StartAsync();
        var negotiation = await silos.OpenAsync("a");
        await silos.RenameAsync();

        var fault = await Assert.ThrowsAsync<ScenarioException>(negotiation.EvaluateAsync);
        var status = await negotiation.GetAsync();

        Assert.Equal("agreement.form", Assert.Single(fault.Diagnostics).FactPath);
        Assert.Equal((StageOutcome.Valid, true), (status.Outcome, status.Fault!.Contains("agreement", StringComparison.Ordinal)));
        var flips = await negotiation.SetAsync("agreement", new Dictionary<string, object> { ["termYears"] = 12, ["kind"] = "oral" });
        Assert.Equal([new RuleFlip("in-writing", RuleOutcome.Satisfied, RuleOutcome.Violated)], flips.Rules);
        Assert.Null((await negotiation.GetAsync()).Fault);
    }

    [Fact]
    public async Task FactsThatTheNewRulesDoNotKnowAreMendedInNoTimeWhereTheOldRulesComeBack()
    {
        await using var silos = await Silos.StartAsync();
        var negotiation = await silos.OpenAsync("a");
        await silos.RenameAsync();
        Assert.NotNull((await negotiation.GetAsync()).Fault);
        await silos.LeaveAsync(negotiation);
        Assert.NotNull((await negotiation.GetAsync()).Fault);

        await silos.RenameBackAsync();

        Assert.Null((await negotiation.GetAsync()).Fault);
        Assert.Empty(silos.Told.All);
    }
}
