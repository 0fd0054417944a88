using System.Runtime.CompilerServices;

namespace NegotiationRules.Facts.Columns;

/// <summary>Fills in the facts of an object from the properties of a .NET type.</summary>
internal abstract class ObjectFiller
{
    /// <summary>Looks up the columns of the table that is filled from now on.</summary>
    public abstract void Bind();

    public abstract bool TryFillObject(object owner, int row);
}

/// <summary>Fills in the facts of an object from the properties of a .NET type.</summary>
/// <remarks>
/// The usual properties lie in a list for each of their types, so that a value costs the call of its getter and no other; all else is a
/// <see cref="Member"/>.
/// </remarks>
internal sealed partial class ObjectFiller<TOwner>(RecordPlan plan, TableFiller filler) : ObjectFiller
    where TOwner : class
{
    // In fields of the object, for what depends on a type parameter is looked up anew each time.
    private readonly Type? _type = typeof(TOwner).IsSealed ? null : typeof(TOwner);

    private Getter<bool>[] _booleans = [];
    private Getter<int>[] _numbers = [];
    private Getter<string?>[] _texts = [];
    private Getter<DateOnly>[] _days = [];
    private Member[] _members = [];
    private ulong _missing;

    /// <summary>Sorts the properties, once all are known.</summary>
    /// <param name="members">Those whose facts are laid out.</param>
    /// <param name="missing">The slots of facts that are laid out and for which there is no property, a bit for each.</param>
    public void Set(IReadOnlyList<Member> members, ulong missing)
    {
        _booleans = [.. members.OfType<ScalarMember<bool>>().Where(m => m.IsUsual).Select(m => m.Getter)];
        _numbers = [.. members.OfType<ScalarMember<int>>().Where(m => m.IsUsual).Select(m => m.Getter)];
        _texts = [.. members.OfType<ScalarMember<string?>>().Where(m => m.IsUsual).Select(m => m.Getter)];
        _days = [.. members.OfType<ScalarMember<DateOnly>>().Where(m => m.IsUsual).Select(m => m.Getter)];
        _members = [.. members.Where(m => !m.IsUsual)];
        _missing = missing;
    }

    public override void Bind()
    {
        Bind(_booleans);
        Bind(_numbers);
        Bind(_texts);
        Bind(_days);
        foreach (var member in _members)
        {
            member.Bind();
        }
    }

    // The property that gave it is declared to be of the type.
    public override bool TryFillObject(object owner, int row) => TryFill(Unsafe.As<TOwner>(owner), row);

    public bool TryFill(TOwner owner, int row)
    {
        if (_type is not null && owner.GetType() != _type)
        {
            return false;
        }

        foreach (ref readonly var boolean in _booleans.AsSpan())
        {
            boolean.Column.Fill(row, boolean.Get(owner));
        }

        foreach (ref readonly var number in _numbers.AsSpan())
        {
            var value = number.Get(owner);
            if (value < number.Least || value > number.Most)
            {
                return false;
            }

            number.Column.FillSteps(row, value);
        }

        foreach (ref readonly var text in _texts.AsSpan())
        {
            if (text.Get(owner) is { } value)
            {
                text.Column.FillText(row, value);
            }
            else
            {
                text.Column.FillUnknown(row);
            }
        }

        foreach (ref readonly var day in _days.AsSpan())
        {
            var value = day.Get(owner).DayNumber;
            day.Column.FillDays(row, value, value);
        }

        foreach (var member in _members)
        {
            if (!member.TryFill(owner, row))
            {
                return false;
            }
        }

        if (_missing != 0)
        {
            filler.FillMissing(plan, _missing, row);
        }

        return true;
    }

    private void Bind<TValue>(Getter<TValue>[] getters)
    {
        foreach (ref var getter in getters.AsSpan())
        {
            getter.Column = filler.Columns[getter.Number];
        }
    }

    /// <summary>How a property is read and where its values go.</summary>
    internal struct Getter<TValue>
    {
        public Func<TOwner, TValue> Get;
        public ColumnValues Column;
        public int Number;
        public int Least;
        public int Most;
    }

    /// <summary>One property whose fact, or something in it, is laid out.</summary>
    internal abstract class Member
    {
        /// <summary>Whether it is one of those that are read without further ado.</summary>
        public virtual bool IsUsual => false;

        public virtual void Bind()
        {
        }

        public abstract bool TryFill(TOwner owner, int row);
    }

    /// <summary>A property that is neither an object nor a list.</summary>
    internal sealed class ScalarMember<TValue>(Func<TOwner, TValue> get, FactPlan fact, TableFiller filler) : Member
    {
        public override bool IsUsual => fact.Presences.Length == 0 && fact switch
        {
            { Type: BooleanType } => typeof(TValue) == typeof(bool),
            { Type: ExactType { Scale: 0, Minimum: <= int.MaxValue, Maximum: >= int.MinValue } } => typeof(TValue) == typeof(int),
            { Type: TextType { Values: null }, Absent.IsKnown: false } => typeof(TValue) == typeof(string),
            { Type: DateType } => typeof(TValue) == typeof(DateOnly),
            _ => false,
        };

        public Getter<TValue> Getter => new()
        {
            Get = get,
            Number = fact.Column,
            Least = fact.Type is ExactType { Minimum: var least } ? (int)Math.Clamp(least, int.MinValue, int.MaxValue) : 0,
            Most = fact.Type is ExactType { Maximum: var most } ? (int)Math.Clamp(most, int.MinValue, int.MaxValue) : 0,
        };

        public override bool TryFill(TOwner owner, int row)
        {
            if (!PropertyValue.TryRead(get(owner), fact.Type, out var value))
            {
                return false;
            }

            filler.Fill(fact, value.IsKnown ? value : fact.Absent, row);
            return true;
        }
    }

    /// <summary>The same where <see langword="null"/> may stand for a value.</summary>
    internal sealed class NullableMember<TValue>(Func<TOwner, TValue?> get, FactPlan fact, TableFiller filler) : Member
        where TValue : struct
    {
        public override bool TryFill(TOwner owner, int row)
        {
            var value = fact.Absent;
            if (get(owner) is { } given && !PropertyValue.TryRead(given, fact.Type, out value))
            {
                return false;
            }

            filler.Fill(fact, value, row);
            return true;
        }
    }
}
