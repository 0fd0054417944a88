using System.Reflection;
using NegotiationRules.Facts;

namespace NegotiationRules.RulesEngine.Inputs;

#pragma warning disable CA1812 // These are made by reflection, for the types of what is read.

/// <summary>Reads values of a .NET type as facts.</summary>
internal abstract class FactReader
{
    /// <summary>Reads a value.</summary>
    /// <returns>Whether a fact can hold it. Nothing is an unknown fact, unless the type does not have it.</returns>
    public abstract bool TryReadBoxed(object? value, out FactValue fact);
}

/// <inheritdoc/>
internal abstract class FactReader<T> : FactReader
{
    /// <inheritdoc cref="FactReader.TryReadBoxed"/>
    public abstract bool TryRead(T value, out FactValue fact);

    public override bool TryReadBoxed(object? value, out FactValue fact)
    {
        if (value is T typed)
        {
            return TryRead(typed, out fact);
        }

        fact = default;
        return value is null && default(T) is null;
    }
}

/// <summary>Values that may be nothing.</summary>
internal sealed class NullableReader<T>(FactReader<T> inner) : FactReader<T?>
    where T : struct
{
    public override bool TryRead(T? value, out FactValue fact)
    {
        fact = default;
        return value is not { } given || inner.TryRead(given, out fact);
    }
}

/// <summary>The values of an enum.</summary>
internal sealed class EnumReader<T> : FactReader<T>
    where T : struct, Enum
{
    private readonly Dictionary<T, FactValue> _values = [];

    public EnumReader(TextType type)
    {
        var texts = EnumTexts.Of(typeof(T));
        foreach (var value in Enum.GetValues<T>())
        {
            if (type.Find(texts.TextOf(value)) is { } text)
            {
                _values[value] = FactValue.Of(text);
            }
        }
    }

    public override bool TryRead(T value, out FactValue fact) => _values.TryGetValue(value, out fact);
}

/// <summary>Objects, by the members that are wanted of them.</summary>
internal sealed class ObjectReader<T>(RecordType type, ObjectMemberReader<T>[] members) : FactReader<T>
{
    public override bool TryRead(T value, out FactValue fact)
    {
        fact = default;
        if (value is null)
        {
            return true;
        }

        var values = new FactValue[members.Length];
        for (var i = 0; i < members.Length; i++)
        {
            if (!members[i].TryRead(value, out values[i]))
            {
                return false;
            }
        }

        fact = FactValue.Of(new FactRecord(type, values, null));
        return true;
    }
}

/// <summary>Reads one member of an object.</summary>
internal abstract class ObjectMemberReader<TOwner>
{
    public abstract bool TryRead(TOwner owner, out FactValue fact);
}

/// <inheritdoc/>
internal sealed class ObjectMemberReader<TOwner, TValue>(Func<TOwner, TValue> get, FactReader<TValue> reader) : ObjectMemberReader<TOwner>
{
    public override bool TryRead(TOwner owner, out FactValue fact) => reader.TryRead(get(owner), out fact);
}

/// <summary>Reads a property that types made of the owner's may have changed.</summary>
internal sealed class VirtualReader<TOwner, TValue>(
    PropertyInfo declared,
    PropertyReading properties,
    Func<TOwner, TValue> get,
    FactReader<TValue> reader
) : ObjectMemberReader<TOwner>
{
    public override bool TryRead(TOwner owner, out FactValue fact)
    {
        fact = default;
        return (owner!.GetType() == typeof(TOwner) || properties.IsAllowed(owner.GetType(), declared))
            && reader.TryRead(get(owner), out fact);
    }
}
