namespace NegotiationRules.Evaluation;

/// <summary>What something was worked out to, by the very thing that it was worked out from. Mostly that is one thing, which takes little
/// room.</summary>
internal sealed class Remembered<T>
{
    private object? _key;
    private T _value = default!;
    private Dictionary<object, T>? _others;

    public bool TryGet(object key, out T value)
    {
        if (ReferenceEquals(_key, key))
        {
            value = _value;
            return true;
        }

        if (_others is not null)
        {
            return _others.TryGetValue(key, out value!);
        }

        value = default!;
        return false;
    }

    public void Set(object key, T value)
    {
        if (_key is null || ReferenceEquals(_key, key))
        {
            (_key, _value) = (key, value);
            return;
        }

        (_others ??= new Dictionary<object, T>(ReferenceEqualityComparer.Instance))[key] = value;
    }

    public void Clear()
    {
        (_key, _value) = (null, default!);
        _others?.Clear();
    }
}
