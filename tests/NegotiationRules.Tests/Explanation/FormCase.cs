namespace NegotiationRules.Tests.Explanation;

/// <summary>One form of condition, and scenarios in which it holds, does not hold, or is unknown.</summary>
/// <param name="Condition">The condition, as JSON.</param>
/// <param name="Scenarios">The scenarios, as JSON.</param>
internal sealed record FormCase(string Condition, params string[] Scenarios)
{
    public const string Two =
        """{ "parties": [ { "id": "RU", "delegates": [ { "name": "Fomin", "role": "military", "rank": 6 } ] },"""
            + """ { "id": "US", "delegates": [ { "name": "Mingus", "role": "military", "rank": 6 },"""
            + """ { "name": "Sherman", "role": "diplomat", "rank": 5 } ] } ] }""";

    public const string NoMilitary =
        """{ "parties": [ { "id": "RU", "delegates": [ { "name": "Fomin", "role": "military", "rank": 3 } ] },"""
            + """ { "id": "US", "delegates": [ { "name": "Sherman", "role": "diplomat", "rank": 5 },"""
            + """ { "name": "Lawyer U", "role": "legal", "rank": 3 } ] } ] }""";

    public const string HalfKnown =
        """{ "parties": [ { "id": "RU", "delegates": [ { "name": "Fomin" } ] },"""
            + """ { "id": "US", "delegates": { "known": [ { "name": "Sherman", "role": "diplomat", "rank": 5 } ],"""
            + """ "complete": false } } ] }""";

    public const string NoDelegates = """{ "parties": [ { "id": "RU", "delegates": [] }, { "id": "US" } ] }""";

    public const string Votes =
        """{ "parties": [ { "id": "FR", "vote": "yes", "present": true, "population": 60 },"""
            + """ { "id": "UK", "vote": "yes", "present": true, "population": 50 },"""
            + """ { "id": "CN", "vote": "no", "present": true, "population": 100 },"""
            + """ { "id": "TD", "vote": "abstain", "present": false, "population": 10 } ] }""";

    public const string OpenVotes =
        """{ "parties": { "known": [ { "id": "FR", "vote": "yes", "present": true, "population": 60 }, { "id": "UK", "present": true },"""
            + """ { "id": "CN", "vote": "no" } ], "complete": false } }""";

    public const string NobodyThere = """{ "parties": [] }""";

    public const string Nothing = "{}";
}
