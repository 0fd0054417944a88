namespace NegotiationRules;

/// <summary>What the endpoints of
/// <see cref="RuleEndpoints.MapNegotiationRules(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder, string, Action{RuleEndpointOptions})"/>
/// show and accept.</summary>
/// <remarks>It is set while the endpoints are mapped, and not changed afterwards.</remarks>
public sealed class RuleEndpointOptions
{
    /// <summary>Which rule sets are shown, by name. The default shows all.</summary>
    public Func<string, bool> Shows { get; set; } = _ => true;

    /// <summary>The policy of ASP.NET's rate limiter that all of these endpoints require; <see langword="null"/>, the default, for none.
    /// The application adds the policy and calls <c>UseRateLimiter</c>.</summary>
    public string? RateLimiterPolicy { get; set; }

    /// <summary>Whether requests may bring rules of their own. The default is <see langword="false"/>: there is no such endpoint
    /// then.</summary>
    /// <remarks>Such rules include nothing and name no vocabulary but the one that is built in: they can also have their facts in
    /// themselves. <see cref="RuleText"/> and <see cref="RuleWork"/> say how large they may be, and how much work a scenario.</remarks>
    public bool AcceptsRuleText { get; set; }

    /// <summary>How large rules may be that a request brings: by default 128 Ki characters, 20,000 values, lists of 5,000, 32
    /// deep.</summary>
    public ReadingLimits RuleText { get; set; } = new() { Characters = 128 * 1024, Values = 20_000, ListLength = 5_000, Depth = 32 };

    /// <summary>How much work may be put into a scenario by rules that a request brings: by default a million steps.</summary>
    public WorkLimits RuleWork { get; set; } = new() { Steps = 1_000_000 };
}
