namespace NegotiationRules.Workflows.Translation;

/// <summary>How names are told apart in expressions: not by their letter case.</summary>
internal static class Spelt
{
    public static bool Same(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
