using System.Collections.Immutable;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Programs;

/// <summary>Collects the levels and columns that a program reads, each once.</summary>
internal sealed class LayoutBuilder(RecordType scenario)
{
    private readonly List<Level> _levels = [new Level(0, -1, -1, [], scenario, null, string.Empty)];
    private readonly List<Column> _columns = [];
    private readonly Dictionary<(int Parent, int Origin, string Slots), int> _levelOf = [];
    private readonly Dictionary<(int Level, string Slots), int> _columnOf = [];

    public FactLayout Build() => new([.. _levels], [.. _columns]);

    public Level this[int level] => _levels[level];

    /// <summary>How much has been collected so far.</summary>
    public Mark Start() => new(_levels.Count, _columns.Count);

    /// <summary>Forgets what was collected since.</summary>
    public void TakeBack(Mark mark)
    {
        foreach (var gone in _levelOf.Where(entry => entry.Value >= mark.Levels).Select(entry => entry.Key).ToList())
        {
            _levelOf.Remove(gone);
        }

        foreach (var gone in _columnOf.Where(entry => entry.Value >= mark.Columns).Select(entry => entry.Key).ToList())
        {
            _columnOf.Remove(gone);
        }

        _levels.RemoveRange(mark.Levels, _levels.Count - mark.Levels);
        _columns.RemoveRange(mark.Columns, _columns.Count - mark.Columns);
    }

    /// <summary>The level of the elements of a list.</summary>
    /// <param name="parent">The level that the elements are to be nested in.</param>
    /// <param name="origin">The level of the elements that have the list: the parent or a level around it.</param>
    /// <param name="slots">The slots from such an element to the list.</param>
    /// <param name="type">The list's type.</param>
    public int LevelOf(int parent, int origin, ImmutableArray<int> slots, ListType type)
    {
        var key = (parent, origin, string.Join(',', slots));
        if (!_levelOf.TryGetValue(key, out var level))
        {
            level = _levels.Count;
            _levels.Add(new Level(level, parent, origin, slots, type.Element, type.MaxItems, PathOf(origin, slots)));
            _levelOf.Add(key, level);
        }

        return level;
    }

    /// <summary>The column of a fact.</summary>
    /// <param name="level">The level of the elements that have the fact.</param>
    /// <param name="slots">The slots from such an element to the fact.</param>
    /// <param name="type">The fact's type.</param>
    public int ColumnOf(int level, ImmutableArray<int> slots, FactType type)
    {
        var key = (level, string.Join(',', slots));
        if (!_columnOf.TryGetValue(key, out var column))
        {
            column = _columns.Count;
            _columns.Add(new Column(column, level, slots, type, StorageOf(type), PathOf(level, slots)));
            _columnOf.Add(key, column);
        }

        return column;
    }

    public Column Column(int index) => _columns[index];

    /// <summary>Says that texts of a column are compared with each other or looked into, not only with texts that rules name.</summary>
    /// <param name="column">The column; nothing is said of one that holds no texts.</param>
    public void KeepTexts(int column) =>
        _columns[column] = _columns[column] with { KeepsTexts = _columns[column].Storage == ColumnStorage.Codes };

    private string PathOf(int level, ImmutableArray<int> slots)
    {
        var path = _levels[level].Path;
        var type = _levels[level].Element;
        foreach (var slot in slots)
        {
            var property = ((RecordType)type).Properties[slot];
            path = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            type = property.Type;
        }

        return path;
    }

    private static ColumnStorage StorageOf(FactType type) => type switch
    {
        BooleanType => ColumnStorage.Bits,
        ExactType { Minimum: >= int.MinValue, Maximum: <= int.MaxValue } => ColumnStorage.Ints,
        ExactType or DateTimeType => ColumnStorage.Longs,
        RealType => ColumnStorage.Reals,
        TextType => ColumnStorage.Codes,
        DateType => ColumnStorage.Days,
        _ => ColumnStorage.Presence,
    };

    internal readonly record struct Mark(int Levels, int Columns);
}
