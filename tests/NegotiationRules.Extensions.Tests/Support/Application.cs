using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NegotiationRules.Extensions.Tests.Support;

/// <summary>A host that is started and stopped for real.</summary>
internal sealed class Application : IAsyncDisposable
{
    private readonly IHost _host;

    private Application(IHost host, Messages messages) => (_host, Messages) = (host, messages);

    public Messages Messages { get; }

    public IServiceProvider Services => _host.Services;

    public IRuleSets Sets => Services.GetRequiredService<IRuleSets>();

    /// <summary>Builds it and starts it.</summary>
    public static async Task<Application> StartAsync(
        Action<IServiceCollection> services, string? contentRoot = null, Action<IConfigurationManager>? configuration = null)
    {
        var application = Build((all, _) => services(all), contentRoot, configuration);
        try
        {
            await application._host.StartAsync();
        }
        catch
        {
            application._host.Dispose();
            throw;
        }

        return application;
    }

    /// <summary>The same with services from a section <c>NegotiationRules</c> of the configuration.</summary>
    public static async Task<Application> ConfiguredAsync(Dictionary<string, string?> values, string? contentRoot = null)
    {
        var application = Build(
            (all, configuration) => all.AddNegotiationRules(configuration.GetSection("NegotiationRules")), contentRoot,
            configuration => configuration.AddInMemoryCollection(
                values.Select(one => KeyValuePair.Create($"NegotiationRules:{one.Key}", one.Value))));
        try
        {
            await application._host.StartAsync();
        }
        catch
        {
            application._host.Dispose();
            throw;
        }

        return application;
    }

    /// <summary>One rule set, <c>talks</c>, which is followed in short steps.</summary>
    public static Task<Application> OfTalksAsync(string path, Action<HostedRuleSetOptions>? configure = null) =>
        StartAsync(services => services.AddNegotiationRules("talks", path, options =>
        {
            options.Quiet = TimeSpan.FromMilliseconds(20);
            configure?.Invoke(options);
        }));

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }

    private static Application Build(
        Action<IServiceCollection, IConfiguration> services, string? contentRoot, Action<IConfigurationManager>? configuration)
    {
        var messages = new Messages();
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings
        {
            DisableDefaults = true,
            ContentRootPath = contentRoot,
            Configuration = new ConfigurationManager(),
        });
        configuration?.Invoke(builder.Configuration);
        builder.Logging.AddProvider(messages).SetMinimumLevel(LogLevel.Debug);
        services(builder.Services, builder.Configuration);
        return new Application(builder.Build(), messages);
    }
}
