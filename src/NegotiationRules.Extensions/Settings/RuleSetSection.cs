using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using NegotiationRules.Text;

namespace NegotiationRules.Extensions.Settings;

/// <summary>Reads the section of a rule set in the configuration. It goes by names of our own, so that a key that nobody reads is a
/// fault.</summary>
internal sealed class RuleSetSection(string name, IConfigurationSection section) : IConfigureNamedOptions<HostedRuleSetOptions>
{
    private static readonly string[] Keys =
    [
        nameof(HostedRuleSetOptions.Path), nameof(HostedRuleSetOptions.Root), nameof(HostedRuleSetOptions.Parameters),
        nameof(HostedRuleSetOptions.FaultStopsStart), nameof(HostedRuleSetOptions.Reload), nameof(HostedRuleSetOptions.Poll),
        nameof(HostedRuleSetOptions.PollInterval), nameof(HostedRuleSetOptions.Quiet), nameof(HostedRuleSetOptions.FetchTimeout),
        nameof(HostedRuleSetOptions.TraceFacts),
    ];

    /// <summary>All that a section says, to be compared.</summary>
    public static string ContentOf(IConfigurationSection section) =>
        string.Join('\0', section.AsEnumerable().OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .SelectMany(pair => new[] { pair.Key, pair.Value }));

    public void Configure(HostedRuleSetOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? named, HostedRuleSetOptions options)
    {
        if (named != name)
        {
            return;
        }

        options.Path = section.Value ?? string.Empty;
        foreach (var one in section.GetChildren())
        {
            Read(one, options);
        }

        if (options.Path.Length == 0)
        {
            options.Faults.Add($"`{section.Path}` names no rule file: give its path, as the value or as `{section.Path}:Path`");
        }
    }

    private static void Read(IConfigurationSection one, HostedRuleSetOptions options)
    {
        switch (Keys.FirstOrDefault(key => string.Equals(key, one.Key, StringComparison.OrdinalIgnoreCase)))
        {
            case nameof(HostedRuleSetOptions.Path):
                options.Path = Text(one, options);
                break;
            case nameof(HostedRuleSetOptions.Root):
                options.Root = Text(one, options);
                break;
            case nameof(HostedRuleSetOptions.FaultStopsStart):
                options.FaultStopsStart = Truth(one, options);
                break;
            case nameof(HostedRuleSetOptions.Reload):
                options.Reload = Truth(one, options);
                break;
            case nameof(HostedRuleSetOptions.Poll):
                options.Poll = Truth(one, options);
                break;
            case nameof(HostedRuleSetOptions.TraceFacts):
                options.TraceFacts = Truth(one, options);
                break;
            case nameof(HostedRuleSetOptions.PollInterval):
                options.PollInterval = Time(one, options);
                break;
            case nameof(HostedRuleSetOptions.Quiet):
                options.Quiet = Time(one, options);
                break;
            case nameof(HostedRuleSetOptions.FetchTimeout):
                options.FetchTimeout = Time(one, options);
                break;
            case nameof(HostedRuleSetOptions.Parameters):
                options.Configured.AddRange(one.GetChildren().Select(ConfiguredParameter.Of));
                break;
            default:
                options.Faults.Add($"`{one.Path}` is no setting of a rule set; "
                    + (Spelling.Nearest(one.Key, Keys) is { } near ? $"did you mean `{near}`?"
                        : $"there are {Spelling.List(Keys, "and")}"));
                break;
        }
    }

    private static string Text(IConfigurationSection one, HostedRuleSetOptions options) =>
        one.Value ?? Fault(one, "a path", string.Empty, options);

    private static bool Truth(IConfigurationSection one, HostedRuleSetOptions options) =>
        bool.TryParse(one.Value, out var truth) ? truth : Fault(one, "`true` or `false`", false, options);

    private static TimeSpan Time(IConfigurationSection one, HostedRuleSetOptions options) =>
        TimeSpan.TryParse(one.Value, CultureInfo.InvariantCulture, out var time) && one.Value.Contains(':', StringComparison.Ordinal)
            ? time
            : Fault(one, "a time such as `00:00:02`", TimeSpan.FromSeconds(1), options);

    private static T Fault<T>(IConfigurationSection one, string needed, T instead, HostedRuleSetOptions options)
    {
        options.Faults.Add($"`{one.Path}` {(one.Value is null ? "has no value" : $"is `{OneLine.Of(one.Value)}`")}, but it takes {needed}");
        return instead;
    }
}
