using System.Buffers;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Explanation.Wording;

/// <summary>Values in sentences: texts in quotes unless they are a plain word, partial dates and durations in words.</summary>
internal static class ValueWords
{
    // What nearly all words are made of.
    private static readonly SearchValues<char> PlainSigns =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./");

    /// <summary>The value "none" in words, where nothing better can be said.</summary>
    public const string None = "“none”";

    // A sentence is no place for a page of text.
    private const int MostCharacters = 160;

    /// <summary>The value of a fact of a scenario, where a month means some day of it.</summary>
    public static string Of(FactValue value, FactType type) => value.Kind switch
    {
        FactKind.Unknown => "not known",
        FactKind.Text => Quote(value.Text),
        FactKind.Date when type is DateType { HasPeriods: true } => value.Date.ToString(),
        FactKind.Date => OfDay(value.Date),
        FactKind.Duration => DurationWords.Of(value.Duration),
        FactKind.Record => Shorten(FactText.Of(value, type)),
        FactKind.List when type is ListType list => OfList(value.List, list),
        FactKind.Exact or FactKind.Real => Numbers.Group(FactText.Of(value, type)),
        _ => FactText.Of(value, type),
    };

    /// <summary>A literal or parameter, where a month means the whole of it.</summary>
    public static string Of(Constant constant) => constant.Measure.Kind switch
    {
        MeasureKind.Boolean => constant.Value.Boolean ? "true" : "false",
        MeasureKind.Exact => Numbers.Group(ExactNumber.ToText(constant.Value.Steps, constant.Measure.Scale)),
        MeasureKind.Real => Numbers.Group(FactText.Of(constant.Value.Real)),
        MeasureKind.Day => constant.Value.Date.ToString(),
        MeasureKind.Instant => Instant.ToText(constant.Value.UtcTicks),
        MeasureKind.Duration => DurationWords.Of(constant.Value.Duration),
        _ => Quote(constant.Value.Text),
    };

    /// <summary>A day, or what is known of it.</summary>
    public static string OfDay(PartialDate date)
    {
        var text = date.ToString();
        return date.IsDay ? text
            : text.Contains("..", StringComparison.Ordinal)
                ? $"a day from {new PartialDate(date.First, date.First)} to {new PartialDate(date.Last, date.Last)}"
            : $"a day in {text}";
    }

    /// <summary>The text as it is if it is one plain word, otherwise in quotation marks; so is "none", which would say that there is no
    /// value.</summary>
    public static string Quote(string text) =>
        text.Length is > 0 and <= 60 && text != "none" && IsWord(text)
            ? text
            : $"“{Shorten(text)}”";

    private static bool IsWord(string text)
    {
        for (var i = text.AsSpan().IndexOfAnyExcept(PlainSigns); i >= 0 && i < text.Length; i++)
        {
            if (!PlainSigns.Contains(text[i]) && !char.IsLetterOrDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The text, cut off with an ellipsis if it is very long.</summary>
    public static string Shorten(string text) =>
        text.Length <= MostCharacters
            ? text
            : $"{text[..(char.IsHighSurrogate(text[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)]}…";

    private static string OfList(FactList list, ListType type)
    {
        var items = list.Elements.ToArray().Select(element => Of(element, type.Element)).ToList();
        return list.IsComplete ? Series.And(items, 10) : items.Count == 0 ? "not known" : $"{string.Join(", ", items.Take(10))} …";
    }
}
