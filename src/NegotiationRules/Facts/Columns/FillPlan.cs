using System.Collections.Immutable;

namespace NegotiationRules.Facts.Columns;

/// <summary>Where each fact of a scenario goes when a table is filled without a record of facts in between.</summary>
/// <remarks>
/// A list may be laid out more than once: anew for each element of another list. A scenario has it once, so it is filled in as a plainer
/// layout has it, <see cref="Plain"/>, where every list is a level of its own, and then spread out. Where the layout is plain itself,
/// nothing is spread out. Has a memory of the order in which properties come, so one plan serves one thread.
/// </remarks>
internal sealed class FillPlan
{
    private readonly Dictionary<(int Level, string Slots), List<Column>> _columns;
    private readonly Dictionary<(int Origin, string Slots), int> _lists;
    private readonly HashSet<(int Level, string Slots)> _read = [];
    private readonly Dictionary<RecordType, RecordPlan> _unread = [];

    public FillPlan(FactLayout layout)
    {
        Layout = layout;
        var levels = new int[layout.Levels.Length];
        var columns = new int[layout.Columns.Length];
        Plain = layout.Levels.All(l => l.Parent == l.Origin) ? layout : MakePlain(layout, levels, columns);
        PlainLevels = [.. levels];
        PlainColumns = [.. columns];
        _columns = Plain.Columns.GroupBy(c => (c.Level, Key(c.Slots))).ToDictionary(g => g.Key, g => g.ToList());
        _lists = Plain.Levels.Skip(1).ToDictionary(l => (l.Origin, Key(l.Slots)), l => l.Index);
        foreach (
            var (level, slots) in Plain
                .Columns.Select(c => (c.Level, c.Slots))
                .Concat(Plain.Levels.Skip(1).Select(l => (l.Origin, l.Slots)))
        )
        {
            for (var length = 0; length <= slots.Length; length++)
            {
                _read.Add((level, Key(slots[..length])));
            }
        }

        Root = Plan((RecordType)layout.Levels[0].Element, 0, []);
        IsAvailable = Root is not null && ((RecordType)layout.Levels[0].Element).SlotOf(Schema) < 0;
    }

    /// <summary>What a scenario file may have besides facts.</summary>
    public const string Schema = "$schema";

    public FactLayout Layout { get; }

    public FactLayout Plain { get; }

    /// <summary>Whether the layout is plain itself.</summary>
    public bool IsPlain => ReferenceEquals(Plain, Layout);

    /// <summary>For each level of the layout, that of the plain one with the same list. Of use only if the layout is not plain
    /// itself.</summary>
    public ImmutableArray<int> PlainLevels { get; }

    /// <summary>For each column of the layout, that of the plain one with the same fact. Of use only if the layout is not plain
    /// itself.</summary>
    public ImmutableArray<int> PlainColumns { get; }

    /// <summary>Whether tables can be filled by it. They cannot where an object has more properties than are followed.</summary>
    public bool IsAvailable { get; }

    /// <summary>What becomes of a scenario; <see langword="null"/> if it is not available.</summary>
    public RecordPlan? Root { get; }

    private static FactLayout MakePlain(FactLayout layout, int[] levelOf, int[] columnOf)
    {
        var levels = new List<Level> { layout.Levels[0] };
        var known = new Dictionary<(int Origin, string Slots), int>();
        foreach (var level in layout.Levels.Skip(1))
        {
            var key = (levelOf[level.Origin], Key(level.Slots));
            if (!known.TryGetValue(key, out var index))
            {
                index = levels.Count;
                known.Add(key, index);
                levels.Add(level with { Index = index, Parent = key.Item1, Origin = key.Item1 });
            }

            levelOf[level.Index] = index;
        }

        var columns = new List<Column>();
        foreach (var column in layout.Columns)
        {
            var level = levelOf[column.Level];
            var index = columns.FindIndex(c =>
                c.Level == level && c.Storage == column.Storage && c.Slots.AsSpan().SequenceEqual(column.Slots.AsSpan())
            );
            if (index < 0)
            {
                index = columns.Count;
                columns.Add(column with { Index = index, Level = level });
            }

            columns[index] = columns[index] with { KeepsTexts = columns[index].KeepsTexts || column.KeepsTexts };
            columnOf[column.Index] = index;
        }

        return new FactLayout([.. levels], [.. columns]);
    }

    // Null where an object has too many properties. Below -1, nothing is read.
    private RecordPlan? Plan(RecordType type, int level, ImmutableArray<int> slots)
    {
        if (type.Properties.Count > RecordPlan.MostProperties)
        {
            return null;
        }

        if (level < 0 && _unread.TryGetValue(type, out var unread))
        {
            return unread;
        }

        var facts = new FactPlan[type.Properties.Count];
        for (var slot = 0; slot < facts.Length; slot++)
        {
            if (PlanFact(type.Properties[slot].Type, type.Properties[slot].Default, level, slots.Add(slot)) is not { } fact)
            {
                return null;
            }

            facts[slot] = fact;
        }

        var plan = new RecordPlan(type, facts);
        if (level < 0)
        {
            _unread.Add(type, plan);
        }

        return plan;
    }

    private FactPlan? PlanFact(FactType type, FactValue absent, int level, ImmutableArray<int> slots)
    {
        level = level >= 0 && _read.Contains((level, Key(slots))) ? level : -1;
        var columns = level >= 0 ? _columns.GetValueOrDefault((level, Key(slots))) ?? [] : [];
        var record = type is RecordType r ? Plan(r, level, slots) : null;
        var list = type is ListType l ? PlanList(l, level, slots) : null;
        return (type is RecordType && record is null) || (type is ListType && list is null) ? null : new FactPlan(type, absent)
        {
            Column = columns.Find(c => c.Storage != ColumnStorage.Presence)?.Index ?? -1,
            Presences = [.. columns.Where(c => c.Storage == ColumnStorage.Presence).Select(c => c.Index)],
            Record = record,
            List = list,
        };
    }

    private ListPlan? PlanList(ListType type, int level, ImmutableArray<int> slots)
    {
        var below = level >= 0 ? _lists.GetValueOrDefault((level, Key(slots)), -1) : -1;
        return PlanFact(type.Element, FactRecord.Absent(type.Element), below, []) is { } element
            ? new ListPlan(below, element, type.MaxItems) : null;
    }

    /// <summary>What becomes of the lists of a plain level; <see langword="null"/> if objects in them have more properties than are
    /// followed.</summary>
    public FactPlan? FactOf(Level level)
    {
        var (type, absent) = (Plain.Levels[level.Origin].Element, FactValue.Unknown);
        foreach (var slot in level.Slots)
        {
            var property = ((RecordType)type).Properties[slot];
            (type, absent) = (property.Type, property.Default);
        }

        return PlanFact(type, absent, level.Origin, level.Slots);
    }

    /// <summary>Slots as a key: arrays are compared by what they are, not by what is in them.</summary>
    public static string Key(ImmutableArray<int> slots) => string.Join(',', slots);
}
