using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Generation.Compiling;

/// <summary>Finds facts in objects: the variables that hold elements and the objects in them, and the properties of these.</summary>
/// <remarks>The types fit: <see cref="ObjectTableReader{T}"/> has looked at them.</remarks>
[RequiresUnreferencedCode(ObjectContract.Reflects)]
internal sealed class TypedFacts
{
    private readonly FactLayout _layout;
    private readonly ObjectOptions _options;
    private readonly Function _function;
    private readonly ParameterExpression[] _elements;
    private readonly Dictionary<(int Level, string Slots), Expression?> _objects = [];

    public TypedFacts(FactLayout layout, ObjectOptions options, Function function, ParameterExpression scenario)
    {
        (_layout, _options, _function) = (layout, options, function);
        _elements = new ParameterExpression[layout.Levels.Length];
        _elements[0] = scenario;
    }

    /// <summary>The variable of the element of a level that is at hand.</summary>
    public ParameterExpression? ElementOf(int level) => _elements[level];

    /// <summary>Gives a level a variable for its elements.</summary>
    public ParameterExpression Take(int level, Type element) => _elements[level] ??= _function.NewVariable(element);

    /// <summary>Gives a level a variable for its elements, if its list can be gone over.</summary>
    /// <returns>Why it cannot, or <see langword="null"/>.</returns>
    public string? TryEnterList(Level level)
    {
        if (AbsentAt(level.Origin, level.Slots) is not { IsKnown: false })
        {
            return $"the list `{level.Path}` has a default";
        }

        if (_elements[level.Origin] is null)
        {
            return null;
        }

        var name = NameAt(level.Origin, level.Slots);
        if (ObjectAt(level.Origin, level.Slots[..^1]) is { } holder && PropertyOf(holder.Type, name) is { } property)
        {
            if (ObjectFillerBuilder.ElementOf(property.PropertyType) is not { } element)
            {
                return $"the list `{level.Path}` is an object with what is known of it";
            }

            Take(level.Index, element);
        }

        return null;
    }

    /// <summary>What is done when the element of a level is at hand: the objects in it are looked up, each once.</summary>
    public IEnumerable<Expression> Enter(int level)
    {
        if (_layout.Levels[level].Element is not RecordType || _elements[level] is null)
        {
            yield break;
        }

        var element = _elements[level];
        if (level > 0)
        {
            yield return Expression.IfThen(Expression.ReferenceEqual(element, Expression.Constant(null)), _function.Halt(typeof(void)));
        }

        if (!element.Type.IsSealed)
        {
            yield return Unless(Expression.TypeEqual(element, element.Type));
        }

        _objects[(level, string.Empty)] = element;
        var paths = _layout.ColumnsOf(level).Select(column => Holder(column.Slots, column.Type))
            .Concat(_layout.Levels.Skip(1).Where(inner => inner.Origin == level).Select(inner => inner.Slots[..^1]));
        foreach (var slots in paths.SelectMany(Prefixes).DistinctBy(FillPlan.Key).OrderBy(slots => slots.Length))
        {
            foreach (var line in Enter(level, slots))
            {
                yield return line;
            }
        }

        static IEnumerable<ImmutableArray<int>> Prefixes(ImmutableArray<int> slots) =>
            Enumerable.Range(1, slots.Length).Select(length => slots[..length]);

        // An object of which only that it is there is asked is looked up, too.
        static ImmutableArray<int> Holder(ImmutableArray<int> slots, FactType type) =>
            slots.Length == 0 || type is RecordType ? slots : slots[..^1];
    }

    /// <summary>The object with some slots in the element of a level: a variable that is <see langword="null"/> where it is not stated, and
    /// nothing if its type has no such property.</summary>
    public Expression? ObjectAt(int level, ImmutableArray<int> slots) => _objects[(level, FillPlan.Key(slots))];

    /// <summary>The property that is a fact; <see langword="null"/> if the type has none.</summary>
    public PropertyInfo? PropertyOf(Type owner, string name) => (PropertyInfo?)ObjectContract.Of(owner, _options.Naming).Members
        .FirstOrDefault(member => member.Name == name)?.Declaration;

    /// <summary>What a fact is where the scenario does not state it, as the objects say in which it lies.</summary>
    /// <returns><see langword="null"/> if it hangs on which of them is not stated.</returns>
    public FactValue? AbsentAt(int level, ImmutableArray<int> slots)
    {
        FactValue? found = null;
        var type = _layout.Levels[level].Element;
        for (var i = 0; i < slots.Length; i++)
        {
            var property = ((RecordType)type).Properties[slots[i]];
            type = property.Type;
            var value = property.Default;
            foreach (var slot in slots.AsSpan()[(i + 1)..])
            {
                value = value.IsKnown ? value.Record[slot] : FactValue.Unknown;
            }

            if (found is { } other && (other.IsKnown != value.IsKnown || (value.IsKnown && !IsSame(other, value))))
            {
                return null;
            }

            found = value;
        }

        return found ?? FactValue.Unknown;
    }

    private static bool IsSame(FactValue one, FactValue other) => one.Kind is FactKind.Record || one.IsSame(other);

    private IEnumerable<Expression> Enter(int level, ImmutableArray<int> slots)
    {
        var key = FillPlan.Key(slots);
        var holder = _objects[(level, FillPlan.Key(slots[..^1]))];
        var name = NameAt(level, slots);
        if (holder is null || PropertyOf(holder.Type, name) is not { } property)
        {
            _objects[(level, key)] = null;
            yield break;
        }

        var found = _function.NewVariable(property.PropertyType);
        _objects[(level, key)] = found;
        Expression value = Expression.Property(holder, property);
        var isThere = Expression.ReferenceNotEqual(found, Expression.Constant(null));
        var isExact = property.PropertyType.IsSealed ? null : Expression.TypeEqual(found, property.PropertyType);
        if (_function.AreAllKnown)
        {
            yield return Expression.Assign(found, value);
            yield return Unless(isExact is null ? isThere : Expression.AndAlso(isThere, isExact));
            yield break;
        }

        yield return Expression.Assign(found, slots.Length == 1 ? value : Expression.Condition(
            Expression.ReferenceEqual(holder, Expression.Constant(null)), Expression.Constant(null, found.Type), value));
        if (isExact is not null)
        {
            yield return Unless(Expression.OrElse(Expression.Not(isThere), isExact));
        }
    }

    private string NameAt(int level, ImmutableArray<int> slots)
    {
        var type = _layout.Levels[level].Element;
        var name = string.Empty;
        foreach (var slot in slots)
        {
            var property = ((RecordType)type).Properties[slot];
            (name, type) = (property.Name, property.Type);
        }

        return name;
    }

    private ConditionalExpression Unless(Expression isUsual) => Expression.IfThen(Expression.Not(isUsual), _function.Halt(typeof(void)));
}
