using System.Collections;
using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Facts;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>What a .NET type is to the expressions of a workflow.</summary>
[RequiresUnreferencedCode(ObjectContract.Reflects)]
internal static class ClrType
{
    /// <summary>The type of an input or of a member. Never fails: what no fact can hold is an <see cref="OpaqueInput"/>.</summary>
    /// <param name="declared">The .NET type.</param>
    /// <param name="name">The name of what has it, for types without a name of their own.</param>
    /// <param name="naming">How facts are called whose member has no attribute.</param>
    public static InputType Describe(Type declared, string name, PropertyNaming naming)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        var isNullable = type != declared;
        if (type.IsEnum)
        {
            return ClrEnum.Describe(type, isNullable);
        }

        if (KindOf(type) is { } kind)
        {
            return new ScalarInput(kind, isNullable || kind == ScalarKind.Text);
        }

        if (WhyOpaque(type) is { } why)
        {
            return new OpaqueInput(why);
        }

        return ElementOf(type) is { } element ? List(type, element, name, naming)
            : type.IsAssignableTo(typeof(IEnumerable)) ? new OpaqueInput("a list of more than one type")
            : IsOfTheFramework(type) ? Named(type)
            : ClrRecord.Of(type, name, naming) ?? (InputType)Named(type);
    }

    /// <summary>What to call a type in a message; <see langword="null"/> if it has no name that its author knows.</summary>
    public static string? NameOf(Type type) => type.Name.Contains('<', StringComparison.Ordinal) ? null : type.Name.Split('`')[0];

    private static ScalarKind? KindOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => ScalarKind.Boolean,
        TypeCode.SByte or TypeCode.Byte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Int32 => ScalarKind.Int32,
        TypeCode.Int64 => ScalarKind.Int64,
        TypeCode.Double => ScalarKind.Double,
        TypeCode.Decimal => ScalarKind.Decimal,
        TypeCode.String => ScalarKind.Text,
        TypeCode.Char => ScalarKind.Character,
        TypeCode.DateTime => ScalarKind.DateTime,
        _ when type == typeof(DateTimeOffset) => ScalarKind.DateTimeOffset,
        _ when type == typeof(DateOnly) => ScalarKind.DateOnly,
        _ when type == typeof(TimeSpan) => ScalarKind.TimeSpan,
        _ when type == typeof(Guid) => ScalarKind.Guid,
        _ => null,
    };

    private static string? WhyOpaque(Type type) =>
        type == typeof(object) ? "an object of any type"
        // 0.1f is not 0.1, and below zero numbers without a sign begin again at the greatest.
        : type == typeof(float) ? "a number of single precision, which is not the one that is written (make it a double or a decimal)"
        : type == typeof(uint) ? "a number without a sign, which wraps round below zero (make it a long)"
        : type.IsAssignableTo(typeof(Delegate)) ? "code"
        : type.IsPointer || type.IsByRef || type.IsByRefLike ? "a place in memory"
        : type.Namespace is "System.Text.Json" or "System.Text.Json.Nodes" or "Newtonsoft.Json.Linq" ? "JSON of any shape"
        : IsDictionary(type) ? "a dictionary"
        : null;

    private static bool IsDictionary(Type type) =>
        type.IsAssignableTo(typeof(IDictionary)) || Interfaces(type).Any(i => i.IsGenericType
            && (i.GetGenericTypeDefinition() == typeof(IDictionary<,>) || i.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)));

    // Types of the framework reach far (a Type its assembly, a Uri the file system's): none but those that only hold things is looked into.
    private static bool IsOfTheFramework(Type type) =>
        (
            type.Assembly == typeof(object).Assembly
            || type.Namespace is "System"
            || type.Namespace?.StartsWith("System.", StringComparison.Ordinal) == true
        )
        && !(
            type.IsGenericType
            && (
                type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)
                || type.IsAssignableTo(typeof(System.Runtime.CompilerServices.ITuple))
            )
        );

    private static InputType List(Type type, Type element, string name, PropertyNaming naming) =>
        KindOf(element) is null && WhyOpaque(element) is null && ElementOf(element) is not null
            ? new OpaqueInput("a list of lists")
            : new ListInput(Describe(element, name, naming)) { CountedBy = CountedBy(type) };

    private static CountNames CountedBy(Type type) =>
        (Has(type, nameof(CountNames.Count)) ? CountNames.Count : 0) | (Has(type, nameof(CountNames.Length)) ? CountNames.Length : 0);

    private static bool Has(Type type, string property) =>
        (type.IsInterface ? Interfaces(type) : [type]).Any(t => t.GetProperty(property) is not null);

    private static Type? ElementOf(Type type)
    {
        var elements = Interfaces(type)
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .Select(i => i.GetGenericArguments()[0])
            .Take(2)
            .ToList();
        return elements is [var only] ? only : null;
    }

    private static IEnumerable<Type> Interfaces(Type type) => type.IsInterface ? type.GetInterfaces().Append(type) : type.GetInterfaces();

    private static OpaqueInput Named(Type type) => new(NameOf(type) is { } name ? $"the type `{name}`" : "a type without a name");
}
