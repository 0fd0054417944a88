using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NegotiationRules.Facts;

/// <summary>Which .NET types are dictionaries of objects.</summary>
internal static class DictionaryTypes
{
    private static readonly Type[] Single =
    [
        typeof(object), typeof(string), typeof(decimal), typeof(DateOnly), typeof(TimeOnly), typeof(DateTime), typeof(DateTimeOffset),
        typeof(TimeSpan), typeof(Guid), typeof(Uri), typeof(JsonElement), typeof(JsonDocument),
    ];

    /// <summary>The types of the keys and of the objects; <see langword="null"/> if it is no dictionary, or one of other values.</summary>
    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    public static (Type Key, Type Value)? Of(Type type)
    {
        foreach (var i in type.GetInterfaces().Append(type))
        {
            if (i is { IsGenericType: true } && IsDictionary(i.GetGenericTypeDefinition()) && IsObject(i.GetGenericArguments()[1]))
            {
                return (i.GetGenericArguments()[0], i.GetGenericArguments()[1]);
            }
        }

        return null;
    }

    /// <summary>Whether values of a type are objects of which the properties are facts, and neither single values nor lists nor
    /// JSON.</summary>
    public static bool IsObject(Type type) =>
        !type.IsPrimitive
        && !type.IsEnum
        && Nullable.GetUnderlyingType(type) is null
        && !Single.Contains(type)
        && !type.IsAssignableTo(typeof(IEnumerable))
        && !type.IsAssignableTo(typeof(JsonNode))
        && !type.IsAssignableTo(typeof(Delegate));

    private static bool IsDictionary(Type definition) =>
        definition == typeof(IDictionary<,>) || definition == typeof(IReadOnlyDictionary<,>);
}
