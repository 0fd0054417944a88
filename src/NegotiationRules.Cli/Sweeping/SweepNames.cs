using NegotiationRules.Testing;

namespace NegotiationRules.Cli.Sweeping;

/// <summary>What outcomes and methods are called for programs, in the order in which they are written.</summary>
internal static class SweepNames
{
    public static readonly StageOutcome[] OfStages =
        [StageOutcome.Valid, StageOutcome.Invalid, StageOutcome.Undetermined, StageOutcome.NotApplicable];

    public static readonly RuleOutcome[] OfRules =
        [RuleOutcome.Satisfied, RuleOutcome.Violated, RuleOutcome.Unknown, RuleOutcome.Pending, RuleOutcome.NotApplicable];

    public static readonly Dictionary<string, SamplingMethod> Methods = new(StringComparer.Ordinal)
    {
        ["latin-hypercube"] = SamplingMethod.LatinHypercube,
        ["sobol"] = SamplingMethod.Sobol,
        ["random"] = SamplingMethod.Random,
    };

    public static string Of(SamplingMethod? method) =>
        method is { } said ? Methods.First(one => one.Value == said).Key : "all-combinations";

    public static string Of(StageOutcome outcome) => OutcomeNames.Of(outcome);

    public static string Of(RuleOutcome outcome) => OutcomeNames.Of(outcome);
}
