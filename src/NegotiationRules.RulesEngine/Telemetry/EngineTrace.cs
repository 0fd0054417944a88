using System.Diagnostics;

namespace NegotiationRules.RulesEngine.Telemetry;

/// <summary>Traces each call, and in it each time that RulesEngine itself is asked: that is where the time goes.</summary>
internal static class EngineTrace
{
    private static readonly ActivitySource Source = new(EngineMeter.Name);

    /// <summary>Begins a call; <see langword="null"/> if nobody listens.</summary>
    public static Activity? Execute(string workflow) => Source.StartActivity("negotiation_rules.execute")?.SetTag("workflow", workflow);

    /// <summary>Begins asking RulesEngine; likewise.</summary>
    /// <param name="workflow">The workflow.</param>
    /// <param name="rule">The rule; <see langword="null"/> for all of them.</param>
    /// <param name="cause">Why it is asked.</param>
    public static Activity? HandOver(string workflow, ModelRule? rule, HandOverCause cause)
    {
        if (Source.StartActivity("negotiation_rules.hand_over") is not { } activity)
        {
            return null;
        }

        activity.SetTag("workflow", workflow).SetTag("cause", EngineMeter.Word(cause));
        return rule is null ? activity : activity.SetTag("rule", rule.RuleName);
    }
}
