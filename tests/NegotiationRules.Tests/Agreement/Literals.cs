using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Agreement;

/// <summary>Values to draw from, in ascending order: near each other so that comparisons are often close, and a few at the ends of what
/// there is.</summary>
internal static class Literals
{
    public static readonly string[] Integers =
    [
        "-9223372036854775808", "-7", "-2", "-1", "0", "1", "2", "3", "4", "5", "7", "10", "12", "100",
        "9007199254740993", "9223372036854775807",
    ];
    public static readonly string[] Decimals =
    [
        "-2.5", "-0.5", "0", "0.01", "0.1", "0.25", "0.3", "0.5", "1", "1.005", "1.5", "2", "2.25", "3", "10",
        "99.99",
    ];
    public static readonly string[] Reals =
    [
        "-1e300", "-2.5", "-0.25", "0", "5e-324", "0.1", "0.25", "0.3", "0.30000000000000004", "1", "1.5", "2", "3",
        "9007199254740993", "1e300",
    ];
    public static readonly string[] Texts =
    [
        "", "a", "ab", "abc", "alpha", "beta", "gamma", "I", "i", "\u0131", "caf\u00e9", "cafe\u0301", "\ud83d\ude00",
        "10", "2022-01",
    ];
    public static readonly string[] Values = ["alpha", "beta", "gamma"];
    public static readonly string[] Days =
    [
        "0001-01-02", "2021-12-31", "2022-01-01", "2022-01-10", "2022-01-31", "2022-02-01", "2022-02-28",
        "2022-03-15", "2022-12-31", "2023-01-01", "2024-02-29", "9999-12-30",
    ];
    public static readonly string[] Periods = ["2021", "2021-12", "2022", "2022-01", "2022-02", "2022-03", "2023", "2024-02"];
    public static readonly string[] Instants =
    [
        "2021-12-31T23:59:59.9999999Z", "2022-01-01T00:00:00Z", "2022-01-10T09:00:00Z", "2022-01-10T10:00:00.5Z",
        "2022-01-11T00:00+01:00", "2022-03-01T12:00:00-05:00",
    ];
    public static readonly string[] Durations =
    [
        "-P1M", "-P1D", "P0D", "PT12H", "P1D", "P1W", "P27D", "P28D", "P30D", "P1M", "P31D", "P1M1D", "P60D", "P2M",
        "P90D", "P3M", "P365D", "P1Y", "P400Y",
    ];
    public static readonly string[] WholeDays = ["-P1M", "P0D", "P1D", "P2W", "P30D", "P1M", "P1M1D", "P90D", "P1Y"];
    public static readonly string[] Patterns = ["^a", "b+c", "a$", "^(alpha|beta)$", "", "[0-9]{2}", "\\p{L}", "(?i)I"];
    public static readonly string[] Fractions = ["0", "1/3", "1/2", "0.55", "2/3", "3/4", "1"];

    /// <summary>A literal that the type admits, as a scenario would state it.</summary>
    public static JsonValue Fact(Random random, FactType type) => type switch
    {
        BooleanType => new JsonBoolean(default, random.Next(2) == 0),
        ExactType or RealType => new JsonNumber(default, Number(random, type)),
        TextType text => Text(random, text.Values ?? Texts),
        DateType => Text(random, random.Next(4) == 0 ? Periods : Days),
        DateTimeType => Text(random, Instants),
        _ => Text(random, random.Next(12) == 0 ? Durations : WholeDays),
    };

    /// <summary>A number within the bounds of the type; small ones mostly.</summary>
    public static string Number(Random random, FactType type)
    {
        var pool = type is RealType ? Reals : type is ExactType { Scale: 0 } ? Integers : Decimals;
        var fitting = pool.Where(digits => Fits(digits, type)).ToList();
        var small = fitting.Where(digits => digits.Length < 6).ToList();
        return Pick(random, small.Count > 0 && random.Next(15) > 0 ? small : fitting);
    }

    public static JsonText Text(Random random, IReadOnlyList<string> texts) => new(default, Pick(random, texts));

    public static T Pick<T>(Random random, IReadOnlyList<T> all) => all[random.Next(all.Count)];

    private static bool Fits(string digits, FactType type) =>
        type switch
        {
            ExactType exact => ExactNumber.Read(digits, exact.Scale, out var steps) == NumberFit.Exact
                && steps >= exact.Minimum
                && steps <= exact.Maximum,
            RealType real => double.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) is var value
                && value >= real.Minimum
                && value <= real.Maximum,
            _ => false,
        };
}
