using System.Collections;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Reflection;

namespace NegotiationRules.Facts;

/// <summary>Describes a .NET type as a vocabulary.</summary>
[RequiresUnreferencedCode(ObjectContract.Reflects)]
internal sealed class TypeVocabulary(PropertyNaming naming, int decimalPlaces)
{
    private readonly List<Type> _open = [];

    /// <exception cref="ArgumentException">Something in the type cannot be a fact.</exception>
    public RecordType Read(Type type) =>
        Describe(type, type.Name, null) as RecordType
        ?? throw Fault(type.Name, $"{type} is a single value or a list, and a scenario is an object");

    private FactType Describe(Type declared, string path, MemberInfo? member)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        var described =
            Scalar(type, path, member)
            ?? (DictionaryTypes.Of(type) is var (key, value) ? Keyed(key, value, path, member)
                : IsList(type, path) is { } element ? List(element, path, member)
                : Record(type, path));
        return member?.GetCustomAttribute<DescriptionAttribute>() is { Description: { Length: > 0 } description }
            ? described with { Description = description }
            : described;
    }

    private FactType? Scalar(Type type, string path, MemberInfo? member)
    {
        var range = member?.GetCustomAttribute<RangeAttribute>();
        if (type.IsEnum)
        {
            return type.IsDefined(typeof(FlagsAttribute))
                ? throw Fault(path, $"{type} is a set of flags, which no fact can hold; make it a list")
                : new TextType { Values = Distinct(EnumTexts.Of(type).Texts, type, path) };
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => new BooleanType(),
            TypeCode.SByte => Whole(sbyte.MinValue, sbyte.MaxValue, range, path),
            TypeCode.Byte => Whole(byte.MinValue, byte.MaxValue, range, path),
            TypeCode.Int16 => Whole(short.MinValue, short.MaxValue, range, path),
            TypeCode.UInt16 => Whole(ushort.MinValue, ushort.MaxValue, range, path),
            TypeCode.Int32 => Whole(int.MinValue, int.MaxValue, range, path),
            TypeCode.UInt32 => Whole(uint.MinValue, uint.MaxValue, range, path),
            TypeCode.Int64 => Whole(long.MinValue, long.MaxValue, range, path),
            TypeCode.UInt64 => Whole(0, long.MaxValue, range, path),
            TypeCode.Decimal => Exact(decimalPlaces, long.MinValue, long.MaxValue, range, path),
            TypeCode.Single or TypeCode.Double => Real(range, path),
            TypeCode.String or TypeCode.Char => new TextType(),
            TypeCode.DateTime => new DateTimeType(),
            _ when type == typeof(DateOnly) => new DateType(),
            _ when type == typeof(DateTimeOffset) => new DateTimeType(),
            _ when type == typeof(TimeSpan) => new DurationType(),
            _ when type == typeof(Guid) || type == typeof(Uri) => new TextType(),
            _ => null,
        };
    }

    private static ExactType Whole(long least, long most, RangeAttribute? range, string path) => Exact(0, least, most, range, path);

    private static ExactType Exact(int scale, long least, long most, RangeAttribute? range, string path)
    {
        least = Math.Max(least, Steps(range?.Minimum, long.MinValue));
        most = Math.Min(most, Steps(range?.Maximum, long.MaxValue));
        return least <= most
            ? new ExactType(scale) { Minimum = least, Maximum = most }
            : throw Fault(path, "its range is empty");

        long Steps(object? bound, long none) => Bound(bound, path) is not { } digits ? none
            : ExactNumber.Read(digits, scale, out var steps) == NumberFit.Exact ? steps
            : throw Fault(path, $"the bound {digits} of its range cannot be kept with {scale} decimal places");
    }

    private static RealType Real(RangeAttribute? range, string path)
    {
        var type = new RealType
        {
            Minimum = Of(range?.Minimum, double.NegativeInfinity),
            Maximum = Of(range?.Maximum, double.PositiveInfinity),
        };
        return type.Minimum <= type.Maximum ? type : throw Fault(path, "its range is empty");

        double Of(object? bound, double none) =>
            Bound(bound, path) is { } digits ? double.Parse(digits, CultureInfo.InvariantCulture) : none;
    }

    // A range is often left open by the largest number of its type: such a bound bounds nothing.
    private static string? Bound(object? bound, string path) => bound switch
    {
        null or double.MaxValue or double.MinValue or int.MaxValue or int.MinValue => null,
        double d => double.IsFinite(d) ? FactText.Of(d) : null,
        int i => i.ToString(CultureInfo.InvariantCulture),
        string text => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : throw Fault(path, $"the bound {text} of its range is not a number"),
        _ => null,
    };

    private ListType List(Type element, string path, MemberInfo? member)
    {
        var described = Describe(element, path + "[]", null);
        return described is ListType
            ? throw Fault(path, "it is a list of lists; make the inner list a property of an object")
            : new ListType(described)
            {
                MaxItems = member?.GetCustomAttribute<MaxLengthAttribute>() is { Length: >= 0 and var most } ? most : null,
            };
    }

    // The elements of a dictionary are told apart by its keys, which are among their facts.
    private ListType Keyed(Type key, Type value, string path, MemberInfo? member)
    {
        var name = naming == PropertyNaming.CamelCase ? "id" : "Id";
        var keyType = Scalar(key, path, null) ?? throw Fault(path, $"its keys are of type {key}, and a key is a text, a number or a date");
        var list = List(value, path, member);
        var element = (RecordType)list.Element;
        switch (element.SlotOf(name))
        {
            case >= 0 and var slot when element.Properties[slot].Type.GetType() != keyType.GetType():
                throw Fault(path, $"its keys are {keyType.Kind}, and `{name}` of {value} is {element.Properties[slot].Type.Kind}");
            case >= 0:
                return list with { Key = [name] };
            default:
                return list with
                {
                    Element = new RecordType([Property.Of(name, keyType), .. element.Properties]) { Description = element.Description },
                    Key = [name],
                };
        }
    }

    private static Type? IsList(Type type, string path)
    {
        if (
            type == typeof(object)
            || type.IsAssignableTo(typeof(IDictionary))
            || type.IsAssignableTo(typeof(Delegate))
            || type.IsPointer
            || type == typeof(BigInteger)
            || type == typeof(TimeOnly)
            || type == typeof(Half)
            || type == typeof(Int128)
            || type == typeof(UInt128)
        )
        {
            throw Fault(path, $"{type} cannot be a fact; leave it out with [JsonIgnore], or give it another type");
        }

        var elements = type.GetInterfaces().Append(type)
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .Select(i => i.GetGenericArguments()[0])
            .ToList();
        if (elements.Count > 1
            || (elements is [{ IsGenericType: true } pair] && pair.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
            || (elements.Count == 0 && type.IsAssignableTo(typeof(IEnumerable))))
        {
            throw Fault(
                path,
                $"{type} is neither an object nor a list of one type; leave it out with [JsonIgnore], or give it another type"
            );
        }

        return elements.Count == 1 ? elements[0] : null;
    }

    private RecordType Record(Type type, string path)
    {
        if (_open.Contains(type))
        {
            throw Fault(
                path,
                $"{type} contains itself; a vocabulary has no end then. Leave one of the properties on the way out with [JsonIgnore]"
            );
        }

        _open.Add(type);
        var properties = ObjectContract.Of(type, naming).Members
            .Select(m => Property.Of(m.Name, Describe(m.Type, $"{path}.{m.Declaration.Name}", m.Declaration)))
            .ToList();
        _open.RemoveAt(_open.Count - 1);
        return new RecordType(properties);
    }

    private static IReadOnlyList<string> Distinct(IReadOnlyList<string> texts, Type type, string path) =>
        texts.Count == 0 ? throw Fault(path, $"{type} has no values")
        : texts.Distinct(StringComparer.Ordinal).Count() < texts.Count ? throw Fault(path, $"two values of {type} have the same text")
        : texts;

    private static ArgumentException Fault(string path, string reason) => new($"{path} cannot be part of a vocabulary: {reason}.");
}
