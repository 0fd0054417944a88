using System.Text.Json;
using NegotiationRules.Text;

namespace NegotiationRules.Testing;

/// <summary>How tests files write outcomes.</summary>
internal static class OutcomeNames
{
    // In the order in which a report lists them.
    private static readonly RuleOutcome[] OfRules =
        [RuleOutcome.Satisfied, RuleOutcome.Violated, RuleOutcome.Unknown, RuleOutcome.Pending, RuleOutcome.NotApplicable];

    private static readonly StageOutcome[] OfStages =
        [StageOutcome.Valid, StageOutcome.Invalid, StageOutcome.Undetermined, StageOutcome.NotApplicable];
    private static readonly string[] RuleNames = [.. OfRules.Select(Of)];
    private static readonly string[] StageNames = [.. OfStages.Select(Of)];

    // What explanations and other systems say. Only for suggestions.
    private static readonly Dictionary<string, (string OfRule, string OfStage)> Borrowed = new(StringComparer.OrdinalIgnoreCase)
    {
        ["pass"] = ("satisfied", "valid"),
        ["passed"] = ("satisfied", "valid"),
        ["true"] = ("satisfied", "valid"),
        ["valid"] = ("satisfied", "valid"),
        ["satisfied"] = ("satisfied", "valid"),
        ["met"] = ("satisfied", "valid"),
        ["confirmed"] = ("satisfied", "valid"),
        ["clear"] = ("satisfied", "valid"),
        ["fail"] = ("violated", "invalid"),
        ["failed"] = ("violated", "invalid"),
        ["false"] = ("violated", "invalid"),
        ["invalid"] = ("violated", "invalid"),
        ["violated"] = ("violated", "invalid"),
        ["refuted"] = ("violated", "invalid"),
        ["raised"] = ("violated", "invalid"),
        ["triggered"] = ("violated", "invalid"),
        ["open"] = ("unknown", "undetermined"),
        ["undetermined"] = ("unknown", "undetermined"),
        ["unknown"] = ("unknown", "undetermined"),
        ["pending"] = ("pending", "undetermined"),
        ["skipped"] = ("notApplicable", "notApplicable"),
        ["inapplicable"] = ("notApplicable", "notApplicable"),
        ["not applicable"] = ("notApplicable", "notApplicable"),
    };

    public static string Of(RuleOutcome outcome) => JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString());

    public static string Of(StageOutcome outcome) => JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString());

    /// <summary>All outcomes of rules in the order in which they are listed.</summary>
    public static IReadOnlyList<RuleOutcome> AllOfRules => OfRules;

    /// <summary>All outcomes of rules, or of stages.</summary>
    public static IReadOnlyList<string> All(bool ofRule) => ofRule ? RuleNames : StageNames;

    /// <summary>The outcome that a word that is none was probably meant to be, or <see langword="null"/>.</summary>
    public static string? Nearest(string word, bool ofRule) =>
        Borrowed.TryGetValue(word, out var meant) ? (ofRule ? meant.OfRule : meant.OfStage) : Spelling.Nearest(word, All(ofRule));
}
