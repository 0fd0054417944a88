using System.Globalization;
using NegotiationRules.Analysis.Sweeps;

namespace NegotiationRules;

/// <summary>A fact or a parameter that varies in a sweep, with the values that it has there.</summary>
/// <remarks>Immutable and safe to share between threads. In a sample each value is as likely as any other unless a distribution says
/// otherwise; where every combination is evaluated, each counts once.</remarks>
public sealed class SweepDimension
{
    private SweepDimension(string name, bool isParameter, IReadOnlyList<object?> values, ValueWeights? weights = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (values.Count == 0)
        {
            throw new ArgumentException($"`{name}` has no value to take.", nameof(values));
        }

        (Name, IsParameter, Values) = (name, isParameter, values);
        Weights = weights ?? ValueWeights.Even(values.Count);
    }

    /// <summary>The path of the fact, with elements of lists counted from 0, or the name of the parameter.</summary>
    public string Name { get; }

    /// <summary>Whether it is a parameter of the rules.</summary>
    public bool IsParameter { get; }

    /// <summary>Its values, in the order in which they are gone through.</summary>
    public IReadOnlyList<object?> Values { get; }

    internal ValueWeights Weights { get; }

    /// <summary>A fact that varies.</summary>
    /// <param name="path">Its path as scenarios have it: <c>talks.start</c>, <c>members[3].vote</c>. Objects on the way are made where
    /// they are missing, elements of lists must be there.</param>
    /// <param name="values">Its values: text, numbers, booleans, dates and durations, as <see cref="Scenario.With(string, object)"/> takes
    /// them; <see langword="null"/> says that it is not known.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static SweepDimension OfFact(string path, IEnumerable<object?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(path, isParameter: false, [.. values]);
    }

    /// <summary>A parameter that varies.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">Its values, as <see cref="RuleSet.With(string, object)"/> takes them.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static SweepDimension OfParameter(string name, IEnumerable<object> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(name, isParameter: true, [.. values]);
    }

    /// <summary>Numbers from one to another, as values of a dimension.</summary>
    /// <param name="from">The first.</param>
    /// <param name="to">The last, if a step leads to it; never passed.</param>
    /// <param name="step">From one to the next, more than 0; 1 if left out.</param>
    /// <exception cref="ArgumentException">The last is before the first, or the step is not above 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are more than 100,000 numbers.</exception>
    public static IReadOnlyList<object> Numbers(decimal from, decimal to, decimal step = 1) => SteppedValues.Numbers(from, to, step);

    /// <summary>Days from one to another, as values of a dimension.</summary>
    /// <param name="from">The first.</param>
    /// <param name="to">The last, if a step leads to it; never passed.</param>
    /// <param name="days">From one to the next, at least 1 day; 1 if left out.</param>
    /// <exception cref="ArgumentException">The last is before the first, or the step is not above 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are more than 100,000 days.</exception>
    public static IReadOnlyList<object> Days(DateOnly from, DateOnly to, int days = 1) => SteppedValues.Days(from, to, days);

    /// <summary>The same, each value as often as a weight says; what counts is how the weights stand to each other.</summary>
    /// <param name="weights">A weight for each value, none below 0 and not all 0.</param>
    /// <exception cref="ArgumentException">There are more or fewer weights than values, or one cannot be.</exception>
    public SweepDimension WithWeights(IReadOnlyList<decimal> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return weights.Count != Values.Count
            ? throw new ArgumentException($"`{Name}` has {Values.Count} values, and {weights.Count} weights were given.", nameof(weights))
            : new(Name, IsParameter, Values, ValueWeights.Of(weights));
    }

    /// <summary>The same, most often near a mean: a normal distribution that is cut off at the first and the last value. Each value stands
    /// for all that is nearest to it.</summary>
    /// <param name="mean">The mean: a number for numbers, a day for dates.</param>
    /// <param name="deviation">The standard deviation before it is cut off, more than 0; of dates in days.</param>
    /// <exception cref="ArgumentException">The values are neither numbers nor days, each above the one before it, or the deviation is not
    /// above 0.</exception>
    public SweepDimension WithNormal(object mean, double deviation)
    {
        var positions = SteppedValues.PositionsOf(this);
        if (!(deviation > 0) || !double.IsFinite(deviation))
        {
            throw new ArgumentException($"The deviation of `{Name}` is not above 0.", nameof(deviation));
        }

        var middle = SteppedValues.PositionOf(this, mean);
        return new(Name, IsParameter, Values, ValueWeights.Of(positions, at => NormalCurve.PartBelow((at - middle) / deviation)));
    }

    /// <summary>The same, most often near one value, and ever less often from there to the first and the last: a triangular distribution.
    /// Each value stands for all that is nearest to it.</summary>
    /// <param name="mode">What is most likely: a number for numbers, a day for dates, neither before the first nor after the last.</param>
    /// <exception cref="ArgumentException">The values are neither numbers nor days, each above the one before it, or the most likely lies
    /// outside of them.</exception>
    public SweepDimension WithTriangular(object mode)
    {
        var positions = SteppedValues.PositionsOf(this);
        var (low, middle, high) = (positions[0], SteppedValues.PositionOf(this, mode), positions[^1]);
        return middle < low || middle > high
            ? throw new ArgumentException($"What is most likely of `{Name}` lies outside of its values.", nameof(mode))
            : new(Name, IsParameter, Values, ValueWeights.Of(positions, at => ValueWeights.TriangleBelow(at, low, middle, high)));
    }

    /// <summary>What a value is called in tables.</summary>
    internal static string LabelOf(object? value) => value switch
    {
        null => "not known",
        bool truth => truth ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable<object?> list => $"[{string.Join(", ", list.Select(LabelOf))}]",
        _ => value.ToString() ?? string.Empty,
    };

    /// <summary>The name and how many values it has.</summary>
    public override string ToString() => $"{Name} ({Values.Count} values)";
}
