using NegotiationRules.Orleans.Tests.Support;

namespace NegotiationRules.Orleans.Tests;

/// <summary>What flips is told until somebody took note of it, whatever happens.</summary>
public sealed class TellingTests
{
    [Fact]
    public async Task WhatFlipsIsToldInOrderAndOnce()
    {
        await using var silos = await Silos.StartAsync();
        var negotiation = await silos.OpenAsync("a");
        for (var i = 0; i < 20; i++)
        {
            await negotiation.SetAsync("talks.mediated", i % 2 == 1);
        }

        var told = await silos.Told.WaitAsync("a", 20);

        Assert.Equal(Enumerable.Range(1, 20).Select(number => (long)number), told.Select(flips => flips.Number));
        Assert.Equal("mediated", told[7].Rules.Single().Rule);
    }

    [Fact]
    public async Task AHandlerThatFailsIsToldAgain()
    {
        await using var silos = await Silos.StartAsync();
        var negotiation = await silos.OpenAsync("a");
        silos.Told.IsAway = true;
        await negotiation.SetAsync("talks.mediated", false);
        await negotiation.SetAsync("talks.mediated", true);
        await Waiting.UntilAsync(() => silos.Told.Refused > 2, "it is tried again");

        silos.Told.IsAway = false;

        Assert.Equal([1, 2], (await silos.Told.WaitAsync("a", 2)).Select(flips => flips.Number));
    }

    [Fact]
    public async Task AHandlerMayAskAndChangeTheNegotiationThatTellsIt()
    {
        await using var silos = await Silos.StartAsync();
        var negotiation = await silos.OpenAsync("a");
        silos.Told.Also = async flips =>
        {
            if ((await negotiation.GetAsync()).Outcome == StageOutcome.Invalid)
            {
                await negotiation.SetAsync("talks.mediated", true);
            }
        };

        await negotiation.SetAsync("talks.mediated", false);

        Assert.Equal([1, 2], (await silos.Told.WaitAsync("a", 2)).Select(flips => flips.Number));
    }

    [Fact]
    public async Task WhatWasNotToldIsToldAfterTheNegotiationLeftMemoryThoughNobodyCallsIt()
    {
        await using var silos = await Silos.StartAsync(options: options => options.ReminderPeriod = TimeSpan.FromMilliseconds(300));
        var negotiation = await silos.OpenAsync("a");
        silos.Told.IsAway = true;
        await negotiation.SetAsync("talks.mediated", false);
        await silos.LeaveAsync(negotiation);

        silos.Told.IsAway = false;

        Assert.Equal(1, (await silos.Told.WaitAsync("a", 1))[0].Number);
        await Waiting.UntilAsync(() => silos.Reminders.Count == 0, "the reminder is taken back, as all was told");
        Assert.Contains("\"untold\":[]", silos.Stored.TextOf(negotiation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatFlippedInANegotiationThatIsClosedIsToldNevertheless()
    {
        await using var silos = await Silos.StartAsync(options: options => options.ReminderPeriod = TimeSpan.FromMilliseconds(300));
        var negotiation = await silos.OpenAsync("a");
        silos.Told.IsAway = true;
        await negotiation.SetAsync("talks.mediated", false);
        await negotiation.CloseAsync();
        await silos.LeaveAsync(negotiation);

        silos.Told.IsAway = false;

        await silos.Told.WaitAsync("a", 1);
        await Waiting.UntilAsync(() => !silos.Stored.Has(negotiation), "nothing is kept of it when all was told");
    }

    [Fact]
    public async Task WithoutRemindersItIsToldAtTheNextCall()
    {
        await using var silos = await Silos.StartAsync(options: options => options.UseReminders = false);
        var negotiation = await silos.OpenAsync("a");
        silos.Told.IsAway = true;
        await negotiation.SetAsync("talks.mediated", false);
        await silos.LeaveAsync(negotiation);
        silos.Told.IsAway = false;

        await negotiation.GetAsync();

        Assert.Equal(1, (await silos.Told.WaitAsync("a", 1))[0].Number);
        Assert.Equal(0, silos.Reminders.Count);
    }

    [Fact]
    public async Task WithoutHandlersNothingIsKeptToBeTold()
    {
        await using var silos = await Silos.StartAsync(hasHandler: false);
        var negotiation = await silos.OpenAsync("a");

        Assert.Equal(1, (await negotiation.SetAsync("talks.mediated", false)).Number);

        Assert.Equal(0, silos.Reminders.Count);
        Assert.Contains("\"untold\":[]", silos.Stored.TextOf(negotiation), StringComparison.Ordinal);
    }
}
