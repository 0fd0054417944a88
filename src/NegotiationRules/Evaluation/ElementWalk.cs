using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Evaluation;

/// <summary>The elements of a list one after the other, known ones first, for those who may stop before the end and keep none: the scope of one becomes that of the next.</summary>
internal struct ElementWalk
{
    private readonly Elements? _all;
    private readonly Scope _around;
    private readonly FactReference _level;
    private readonly FactValue _list;
    private int _place;

    public ElementWalk(ListReference list, Scope scope)
    {
        if (list is { Selection: null, Levels: [var level] })
        {
            (_around, _level) = (Elements.Around(list, scope), level);
            _list = _around.Read(level);
            (_all, Count) = (null, _list.IsKnown ? _list.List.Count : 0);
        }
        else
        {
            var all = Elements.Of(list, scope);
            (_all, _around, _level, _list, Count) = (all, scope, null!, default, all.Known.Count);
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
        if (_all is { } all)
        {
            Current = place < Count ? all.Known[place] : place - Count < all.Further.Count ? all.Further[place - Count].Scope : null!;
            return Current is not null;
        }

        if (place < Count)
        {
            if (place == 0)
            {
                Current = _around.Enter(_list.List[0], _level);
            }
            else
            {
                Current.MoveTo(_list.List[place], place);
            }

            return true;
        }

        if (place > Count || (_list.IsKnown && _list.List.IsComplete) || ((ListType)_level.Type).MaxItems == Count)
        {
            return false;
        }

        Current = _around.Suppose();
        return true;
    }
}
