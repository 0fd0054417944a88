using System.Reflection;

namespace NegotiationRules.Tests.Architecture;

/// <summary>Writes types as C# does: keywords, arrays, type arguments, and <c>?</c> where null is allowed.</summary>
internal static class ApiNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    /// <summary>A type as it is used; <paramref name="nullability"/> is null where C# has no annotation, as in a constraint.</summary>
    public static string Of(Type type, NullabilityInfo? nullability = null)
    {
        if (type.IsByRef)
            return Of(type.GetElementType()!, nullability);

        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Of(underlying, nullability) + "?";

        return Plain(type, nullability) + (!type.IsValueType && nullability?.ReadState == NullabilityState.Nullable ? "?" : "");
    }

    private static string Plain(Type type, NullabilityInfo? nullability)
    {
        if (type.IsArray)
            return $"{Of(type.GetElementType()!, nullability?.ElementType)}[{new string(',', type.GetArrayRank() - 1)}]";

        if (type.IsPointer)
            return Of(type.GetElementType()!) + "*";

        if (type.IsGenericParameter)
            return type.Name;

        return Keywords.TryGetValue(type, out var keyword) ? keyword : Qualified(type, nullability);
    }

    // A nested type repeats the type arguments of those around it; each part of the name takes its own share of them.
    private static string Qualified(Type type, NullabilityInfo? nullability)
    {
        var arguments = type.GetGenericArguments();
        var chain = new Stack<Type>();
        for (var outer = type; outer is not null; outer = outer.DeclaringType)
            chain.Push(outer);

        var taken = 0;
        var parts = new List<string>();
        foreach (var part in chain)
        {
            var count = part.GetGenericArguments().Length;
            var own = Enumerable.Range(taken, count - taken)
                .Select(i => Of(arguments[i], nullability?.GenericTypeArguments.ElementAtOrDefault(i)))
                .ToArray();
            taken = count;
            parts.Add(part.Name.Split('`')[0] + (own.Length == 0 ? "" : $"<{string.Join(", ", own)}>"));
        }

        return $"{type.Namespace}.{string.Join('.', parts)}";
    }
}
