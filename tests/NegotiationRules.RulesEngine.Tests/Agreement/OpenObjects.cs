using System.Collections;
using System.Dynamic;
using System.Reflection;

namespace NegotiationRules.RulesEngine.Tests.Agreement;

/// <summary>Objects without a class, as applications make of JSON: RulesEngine makes a type for them at run time.</summary>
internal static class OpenObjects
{
    public static object? Of(object? value) => value switch
    {
        null or string or ValueType => value,
        IEnumerable list => list.Cast<object?>().Select(Of).ToList(),
        _ => Open(value),
    };

    private static ExpandoObject Open(object value)
    {
        var open = new ExpandoObject();
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            ((IDictionary<string, object?>)open)[property.Name] = Of(property.GetValue(value));
        }

        return open;
    }
}
