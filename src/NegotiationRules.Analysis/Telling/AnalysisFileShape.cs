using NegotiationRules.Syntax;

namespace NegotiationRules.Analysis.Telling;

/// <summary>The keys that a <c>NAME.analysis.json</c> may have: for who reads it, and for who helps to write it.</summary>
internal static class AnalysisFileShape
{
    public static ObjectShape File { get; } = new("an analysis file",
        ("$schema", "\"../schema/analysis.schema.json\""),
        ("given", "\"scenarios/as-reported.scenario.json\""),
        ("assume", "[ { \"talks.mediated\": true } ]"),
        ("lists", "{ \"members\": 15 }"),
        ("ignore", "[ { \"code\": \"NR5004\", \"rule\": \"not-refused\", \"because\": \"…\" } ]"));

    public static ObjectShape Ignored { get; } = new("an ignored finding",
        ("code", "\"NR5004\""), ("rule", "\"not-refused\""), ("stage", "\"talks\""), ("because", "\"It is said twice for clarity.\""));
}
