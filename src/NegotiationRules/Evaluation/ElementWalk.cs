using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Evaluation;

/// <summary>The elements of a list one after the other, known ones first, for those who may stop before the end and keep none: the scope of
/// one becomes that of the next.</summary>
internal struct ElementWalk
{
    private readonly IReadOnlyList<Scope>? _known;
    private readonly IReadOnlyList<FurtherElements>? _further;
    private readonly Scope _around;
    private readonly FactReference? _level;
    private readonly FactValue _list;
    private readonly ImmutableArray<FactValue> _values;
    private int _place;

    /// <param name="list">The list.</param>
    /// <param name="scope">The facts in reach.</param>
    /// <param name="isTraced">Whether a trace keeps the elements, with what becomes of conditions in them.</param>
    public ElementWalk(ListReference list, Scope scope, bool isTraced)
    {
        if (!isTraced && list is { Selection: null, IsParameter: true })
        {
            (_around, _values, Count) = (Elements.Around(list, scope), list.Values, list.Values.Length);
        }
        else if (!isTraced && list is { Selection: null, Levels: [var level] })
        {
            (_around, _level) = (Elements.Around(list, scope), level);
            _list = _around.Read(level);
            Count = _list.IsKnown ? _list.List.Count : 0;
        }
        else
        {
            var all = Elements.Of(list, scope);
            (_known, _further, _around, Count) = (all.Known, all.Further, scope, all.Known.Count);
        }

        Current = null!;
    }

    /// <summary>How many are known.</summary>
    public int Count { get; }

    /// <summary>Whether it is one that may exist beyond the known ones.</summary>
    public readonly bool IsFurther => _place > Count;

    public Scope Current { get; private set; }

    public bool MoveNext()
    {
        var place = _place++;
        if (_known is not null)
        {
            Current = place < Count ? _known[place] : place - Count < _further!.Count ? _further[place - Count].Scope : null!;
            return Current is not null;
        }

        if (place < Count)
        {
            ref readonly var value = ref (_level is null ? ref _values.ItemRef(place) : ref _list.List[place]);
            if (place == 0)
            {
                Current = _around.Enter(value, _level);
            }
            else
            {
                Current.MoveTo(value, place);
            }

            return true;
        }

        if (_level is null || place > Count || (_list.IsKnown && _list.List.IsComplete) || ((ListType)_level.Type).MaxItems == Count)
        {
            return false;
        }

        Current = _around.Suppose();
        return true;
    }
}
