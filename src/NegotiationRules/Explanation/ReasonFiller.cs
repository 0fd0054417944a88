using System.Collections.Immutable;
using System.Text;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;

namespace NegotiationRules.Explanation;

/// <summary>Chooses a rule's reason by language and fills in its braces.</summary>
internal static class ReasonFiller
{
    private const int MostItems = 10;

    /// <summary>The reason, or <see langword="null"/> if the rule gives none for that outcome.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="scenario">The facts.</param>
    /// <param name="options">The language, and how many elements to name.</param>
    public static string? Fill(Rule rule, RuleOutcome outcome, Scope scenario, ExplanationOptions options)
    {
        // A reason with braces tells what is wrong in this scenario, so it is told only where something is.
        var mayTellFacts = outcome is RuleOutcome.Violated or RuleOutcome.Pending;
        if (Choose(rule.Because, options.Language) is not { } reason || (!mayTellFacts && reason.Parts.Any(part => part is ReasonFact or ReasonElement)))
        {
            return null;
        }

        var text = new StringBuilder();
        foreach (var part in reason.Parts)
        {
            text.Append(part switch
            {
                ReasonWords words => words.Text,
                ReasonParameter parameter => parameter.Value,
                ReasonFact fact => Write(scenario.Read(fact.Fact), fact.Fact.Type),
                ReasonElement element => WriteElements(element, rule, scenario, options.MostElements),
                _ => throw new InvalidOperationException($"no words for {part.GetType().Name}"),
            });
        }

        return text.ToString();
    }

    // `en-GB` takes what is there for `en`.
    private static Reason? Choose(ImmutableArray<Reason> reasons, string? language) =>
        (language is null ? null : reasons.FirstOrDefault(r => r.Language == language) ?? reasons.FirstOrDefault(r => r.Language == language.Split('-')[0]))
            ?? reasons.FirstOrDefault(r => r.Language.Length == 0)
            ?? reasons.FirstOrDefault();

    private static string WriteElements(ReasonElement element, Rule rule, Scope scenario, int most)
    {
        IReadOnlyList<Scope> elements;
        try
        {
            elements = DecidingElements.Of(new[] { rule.Require, rule.When }.OfType<Condition>(), scenario, element.As);
        }
        catch (OverflowException)
        {
            return "not known";
        }

        var depth = element.Fact.Depth;
        var texts = elements
            .Where(e => e.Depth == depth)
            .Select(e => !element.Fact.Slots.IsEmpty ? Write(e.Read(element.Fact), element.Fact.Type)
                : e.Element.Kind == FactKind.Text ? ValueWords.Shorten(e.Element.Text)
                : Labels.OwnOf(e))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return Series.And(texts, most);
    }

    // Inside a sentence of the rule's author a text stands as it is, without quotation marks of ours.
    private static string Write(FactValue value, FactType type) => value.Kind switch
    {
        FactKind.Text => ValueWords.Shorten(value.Text),
        FactKind.List when value.List.IsComplete && type is ListType list => Series.And([.. value.List.Elements.ToArray().Select(item => Write(item, list.Element))], MostItems),
        _ => ValueWords.Of(value, type),
    };
}
