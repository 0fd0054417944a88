using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;

namespace NegotiationRules.Explanation;

/// <summary>Finds who stated a fact: the fact's own source, or that of the object or list around it.</summary>
internal static class FactSources
{
    public static Citation? Of(FactReference fact, Scope scope, CheckedRuleSet rules) =>
        Find(fact, scope) is { } source ? ToCitation(source, rules.Documents) : null;

    private static FactSource? Find(FactReference fact, Scope scope)
    {
        var start = scope.At(fact.Depth);
        var (found, value) = (default(FactSource), start.Element);
        foreach (var slot in fact.Slots)
        {
            if (!value.IsKnown)
            {
                break;
            }

            // The nearest source wins.
            found = value.Record.SourceOf(slot) ?? found;
            value = value.Record[slot];
        }

        if (found is not null || start.List is null)
        {
            return found;
        }

        return start.Outer!.Read(start.List) is { IsKnown: true } list && list.List.SourceOf(start.Index) is { } own
            ? own
            : Find(start.List, start.Outer!);
    }

    // A source that is plain text is called after that text; a document may be one that the rules know.
    private static Citation ToCitation(FactSource source, IReadOnlyList<CitedDocument> documents)
    {
        var name = source.Document ?? source.Text;
        var document = name is null ? null : documents.FirstOrDefault(d => d.Id == name) ?? new CitedDocument(name, name, null, null, null);
        return new Citation(document, source.Speaker, source.Article, source.Quote, source.Url ?? document?.Url);
    }
}
