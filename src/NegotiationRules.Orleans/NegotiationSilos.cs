using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NegotiationRules;
using NegotiationRules.Orleans;
using NegotiationRules.Orleans.Following;
using NegotiationRules.Orleans.Grains;

namespace Orleans.Hosting;

/// <summary>Adds negotiations to a silo.</summary>
public static class NegotiationSilos
{
    /// <summary>Lets this silo hold negotiations, <see cref="INegotiation"/>. Their rule sets are those that
    /// <c>AddNegotiationRules</c> adds to its services, under the same names on every silo.</summary>
    /// <param name="silo">The silo. It needs grain storage, and a reminder service unless
    /// <see cref="NegotiationOptions.UseReminders"/> is off; without them it does not start, and says so.</param>
    /// <param name="configure">Sets options; <see langword="null"/> for none.</param>
    public static ISiloBuilder AddNegotiations(this ISiloBuilder silo, Action<NegotiationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(silo);
        var options = silo.Services.AddOptions<NegotiationOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        silo.Services.TryAddSingleton(TimeProvider.System);
        silo.Services.TryAddSingleton<RecentSessions>();
        silo.Services.TryAddSingleton<RuleFollowers>();
        silo.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigurationValidator, SiloCheck>());
        return silo;
    }

    /// <summary>Tells a handler what flips in negotiations. Every silo has to have the same handlers.</summary>
    /// <param name="silo">The silo.</param>
    /// <typeparam name="T">The handler: a singleton, made of the services of the silo.</typeparam>
    public static ISiloBuilder AddNegotiationHandler<T>(this ISiloBuilder silo)
        where T : class, INegotiationHandler
    {
        ArgumentNullException.ThrowIfNull(silo);
        silo.Services.AddSingleton<INegotiationHandler, T>();
        return silo;
    }
}
