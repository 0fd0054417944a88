using NegotiationRules.Evaluation;
using NegotiationRules.Facts;

namespace NegotiationRules.Explanation.Wording;

/// <summary>
/// What an element without a label is called by: who it is from and to, and when it came about: "the relation from SOL to VER", "the event
/// by VER on 2430-12-10".
/// </summary>
internal static class ElementDescription
{
    private static readonly string[] Leading = ["from", "by", "to", "against", "on"];

    /// <summary>The words; <see langword="null"/> if there are none, or if another element of the list would be called the same.</summary>
    public static string? Of(Scope element)
    {
        if (element.List is not { } path || element is not { Element: { Kind: FactKind.Record, Record: var record } }
            || Of(record, Labels.NounOf(element)) is not { } words || element.Outer!.Read(path) is not { IsKnown: true, List: var list })
        {
            return null;
        }

        for (var i = 0; i < list.Count; i++)
        {
            if (i != element.Index && list[i] is { IsKnown: true, Record: var other } && Of(other, Labels.NounOf(element)) == words)
            {
                return null;
            }
        }

        return words;
    }

    private static string? Of(FactRecord record, string noun)
    {
        var words = string.Empty;
        foreach (var name in Leading)
        {
            if (record.Type.SlotOf(name) is >= 0 and var slot && record[slot] is { IsKnown: true } value
                && value is { Kind: FactKind.Text, Text.Length: > 0 } or { Kind: FactKind.Date, Date.IsDay: true })
            {
                words += $" {name} {ValueWords.Of(value, record.Type.Properties[slot].Type)}";
            }
        }

        return words.Length == 0 ? null : $"the {noun}{words}";
    }
}
