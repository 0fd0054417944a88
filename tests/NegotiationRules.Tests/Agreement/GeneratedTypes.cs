using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Tests.Agreement.Pairings;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Agreement;

/// <summary>Types in generated rules: what is compared with what, by which operators.</summary>
internal static class GeneratedTypes
{
    public static readonly FactType[] MeasuredTypes =
    [
        new BooleanType(), new ExactType(0), new ExactType(2), new RealType(), new TextType(), new DateType(),
        new DateTimeType(), new DurationType(),
    ];

    public static readonly ComparisonOperator[] OfAll =
    [
        ComparisonOperator.Is, ComparisonOperator.IsNot, ComparisonOperator.In, ComparisonOperator.NotIn,
    ];

    public static readonly ComparisonOperator[] OfText =
        [.. OfAll, ComparisonOperator.Contains, ComparisonOperator.StartsWith, ComparisonOperator.EndsWith, ComparisonOperator.Matches];

    public static readonly ComparisonOperator[] OfNumbers =
    [
        .. OfAll,
        ComparisonOperator.AtLeast, ComparisonOperator.AtMost, ComparisonOperator.MoreThan,
        ComparisonOperator.LessThan, ComparisonOperator.Between,
    ];

    public static readonly ComparisonOperator[] OfDates =
    [
        .. OfAll,
        ComparisonOperator.Before, ComparisonOperator.After, ComparisonOperator.OnOrBefore,
        ComparisonOperator.OnOrAfter, ComparisonOperator.Between,
    ];

    // Dates and durations are written as text, and are text where nothing says otherwise.
    public static bool IsWritten(FactType type) => type is DateType or DateTimeType or DurationType;

    public static string ParameterOf(FactType type) => type switch
    {
        BooleanType => "flag",
        ExactType => "two",
        RealType => "tenth",
        TextType => "alpha",
        DateType => "day",
        DateTimeType => "moment",
        _ => "term",
    };

    public static FactType Unbounded(FactType type) => type switch
    {
        ExactType exact => new ExactType(exact.Scale) { Minimum = exact.Scale == 0 && exact.Minimum == 0 ? 0 : long.MinValue },
        RealType => new RealType(),
        _ => type,
    };

    public static bool Agree(FactType a, FactType b) => (a, b) switch
    {
        (ExactType or RealType, ExactType or RealType) => true,
        // Texts of which the vocabulary lists the values are compared among themselves.
        (TextType x, TextType y) => y.Values is null || x.Values is not null,
        _ => a.GetType() == b.GetType(),
    };

    // The longest list on the way to a fact of its elements.
    public static string ListOf(Place place, string path) =>
        place.Lists.Select(l => l.Path).Where(l => path.StartsWith($"{l}.", StringComparison.Ordinal)).MaxBy(l => l.Length)!;

    public static ComparisonOperator[] OperatorsOf(FactType type) => type switch
    {
        BooleanType => OfAll,
        TextType => OfText,
        DateType or DateTimeType => OfDates,
        _ => OfNumbers,
    };

    public static bool IsPlainElement(string path, Place place) =>
        place.Starting(path) is var start && start.Depth > 0 && start.Name == path;

    public static bool IsOfElement(string path, Place place) => place.Starting(path).Depth > 0;
}
