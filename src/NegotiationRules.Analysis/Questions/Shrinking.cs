using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Makes scenarios as small as can be: nothing is stated in them that does not matter.</summary>
internal static class Shrinking
{
    /// <summary>The scenario without all that can be left out one by one.</summary>
    /// <param name="facts">A scenario.</param>
    /// <param name="isIt">Whether another is still what it is to be, by the evaluator.</param>
    public static FactRecord Shrink(FactRecord facts, Func<FactRecord, bool> isIt) => Shrink(facts, isIt, facts.Type);

    private static FactRecord Shrink(FactRecord record, Func<FactRecord, bool> isIt, RecordType type)
    {
        for (var slot = 0; slot < type.Properties.Count; slot++)
        {
            var (at, property) = (slot, type.Properties[slot]);
            record = With(Shrink(record[at], property.Type, property.Default, value => isIt(With(value))));

            FactRecord With(FactValue value) => value.IsKnown || record[at].IsKnown ? record.With([at], value) : record;
        }

        return record;
    }

    private static FactValue Shrink(FactValue value, FactType type, FactValue unstated, Func<FactValue, bool> isIt)
    {
        if (!value.IsKnown || isIt(unstated))
        {
            return unstated;
        }

        return type switch
        {
            RecordType record => FactValue.Of(Shrink(value.Record, inner => isIt(FactValue.Of(inner)), record)),
            ListType list => FactValue.Of(Shrink(value.List, inner => isIt(FactValue.Of(inner)), list)),
            _ => value,
        };
    }

    private static FactValue Unstated(FactType element) => element is RecordType record ? FactValue.Of(FactRecord.Empty(record)) : default;

    private static FactList Shrink(FactList list, Func<FactList, bool> isIt, ListType type)
    {
        List<FactValue> elements = [.. list.Elements];
        for (var index = elements.Count - 1; index >= 0; index--)
        {
            List<FactValue> fewer = [.. elements[..index], .. elements[(index + 1)..]];
            if (isIt(new FactList([.. fewer], list.IsComplete)))
            {
                elements = fewer;
                continue;
            }

            // An element that counts is there, if only nothing need be known of it.
            elements[index] = Shrink(elements[index], type.Element, Unstated(type.Element), value => isIt(With(index, value)));
        }

        return new FactList([.. elements], list.IsComplete);

        FactList With(int index, FactValue value) => new([.. elements[..index], value, .. elements[(index + 1)..]], list.IsComplete);
    }
}
