using NegotiationRules.Orleans.Tests.Support;
using NegotiationRules.Tests.Support;
using Newtonsoft.Json;
using Orleans.Runtime;

namespace NegotiationRules.Orleans.Tests;

/// <summary>What is stored, and what comes back of it.</summary>
public sealed class StoringTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ANegotiationIsAfterwardsAsItWasBefore(bool isBinary)
    {
        await using var silos = await Silos.StartAsync(isBinary: isBinary);
        var negotiation = await silos.OpenAsync("a");
        await negotiation.SetAsync("agreement.termYears", 5.5m);
        await negotiation.SetAsync("talks.mediated", null);
        var before = await negotiation.GetAsync();
        await silos.Told.WaitAsync("a", 2);

        await silos.LeaveAsync(negotiation);

        var after = await negotiation.GetAsync();
        Assert.Equal(before.Scenario.ToString(), after.Scenario.ToString());
        Assert.Equal(before.Rules, after.Rules);
        Assert.Equal(before.Stages, after.Stages);
        Assert.Equal(
            (before.RuleSet, before.Version, before.Number, before.Outcome), (after.RuleSet, after.Version, after.Number, after.Outcome));
        Assert.Equal(3, (await negotiation.SetAsync("talks.mediated", true)).Number);
        Assert.Equal([1, 2, 3], (await silos.Told.WaitAsync("a", 3)).Select(flips => flips.Number));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhatWasNotToldIsTheSameAfterwards(bool isBinary)
    {
        await using var silos = await Silos.StartAsync(isBinary: isBinary);
        var negotiation = await silos.OpenAsync("a");
        silos.Told.IsAway = true;
        var flips = await negotiation.ChangeAsync(
            [NegotiationChange.Set("talks.mediated", null), NegotiationChange.Set("agreement.termYears", 1)]);
        var others = await negotiation.UseRuleSetAsync("short");
        await silos.LeaveAsync(negotiation);

        silos.Told.IsAway = false;

        await negotiation.GetAsync();
        var told = await silos.Told.WaitAsync("a", 2);
        Assert.Equal(JsonConvert.SerializeObject(new[] { flips, others }), JsonConvert.SerializeObject(told));
        Assert.Equal(RuleOutcome.Unknown, told[0].Rules[0].After);
        Assert.Null(told[1].Rules[0].After);
    }

    [Fact]
    public async Task WhatIsStoredCanBeRead()
    {
        await using var silos = await Silos.StartAsync();
        var negotiation = await silos.OpenAsync("a");
        silos.Told.IsAway = true;
        await negotiation.SetAsync("agreement.termYears", 5);

        var stored = Newtonsoft.Json.Linq.JObject.Parse(silos.Stored.TextOf(negotiation));
        stored["untold"]![0]!["at"] = "the time";
        Approved.Check(stored.ToString());
    }

    [Fact]
    public async Task WhatANewerVersionStoredIsLeftAlone()
    {
        await using var silos = await Silos.StartAsync();
        var negotiation = await silos.OpenAsync("a");
        await silos.LeaveAsync(negotiation);
        var newer = silos.Stored.TextOf(negotiation).Replace("\"schema\":1", "\"schema\":2", StringComparison.Ordinal);
        silos.Stored.Put(negotiation, newer);

        var fault = await Assert.ThrowsAnyAsync<Exception>(() => negotiation.SetAsync("talks.mediated", false));

        Assert.Contains("stored by a newer version", fault.Message, StringComparison.Ordinal);
        Assert.Equal(newer, silos.Stored.TextOf(negotiation));
    }

    [Fact]
    public async Task AChangeThatCannotBeStoredIsNotMadeAndNotTold()
    {
        await using var silos = await Silos.StartAsync();
        var negotiation = await silos.OpenAsync("a");
        silos.Stored.IsBroken = true;

        var fault = await Assert.ThrowsAsync<OrleansException>(() => negotiation.SetAsync("talks.mediated", false));

        Assert.Contains("The storage is away.", fault.Message, StringComparison.Ordinal);
        silos.Stored.IsBroken = false;
        Assert.Equal((1, StageOutcome.Valid), await negotiation.GetAsync() is var status ? (status.Version, status.Outcome) : default);
        await negotiation.SetAsync("agreement.termYears", 5);
        Assert.Equal("long-term", (await silos.Told.WaitAsync("a", 1)).Single().Rules.Single().Rule);
    }
}
