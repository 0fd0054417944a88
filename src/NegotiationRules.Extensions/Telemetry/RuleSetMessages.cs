using Microsoft.Extensions.Logging;

namespace NegotiationRules.Extensions.Telemetry;

/// <summary>What is logged of rule sets.</summary>
internal static partial class RuleSetMessages
{
    [LoggerMessage(1, LogLevel.Information, "Rule set {RuleSet} is in force as read from {Path}; rules in it: {Rules}")]
    public static partial void Loaded(this ILogger logger, string ruleSet, int rules, string path);

    [LoggerMessage(2, LogLevel.Information,
        "Rule set {RuleSet} was read again from {Path} and is in force so from now on; rules in it: {Rules}")]
    public static partial void Reloaded(this ILogger logger, string ruleSet, int rules, string path);

    [LoggerMessage(3, LogLevel.Error,
        "Rule set {RuleSet}: what changed cannot be used, so the rules that were read before stay in force\n{Report}")]
    public static partial void Kept(this ILogger logger, string ruleSet, string report);

    [LoggerMessage(4, LogLevel.Error, "Rule set {RuleSet} cannot be used\n{Report}")]
    public static partial void Unusable(this ILogger logger, string ruleSet, string report);

    [LoggerMessage(5, LogLevel.Warning, "Rule set {RuleSet} can be used, but something was found in its files\n{Report}")]
    public static partial void Warned(this ILogger logger, string ruleSet, string report);

    [LoggerMessage(6, LogLevel.Debug, "Rule set {RuleSet}: something happened to its files, but what is in them is the same")]
    public static partial void Same(this ILogger logger, string ruleSet);

    [LoggerMessage(7, LogLevel.Warning,
        "Rule set {RuleSet}: nobody can tell of changes to its files ({Reason}), so they are looked at every {Interval}")]
    public static partial void Polled(this ILogger logger, string ruleSet, string reason, TimeSpan interval);

    [LoggerMessage(8, LogLevel.Error, "Rule set {RuleSet}: who was told that other rules are in force failed")]
    public static partial void ListenerFailed(this ILogger logger, Exception exception, string ruleSet);
}
