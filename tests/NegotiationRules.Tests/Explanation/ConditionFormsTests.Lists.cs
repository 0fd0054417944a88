namespace NegotiationRules.Tests.Explanation;

/// <content>Forms that go over lists.</content>
public sealed partial class ConditionFormsTests
{
    [Fact]
    public void QuantifiersNameTheElementsThatDecide() =>
        Check([
            new(
                """{ "every": "parties", "satisfy": { "some": "delegates", "where": { "role": "military" } } }""",
                FormCase.Two, FormCase.NoMilitary, FormCase.HalfKnown, FormCase.NoDelegates, FormCase.NobodyThere,
                FormCase.Nothing
            ),
            new(
                """{ "every": "parties.delegates", "where": { "role": "military" }, "satisfy": { "rank": { "atLeast": 5 } } }""",
                FormCase.Two, FormCase.NoMilitary, FormCase.HalfKnown
            ),
            new(
                """{ "every": "parties", "satisfy": { "every": "delegates", "satisfy": { "rank": { "moreThan": 4 } } } }""",
                FormCase.Two,
                FormCase.NoMilitary
            ),
            new(
                """{ "some": "parties", "where": { "vote": "no" } }""",
                FormCase.Votes,
                """{ "parties": [ { "id": "FR", "vote": "yes" }, { "id": "TD" , "vote": "abstain" } ] }""",
                FormCase.NobodyThere, FormCase.Nothing, """{ "parties": [ { "id": "FR" } ] }"""
            ),
            new("""{ "some": "parties", "where": { "vote": "yes", "present": true } }""", FormCase.Votes, FormCase.NoMilitary),
            new("""{ "some": "parties" }""", FormCase.Votes, FormCase.NobodyThere, FormCase.Nothing),
            new(
                """{ "some": "parties.delegates", "where": { "role": "military", "rank": { "atLeast": 5 } } }""",
                FormCase.Two, FormCase.NoMilitary, FormCase.HalfKnown
            ),
            new(
                """{ "some": "parties", "as": "party", "where": { "every": "delegates", "satisfy": { "role": { "in": ["military","""
                    + """ "legal"] } } } }""",
                FormCase.Two,
                FormCase.NoMilitary,
                """{ "parties": [ { "id": "US", "delegates": [ { "name": "Sherman", "role": "diplomat" } ] } ] }"""
            ),
            new(
                """{ "no": "parties", "where": { "vote": "no" } }""",
                """{ "parties": [ { "id": "FR", "vote": "yes" } ] }""", FormCase.Votes, FormCase.OpenVotes
            ),
            new("""{ "no": "parties" }""", FormCase.NobodyThere, FormCase.Votes),
            new(
                """{ "no": "parties.delegates", "where": { "not": { "professional": true } } }""",
                """{ "parties": [ { "id": "US", "delegates": [ { "name": "Mingus", "professional": true } ] } ] }""",
                """{ "parties": [ { "id": "US", "delegates": [ { "name": "Mingus", "professional": false },"""
                    + """ { "professional": false } ] } ] }""",
                FormCase.HalfKnown
            ),
            new(
                """{ "no": "parties", "where": { "no": "delegates", "where": { "professional": true } } }""",
                """{ "parties": [ { "id": "US", "delegates": [ { "name": "Mingus", "professional": true } ] } ] }""",
                """{ "parties": [ { "id": "US", "delegates": [ { "name": "Mingus", "professional": false } ] } ] }""",
                FormCase.HalfKnown
            ),
            new(
                """{ "every": { "parameter": "annex" }, "as": "state", "satisfy": { "some": "parties","""
                    + """ "where": { "value": { "fact": "id" }, "is": { "fact": "state" } } } }""",
                """{ "parties": [ { "id": "FR" }, { "id": "UK" }, { "id": "CN" } ] }""",
                FormCase.Two,
                FormCase.OpenVotes
            ),
            new(
                """{ "every": "parties", "as": "a", "satisfy": { "no": "parties", "as": "b","""
                    + """ "where": { "value": { "fact": "b.population" }, "moreThan": { "fact": "a.population", "times": 3 } } } }""",
                FormCase.Two,
                FormCase.Votes
            ),
            new(
                """{ "every": "parties", "satisfy": { "talks.mediated": true } }""",
                """{ "parties": [ { "id": "US" } ], "talks": { "mediated": true } }""",
                """{ "parties": [ { "id": "US" } ], "talks": { "mediated": false } }"""
            ),
            new(
                """{ "every": "parties.delegates", "satisfy": { "fullPowers": true, "professional": true } }""",
                """{ "parties": [ { "id": "US", "delegates": [ { "name": "Mingus", "professional": true, "fullPowers": true } ] } ] }""",
                """{ "parties": [ { "id": "US", "delegates": [ { "name": "Mingus", "professional": false, "fullPowers": false },"""
                    + """ { "name": "Kim", "professional": false, "fullPowers": true } ] } ] }"""
            ),
            new(
                """{ "every": "parties", "satisfy": { "languages": { "containsAll": ["en", "fr"] } } }""",
                """{ "parties": [ { "id": "CH", "languages": ["en", "fr", "de"] } ] }""",
                """{ "parties": [ { "id": "DE", "languages": ["de", "en"] } ] }"""
            ),
            new(
                """{ "every": "parties", "satisfy": { "ratified": { "onOrBefore": "2022-01-31" } } }""",
                """{ "parties": [ { "id": "CH", "ratified": "2022-01" } ] }""",
                """{ "parties": [ { "id": "DE", "ratified": "2023" } ] }""",
                """{ "parties": [ { "id": "DE", "ratified": "2022" }, { "id": "CH" } ] }"""
            ),
        ]);

    [Fact]
    public void QuantitiesSayHowManyAndHowManyItTakes() =>
        Check([
            new(
                """{ "count": "parties", "where": { "vote": "yes" }, "atLeast": 2 }""",
                FormCase.Votes,
                """{ "parties": [ { "id": "FR", "vote": "yes" }, { "id": "TD", "vote": "abstain" }, { "id": "CN", "vote": "no" } ] }""",
                FormCase.OpenVotes, FormCase.Nothing, FormCase.NobodyThere
            ),
            new(
                """{ "count": "parties", "where": { "vote": "no" }, "lessThan": 1 }""",
                """{ "parties": [ { "id": "FR", "vote": "yes" } ] }""",
                FormCase.Votes
            ),
            new("""{ "count": "parties", "atLeast": 3 }""", FormCase.Votes, FormCase.Two, FormCase.Nothing),
            new(
                """{ "every": "parties", "satisfy": { "count": "delegates", "where": { "role": "military" }, "atLeast": 1 } }""",
                FormCase.Two, FormCase.NoMilitary, FormCase.HalfKnown, FormCase.NoDelegates
            ),
            new(
                """{ "count": "parties", "where": { "vote": "yes" }, "moreThan": { "count": "parties", "where": { "vote": "no" } } }""",
                FormCase.Votes,
                """{ "parties": [ { "id": "CN", "vote": "no" } ] }"""
            ),
            new(
                """{ "sum": "parties.population", "where": { "vote": "yes" }, "atLeast": 100 }""",
                FormCase.Votes,
                """{ "parties": [ { "id": "FR", "vote": "yes", "population": 60 } ] }""",
                FormCase.OpenVotes
            ),
            new(
                """{ "min": "parties.delegates.rank", "atLeast": 4 }""", FormCase.Two, FormCase.NoMilitary,
                """{ "parties": [ { "id": "US", "delegates": [ { "name": "Kim" } ] } ] }""",
                FormCase.NobodyThere
            ),
            new(
                """{ "max": "parties.ratified", "before": "2022-02-01" }""",
                """{ "parties": [ { "id": "CH", "ratified": "2022-01" } ] }""",
                """{ "parties": [ { "id": "CH", "ratified": "2022-01" }, { "id": "DE", "ratified": "2023-01-01" } ] }"""
            ),
            new(
                """{ "value": { "count": "parties", "times": 2 }, "atMost": { "fact": "agreement.termYears" } }""",
                """{ "parties": [ { "id": "CH" } ], "agreement": { "termYears": 2 } }""",
                """{ "parties": [ { "id": "CH" } ], "agreement": { "termYears": 1 } }"""
            ),
            new(
                """{ "share": "parties", "among": { "present": true }, "where": { "vote": "yes" }, "atLeast": "2/3" }""",
                FormCase.Votes,
                """{ "parties": [ { "id": "FR", "vote": "yes", "present": true }, { "id": "CN", "vote": "no", "present": true } ] }""",
                FormCase.OpenVotes,
                FormCase.NobodyThere
            ),
            new(
                """{ "share": "parties", "of": "population", "where": { "vote": "yes" }, "moreThan": 0.5 }""",
                """{ "parties": [ { "id": "FR", "vote": "yes", "population": 60 }, { "id": "CN", "vote": "no", "population": 40 } ] }""",
                FormCase.Votes,
                FormCase.OpenVotes
            ),
            new(
                """{ "not": { "share": "parties", "where": { "vote": "no" }, "atLeast": "1/4" } }""",
                """{ "parties": [ { "id": "FR", "vote": "yes" } ] }""",
                FormCase.Votes
            ),
            new(
                """{ "inOrder": "events", "by": "date", "steps": [ { "kind": "warning" }, { "kind": "sanction" },"""
                    + """ { "kind": "strike" } ] }""",
                """{ "events": [ { "name": "note", "kind": "warning", "date": "2022-01-01" },"""
                    + """ { "name": "ban", "kind": "sanction", "date": "2022-01-05" },"""
                    + """ { "name": "raid", "kind": "strike", "date": "2022-02-01" } ] }""",
                """{ "events": [ { "name": "note", "kind": "warning", "date": "2022-03-01" },"""
                    + """ { "name": "raid", "kind": "strike", "date": "2022-02-01" } ] }""",
                """{ "events": { "known": [ { "name": "note", "kind": "warning", "date": "2022-01" },"""
                    + """ { "name": "riot", "date": "2022-01-02" } ], "complete": false } }"""
            ),
            new(
                """{ "inOrder": "events", "by": "date", "steps": [ { "kind": "warning" }, { "kind": "sanction" } ], "atLeast": 1 }""",
                """{ "events": [ { "name": "ban", "kind": "sanction", "date": "2022-01-05" } ] }""",
                """{ "events": [] }""",
                FormCase.Nothing
            ),
        ]);

    [Fact]
    public void SelectionsTellWhichElementsAreMeant() =>
        Check([
            new(
                """{ "some": { "list": "parties.delegates", "orderBy": { "descending": "rank" }, "take": 1 },"""
                    + """ "where": { "role": "military" } }""",
                FormCase.Two, FormCase.NoMilitary, FormCase.HalfKnown, FormCase.NobodyThere, FormCase.Nothing
            ),
            new(
                """{ "every": "parties", "satisfy": { "some": { "list": "delegates", "orderBy": { "descending": "rank" }, "take": 1 },"""
                    + """ "where": { "role": "military" } } }""",
                FormCase.Two, FormCase.NoMilitary, FormCase.HalfKnown, FormCase.NoDelegates
            ),
            new(
                """{ "every": { "list": "parties", "orderBy": [{ "descending": "population" }, "id"], "take": 3 },"""
                    + """ "satisfy": { "vote": "yes" } }""",
                FormCase.Votes,
                """{ "parties": [ { "id": "FR", "vote": "yes", "population": 60 } ] }""",
                """{ "parties": [ { "id": "FR", "vote": "yes", "population": 60 }, { "id": "UK", "vote": "yes" } ] }""",
                FormCase.OpenVotes
            ),
            new(
                """{ "no": { "list": "parties", "where": { "present": true }, "orderBy": "ratified", "reversed": true, "take": 2 },"""
                    + """ "where": { "vote": "no" } }""",
                """{ "parties": [ { "id": "FR", "vote": "yes", "present": true, "ratified": "2022-01-10" },"""
                    + """ { "id": "CN", "vote": "no", "present": false } ] }""",
                """{ "parties": [ { "id": "FR", "vote": "yes", "present": true, "ratified": "2022-01-10" },"""
                    + """ { "id": "CN", "vote": "no", "present": true, "ratified": "2022-02-10" } ] }""",
                """{ "parties": [ { "id": "FR", "vote": "yes", "present": true, "ratified": "2022-01" }, { "id": "CN", "vote": "no" } ] }"""
            ),
            new(
                """{ "count": { "list": "parties", "distinct": "vote" }, "atLeast": 3 }""",
                FormCase.Votes,
                """{ "parties": [ { "id": "FR", "vote": "yes" }, { "id": "CN", "vote": "yes" } ] }""",
                FormCase.OpenVotes
            ),
            new(
                """{ "count": { "list": "parties", "where": { "present": true }, "skip": 1 }, "where": { "vote": "yes" }, "atLeast": 1 }""",
                FormCase.Votes,
                """{ "parties": [ { "id": "FR", "vote": "yes", "present": true } ] }"""
            ),
            new(
                """{ "some": { "list": "parties", "where": { "vote": "yes" } }, "where": { "present": true } }""",
                FormCase.Votes, FormCase.NobodyThere, FormCase.OpenVotes,
                """{ "parties": [ { "id": "UK", "present": true } ] }"""
            ),
            new(
                """{ "some": { "list": "parties", "orderBy": { "descending": { "count": "delegates", "where": { "role": "military" } } },"""
                    + """ "skip": 1, "take": 1 }, "where": { "id": "US" } }""",
                FormCase.Two, FormCase.NoMilitary, FormCase.HalfKnown
            ),
            new(
                """{ "max": { "list": { "list": { "parameter": "numbers" }, "as": "number", "orderBy": "number", "take": 2 },"""
                    + """ "skip": 1, "take": 3 }, "is": 3 }""",
                FormCase.Nothing
            ),
            new(
                """{ "every": { "list": { "parameter": "annex" }, "as": "state", "orderBy": { "descending": "state" }, "take": 2 },"""
                    + """ "as": "state", "satisfy": { "some": "parties", "where": { "value": { "fact": "id" },"""
                    + """ "is": { "fact": "state" } } } }""",
                FormCase.OpenVotes,
                FormCase.Two
            ),
            new(
                """{ "share": { "list": "parties", "orderBy": { "descending": "population" }, "take": 3 }, "where": { "vote": "yes" },"""
                    + """ "atLeast": "2/3" }""",
                FormCase.Votes,
                """{ "parties": [ { "id": "FR", "vote": "yes", "population": 60 }, { "id": "CN", "vote": "no", "population": 100 } ] }""",
                FormCase.OpenVotes
            ),
            new(
                """{ "inOrder": { "list": "events", "orderBy": "name", "reversed": true, "skip": 2, "take": 5 },"""
                    + """ "by": "date", "steps": [ { "kind": "warning" }, { "kind": "sanction" } ] }""",
                """{ "events": [ { "name": "ban", "kind": "sanction", "date": "2022-01-05" } ] }"""
            ),
        ]);
}
