using Microsoft.Extensions.Logging;

namespace NegotiationRules.Orleans.Telling;

/// <summary>What is logged of negotiations. Facts are never in it.</summary>
internal static partial class NegotiationMessages
{
    [LoggerMessage(1, LogLevel.Warning,
        "Negotiation {Negotiation}: a handler did not take note of flips {Number}, so it is told again a little later")]
    public static partial void HandlerFailed(this ILogger logger, Exception exception, string negotiation, long number);

    [LoggerMessage(2, LogLevel.Warning,
        "Negotiation {Negotiation}: the rules of {RuleSet} that are in force cannot be asked of its facts; outcomes stay those of before. "
            + "What is wrong: {Findings}")]
    public static partial void CannotFollow(this ILogger logger, string negotiation, string? ruleSet, string findings);

    [LoggerMessage(3, LogLevel.Warning, "Negotiation {Negotiation} could not be told that other rules of {RuleSet} are in force")]
    public static partial void CannotTellFollower(this ILogger logger, Exception exception, string negotiation, string ruleSet);

    [LoggerMessage(4, LogLevel.Warning,
        "Negotiation {Negotiation}: it could not be stored that handlers were told, so they are told again when it is next in memory")]
    public static partial void CannotStoreTold(this ILogger logger, Exception exception, string negotiation);
}
