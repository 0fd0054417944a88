namespace NegotiationRules.Workflows.Inputs;

/// <summary>The methods that a value or a list has by itself.</summary>
internal static class ValueMethods
{
    private static readonly HashSet<string> OfAny = new(
        "Contains Equals CompareTo ToString GetValueOrDefault Add Subtract ContainsKey ContainsValue TryGetValue GetType HasFlag".Split(
            ' '
        ),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Whether some value or list has a method of that name; else it is one of a class of the user's own.</summary>
    public static bool Has(string method) =>
        OfAny.Contains(method)
        || TextMethods.OnText(method) is not null
        || TextMethods.OnDate(method) is not null
        || ListMethods.Find(method) is not null;
}
