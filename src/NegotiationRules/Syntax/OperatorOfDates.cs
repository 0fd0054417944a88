using System.Text.RegularExpressions;
using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Operators of numbers and their twins for dates: who comes from <c>&gt;</c> does not know that there are two.</summary>
internal static partial class OperatorOfDates
{
    /// <summary>The twin for dates of an operator of numbers; <see langword="null"/> if it has none.</summary>
    public static string? Of(string comparison) =>
        Operators.Find(comparison) is { Twin: { } twin, Of: var kinds } && kinds.HasFlag(ValueKinds.Numbers)
            ? Operators.NameOf(twin) : null;

    /// <summary>The operator that says the same when both sides change places.</summary>
    public static string Mirrored(string comparison) =>
        Operators.Find(comparison)?.Mirrored is { } mirrored ? Operators.NameOf(mirrored) : comparison;

    /// <summary>The twin where the value is written like a date, otherwise the operator itself.</summary>
    public static string InsteadOf(string comparison, JsonValue value) =>
        value is JsonText { Value: var text } && Date().IsMatch(text) ? Of(comparison) ?? comparison : comparison;

    [GeneratedRegex("^[0-9]{4}(-[0-9]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
