using NegotiationRules.Conditions;

namespace NegotiationRules.Evaluation;

/// <summary>The value of a key of one element. Keys of one operand compare among themselves: numbers, days and moments by size, texts
/// letter by letter, false before true.</summary>
internal readonly record struct SelectionKey(Int128 Number, double Real, string? Text)
{
    /// <summary>From the least to the greatest.</summary>
    public static IComparer<SelectionKey> Order { get; } = Comparer<SelectionKey>.Create(Compare);

    /// <summary>The value; <see langword="null"/> if it is not exactly known, as some day of a month is not, or a duration of
    /// months.</summary>
    public static SelectionKey? Of(Operand key, Scope element)
    {
        switch (key.Measure.Kind)
        {
            case MeasureKind.Text:
                return TreeWalk.ReadText(key, element) is { } text ? new SelectionKey(0, 0, text) : null;
            case MeasureKind.Real:
                return Quantities.Real(key, element) is { IsValue: true, Low: { } real } ? new SelectionKey(0, real, null) : null;
            case MeasureKind.Duration:
                return Quantities.Durations(key, element) is ({ Months: 0, Ticks: var low }, { Months: 0, Ticks: var high }) && low == high
                    ? new SelectionKey(low, 0, null)
                    : null;
            default:
                return Quantities.Exact(key, element, key.Measure.Scale) is { IsValue: true, Low: { } number }
                    ? new SelectionKey(number, 0, null)
                    : null;
        }
    }

    private static int Compare(SelectionKey a, SelectionKey b) =>
        a.Text is not null ? string.CompareOrdinal(a.Text, b.Text)
        : a.Number != b.Number ? a.Number.CompareTo(b.Number)
        : a.Real.CompareTo(b.Real);
}
