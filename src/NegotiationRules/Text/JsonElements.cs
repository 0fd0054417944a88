namespace NegotiationRules.Text;

/// <summary>A list under a key of the root object that may be long: its elements are handed over one by one instead of being
/// kept.</summary>
/// <param name="Key">The key.</param>
/// <param name="Take">Receives each element. What it was given counts for nothing if the text proves to be no JSON further on.</param>
internal sealed record JsonElements(string Key, Action<JsonValue> Take);
