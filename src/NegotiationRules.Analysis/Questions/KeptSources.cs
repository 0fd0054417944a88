using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Who stated a fact of a scenario stated it still where nothing was done about it.</summary>
internal static class KeptSources
{
    /// <summary>The facts that were made of a scenario, with its sources of all that is as it was.</summary>
    /// <param name="made">The facts. Elements that were added stand behind those that the scenario had.</param>
    /// <param name="stated">Those of the scenario.</param>
    public static FactRecord Of(FactRecord made, FactRecord stated)
    {
        var (values, sources) = (new FactValue[made.Values.Length], new FactSource?[made.Values.Length]);
        for (var slot = 0; slot < values.Length; slot++)
        {
            values[slot] = Of(made[slot], stated[slot]);
            sources[slot] = IsSame(made[slot], stated[slot]) ? stated.SourceOf(slot) : null;
        }

        return new FactRecord(made.Type, values, sources);
    }

    private static FactValue Of(FactValue made, FactValue stated) => (made.Kind, stated.Kind) switch
    {
        (FactKind.Record, FactKind.Record) => FactValue.Of(Of(made.Record, stated.Record)),
        (FactKind.List, FactKind.List) => FactValue.Of(Of(made.List, stated.List)),
        _ => made,
    };

    private static FactList Of(FactList made, FactList stated)
    {
        var (elements, sources) = (made.Elements.ToArray(), new FactSource?[made.Count]);
        for (var i = 0; i < Math.Min(made.Count, stated.Count); i++)
        {
            elements[i] = Of(made[i], stated[i]);
            sources[i] = IsSame(made[i], stated[i]) ? stated.SourceOf(i) : null;
        }

        return new FactList(elements, made.IsComplete, sources);
    }

    private static bool IsSame(FactValue one, FactValue other) => (one.Kind, other.Kind) switch
    {
        (FactKind.Record, FactKind.Record) => AreSame(one.Record.Values, other.Record.Values),
        (FactKind.List, FactKind.List) => one.List.IsComplete == other.List.IsComplete && AreSame(one.List.Elements, other.List.Elements),
        _ => one.IsSame(other),
    };

    private static bool AreSame(ReadOnlySpan<FactValue> some, ReadOnlySpan<FactValue> others)
    {
        var areSame = some.Length == others.Length;
        for (var i = 0; areSame && i < some.Length; i++)
        {
            areSame = IsSame(some[i], others[i]);
        }

        return areSame;
    }
}
