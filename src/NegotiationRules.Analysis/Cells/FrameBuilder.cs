using System.Collections.Immutable;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Cells;

/// <summary>Lays a frame around a scenario: its facts as they are, the cells that each may be in, and elements that lists may come to
/// have.</summary>
/// <param name="circuit">Takes the variables.</param>
/// <param name="cells">The values to tell apart.</param>
/// <param name="freedom">What may be otherwise than it is stated.</param>
internal sealed class FrameBuilder(Circuit circuit, CellFinder cells, Freedom freedom)
{
    private readonly Dictionary<string, ImmutableArray<FactValue>> _cells = new(StringComparer.Ordinal);

    public Frame Around(FactRecord scenario) =>
        new(circuit, (FrameRecord)Of(scenario.Type, FactValue.Of(scenario), string.Empty, string.Empty));

    private FramePart Of(FactType type, FactValue value, string key, string path)
    {
        switch (type)
        {
            case RecordType record:
                var facts = value.IsKnown ? value.Record : FactRecord.Empty(record);
                return new FrameRecord(key, path, record, IsStated(value, key),
                [
                    .. record.Properties.Select((property, slot) => Of(
                        property.Type, facts[slot], SchemaPlace.Inner(key, property.Name), SchemaPlace.Inner(path, property.Name))),
                ]);
            case ListType list:
                return Of(list, value, key, path);
            default:
                var all = CellsOf(type, value, key, path);
                return new FrameFact(key, path, type, all.Length == 1 ? null : circuit.NewVariable(all.Length), all);
        }
    }

    private FrameList Of(ListType type, FactValue value, string key, string path)
    {
        var known = value.IsKnown ? value.List.Elements : [];
        var isComplete = value.IsKnown ? value.List.IsComplete : !freedom.MayBeUnknown(key);
        var elements = ImmutableArray.CreateBuilder<FrameElement>();
        foreach (var element in known)
        {
            elements.Add(new FrameElement(Of(type.Element, element, $"{key}[]", $"{path}[{elements.Count}]"), null));
        }

        var mayGrow = freedom.MayGrow(key, path) && !(freedom.KeepsStated && value.IsKnown && isComplete);
        var more = mayGrow ? Math.Min(freedom.MostAdded(key), (type.MaxItems ?? int.MaxValue) - known.Length) : 0;
        for (var added = 0; added < more; added++)
        {
            elements.Add(new FrameElement(
                Of(type.Element, FactRecord.Absent(type.Element), $"{key}[]", $"{path}[{elements.Count}]"), circuit.NewVariable(2)));
        }

        var completion = isComplete ? (Variable?)null : circuit.NewVariable(freedom.MayComplete(key) ? 2 : 1);
        return new FrameList(key, path, type, IsStated(value, key), completion, elements.ToImmutable());
    }

    private ImmutableArray<FactValue> CellsOf(FactType type, FactValue value, string key, string path)
    {
        if (!cells.IsRead(key) || freedom.IsFixed(key, path) || (freedom.KeepsStated && value.IsKnown))
        {
            return [value];
        }

        if (freedom.ValuesOf(key, path) is { } values)
        {
            return [.. values];
        }

        if (!value.IsKnown)
        {
            return cells.OfOpen(key, type, freedom.MayBeUnknown(key));
        }

        // The same for every element.
        if (!_cells.TryGetValue(key, out var all))
        {
            _cells[key] = all = [.. cells.Of(key, type)];
        }

        return [value, .. all.Where(cell => !cell.IsSame(value))];
    }

    private bool IsStated(FactValue value, string key) => value.IsKnown || !freedom.MayBeUnknown(key);
}

/// <summary>What may be otherwise than a scenario states it.</summary>
/// <param name="IsFixed">Whether a fact stays as it is, by its path in the vocabulary and in the scenario.</param>
/// <param name="MostAdded">How many elements may be added to a list, by its path in the vocabulary.</param>
/// <param name="MayComplete">Whether a list that is not complete may turn out to be so.</param>
internal sealed record Freedom(Func<string, string, bool> IsFixed, Func<string, int> MostAdded, Func<string, bool> MayComplete)
{
    /// <summary>Whether what nothing is stated of may stay so, by its path in the vocabulary. If not, each fact that is read has a value,
    /// and each list is complete.</summary>
    public Func<string, bool> MayBeUnknown { get; init; } = _ => true;

    /// <summary>Whether all that is stated stays as it is: only what nothing is stated of may be otherwise.</summary>
    public bool KeepsStated { get; init; }

    /// <summary>The values that a fact may have, by its path in the vocabulary and in the scenario, where the question says which;
    /// <see langword="null"/> for those that the rules tell apart.</summary>
    public Func<string, string, IReadOnlyList<FactValue>?> ValuesOf { get; init; } = (_, _) => null;

    /// <summary>Whether elements may be added to one list, by its path in the vocabulary and in the scenario.</summary>
    public Func<string, string, bool> MayGrow { get; init; } = (_, _) => true;
}
