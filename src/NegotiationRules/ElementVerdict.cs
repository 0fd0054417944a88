using NegotiationRules.Evaluation;
using NegotiationRules.Explanation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;

namespace NegotiationRules;

/// <summary>What became of one element of the list of a rule with <c>forEach</c>.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class ElementVerdict
{
    private readonly Rule _rule;
    private readonly Scope _element;

    private ElementVerdict(Rule rule, ElementOutcome outcome)
    {
        (_rule, _element, Outcome) = (rule, outcome.Element, outcome.Outcome);
        Label = Labels.Of(outcome.Element);
        Path = outcome.Element.Path;
        Holder = rule.Each!.Holder is null ? rule.Holder : outcome.Holder;
    }

    /// <summary>What the element is called in explanations: its label (<c>x-label</c>, or else its name, id or first text), with whose
    /// element it is in a list inside another one: <c>Mingus of US</c>; one without a name by its place, <c>the 3rd party</c>.</summary>
    public string Label { get; }

    /// <summary>Where the element stands in the scenario: <c>parties[0]</c>; empty for a value of a parameter.</summary>
    public string Path { get; }

    /// <summary>The party whose precondition it is for this element; <see langword="null"/> if it is nobody's in particular, or if that is
    /// not known.</summary>
    public string? Holder { get; }

    /// <summary>What became of the rule for this element.</summary>
    public RuleOutcome Outcome { get; }

    /// <summary>The reason that the rule gives, its braces filled in for this element; otherwise as
    /// <see cref="RuleVerdict.Reason"/>.</summary>
    /// <param name="language">As there.</param>
    public string? Reason(string? language = null) =>
        ReasonFiller.Fill(_rule, Outcome, _element.At(0), ExplanationOptions.Default with { Language = language }, _element)?.Text;

    /// <summary>The label and the outcome in words.</summary>
    public override string ToString() => $"{Label}: {OutcomeWords.Of(_rule, Outcome)}";

    internal static IReadOnlyList<ElementVerdict> Of(Rule rule, EvaluatedScenario evaluated) =>
        [.. evaluated.ElementsOf(rule).Select(outcome => new ElementVerdict(rule, outcome))];
}
