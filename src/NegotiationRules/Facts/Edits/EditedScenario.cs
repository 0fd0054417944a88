using System.Runtime.InteropServices;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Text;

namespace NegotiationRules.Facts.Edits;

/// <summary>A scenario that is changed fact by fact, with its facts in columns and a note of which columns changed.</summary>
/// <remarks>
/// A single fact is changed in place, without allocation once its path was used before. All else (lists, objects, what decides about other
/// facts) changes the scenario's tree, of which everything is bound anew. For one thread at a time.
/// </remarks>
internal sealed class EditedScenario
{
    private readonly Vocabulary _vocabulary;
    private readonly Dictionary<string, EditedFact?> _facts = new(StringComparer.Ordinal);
    private readonly List<EditedFact> _ahead = [];
    private readonly bool[] _isChanged;
    private readonly List<int> _changed = [];
    private Scenario _scenario;

    /// <exception cref="ScenarioException">A fact is not of the vocabulary or not of its type.</exception>
    public EditedScenario(Scenario start, Vocabulary vocabulary, FactTable table)
    {
        _vocabulary = vocabulary;
        _isChanged = new bool[table.Columns.Length];
        Table = table;
        _scenario = start.For(vocabulary);
        Facts = Bind(start);
        Fill();
    }

    /// <summary>The facts as they are now. They change in place; whoever keeps them makes a copy.</summary>
    public FactRecord Facts { get; private set; }

    /// <summary>The same facts in columns.</summary>
    public FactTable Table { get; }

    /// <summary>Whether anything changed since <see cref="TakeChanges"/>, in a column or not.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Whether all columns may have changed since then.</summary>
    public bool IsAllChanged { get; private set; }

    /// <summary>The columns that changed since then, if not all may have.</summary>
    public ReadOnlySpan<int> ChangedColumns => CollectionsMarshal.AsSpan(_changed);

    public void TakeChanges()
    {
        IsChanged = IsAllChanged = false;
        foreach (var column in _changed)
        {
            _isChanged[column] = false;
        }

        _changed.Clear();
    }

    /// <summary>A fact that can be changed in place; <see langword="null"/> if it takes <see cref="Change"/>.</summary>
    public EditedFact? Find(string path)
    {
        if (!_facts.TryGetValue(path, out var fact))
        {
            _facts[path] = fact = EditedFactFinder.Find(path, Facts, Table.Layout);
        }

        return fact;
    }

    /// <summary>Changes a fact in place, to a value of its type.</summary>
    public void Set(EditedFact fact, FactValue value)
    {
        if (!Replace(fact, value))
        {
            return;
        }

        IsChanged = true;
        if (!fact.IsAhead)
        {
            fact.IsAhead = true;
            _ahead.Add(fact);
        }

        foreach (var column in fact.Columns)
        {
            Table.Columns[column].Set(IndexOf(fact), value);
            if (!_isChanged[column])
            {
                _isChanged[column] = true;
                _changed.Add(column);
            }
        }
    }

    /// <summary>Changes anything; the scenario stays as it was if it cannot be changed so.</summary>
    /// <param name="edit">Makes another scenario of the one it is.</param>
    /// <exception cref="ScenarioException">A fact is not of the vocabulary or not of its type.</exception>
    public void Change(Func<Scenario, Scenario> edit)
    {
        var changed = edit(ToScenario());
        Facts = Bind(changed);
        _scenario = changed;
        _facts.Clear();
        Fill();
    }

    /// <summary>The scenario as it is now.</summary>
    public Scenario ToScenario()
    {
        foreach (var fact in _ahead)
        {
            fact.IsAhead = false;
            _scenario = _scenario.WithFact(fact.Path, FactText.ToJson(Read(fact), fact.Type));
        }

        _ahead.Clear();
        return _scenario;
    }

    private FactRecord Bind(Scenario scenario)
    {
        var bag = new DiagnosticBag();
        var facts = scenario.Bind(_vocabulary, bag);

        // The scenario keeps what it has bound.
        return bag.HasErrors ? throw new ScenarioException(bag.ToSorted()) : facts.Copy();
    }

    private void Fill()
    {
        Table.Clear();
        Table.Add(Facts);
        IsChanged = IsAllChanged = true;
    }

    private FactValue Read(EditedFact fact)
    {
        var value = FactValue.Of(Facts);
        foreach (var step in fact.Steps)
        {
            value = step >= 0 ? value.Record[step] : value.List[~step];
        }

        return value;
    }

    private bool Replace(EditedFact fact, FactValue value)
    {
        var owner = FactValue.Of(Facts);
        foreach (var step in fact.Steps.AsSpan()[..^1])
        {
            owner = step >= 0 ? owner.Record[step] : owner.List[~step];
        }

        var last = fact.Steps[^1];
        if ((last >= 0 ? owner.Record[last] : owner.List[~last]).IsSame(value))
        {
            return false;
        }

        if (last >= 0)
        {
            owner.Record.Change(last, value);
        }
        else
        {
            owner.List.Change(~last, value);
        }

        return true;
    }

    // Lists that stand before it in the same level may have changed since, so it is counted anew.
    private int IndexOf(EditedFact fact)
    {
        var index = 0;
        foreach (var (level, element) in fact.Elements)
        {
            index = Table.Levels[level].Offsets[index] + element;
        }

        return index;
    }
}
