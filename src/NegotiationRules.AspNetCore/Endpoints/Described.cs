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

    [Description("What is in a rule set. What is empty is left out, but for lists.")]
    internal sealed record RuleSetDetails(
        [property: Description("The name that the rules give themselves.")] string Name,
        string? Version,
        string? Description,
        IReadOnlyList<string> Stages,
        IReadOnlyList<Parameter> Parameters,
        IReadOnlyList<Rule> Rules);

    [Description("A value that rules ask for and that can be changed without changing them.")]
    internal sealed record Parameter(string Name, string Value, string? Description);

    [Description("One precondition.")]
    internal sealed record Rule(
        string Id,
        string? Title,
        string? Description,
        string Stage,
        [property: Description("The party whose precondition it is.")] string? Holder,
        [property: Description("What it costs to miss it: required, expected, preferred or claim.")] string Strength,
        [property: Description("Whether it warns of a risk, and never changes an outcome.")] bool Risk,
        [property: Description("What it asks, in words.")] string Says,
        [property: Description("The reason that it gives, with braces as they stand.")] string? Reason,
        [property: Description("The list of which each element has the rule for itself.")] string? ForEach,
        IReadOnlyList<string>? Sources,
        RulePlace Place);

    [Description("Where it stands: the name of the file, line and column counted from 1.")]
    internal sealed record RulePlace(string File, int Line, int Column);

    [Description("Why a verdict is what it is. What is empty is left out.")]
    internal sealed record Explanation(
        string RuleSet,
        string? Version,
        string? Scenario,
        IReadOnlyList<ParameterInForce>? Parameters,
        string? Holder,
        string Outcome,
        [property: Description("What stands in the way of each stage.")] IReadOnlyList<Line> Summary,
        Line Outline);

    internal sealed record ParameterInForce(
        string Name, string Value, [property: Description("What the rule file says, if it was changed.")] string? ChangedFrom);

    [Description("One line, with what is under it.")]
    internal sealed record Line(
        [property: Description("What kind of line it is: the outcome it tells, or a reason, a fact, a note.")] string Mark,
        string Text,
        [property: Description("The language of the text, where that is a reason in one.")] string? Language,
        string? Rule,
        IReadOnlyList<Element>? Elements,
        bool? Holds,
        string? Margin,
        bool? Folded,
        [property: Description("The paths of the facts that it is about.")] IReadOnlyList<string>? Facts,
        IReadOnlyList<Line>? Children,
        IReadOnlyList<Source>? Sources);

    internal sealed record Source(string? Document, string? Speaker, string? Article, string? Quote, string? Url);

    [Description("Rules, and a scenario to ask them about.")]
    internal sealed record RulesWithScenario(object Rules, object Scenario);
}
