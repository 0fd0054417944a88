using System.Diagnostics.Metrics;

namespace NegotiationRules.RulesEngine.Telemetry;

/// <summary>Counts how many rules were evaluated here and how many were handed over.</summary>
internal static class EngineMeter
{
    public const string Name = "NegotiationRules.RulesEngine";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> EvaluatedRules = Meter.CreateCounter<long>(
        "negotiation_rules.rules.evaluated",
        "{rule}",
        "Rules of workflows that were evaluated by NegotiationRules."
    );

    private static readonly Counter<long> RulesHandedOver = Meter.CreateCounter<long>(
        "negotiation_rules.rules.handed_over",
        "{rule}",
        "Rules of workflows that were handed over to RulesEngine."
    );

    public static void Evaluated(string workflow, ModelRule rule)
    {
        if (EvaluatedRules.Enabled)
        {
            EvaluatedRules.Add(1, new("workflow", workflow), new("rule", rule.RuleName));
        }
    }

    public static void HandedOver(string workflow, ModelRule rule, HandOverCause cause)
    {
        if (RulesHandedOver.Enabled)
        {
            RulesHandedOver.Add(1, new("workflow", workflow), new("rule", rule.RuleName), new("cause", Word(cause)));
        }
    }

    public static void HandedOver(string workflow, IEnumerable<ModelRule> rules, HandOverCause cause)
    {
        if (RulesHandedOver.Enabled)
        {
            foreach (var rule in rules)
            {
                HandedOver(workflow, rule, cause);
            }
        }
    }

    /// <summary>The cause as tags have it.</summary>
    public static string Word(HandOverCause cause) => cause switch
    {
        HandOverCause.Translation => "translation",
        HandOverCause.Fault => "fault",
        _ => "input",
    };
}
