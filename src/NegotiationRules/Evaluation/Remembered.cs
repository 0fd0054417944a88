using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NegotiationRules.Evaluation;

/// <summary>What something was worked out to, by the very thing that it was worked out from. Mostly those are few, which take little
/// room.</summary>
internal sealed class Remembered
{
    private const int MostFew = 4;

    private Few _few;
    private int _count;
    private Dictionary<object, object>? _others;

    public bool TryGet(object key, [MaybeNullWhen(false)] out object value)
    {
        for (var i = 0; i < _count; i++)
        {
            if (ReferenceEquals(_few[i].Key, key))
            {
                value = _few[i].Value;
                return true;
            }
        }

        if (_others is not null)
        {
            return _others.TryGetValue(key, out value);
        }

        value = null;
        return false;
    }

    public void Set(object key, object value)
    {
        var place = 0;
        while (place < _count && !ReferenceEquals(_few[place].Key, key))
        {
            place++;
        }

        if (place == MostFew)
        {
            (_others ??= new Dictionary<object, object>(ReferenceEqualityComparer.Instance))[key] = value;
            return;
        }

        _few[place] = (key, value);
        _count = Math.Max(_count, place + 1);
    }

    public void Clear()
    {
        (_few, _count) = (default, 0);
        _others?.Clear();
    }

    [InlineArray(MostFew)]
    private struct Few
    {
        private (object Key, object Value) _first;
    }
}
