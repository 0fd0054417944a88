namespace NegotiationRules.Syntax;

/// <summary>The keys an object of a rule file may have, in the order in which the language lists them, each with an example for
/// reports.</summary>
internal sealed class ObjectShape(string name, params (string Key, string Example)[] keys)
{
    private readonly HashSet<string> _keys = keys.Select(k => k.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>What the object is, in words: "a rule".</summary>
    public string Name { get; } = name;

    public IReadOnlyList<string> Keys { get; } = [.. keys.Select(k => k.Key)];

    public bool Has(string key) => _keys.Contains(key);

    /// <summary>Whether this can only be the key of a condition, and so was written one level too high.</summary>
    public static bool IsOfCondition(string key) =>
        key.Contains('.') || ConditionForms.IsAuxiliary(key)
            || (ConditionForms.Keywords.Contains(key) && key is not ("condition" or "rule"));

    /// <summary>The key with a value as it may stand in a file: <c>"weight": 2</c>.</summary>
    public string ExampleOf(string key) => $"\"{key}\": {keys.First(k => k.Key == key).Example}";
}
