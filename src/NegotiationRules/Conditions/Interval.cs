namespace NegotiationRules.Conditions;

/// <summary>What is known of a quantity: it lies between two values, both included. A side without a bound is
/// <see langword="null"/>.</summary>
/// <remarks><see cref="IsNothing"/> marks a quantity that may have no value at all, such as the least of a list that may be
/// empty.</remarks>
internal readonly record struct Interval<T>(T? Low, T? High, bool IsNothing = false)
    where T : struct, IComparable<T>
{
    /// <summary>Nothing is known of the value.</summary>
    public static Interval<T> Anything => new(null, null);

    /// <summary>There may be no value.</summary>
    public static Interval<T> Nothing => new(null, null, true);

    public static Interval<T> Of(T value) => new(value, value);

    public bool IsValue => Low is { } low && High is { } high && low.CompareTo(high) == 0;

    /// <summary>All that either may be; if one may be nothing, so may the whole.</summary>
    public Interval<T> Hull(Interval<T> other) => IsNothing || other.IsNothing ? Nothing : new(
        Low is { } a && other.Low is { } b ? (a.CompareTo(b) <= 0 ? a : b) : null,
        High is { } c && other.High is { } d ? (c.CompareTo(d) >= 0 ? c : d) : null);

    /// <summary>What a function that never goes down makes of it.</summary>
    public Interval<TResult> Map<TResult>(Func<T, TResult> monotone)
        where TResult : struct, IComparable<TResult> =>
        new(Low is { } low ? monotone(low) : null, High is { } high ? monotone(high) : null, IsNothing);

    /// <summary>Whether every value here is below, or at most, every value there.</summary>
    public bool IsBelow(Interval<T> other, bool orEqual) =>
        High is { } high && other.Low is { } low && (orEqual ? high.CompareTo(low) <= 0 : high.CompareTo(low) < 0);
}
