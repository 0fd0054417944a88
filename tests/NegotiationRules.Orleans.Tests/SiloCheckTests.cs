using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Hosting;
using Orleans.Runtime;

namespace NegotiationRules.Orleans.Tests;

/// <summary>A silo that lacks what negotiations need does not start, and says what to add.</summary>
public sealed class SiloCheckTests
{
    [Fact]
    public async Task WithoutRuleSetsItSaysHowToAddOne() =>
        await Refuses("AddNegotiationRules(\"talks\"", silo => silo.AddMemoryGrainStorageAsDefault().UseInMemoryReminderService());

    [Fact]
    public async Task WithoutStorageItSaysHowToAddOne() => await Refuses(
        "AddMemoryGrainStorage(\"Default\")", silo => AddRules(silo.UseInMemoryReminderService()));

    [Fact]
    public async Task WithoutRemindersItSaysHowToAddThemOrToGoWithout() => await Refuses(
        "UseReminders = false", silo => AddRules(silo.AddMemoryGrainStorageAsDefault()));

    private static void AddRules(ISiloBuilder silo) =>
        silo.Services.AddNegotiationRules("talks", _ => new Support.RuleTexts(), "talks.rules.json");

    private static async Task Refuses(string cure, Action<ISiloBuilder> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.ClearProviders();
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering().AddNegotiations();
            configure(silo);
        });

        var fault = await Assert.ThrowsAsync<OrleansConfigurationException>(async () =>
        {
            using var host = builder.Build();
            await host.StartAsync();
        });

        Assert.Contains(cure, fault.Message, StringComparison.Ordinal);
    }
}
