using NegotiationRules.Analysis.Questions;
using NegotiationRules.Conditions;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Telling;

/// <summary>What is wrong with rules whatever the facts are, as diagnostics.</summary>
internal sealed class SoundnessDiagnostics(CheckedRuleSet rules)
{
    private const int Named = 5;

    /// <summary>The code of a kind of defect.</summary>
    public static string CodeOf(DefectKind kind) => kind switch
    {
        DefectKind.NeverApplies => "NR5001",
        DefectKind.NeverSatisfied => "NR5002",
        DefectKind.AlwaysSatisfied => "NR5003",
        DefectKind.Implied => "NR5004",
        DefectKind.Contradiction => "NR5005",
        DefectKind.Duplicate => "NR5006",
        DefectKind.WithoutEffect => "NR5007",
        DefectKind.StageNeverValid => "NR5008",
        DefectKind.ParameterTooFar => "NR5009",
    };

    /// <summary>What a kind of defect is, in a few words.</summary>
    public static string SummaryOf(DefectKind kind) => kind switch
    {
        DefectKind.NeverApplies => "applies in no scenario",
        DefectKind.NeverSatisfied => "is satisfied in no scenario",
        DefectKind.AlwaysSatisfied => "is missed in no scenario",
        DefectKind.Implied => "is met wherever others are",
        DefectKind.Contradiction => "applies together with another, and is never met together with it",
        DefectKind.Duplicate => "asks what another asks",
        DefectKind.WithoutEffect => "has a part that makes no difference",
        DefectKind.StageNeverValid => "a stage that is valid in no scenario",
        DefectKind.ParameterTooFar => "comes to nothing with the value of a parameter",
    };

    public Diagnostic Of(Defect defect)
    {
        var (message, help) = Words(defect);
        var bound = defect.UpTo.Count == 0 ? null
            : $"; this is so with up to {Series.And([.. defect.UpTo.Select(limit => $"{limit.Most} `{NameOf(limit.List)}`")])}";
        return new Diagnostic(CodeOf(defect.Kind), DiagnosticSeverity.Warning, SpanOf(defect), message, help + bound);
    }

    /// <summary>What was asked and not decided.</summary>
    public static string Question(OpenDefect open)
    {
        var name = open.Rule is { } rule ? $"`{rule.Id}`" : $"the stage `{open.Stage}`";
        return open.Kind switch
        {
            DefectKind.NeverApplies => $"whether {name} can apply",
            DefectKind.NeverSatisfied => $"whether {name} can be satisfied",
            DefectKind.AlwaysSatisfied => $"whether {name} can be missed",
            DefectKind.Implied => $"whether {name} decides anything beside the other rules",
            DefectKind.Contradiction => $"whether `{open.Other!.Id}` and {name} can be met together",
            DefectKind.Duplicate => $"whether {name} asks what another rule does",
            DefectKind.WithoutEffect => $"whether each part of {name} decides something",
            _ => $"whether {name} can be valid",
        };
    }

    /// <summary>Where a rule stands that has a part in what is wrong.</summary>
    public static Diagnostic PartIn(Diagnostic found, Rule rule) =>
        new(found.Code, found.Severity, IdOf(rule), found.Message, found.Help);

    /// <summary>A list by the path that <c>--list</c> takes.</summary>
    public static string NameOf(string list) => list.Replace("[]", string.Empty, StringComparison.Ordinal);

    private static (string Message, string Help) Words(Defect defect)
    {
        var id = $"`{defect.Rule?.Id}`";
        var others = Series.And([.. defect.Core.Select(rule => $"`{rule.Id}`")], Named);
        var isRisk = defect.Rule?.IsRisk == true;
        return defect.Kind switch
        {
            DefectKind.NeverApplies when defect.Rule is null => (
                $"the stage `{defect.Stage}` can never apply",
                "its `when` holds in no scenario: mend it, or remove the stage"),
            DefectKind.NeverApplies => (
                $"{id} can never apply", "what it applies to is in no scenario: mend its `when`, or remove the rule"),
            DefectKind.NeverSatisfied when isRisk => (
                $"the risk {id} is there wherever it is looked for", "mend its `warnWhen`, or remove the rule"),
            DefectKind.NeverSatisfied => (
                $"{id} can never be satisfied", "wherever it applies it is missed: mend what it requires, or remove the rule"),
            DefectKind.AlwaysSatisfied when isRisk => (
                $"the risk {id} can never be there", "mend its `warnWhen`, or remove the rule"),
            DefectKind.AlwaysSatisfied => (
                $"{id} can never be missed", "wherever it applies it is satisfied: mend what it requires, or remove the rule"),
            DefectKind.Implied => (
                $"{id} decides nothing: wherever {others} {Are(defect, "is", "are")} met, it is met",
                "remove the rule, or mend what it requires"),
            DefectKind.Contradiction => (
                $"{others} and {id} contradict each other: where both apply, one of them is missed",
                "mend one of them, or say in their `when` which of them applies"),
            DefectKind.Duplicate => ($"{id} asks the same as {others}", "remove one of them"),
            DefectKind.WithoutEffect => (
                $"this part of {id} decides nothing: the rule is the same as if it {(defect.PartIs ? "always" : "never")} held",
                defect.PartIs ? "remove the part, or mend it" : "remove what it is a part of, or mend it"),
            DefectKind.StageNeverValid => (
                $"the stage `{defect.Stage}` can never be valid: {others} cannot {Are(defect, "be met", "all be met together")}",
                "mend one of them, or make one of them less than required"),
            _ => (
                $"with {defect.Turn!.Value} for `{defect.Turn.Name}`, "
                    + (defect.Rule is null ? $"the stage `{defect.Stage}` can never be valid" : $"{id} can never be satisfied"),
                $"the nearest value with which it can is {defect.Turn.Last}"),
        };
    }

    private static string Are(Defect defect, string one, string several) => defect.Core.Length == 1 ? one : several;

    private Span SpanOf(Defect defect) => defect switch
    {
        { Part.Span.Source: not null } => defect.Part.Span.Length > 1 ? defect.Part.Span.Opening : defect.Part.Span,
        { Rule: { } rule } => IdOf(rule),
        _ => rules.Rules.FirstOrDefault(rule => rule.Stage == defect.Stage) is { } first ? IdOf(first) : default,
    };

    // A rule may be long, and its id is enough to find it.
    private static Span IdOf(Rule rule)
    {
        var id = JsonPrinter.Quote(rule.Id);
        var at = rule.Span.Characters.IndexOf(id, StringComparison.Ordinal);
        return at < 0 ? rule.Span.Opening : rule.Span.Slice(at, id.Length);
    }
}
