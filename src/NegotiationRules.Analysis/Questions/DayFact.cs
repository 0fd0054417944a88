using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>The fact that rules read the day by.</summary>
internal static class DayFact
{
    /// <summary>A date of the scenario itself, or of an object in it; <see langword="null"/> if there is none of that path.</summary>
    public static FactReference? Find(Vocabulary vocabulary, string path)
    {
        var slots = ImmutableArray.CreateBuilder<int>();
        FactType type = vocabulary.Root;
        foreach (var name in path.Split('.'))
        {
            if (type is not RecordType record || record.SlotOf(name) is not (>= 0 and var slot))
            {
                return null;
            }

            slots.Add(slot);
            type = record.Properties[slot].Type;
        }

        return type is DateType ? new FactReference(0, slots.DrainToImmutable(), type, path) : null;
    }
}
