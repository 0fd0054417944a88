using NegotiationRules.Facts;

namespace NegotiationRules.Explanation.Wording;

/// <summary>What the vocabulary says of a fact, in words.</summary>
internal static class KindWords
{
    /// <summary>What values it takes: <c>one of military, diplomat or legal</c>, <c>a whole number from 1 to 9</c>.</summary>
    public static string Of(FactType type) => type switch
    {
        TextType { Values: { } values } => $"one of {Series.Or([.. values.Select(ValueWords.Quote)], 12)}",
        ListType { Element: RecordType } => "a list",
        ListType list => $"a list; each is {Of(list.Element)}",
        ExactType exact when Bounds(exact) is { } bounds => $"{exact.Kind} {bounds}",
        RealType real when Bounds(real) is { } bounds => $"{real.Kind} {bounds}",
        _ => type.Kind,
    };

    /// <summary>What it means, as its title and its description say; <see langword="null"/> if they say nothing.</summary>
    public static string? MeaningOf(FactType type) =>
        (type.Title, type.Description) switch
        {
            (null, null) => null,
            ({ } title, null) => title,
            (null, { } description) => description,
            var (title, description) => description.StartsWith(title, StringComparison.OrdinalIgnoreCase)
                ? description
                : $"{title}: {description}",
        };

    private static string? Bounds(ExactType type) => Bounds(
        type.Minimum == long.MinValue ? null : ExactNumber.ToText(type.Minimum, type.Scale),
        type.Maximum == long.MaxValue ? null : ExactNumber.ToText(type.Maximum, type.Scale));

    private static string? Bounds(RealType type) => Bounds(
        double.IsNegativeInfinity(type.Minimum) ? null : FactText.Of(type.Minimum),
        double.IsPositiveInfinity(type.Maximum) ? null : FactText.Of(type.Maximum));

    private static string? Bounds(string? low, string? high) => (low, high) switch
    {
        (null, null) => null,
        ({ }, null) => $"of at least {low}",
        (null, { }) => $"of at most {high}",
        _ => $"from {low} to {high}",
    };
}
