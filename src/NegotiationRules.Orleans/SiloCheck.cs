using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace NegotiationRules.Orleans;

/// <summary>Whether a silo has what negotiations need: asked when it starts, not when the first one is lost.</summary>
internal sealed class SiloCheck(IServiceProvider services, IOptions<NegotiationOptions> options) : IConfigurationValidator
{
    public void ValidateConfiguration()
    {
        var settings = options.Value;
        if (services.GetService<IRuleSets>() is null)
        {
            throw new OrleansConfigurationException(
                "Negotiations need rule sets, and this silo has none: add each, such as "
                    + "services.AddNegotiationRules(\"talks\", \"rules/talks\").");
        }

        if (services.GetKeyedService<IGrainStorage>(settings.StorageName) is null)
        {
            throw new OrleansConfigurationException(
                $"Negotiations are to be kept in the grain storage '{settings.StorageName}', and this silo has none of that name: add one, "
                    + $"such as silo.AddMemoryGrainStorage(\"{settings.StorageName}\"), or give AddNegotiations another StorageName.");
        }

        if (settings.UseReminders && services.GetService<IReminderTable>() is null)
        {
            throw new OrleansConfigurationException(
                "Negotiations need a reminder service, so that nothing is forgotten when a silo is lost: add one, such as "
                    + "silo.UseInMemoryReminderService(), or set UseReminders = false in AddNegotiations if what was not told may wait for "
                    + "the next call.");
        }

        if (settings.FirstRetry <= TimeSpan.Zero || settings.LastRetry < settings.FirstRetry || settings.ReminderPeriod <= TimeSpan.Zero
            || settings.SessionsInMemory <= 0)
        {
            throw new OrleansConfigurationException(
                "FirstRetry and ReminderPeriod of negotiations are longer than nothing, LastRetry is no shorter than FirstRetry, and "
                    + "SessionsInMemory is 1 or more.");
        }
    }
}
