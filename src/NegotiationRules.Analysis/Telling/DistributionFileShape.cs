using NegotiationRules.Syntax;

namespace NegotiationRules.Analysis.Telling;

/// <summary>The keys that a <c>NAME.distribution.json</c> may have: for who reads it, and for who helps to write it.</summary>
internal static class DistributionFileShape
{
    public static ObjectShape File { get; } = new("a distribution file",
        ("$schema", "\"../schema/distribution.schema.json\""),
        ("facts", "{ \"talks.mediated\": { \"weights\": { \"true\": 3, \"false\": 1 } } }"),
        ("parameters", "{ \"leastTermYears\": { \"uniform\": { \"from\": 5, \"to\": 20 } } }"));

    public static ObjectShape Drawn { get; } = new("what is drawn of a fact or a parameter",
        ("weights", "{ \"true\": 3, \"false\": 1 }"),
        ("uniform", "{ \"from\": 5, \"to\": 20 }"),
        ("triangular", "{ \"from\": 5, \"mode\": 10, \"to\": 20 }"),
        ("normal", "{ \"from\": 5, \"mean\": 10, \"deviation\": 3, \"to\": 20 }"));

    public static ObjectShape Uniform { get; } = Range("a uniform distribution");

    public static ObjectShape Triangular { get; } = Range("a triangular distribution", ("mode", "10"));

    public static ObjectShape Normal { get; } = Range("a normal distribution", ("mean", "10"), ("deviation", "3"));

    private static ObjectShape Range(string name, params (string Key, string Example)[] more) =>
        new(name, [("from", "5"), ("to", "20"), ("step", "1"), .. more]);
}
