using System.Globalization;
using NegotiationRules.Conditions;

namespace NegotiationRules.Explanation.Wording;

/// <summary>Selected elements in words: "among the first 3 by rank (highest first) of those with role military".</summary>
/// <param name="Place">"the first 3"; <see langword="null"/> if no place in an order decides.</param>
/// <param name="Order">" by rank (highest first)"</param>
/// <param name="Group">"those with role military"; empty for all elements.</param>
/// <param name="IsOne">Whether at most one element is selected.</param>
internal readonly record struct SelectionWording(string? Place, string Order, string Group, bool IsOne)
{
    /// <summary>What follows the elements of the list, with a space before it; empty if all of them are selected.</summary>
    public string Among => Selected is { Length: > 0 } selected ? $" among {selected}" : string.Empty;

    private string Selected => Place is null ? Group : $"{Place}{Order}{OfThose(Group)}";

    public static SelectionWording Of(Selection selection, Naming at) =>
        new(
            selection.Take is null && selection.Skip is null ? null : PlaceOf(selection),
            OrderOf(selection, at) + NumbersOf(selection, at), GroupOf(selection, at),
            selection is { IsOfOne: true, Take: Constant { Value.Steps: 1 } }
        );

    /// <summary>The one element that a place in the order picks: "the first delegate by rank (highest first)"; <see langword="null"/> if
    /// there may be several.</summary>
    /// <param name="noun">What an element of the list is called, and whose it is.</param>
    public string? TheOne(string noun) => IsOne ? $"{Place} {noun}{Order}{OfThose(Group)}" : null;

    // From the outside in: what is left of each group, of those that meet the condition, of what the list inside selects.
    private static string GroupOf(Selection selection, Naming at)
    {
        var element = at.Enter(selection.From);
        var inside = selection.From.Selection is { } from ? Of(from, at).Selected : string.Empty;
        var those = selection.Where is null
            ? inside
            : $"those{(inside.Length == 0 ? string.Empty : $" among {inside}")}"
                + OperandWording.RelativeOf(selection.Where, element, many: true);
        return selection.Distinct.IsEmpty ? those
            : $"the first of each {Series.And([.. selection.Distinct.Select(key => KeyOf(key, element))])}{OfThose(those)}";
    }

    private static string OfThose(string group) => group.Length == 0 ? string.Empty : $" of {group}";

    // "the first", "the last 3", "the 2nd", "all but the first 2", "the 3 after the first 2"
    private static string PlaceOf(Selection selection)
    {
        var (start, end) = selection.IsReversed ? ("last", "before") : ("first", "after");
        return (SkippedIn(selection), selection.Take is Constant constant ? constant.Value.Steps : (long?)null) switch
        {
            _ when selection.Numbers.Any(number => number is not Constant) => PlaceByName(selection, start, end),
            (0, 1) => $"the {start}",
            (0, { } take) => $"the {start} {Number(take)}",
            (1, null) => $"all but the {start}",
            (var skip, null) => $"all but the {start} {Number(skip)}",
            ( < int.MaxValue and var skip, 1) =>
                $"the {Nouns.Ordinal((int)skip + 1)}{(selection.IsReversed ? " from the end" : string.Empty)}",
            var (skip, take) => $"the {Number(take.Value)} {end} the {start}{(skip == 1 ? string.Empty : $" {Number(skip)}")}",
        };
    }

    // "the first n", "all but the first m", "the n after the first m": what n and m are is said behind.
    private static string PlaceByName(Selection selection, string start, string end)
    {
        var skip = selection.Skip is null or Constant ? SkippedIn(selection) is 0 ? null : Number(SkippedIn(selection)) : "m";
        var take = selection.Take switch { null => null, Constant constant => Number(constant.Value.Steps), _ => "n" };
        return take is null ? $"all but the {start} {skip}" : skip is null ? $"the {start} {take}" : $"the {take} {end} the {start} {skip}";
    }

    private static long SkippedIn(Selection selection) => selection.Skip is Constant constant ? constant.Value.Steps : 0;

    // ", where n is the number of seats, and all that stand level with the last"
    private static string NumbersOf(Selection selection, Naming at)
    {
        var names = new[] { ("n", selection.Take), ("m", selection.Skip) }
            .Where(named => named.Item2 is not (null or Constant))
            .Select(named => $"{named.Item1} is {OperandWording.Of(named.Item2!, at)}")
            .ToList();
        return (names.Count == 0 ? string.Empty : $", where {Series.And(names)}")
            + (selection.HasTies ? ", with all that stand level with the last" : string.Empty)
            + (names.Count > 0 || (selection.HasTies) ? "," : string.Empty);
    }

    private static string OrderOf(Selection selection, Naming at)
    {
        var element = at.Enter(selection.From);
        return selection.OrderBy.IsEmpty ? string.Empty
            : $" by {string.Join(", then by ", selection.OrderBy.Select(key => $"{KeyOf(key.Key, element)}{Direction(key)}"))}";
    }

    private static string KeyOf(Operand key, Naming element) => key is FactOperand fact && fact.Fact.Depth == element.Depth
        ? ConditionWording.PropertyOr("value", fact.Fact, element)
        : OperandWording.Of(key, element);

    private static string Direction(OrderKey key) => (key.Key.Measure.Kind, key.IsDescending) switch
    {
        (MeasureKind.Exact or MeasureKind.Real, false) => " (lowest first)",
        (MeasureKind.Exact or MeasureKind.Real, true) => " (highest first)",
        (MeasureKind.Day or MeasureKind.Instant, false) => " (earliest first)",
        (MeasureKind.Day or MeasureKind.Instant, true) => " (latest first)",
        (MeasureKind.Duration, false) => " (shortest first)",
        (MeasureKind.Duration, true) => " (longest first)",
        (MeasureKind.Boolean, var isDescending) => isDescending ? " (true first)" : " (false first)",
        (_, true) => " (from the end of the alphabet)",
        _ => string.Empty,
    };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
