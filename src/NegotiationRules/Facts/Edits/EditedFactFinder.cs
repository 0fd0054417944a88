using System.Collections.Immutable;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Facts.Edits;

/// <summary>Finds facts that can be changed in place. What decides about more than itself, or has no place yet, is not among
/// them.</summary>
internal static class EditedFactFinder
{
    /// <summary>The fact at a path; <see langword="null"/> if there is none that can be changed alone.</summary>
    public static EditedFact? Find(string path, FactRecord scenario, FactLayout layout)
    {
        if (ScenarioPath.TryParse(path, out _) is not { } parsed)
        {
            return null;
        }

        var steps = ImmutableArray.CreateBuilder<int>();
        var elements = ImmutableArray.CreateBuilder<(int Level, int Index)>();
        var slots = ImmutableArray.CreateBuilder<int>();
        var (value, type, absent) = (FactValue.Of(scenario), (FactType)scenario.Type, FactValue.Unknown);
        int? level = 0;
        foreach (var step in parsed.Steps)
        {
            switch (value.Kind, type)
            {
                case (FactKind.Record, RecordType record)
                    when step.Name is not null && record.SlotOf(step.Name) is >= 0 and var slot && !SaysOfList(record, step.Name):
                    steps.Add(slot);
                    slots.Add(slot);
                    (value, type, absent) = (value.Record[slot], record.Properties[slot].Type, record.Properties[slot].Default);
                    break;
                case (FactKind.List, ListType list) when step.Name is null && step.Index < value.List.Count:
                    steps.Add(~step.Index);
                    level = level is { } outer ? LevelOf(layout, outer, slots.ToImmutable()) : null;
                    elements.Add((level ?? 0, step.Index));
                    slots.Clear();
                    (value, type, absent) = (value.List[step.Index], list.Element, FactValue.Unknown);
                    break;
                default:
                    return null;
            }
        }

        if (type is RecordType or ListType || (elements.Count > 0 && IsGoneOverAnew(layout)))
        {
            return null;
        }

        var columns = level is null
            ? []
            : layout.ColumnsOf(level.Value).Where(c => c.Slots.SequenceEqual(slots)).Select(c => c.Index).ToImmutableArray();
        return new EditedFact(path, steps.ToImmutable(), type, absent, level ?? 0, elements.ToImmutable(), columns);
    }

    // Whether a list is complete is part of the list.
    private static bool SaysOfList(RecordType record, string name) =>
        record.Properties.Any(p => p.Type is ListType { CompleteBy: { } by } && by == name);

    private static int? LevelOf(FactLayout layout, int outer, ImmutableArray<int> slots) =>
        layout.Levels.FirstOrDefault(l => l.Index > 0 && l.Parent == outer && l.Origin == outer && l.Slots.SequenceEqual(slots))?.Index;

    // A list that is gone over for each element of another stands in several places at once.
    private static bool IsGoneOverAnew(FactLayout layout) => layout.Levels.Any(l => l.Index > 0 && l.Parent != l.Origin);
}
