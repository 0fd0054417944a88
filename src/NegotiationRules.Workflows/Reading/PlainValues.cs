using System.Collections.ObjectModel;
using System.Globalization;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Reading;

/// <summary>Turns JSON that means nothing to the rules into values that an application can use.</summary>
internal static class PlainValues
{
    private static readonly ReadOnlyDictionary<string, object?> Nothing = new(new Dictionary<string, object?>());

    public static IReadOnlyDictionary<string, object?> Of(JsonObject? value) =>
        value is null
            ? Nothing
            : new ReadOnlyDictionary<string, object?>(value.Members.ToDictionary(m => m.Name, m => Of(m.Value), StringComparer.Ordinal));

    private static object? Of(JsonValue value) => value switch
    {
        JsonObject o => Of(o),
        JsonArray list => new ReadOnlyCollection<object?>([.. list.Items.Select(Of)]),
        JsonText text => text.Value,
        JsonBoolean flag => flag.Value,
        JsonNumber number => Number(number.Digits),
        _ => null,
    };

    private static object Number(string digits) =>
        long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole
        : !digits.Contains('e', StringComparison.OrdinalIgnoreCase)
        && decimal.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out var exact)
            ? exact
        : double.Parse(digits, CultureInfo.InvariantCulture);
}
