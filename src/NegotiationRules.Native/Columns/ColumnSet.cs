using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Native.Calls;
using NegotiationRules.Text;

namespace NegotiationRules.Native.Columns;

/// <summary>All columns of a call, found to be those of the rules: facts that no rule reads are left out, and what is no fact is
/// refused.</summary>
internal sealed unsafe class ColumnSet
{
    private readonly ColumnFiller _filler;
    private readonly Lazy<HashSet<string>> _facts;
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ColumnStruct> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GivenList> _lists = new(StringComparer.Ordinal);

    // Lists of which only whether they are known is asked, and whose elements were given.
    private readonly List<string> _elementsOnly = [];

    private ColumnSet(ColumnFiller filler, Lazy<HashSet<string>> facts) => (_filler, _facts) = (filler, facts);

    public List<GivenColumn> Values { get; } = [];

    /// <summary>By level: its lists, or <see langword="null"/> if nothing is known of them.</summary>
    public GivenList?[] Levels { get; private set; } = [];

    /// <summary>Lists of which rules ask nothing but whether they are known, by their columns.</summary>
    public List<(GivenList List, Column Column)> PresentLists { get; } = [];

    /// <summary>Binds what was given.</summary>
    /// <param name="filler">What knows the columns of the rules.</param>
    /// <param name="facts">The paths of all facts of the vocabulary.</param>
    /// <param name="scenarios">How many scenarios there are.</param>
    /// <param name="columns">What was given.</param>
    /// <exception cref="CallException">A column does not fit.</exception>
    public static ColumnSet Bind(ColumnFiller filler, Lazy<HashSet<string>> facts, long scenarios, ReadOnlySpan<ColumnStruct> columns)
    {
        var set = new ColumnSet(filler, facts);
        for (var i = 0; i < columns.Length; i++)
        {
            Taken.Size(columns[i].Size, sizeof(ColumnStruct), "nr_column");
            set.Bind(columns[i], Taken.Text(columns[i].Path, $"path of column {i}"));
        }

        set.BindLevels(scenarios);
        foreach (var column in set.Values)
        {
            ThrowIfOfOtherLength(column.Path, column.Length, set.TotalOf(column.Column.Level, scenarios, column.Path), "values");
        }

        return set;
    }

    private void Bind(ColumnStruct given, string path)
    {
        var kind = (ValueKind)given.Kind;
        if (!Enum.IsDefined(kind) || !Enum.IsDefined((TimeUnit)given.Unit) || given.Length < 0 || given.Stride < 0 || given.KnownStride < 0)
        {
            throw new CallException(Status.Argument,
                $"`{path}` has the kind {given.Kind}, the unit {given.Unit}, the length {given.Length} and the strides {given.Stride} and "
                    + $"{given.KnownStride}: kinds and units are those of the header, and lengths and strides are not below 0.");
        }

        var isList = kind is ValueKind.Offsets32 or ValueKind.Offsets64;
        if (!_given.Add(isList ? $"{path}[]" : path))
        {
            throw new CallException(Status.Columns, $"`{path}` is given twice.");
        }

        if (isList)
        {
            _lists.Add(path, new GivenList(given, path));
        }
        else
        {
            _values.Add(path, given);
        }

        if (isList && _filler.PresenceOfList(path) is >= 0 and var presence)
        {
            PresentLists.Add((_lists[path], _filler.Plain.Columns[presence]));
        }
        else if (kind != ValueKind.Present && _filler.PresenceOfList(path) >= 0)
        {
            // The elements, which no rule reads, go by the path of the list.
            _elementsOnly.Add(path);
        }
        else if (!isList && _filler.ColumnOf(path) is >= 0 and var column)
        {
            Values.Add(new GivenColumn(given, path, _filler.Plain.Columns[column]));
        }
        else if (_filler.LevelOf(path) < 0 && !_facts.Value.Contains(path))
        {
            var nearest = Spelling.Nearest(path, _facts.Value);
            throw new CallException(Status.Columns,
                $"The vocabulary has no fact `{path}`{(nearest is null ? string.Empty : $": did you mean `{nearest}`?")}");
        }
        else if (isList && _filler.LevelOf(path) < 0 && _filler.ColumnOf(path) >= 0)
        {
            throw new CallException(Status.Columns, $"`{path}` is no list: give its values, not offsets.");
        }
    }

    private void BindLevels(long scenarios)
    {
        var levels = _filler.Plain.Levels;
        Levels = new GivenList?[levels.Length];
        foreach (var level in levels.AsSpan()[1..])
        {
            if (_lists.TryGetValue(level.Path, out var list))
            {
                Levels[level.Index] = list;
                var lists = TotalOf(level.Parent, scenarios, list.Path);
                ThrowIfOfOtherLength(list.Path, list.Lists, lists, "lists");
                list.Completeness = CompletenessOf(level, lists);
                list.HasDefault = ColumnFiller.HasDefault(_filler.Plain, level);
            }
        }

        foreach (var path in _elementsOnly.Where(path => !_lists.ContainsKey(path)))
        {
            throw new CallException(Status.Columns, $"`{path}` is given, and not where its lists start: give their offsets.");
        }

        foreach (var (list, column) in PresentLists)
        {
            ThrowIfOfOtherLength(list.Path, list.Lists, TotalOf(column.Level, scenarios, list.Path), "lists");
        }
    }

    // What says whether the lists of a level are complete may be a fact that no rule reads.
    private GivenCompleteness? CompletenessOf(Level level, long lists)
    {
        if (level.Slots.IsEmpty)
        {
            return null;
        }

        var owner = level.Slots[..^1].Aggregate(_filler.Plain.Levels[level.Origin].Element, (type, slot) => PropertyOf(type, slot).Type);
        var list = PropertyOf(owner, level.Slots[^1]);
        if (list.Type is not ListType { CompleteBy: { } name })
        {
            return null;
        }

        var path = level.Path[..^list.Name.Length] + name;
        var slot = ((RecordType)owner).SlotOf(name);
        var fact = PropertyOf(owner, slot);
        if (!_values.TryGetValue(path, out var given))
        {
            return new GivenCompleteness(null, fact.Default.IsTrue);
        }

        var column = new Column(-1, level.Origin, [.. level.Slots[..^1], slot], fact.Type, ColumnStorage.Bits, path);
        ThrowIfOfOtherLength(path, given.Length, lists, "values");
        return new GivenCompleteness(new GivenColumn(given, path, column), fact.Default.IsTrue);
    }

    private static Property PropertyOf(FactType record, int slot) => ((RecordType)record).Properties[slot];

    private long TotalOf(int level, long scenarios, string path) =>
        level == 0 ? scenarios
            : Levels[level]?.Total ?? throw new CallException(Status.Columns,
                $"`{path}` is given, and not where the lists `{_filler.Plain.Levels[level].Path}` around it start: give their offsets.");

    private static void ThrowIfOfOtherLength(string path, long given, long expected, string what)
    {
        if (given != expected)
        {
            throw new CallException(Status.Columns, $"`{path}` has {given} {what}, and there should be {expected}.");
        }
    }
}
