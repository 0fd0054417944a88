using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;

namespace NegotiationRules.Tests.Explanation.Sentences;

/// <summary>Steps in order of time, by trying all ways to take them.</summary>
internal static class PlainOrder
{
    /// <summary>The longest chain of steps: of each step, any of its elements that is in order and in time with all before it.</summary>
    public static int Longest(InOrder order, Scope scope, bool certain)
    {
        var time = order.Within is null ? null : Quantities.Durations(order.Within, scope);
        var taking = Taking(order, scope, certain);
        return certain && order.Within is not null && time is null ? 0
            : Chains(order, taking, 0, [], (first, last) => InOrder(first, last, certain)
                && (time is not var (shortest, longest) || InTime(first, last, certain ? shortest : longest))).Max(chain => chain.Count);

        bool InTime(Taker first, Taker last, Duration time) =>
            certain && ReferenceEquals(first.Element, last.Element) && time.Range.Low >= 0 ? true
            : time.Range.High < 0 ? false
            : certain ? last.High <= Later(order, first.Low, time)
            : last.Low <= Later(order, first.High, time) && first.Low <= Later(order, last.High, time);
    }

    /// <summary>The least time from the first to the last of as many steps as are needed; the days, or moments, are known.</summary>
    public static decimal? Closest(InOrder order, Scope scope) =>
        Chains(order, Taking(order, scope, certain: false), 0, [], (first, last) => InOrder(first, last, certain: false))
            .Where(chain => chain.Count == order.Number).Min(chain => chain[^1].Low - chain[0].Low);

    private static List<List<Taker>> Taking(InOrder order, Scope scope, bool certain)
    {
        var (known, further) = PlainReckoning.Elements(order.List, scope);
        var all = certain ? known : [.. known, .. further.Select(f => f.Scope)];
        return [.. order.Steps.Select(step => all
            .Where(e => PlainReckoning.Of(step, e) is var met && (met == Truth.True || (!certain && met == Truth.Unknown)))
            .Select(e => (Element: e, Time: PlainReckoning.Day(order.By, e)))
            .Select(e => new Taker(e.Element, e.Time.Low ?? decimal.MinValue, e.Time.High ?? decimal.MaxValue)).ToList())];
    }

    private static IEnumerable<List<Taker>> Chains(
        InOrder order, List<List<Taker>> taking, int step, List<Taker> chosen, Func<Taker, Taker, bool> follows) =>
        step == order.Steps.Length ? [chosen]
        : Chains(order, taking, step + 1, chosen, follows).Concat(taking[step]
            .Where(next => chosen.TrueForAll(before => follows(before, next)) && follows(next, next))
            .SelectMany(next => Chains(order, taking, step + 1, [.. chosen, next], follows)));

    // One element may take several steps, whenever it was.
    private static bool InOrder(Taker first, Taker last, bool certain) =>
        certain ? ReferenceEquals(first.Element, last.Element) || first.High <= last.Low : first.Low <= last.High;

    private static decimal Later(InOrder order, decimal begin, Duration time) =>
        begin is decimal.MinValue or decimal.MaxValue ? begin
            : (order.By.Measure.Kind == MeasureKind.Day ? Calendar.TryAdd((int)begin, time) : Calendar.TryAddToInstant((long)begin, time))
            ?? (time.Range.High < 0 ? decimal.MinValue : decimal.MaxValue);

    private sealed record Taker(Scope Element, decimal Low, decimal High);
}
