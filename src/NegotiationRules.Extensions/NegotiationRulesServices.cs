using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NegotiationRules;
using NegotiationRules.Extensions.Hosting;
using NegotiationRules.Extensions.Settings;
using NegotiationRules.Extensions.Sources;
using NegotiationRules.Extensions.Telemetry;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds rule sets to the services of an application.</summary>
/// <remarks>Each can be had from <see cref="IRuleSets"/> by its name, and as a keyed <see cref="RuleSet"/>:
/// <c>[FromKeyedServices("talks")] RuleSet talks</c> is the one in force when it is asked for. Who lives longer than a request and wants to
/// go along with changes takes <see cref="IRuleSets"/>.</remarks>
public static class NegotiationRulesServices
{
    /// <summary>Adds a rule set from a file, with what it includes.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name to ask for it by.</param>
    /// <param name="path">A rule file, or a folder that holds one. A relative path is one in the content root of the host, or without a
    /// host in the current folder.</param>
    /// <param name="configure">Sets further options; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentException">A rule set of that name was added already.</exception>
    public static IServiceCollection AddNegotiationRules(
        this IServiceCollection services, string name, string path, Action<HostedRuleSetOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return services.Add(name, (options, _) => options.Path = path, configure);
    }

    /// <summary>Adds a rule set that is embedded in an assembly, with what it includes.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name to ask for it by.</param>
    /// <param name="assembly">The assembly.</param>
    /// <param name="resource">The path of the rule file in its project, or the end of it, as for <see cref="EmbeddedRuleFiles"/>. What it
    /// includes is looked for beside it.</param>
    /// <param name="configure">Sets further options; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentException">A rule set of that name was added already, or there is no such resource; the message names those
    /// there are.</exception>
    public static IServiceCollection AddNegotiationRules(
        this IServiceCollection services, string name, Assembly assembly, string resource, Action<HostedRuleSetOptions>? configure = null)
    {
        var files = new EmbeddedRuleFiles(assembly);
        ArgumentException.ThrowIfNullOrEmpty(resource);
        return files.FaultOf(resource) is { } fault
            ? throw new ArgumentException($"The rule set '{name}' cannot be added: {fault}.", nameof(resource))
            : services.AddNegotiationRules(name, _ => files, resource, configure);
    }

    /// <summary>Adds a rule set that is kept elsewhere: in a database, on another machine.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name to ask for it by.</param>
    /// <param name="files">Gives what keeps it; called once. If it is an <see cref="IWatchedRuleFiles"/>, its changes are
    /// followed.</param>
    /// <param name="path">The path of the rule file there.</param>
    /// <param name="configure">Sets further options; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentException">A rule set of that name was added already.</exception>
    public static IServiceCollection AddNegotiationRules(
        this IServiceCollection services, string name, Func<IServiceProvider, IRuleFiles> files, string path,
        Action<HostedRuleSetOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        return services.AddKept(name, files, (options, kept) => options.Files = kept, path, configure);
    }

    /// <summary>Adds a rule set that has to be fetched: from a database, or over HTTP.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name to ask for it by.</param>
    /// <param name="files">Gives what fetches it; called once. If its <see cref="IAsyncRuleFiles.Watch"/> gives a token, its changes are
    /// followed; if not, <see cref="HostedRuleSetOptions.Poll"/> asks for them again and again.</param>
    /// <param name="path">The path of the rule file there.</param>
    /// <param name="configure">Sets further options; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentException">A rule set of that name was added already.</exception>
    public static IServiceCollection AddNegotiationRules(
        this IServiceCollection services, string name, Func<IServiceProvider, IAsyncRuleFiles> files, string path,
        Action<HostedRuleSetOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        return services.AddKept(name, files, (options, kept) => options.AsyncFiles = kept, path, configure);
    }

    /// <summary>Adds a rule set from a stream, which is opened anew each time the rules are read. It can include nothing.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name to ask for it by; reports call the stream <c>NAME.rules.json</c>.</param>
    /// <param name="open">Opens the rule file's text in UTF-8; the reader closes it.</param>
    /// <param name="configure">Sets further options; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentException">A rule set of that name was added already.</exception>
    public static IServiceCollection AddNegotiationRules(
        this IServiceCollection services, string name, Func<IServiceProvider, Stream> open, Action<HostedRuleSetOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(open);
        var path = $"{name}.rules.json";
        return services.AddNegotiationRules(name, provider => new OneStream(path, () => open(provider)), path, configure);
    }

    /// <summary>Adds the rule sets that a section of the configuration lists: each key is a name, its value a path, or a section of the
    /// settings of <see cref="HostedRuleSetOptions"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section. Which names it lists is looked at now; their settings are followed when the configuration
    /// changes.</param>
    /// <exception cref="ArgumentException">The section is empty or not there, or a rule set of one of its names was added
    /// already.</exception>
    public static IServiceCollection AddNegotiationRules(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        var sets = section.GetChildren().ToList();
        if (sets.Count == 0)
        {
            throw new ArgumentException(
                $"The configuration {(section is IConfigurationSection one ? $"`{one.Path}` " : string.Empty)}lists no rule set: "
                    + "write the name of each with its path, such as \"talks\": \"rules/talks\".",
                nameof(section));
        }

        foreach (var set in sets)
        {
            services.Register(set.Key, set);
            services.AddSingleton<IConfigureOptions<HostedRuleSetOptions>>(new RuleSetSection(set.Key, set));
        }

        return services;
    }

    // One provider is one application: it keeps what was given for the next reading.
    private static IServiceCollection AddKept<T>(
        this IServiceCollection services, string name, Func<IServiceProvider, T> files, Action<HostedRuleSetOptions, T> set, string path,
        Action<HostedRuleSetOptions>? configure)
        where T : class
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        services.AddKeyedSingleton(new HostedFilesKey(name), (provider, _) => files(provider));
        return services.Add(
            name,
            (options, provider) =>
            {
                options.Path = path;
                set(options, provider.GetRequiredKeyedService<T>(new HostedFilesKey(name)));
            },
            configure);
    }

    private static IServiceCollection Add(
        this IServiceCollection services, string name, Action<HostedRuleSetOptions, IServiceProvider> own,
        Action<HostedRuleSetOptions>? configure)
    {
        services.Register(name, section: null);
        var options = services.AddOptions<HostedRuleSetOptions>(name).Configure(own);
        if (configure is not null)
        {
            options.Configure(configure);
        }

        return services;
    }

    private static void Register(this IServiceCollection services, string name, IConfigurationSection? section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (services.Any(one => one.ServiceType == typeof(HostedRegistration)
            && ((HostedRegistration)one.ImplementationInstance!).Name == name))
        {
            throw new ArgumentException($"A rule set was added as '{name}' already; give this one another name.", nameof(name));
        }

        services.AddSingleton(new HostedRegistration(name, section));
        services.AddKeyedTransient(name, (provider, _) => provider.GetRequiredService<IRuleSets>()[name]);
        services.AddOptions();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HostedRuleSetOptions>, OptionsCheck>());
        services.TryAddSingleton(provider => new RuleSetTelemetry(provider.GetService<System.Diagnostics.Metrics.IMeterFactory>()));
        services.TryAddSingleton(provider => new HostedRuleSets(
            provider.GetServices<HostedRegistration>(),
            provider.GetRequiredService<IOptionsFactory<HostedRuleSetOptions>>(),
            provider.GetRequiredService<RuleSetTelemetry>(),
            provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance,
            provider.GetService<IHostEnvironment>()));
        services.TryAddSingleton<IRuleSets>(provider => provider.GetRequiredService<HostedRuleSets>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, RuleSetStart>());
    }
}
