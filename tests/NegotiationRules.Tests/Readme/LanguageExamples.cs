namespace NegotiationRules.Tests.Readme;

/// <summary>A whole condition over the built-in vocabulary for each form that the page of the language shows.</summary>
internal static class LanguageExamples
{
    public static IReadOnlyDictionary<string, string> Conditions { get; } =
        new Dictionary<string, string>
        {
            ["""{ "agreement.form": "written" }"""] = """{ "agreement.form": "written" }""",
            ["""{ "agreement.termYears": { "atLeast": 10, "lessThan": 100 } }"""] =
                """{ "agreement.termYears": { "atLeast": 10, "lessThan": 100 } }""",
            ["""{ "agreement.form": "written", "agreement.legallyBinding": true }"""] =
                """{ "agreement.form": "written", "agreement.legallyBinding": true }""",
            ["""{ "all": [ … ] }"""] = """{ "all": [ { "talks.public": true }, { "talks.mediated": true } ] }""",
            ["""{ "any": [ … ] }"""] = """{ "any": [ { "talks.public": true }, { "talks.mediated": true } ] }""",
            ["""{ "none": [ … ] }"""] = """{ "none": [ { "talks.public": true }, { "talks.mediated": true } ] }""",
            ["""{ "not": … }"""] = """{ "not": { "talks.public": true } }""",
            ["""{ "atLeast": 2, "of": [ … ] }"""] =
                """{ "atLeast": 2, "of": [ { "talks.public": true }, { "talks.mediated": true }, { "talks.neutralVenue": true } ] }""",
            ["""{ "every": LIST, "where": …, "satisfy": … }"""] =
                """{ "every": "parties", "as": "party", "where": { "kind": "state" },"""
                    + """ "satisfy": { "some": "delegates", "where": { "role": "diplomat" } } }""",
            ["""{ "some": LIST, "where": … }"""] = """{ "some": "parties", "where": { "attending": true } }""",
            ["""{ "no": LIST, "where": … }"""] = """{ "no": "parties.delegates", "where": { "accepted": false } }""",
            ["""{ "count": LIST, "where": …, OP: operand }"""] = """{ "count": "parties", "where": { "vote": "yes" }, "atLeast": 9 }""",
            ["""{ "sum": "LIST.number", "where": …, OP: operand }"""] =
                """{ "sum": "parties.population", "where": { "vote": "yes" }, "moreThan": 1000000 }""",
            ["""{ "min": "LIST.fact", … }"""] = """{ "min": "parties.delegates.rank", "atLeast": 2 }""",
            ["""{ "max": … }"""] = """{ "max": "parties.consentedOn", "before": "2022-01-10" }""",
            ["""{ "share": [operand, operand], "ifNone": …, OP: "2/3" }"""] =
                """{ "share": [{ "fact": "talks.rounds" }, { "count": "parties" }], "ifNone": 0, "moreThan": "2/3" }""",
            ["""{ "share": LIST, "of": "number", "among": …, "where": …, "ifNone": …, OP: "2/3" }"""] =
                """{ "share": "parties", "of": "weight", "among": { "vote": { "in": ["yes", "no"] } }, "where": { "vote": "yes" },"""
                    + """ "ifNone": 0, "atLeast": "2/3" }""",
            ["""{ "value": operand, OP: operand }"""] = """{ "value": { "fact": "talks.start" }, "onOrBefore": { "fact": "talks.end" } }""",
            ["""{ "inOrder": LIST, "by": "date", "steps": [ …, … ], "atLeast": n, "within": "P30D" }"""] =
                """{ "inOrder": "events", "by": "on", "steps": [ { "type": "incitement" }, { "type": "smallWar" },"""
                    + """ { "type": "sanctions" } ], "atLeast": 2, "within": "P30D" }""",
            ["""{ "reachable": LIST, "between": "members", "from": operand, "to": operand, "where": … }"""] =
                """{ "reachable": "parties", "between": "delegates.role", "from": "military", "to": { "fact": "talks.venue" },"""
                    + """ "where": { "vote": "yes" } }""",
            ["""{ "if": CONDITION, "then": CONDITION, "else": CONDITION }"""] =
                """{ "if": { "talks.mediated": true }, "then": { "talks.rounds": { "atMost": 10 } }, "else": { "talks.public": true } }""",
            ["""{ "condition": "military at the table" }"""] = """{ "condition": "military at the table" }""",
            ["""{ "rule": "legally-binding" }"""] = """{ "rule": "legally-binding" }""",
        };

    public static IReadOnlyDictionary<string, string> Operands { get; } =
        new Dictionary<string, string>
        {
            ["""{ "fact": "talks.start" }"""] = """{ "talks.end": { "onOrAfter": { "fact": "talks.start" } } }""",
            ["""{ "parameter": "leastTermYears" }"""] = """{ "agreement.termYears": { "atLeast": { "parameter": "leastTermYears" } } }""",
            ["""{ "count": LIST, "where": … }"""] =
                """{ "talks.rounds": { "atMost": { "count": "parties", "where": { "attending": true } } } }""",
            ["""{ "sum": … }"""] =
                """{ "value": { "sum": "parties.weight", "where": { "vote": "yes" } },"""
                    + """ "moreThan": { "sum": "parties.weight", "where": { "vote": "no" } } }""",
            ["""{ "min": … }"""] = """{ "talks.start": { "after": { "min": "events.on" } } }""",
            ["""{ "max": … }"""] = """{ "agreement.signedOn": { "after": { "max": "drafts.publishedOn" } } }""",
            ["""{ "sum": LIST, "of": operand, … }"""] =
                """{ "sum": "parties", "of": { "fact": "weight", "times": { "fact": "population" } }, "where": { "vote": "yes" },"""
                    + """ "moreThan": 1000000 }""",
            ["""{ "the": LIST, "where": …, "of": operand }"""] =
                """{ "talks.rounds": { "atLeast": { "the": "parties", "where": { "id": "SE" }, "of": { "fact": "weight" } } } }""",
            ["""{ "from": { "1945-10-24": 7, "1965-08-31": 9 } }"""] =
                """{ "count": "parties", "where": { "vote": "yes" }, "atLeast": { "from": { "1945-10-24": 7, "1965-08-31": 9 } } }""",
            ["""{ "quantity": "total baseline" }"""] = """{ "value": { "quantity": "total baseline" }, "atLeast": 10 }""",
            ["""{ "lowerCase": operand }"""] = """{ "value": { "lowerCase": { "fact": "talks.venue" } }, "is": "geneva" }""",
            ["""{ "quotient": [operand, operand] }"""] =
                """{ "value": { "quotient": [{ "sum": "parties.population" }, { "count": "parties" }] }, "atLeast": 1000000 }""",
            ["""{ "if": CONDITION, "then": operand, "else": operand }"""] =
                """{ "talks.rounds": { "atMost": { "if": { "talks.mediated": true }, "then": 10, "else": 5 } } }""",
            ["""{ "firstKnown": [operand, …] }"""] =
                """{ "talks.start": { "onOrAfter": { "firstKnown": [{ "fact": "talks.announcedOn" }, "2022-01-01"] } } }""",
            ["""{ "value": operand }"""] = """{ "value": { "value": { "fact": "talks.rounds", "plus": 1 }, "times": 2 }, "atMost": 10 }""",
        };

    /// <summary>Operators, moves and arithmetic that the forms above leave out.</summary>
    public static IReadOnlyList<string> More { get; } =
    [
        """{ "talks.public": true, "condition": ["military at the table"] }""",
        """{ "talks.venue": { "isNot": "Kyiv" }, "talks.topic": { "is": "security" },"""
            + """ "talks.status": { "notIn": ["postponed", "cancelled"] } }""",
        """{ "agreement.termYears": { "between": [5, 50] }, "talks.start": { "between": ["2022-01-01", "2022-01-31"] } }""",
        """{ "talks.agenda": { "contains": "security" }, "talks.confirmedBy": { "containsAll": { "parameter": "annex" } },"""
            + """ "talks.announcedBy": { "containsAny": ["RU", "US"] }, "agreement.guarantees": { "containsNone": ["enlargement"] } }""",
        """{ "talks.venue": { "startsWith": "Palais", "endsWith": "Geneva", "contains": "Nations", "matches": "^Palais .* Geneva$","""
            + """ "known": true } }""",
        """{ "every": { "parameter": "annex" }, "as": "state", "satisfy": { "some": "parties","""
            + """ "where": { "id": { "is": { "fact": "state" } } } } }""",
        """{ "some": { "list": "parties", "distinct": "kind", "orderBy": { "descending": "population" }, "reversed": true,"""
            + """ "skip": 1, "take": { "fact": "talks.rounds" }, "ties": true }, "where": { "kind": "state" } }""",
        """{ "agreement.withdrawalNotice": { "atLeast": "P3M", "atMost": "P1Y", "moreThan": "P1M", "lessThan": "P2Y" } }""",
        """{ "value": { "fact": "talks.rounds", "times": 2, "plus": 1, "minus": { "parameter": "leastTermYears" } }, "atMost": 10 }""",
        """{ "value": { "fact": "talks.end", "minus": { "fact": "talks.start" } }, "atMost": "P90D" }""",
        """{ "value": { "fact": "agreement.signedOn", "plus": "P60D", "to": "startOfNextMonth" }, "onOrBefore": { "fact": "asOf" } }""",
        """{ "value": { "fact": "agreement.signedOn", "plus": "P6M", "to": "startOfMonth" }, "onOrBefore": { "fact": "asOf" } }""",
        """{ "value": { "fact": "talks.start", "to": "endOfMonth" }, "before": { "fact": "talks.end", "to": "endOfYear" } }""",
        """{ "value": { "fact": "talks.start", "to": "startOfYear" }, "before": { "fact": "talks.end", "to": "startOfNextYear" } }""",
        """{ "value": { "value": 10, "minus": { "fact": "talks.rounds" } }, "atLeast": 3 }""",
        """{ "value": { "rounded": [{ "quotient": [{ "fact": "agreement.termYears" }, 3] }, 1] }, "atLeast": 3.3 }""",
        """{ "value": { "wholeQuotient": [{ "fact": "agreement.termYears" }, 10] },"""
            + """ "is": { "remainder": [{ "fact": "agreement.termYears" }, 10] } }""",
        """{ "value": { "power": [{ "fact": "talks.rounds" }, 2] }, "atMost": { "squareRoot": { "absolute": { "fact":"""
            + """ "agreement.termYears" } } } }""",
        """{ "value": { "sign": { "fact": "talks.rounds" } }, "is": { "least": [{ "floor": 1.5 },"""
            + """ { "ceiling": { "parameter": "leastTermYears" } }, { "truncated": { "quotient": [{ "fact": "talks.rounds" },"""
            + """ 2] } }] } }""",
        """{ "value": { "greatest": [{ "fact": "talks.start" }, { "fact": "talks.announcedOn" }] },"""
            + """ "onOrBefore": { "fact": "talks.end" } }""",
        """{ "value": { "joined": [{ "upperCase": { "part": [{ "fact": "talks.venue" }, 0, 1] } }, { "part": [{ "fact": "talks.venue" },"""
            + """ 1] }] }, "is": { "trimmed": { "fact": "talks.venue" } } }""",
        """{ "value": { "length": { "replaced": [{ "fact": "talks.venue" }, " ", ""] } },"""
            + """ "moreThan": { "positionOf": [{ "fact": "talks.venue" }, " "] } }""",
        """{ "value": { "dayOfWeek": { "fact": "talks.start" } }, "notIn": ["saturday", "sunday"] }""",
        """{ "value": { "year": { "fact": "talks.start" } }, "is": { "year": { "fact": "talks.end" } } }""",
        """{ "all": [ { "value": { "month": { "fact": "talks.start" } }, "is": 1 },"""
            + """ { "value": { "dayOfMonth": { "fact": "talks.start" } }, "is": { "dayOfYear": { "fact": "talks.start" } } } ] }""",
        """{ "value": { "totalDays": { "fact": "talks.end", "minus": { "fact": "talks.start" } } },"""
            + """ "atMost": { "quotient": [{ "totalHours": { "fact": "agreement.withdrawalNotice" } }, 24] } }""",
        """{ "value": { "totalMinutes": { "fact": "agreement.withdrawalNotice" } },"""
            + """ "lessThan": { "totalSeconds": { "fact": "agreement.withdrawalNotice" } } }""",
        """{ "all": [ { "value": { "years": { "fact": "agreement.termYears" } }, "atLeast": { "months": 12 } },"""
            + """ { "value": { "days": { "fact": "agreement.termYears" } }, "moreThan": { "hours": 1.5 } },"""
            + """ { "value": { "minutes": 30 }, "lessThan": { "fact": "agreement.withdrawalNotice" } } ] }""",
        """{ "value": { "wholeYears": [{ "fact": "talks.start" }, { "fact": "talks.end" }] },"""
            + """ "atMost": { "wholeMonths": [{ "fact": "talks.start" }, { "fact": "talks.end" }] } }""",
        """{ "value": { "dateTime": [{ "fact": "talks.start" }, "PT16H"] }, "before": "2030-01-01T00:00:00Z" }""",
        """{ "talks.rounds": { "atMost": { "from": { "1991-01-01": 10, "2022-01-10": 5 }, "at": { "fact": "talks.start" } } } }""",
        """{ "share": "parties", "where": { "vote": "yes" }, "moreThan": "55 %" }""",
        """{ "share": "parties", "where": { "vote": "yes" }, "ifNone": 0, "moreThan": "55 %" }""",
        """{ "share": "parties", "where": { "vote": "yes" }, "between": ["1/3", { "if": { "talks.mediated": true }, "then": "2/3","""
            + """ "else": "1/2" }] }""",
        """{ "share": "parties", "of": { "fact": "emissions", "times": 2 }, "where": { "vote": "yes" }, "moreThan": "55 %" }""",
        """{ "max": "events.on", "ifNone": "2022-01-01", "after": "2022-01-10" }""",
        """{ "share": "parties", "where": { "vote": "yes" }, "atLeast": 0.55 }""",
    ];
}
