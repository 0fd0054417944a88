using System.Collections.Immutable;
using System.Text;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Explanation;

/// <summary>Chooses a rule's reason by language and fills in its braces, in words of that language.</summary>
internal static class ReasonFiller
{
    private const int MostItems = 10;

    /// <summary>The reason with its language, or <see langword="null"/> if the rule gives none for that outcome.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="scenario">The facts.</param>
    /// <param name="options">The language, and how many elements to name.</param>
    /// <param name="element">Of a rule that asks something of each element of a list: the one of which it is said;
    /// <see langword="null"/> for all that decided.</param>
    public static FilledReason? Fill(
        Rule rule, RuleOutcome outcome, Scope scenario, ExplanationOptions options, Scope? element = null)
    {
        // A reason with braces tells what is wrong in this scenario, so it is told only where something is.
        var mayTellFacts = outcome is RuleOutcome.Violated or RuleOutcome.Pending;
        if (
            rule.Because.IsEmpty
            || Choose(rule.Because, options.Language) is not { } reason
            || (!mayTellFacts && reason.Parts.Any(part => part is ReasonFact or ReasonElement))
        )
        {
            return null;
        }

        var words = FillingWords.Of(reason.Language);
        var deciding = new Dictionary<string, IReadOnlyList<Scope>?>(StringComparer.Ordinal);
        var text = new StringBuilder();
        foreach (var part in reason.Parts)
        {
            text.Append(part switch
            {
                ReasonWords own => own.Text,
                ReasonParameter parameter => Write(parameter.Stated, words),
                ReasonFact fact => Write(scenario.Read(fact.Fact), fact.Fact.Type, words),
                ReasonElement named => WriteElements(named, Deciding(named.As), options.MostElements, words),
                _ => throw new InvalidOperationException($"no words for {part.GetType().Name}"),
            });
        }

        return new FilledReason(text.ToString(), reason.Language);

        // They may be named several times.
        IReadOnlyList<Scope>? Deciding(string name) =>
            deciding.TryGetValue(name, out var found) ? found : deciding[name] = DecidingOf(name, rule, outcome, scenario, element);
    }

    /// <summary>Whether the rule's reason says something of the element of which it asks, or of one around it.</summary>
    public static bool NamesTheElement(Rule rule) => rule.Because.Any(reason => reason.Parts.Any(part =>
        part is ReasonElement { As: var name } && (name.Length == 0 || rule.Each?.List.Names.Contains(name) == true)));

    /// <summary>The reason in a language, else the one in no particular language, else the first; <see langword="null"/> if there is
    /// none.</summary>
    public static Reason? Choose(ImmutableArray<Reason> reasons, string? language) =>
        (
            language is not null && Languages.Find(reasons.Select(r => r.Language), language) is { } found
                ? reasons.FirstOrDefault(r => r.Language == found)
                : null
        )
        ?? reasons.FirstOrDefault(r => r.Language.Length == 0)
        ?? reasons.FirstOrDefault();

    // None where something is beyond what can be represented.
    private static IReadOnlyList<Scope>? DecidingOf(string name, Rule rule, RuleOutcome outcome, Scope scenario, Scope? element)
    {
        try
        {
            if (rule.Each is { } each)
            {
                var decided = element is not null ? [element] : RuleEvaluator.ElementsOf(rule, scenario)
                    .Where(e => e.Outcome == outcome).Select(e => e.Element).ToList();
                return name.Length == 0 ? decided
                    : each.List.Names.IndexOf(name) is >= 0 and var level ? [.. decided.Select(e => e.At(level + 1))]
                    : [.. decided.SelectMany(e =>
                        DecidingElements.Of(new[] { each.Require, each.When }.OfType<Condition>(), e, name))];
            }

            return DecidingElements.Of(new[] { rule.Require, rule.When }.OfType<Condition>(), scenario, name);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static string WriteElements(ReasonElement element, IReadOnlyList<Scope>? elements, int most, FillingWords words)
    {
        if (elements is null)
        {
            return words.NotKnown;
        }

        var depth = element.Fact.Depth;
        var texts = elements
            .Where(e => e.Depth == depth || element.As.Length == 0)
            .Select(e => !element.Fact.Slots.IsEmpty ? Write(e.Read(element.Fact), element.Fact.Type, words)
                : e.Element.Kind == FactKind.Text ? ValueWords.Shorten(e.Element.Text)
                : words.IsEnglish ? Labels.OwnOf(e) : Labels.InAnyLanguage(e))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return words.Series(texts, most);
    }

    // Inside a sentence of the rule's author a text stands as it is, without quotation marks of ours. Where our words would be of another
    // language, values stand as in a file.
    private static string Write(FactValue value, FactType type, FillingWords words) => value.Kind switch
    {
        FactKind.Unknown => words.NotKnown,
        FactKind.Text => ValueWords.Shorten(value.Text),
        FactKind.List when type is ListType list => WriteList(value.List, list, words),
        FactKind.Date => FactText.Of(value, type),
        FactKind.Exact or FactKind.Real => words.Number(FactText.Of(value, type)),
        FactKind.Boolean => words.Flag(value.Boolean),
        _ => words.IsEnglish ? ValueWords.Of(value, type) : FactText.Of(value, type),
    };

    private static string Write(JsonValue parameter, FillingWords words) => parameter switch
    {
        JsonText text => text.Value,
        JsonNumber number => words.Number(number.Digits),
        JsonBoolean flag => words.Flag(flag.Value),
        JsonArray list => words.Series([.. list.Items.Select(item => Write(item, words))], MostItems),
        _ => string.Empty,
    };

    private static string WriteList(FactList list, ListType type, FillingWords words)
    {
        List<string> items = [.. list.Elements.ToArray().Select(item => Write(item, type.Element, words))];
        return list.IsComplete ? words.Series(items, MostItems)
            : items.Count == 0 ? words.NotKnown
            : $"{string.Join(", ", items.Take(MostItems))} …";
    }
}
