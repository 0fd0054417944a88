using System.ComponentModel;

namespace NegotiationRules.AspNetCore.Endpoints;

/// <summary>The shapes of bodies, for OpenAPI, which sees nothing in types that write themselves. A test holds them against what is
/// written.</summary>
internal static class Described
{
    [Description("What became of all rules and stages in one scenario. What is empty is left out.")]
    internal sealed record Verdict(
        string RuleSet,
        string? Version,
        string? Scenario,
        [property: Description("The party to whose rules the verdict is restricted.")] string? Holder,
        [property: Description("All stages together: valid, invalid or undetermined.")] string Outcome,
        [property: Description("The outcome of each stage: valid, invalid, undetermined or notApplicable.")]
        IReadOnlyDictionary<string, string> Stages,
        [property: Description("The outcome of each rule: satisfied, violated, unknown, pending or notApplicable.")]
        IReadOnlyDictionary<string, string> Rules,
        [property: Description("The rules that keep each stage from being valid.")]
        IReadOnlyDictionary<string, IReadOnlyList<string>>? Blocking,
        [property: Description("Expected rules that are violated, and risks that are there.")] IReadOnlyList<string>? Warnings,
        [property: Description("The reason that each rule gives.")] IReadOnlyDictionary<string, string>? Reasons,
        [property: Description("Of each unknown rule the facts that would settle it.")]
        IReadOnlyDictionary<string, IReadOnlyList<string>>? Unsettled,
        [property: Description("Of each rule that asks something of every element of a list, what became of each.")]
        IReadOnlyDictionary<string, IReadOnlyList<Element>>? Elements,
        Score? Score,
        IReadOnlyDictionary<string, Score>? Scores);

    internal sealed record Element(string Label, string? Path, string? Holder, string Outcome, string? Reason);

    [Description("How far the preferred rules are met, from 0 to 1; an interval while facts are unknown.")]
    internal sealed record Score(double Low, double High);

    [Description("A rule set of the application.")]
    internal sealed record RuleSetEntry(
        [property: Description("The name by which it is asked for here.")] string Name,
        [property: Description("The name that the rules give themselves.")] string RuleSet,
        string? Version,
        string? Description,
        IReadOnlyList<string> Stages,
        [property: Description("How many rules there are.")] int Rules);

    [Description("Rules, and a scenario to ask them about.")]
    internal sealed record RulesWithScenario(object Rules, object Scenario);
}
