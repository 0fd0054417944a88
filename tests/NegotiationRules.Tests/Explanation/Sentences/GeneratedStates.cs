using System.Globalization;
using NegotiationRules.Tests.Agreement;

namespace NegotiationRules.Tests.Explanation.Sentences;

/// <summary>
/// Rules and scenarios of States that vote: few States, few values, so that what is counted is often decided just so, and namesakes are
/// common.
/// </summary>
internal sealed class GeneratedStates(Random random)
{
    private const string Properties = """
        "name": { "type": "string" }, "id": { "type": "string" }, "kind": { "enum": ["big", "small"] }, "weight":
            { "type": "integer", "minimum": 0, "maximum": 900000 },
        "parts": { "type": "number", "multipleOf": 0.01, "minimum": 0 }, "load": { "type": "number", "minimum": 0 }, "vote":
            { "enum": ["yes", "no", "abstain"] }, "ok": { "type": "boolean" }, "on": { "type": "string", "format": "date" }
        """;

    public static Vocabulary Vocabulary { get; } =
        Vocabulary.Parse(
            $$"""
            { "type": "object", "properties": {
              "asOf": { "type": "string", "format": "date" }, "least": { "type": "integer" }, "limit": { "type": "number" },
              "part": { "type": "number" }, "whole": { "type": "number" },
              "pacts": { "type": "array", "items": { "type": "object", "properties": { "name": { "type": "string" },
                "ok": { "type": "boolean" }, "members": { "type": "array", "items": { "type": "string" } } } } },
              "states": { "type": "array", "items": { "type": "object", "properties": { {{Properties}},
                "envoys": { "type": "array", "maxItems": 4, "items": { "type": "object", "properties": { {{Properties}} } } } } } } } }
            """
        );

    public string RulesText() =>
        $$"""
        { "name": "states", "stages": ["vote"], "parameters": { "few": 2, "share": "1/3" },
          "conditions": { "for it": { "vote": "yes" }, "counted": { "ok": true } },
          "rules": [ { "id": "a", "require": {{Condition(2)}} }, { "id": "b", "require": { "not": {{Condition(1)}} } },
              { "id": "c", "warnWhen": {{Condition(1)}} },
                     { "id": "e", "require": { "value": { "quotient": [{ "fact": "part" }, { "fact": "whole" }] },
                       "{{Pick("atLeast", "lessThan", "moreThan")}}": {{Pick("0.666667", "0.333333", "0.142857", "0.285714")}} } },
                     { "id": "f", "strength": "preferred", "when": {{Condition(0)}}, "require": {{Condition(1)}} },
                     { "id": "g", "strength": "preferred"{{Pick(", \"weight\": 2.5", string.Empty)}}, "require": {{Condition(0)}},
                       "by": {{Pick("\"2022-01-15\"", """{ "max": "states.on" }""")}} },
                     {{Each("m")}}, {{Each("n")}}, {{Each("o")}},
                     { "id": "h", "require": { {{Many()}} } },
                     { "id": "l", "require": { "reachable": "pacts", "between": "members", "from": "Ada",
                       "to": "{{Pick("Di", "Ed")}}"{{Pick(string.Empty, ", \"where\": { \"ok\": true }")}} } },
                     {{Simple("i")}}, {{Simple("j")}}, {{Simple("k")}},
                     { "id": "d", "require": { "inOrder": "states", "by": "on", "steps": [ { "name": "Ada" }, { "name": "Bo" } ] } },
                     { "id": "w", "require": { "inOrder": "states", "by": "on", "within": "{{Pick("P0D", "P9D")}}",
                       "steps": [ { "name": "{{Pick("Ada", "Bo", "Cy")}}" }, { "name": "{{Pick("Ada", "Bo", "Cy")}}" } ] } } ] }
        """;

    public Scenario Scenario() =>
        NegotiationRules.Scenario.Parse(
            $$"""{ "asOf": {{Date()}}, "least": {{(Chance(6) ? "null" : Digits(6))}},"""
                + $$""" "limit": {{Pick("0.5", "0.6666666666666666", "1.5", "2")}}, "part": {{Pick("1", "2")}},"""
                + $$""" "whole": {{Pick("3", "7")}}, "pacts": {{Pacts()}}, "states": {{List(9, withEnvoys: true)}} }"""
        );

    private string Condition(int depth) =>
        random.Next(depth > 0 ? 12 : 9) switch
        {
            0 or 1 => $$"""{ "count": {{Open("states")}}, "where": {{Where(1)}}, {{Number()}} }""",
            2 or 3 =>
                $$"""{ "share": {{Open("states")}},"""
                    + $$""" {{(Chance(2) ? string.Empty : $"\"of\": \"{Pick("weight", "weight", "parts", "load")}\",")}}"""
                    + $$""" {{(Chance(3) ? string.Empty : $"\"among\": {Where(1)},")}} "where": {{Where(1)}}, {{Fraction()}} }""",
            4 when Chance(2) =>
                $$"""{ "share": [{{Amount(ofAll: false)}}, {{Amount(Chance(2))}}],"""
                    + $$"""{{(Chance(3) ? " \"ifNone\": \"1/2\"," : string.Empty)}} {{Fraction()}} }""",
            4 =>
                $$"""{ "{{Pick("sum", "min", "max")}}": "states.{{Pick("weight", "parts")}}","""
                    + $$""" {{(Chance(2) ? string.Empty : $"\"where\": {Where(0)},")}} {{Number()}} }""",
            5 =>
                $$"""{ "{{Pick("min", "max")}}": "states.on", {{(Chance(2) ? string.Empty : $"\"where\": {Where(0)},")}}"""
                    + $$""" "{{Pick("before", "onOrAfter", "after")}}": "2022-02-01" }""",
            6 =>
                $$"""{ "inOrder": {{Open("states")}}, "by": "on", "steps": [ {{Step()}},"""
                    + $$""" {{Step()}}{{(Chance(3) ? $", {Step()}" : string.Empty)}} ]{{(Chance(2) ? ", \"atLeast\": 1" : string.Empty)}}"""
                    + $$"""{{(Chance(2) ? $", \"within\": \"{Pick("P0D", "P9D", "P1M")}\"" : string.Empty)}} }""",
            7 => $$"""{ "{{Pick("some", "no")}}": {{Open("states")}}, "where": {{(Chance(3) ? Where(1) : Several())}} }""",
            8 => Chance(2)
                ? $$"""{ "value": { "quotient": [{ "sum": "states.load" }, { "count": "states", "where": {{Where(0)}} }] },"""
                    + $$""" "{{Pick("atLeast", "lessThan", "moreThan")}}":"""
                    + $$""" {{Pick("0.6666666", "0.1", "1.5", """{ "fact": "limit" }""")}} }"""
                : $$"""{ "every": {{Open("states")}}, {{(Chance(2) ? string.Empty : $"\"where\": {Where(0)},")}} "satisfy": {{Where(2)}}"""
                    + $$""" }""",
            9 => $$"""{ "{{Pick("all", "any", "none")}}": [ {{Condition(depth - 1)}}, {{Condition(depth - 1)}} ] }""",
            10 => $$"""{ "atLeast": {{Pick("1", "2", "3")}}, "of": [ {{Condition(0)}}, {{Condition(0)}}, {{Condition(0)}} ] }""",
            _ => $$"""{ "not": {{Condition(depth - 1)}} }""",
        };

    private string Where(int depth) => random.Next(depth > 0 ? 12 : 7) switch
    {
        0 or 1 => $$"""{ "vote": "{{Pick("yes", "no", "abstain")}}" }""",
        2 => $$"""{ "kind": "{{Pick("big", "small")}}" }""",
        3 => $$"""{ "ok": {{Pick("true", "false")}} }""",
        4 => $$"""{ "on": { "{{Pick("onOrBefore", "after")}}": {{Pick("\"2022-01-31\"", """{ "fact": "asOf" }""")}} } }""",
        5 => $$"""{ "weight": { "{{Pick("atLeast", "lessThan")}}": {{Pick("3", "10000")}} } }""",
        6 => $$"""{ "condition": "{{Pick("for it", "counted")}}" }""",
        7 or 8 => $$"""{ "{{Pick("all", "any", "none")}}": [ {{Where(depth - 1)}}, {{Where(depth - 1)}} ] }""",
        9 => $$"""{ "not": {{Where(depth - 1)}} }""",
        10 => $$"""{ "vote": { "{{Pick("in", "notIn")}}": ["yes", "no"] } }""",
        _ => Chance(2)
            ? $$"""{ "{{Pick("some", "no")}}": "states", "as": "other", "where": { "value": { "fact": "other.vote" }, "is": "yes" } }"""
            : $$"""{ "count": "envoys", "as": "envoy", "where": { "envoy.vote": "{{Pick("yes", "no")}}" }, "atLeast": 1 }""",
    };

    // What is asked of each State, often by a day of its own.
    private string Each(string id)
    {
        var by = Chance(4) ? ", \"by\": \"2022-01-31\"" : Chance(2) ? ", \"by\": { \"fact\": \"on\" }" : string.Empty;
        var strength = Chance(4) ? ", \"strength\": \"preferred\"" : string.Empty;
        return $$"""{ "id": "{{id}}", "forEach": {{Open("states")}}{{(Chance(2) ? ", \"as\": \"state\"" : string.Empty)}}{{strength}},"""
            + $$""" {{(Chance(2) ? string.Empty : $"\"when\": {Where(0)},")}} "require": {{Where(1)}}{{by}} }""";
    }

    // What many States fail, each in a line of its own.
    private string Many() => Chance(3) ? $"\"no\": \"states\", \"where\": {Where(1)}"
        : $$""" "every": "states", {{(Chance(2) ? string.Empty : $"\"where\": {Where(0)},")}}"""
            + $$""" "satisfy": { "any": [ {{Where(1)}}, {{Where(0)}} ] }""";

    // A rule that is open, or in the way, as often as others are.
    private string Simple(string id) =>
        $$"""{ "id": "{{id}}", "require": { "least": { "atLeast": {{Pick("3", "5", "9")}} } }"""
            + $$"""{{(Chance(2) ? string.Empty : ", \"by\": \"2022-02-01\"")}} }""";

    // So much that seldom anybody meets it all, and some come nearer than others.
    private string Several() => $$"""{ "all": [ { "kind": "big" }, {{Where(0)}}, {{Where(0)}}, {{Where(0)}} ] }""";

    private string Step() => Chance(4) ? Where(0) : $$"""{ "name": "{{Pick("Ada", "Bo", "Cy")}}" }""";

    private string Open(string list) => random.Next(6) switch
    {
        0 => $$"""{ "list": "{{list}}", "orderBy": { "descending": "weight" }, "take": {{Pick("1", "3")}} }""",
        1 => $$"""{ "list": "{{list}}", "where": {{Where(0)}} }""",
        _ => $"\"{list}\"",
    };

    private string Number() =>
        $"\"{Pick("atLeast", "atMost", "moreThan", "lessThan", "is", "isNot")}\": "
            + $"{Pick("0", "1", "2", "3", """{ "parameter": "few" }""", """{ "fact": "least" }""")}";

    private string Amount(bool ofAll) => $$"""{ {{Pick("\"count\": \"states\"", "\"sum\": \"states.weight\"")}}"""
        + $$"""{{(ofAll ? string.Empty : $", \"where\": {Where(0)}")}} }""";

    private string Fraction() =>
        $"\"{Pick("atLeast", "atMost", "moreThan", "lessThan", "is")}\": "
            + $"{Pick("\"1/2\"", """{ "fact": "limit" }""", """{ "if": { "limit": 2 }, "then": "1/2", "else": "2/3" }""",
                "\"2/3\"", "0.55", "\"1/3\"", "\"25 %\"", "\"33.33 %\"", "\"66.67 %\"", """{ "parameter": "share" }""")}";

    // Mostly whole: what is not may link anything.
    private string Pacts()
    {
        var pacts = Enumerable.Range(0, random.Next(5)).Select(i =>
            $$"""{ "name": "pact {{i}}"{{(Chance(6) ? string.Empty : $", \"ok\": {Pick("true", "true", "false")}")}},"""
                + $$""" "members": {{(Chance(12) ? """{ "known": ["Bo"] }""" : $"[{Member()}, {Member()}]")}} }""");
        return $"[{string.Join(", ", pacts)}]";

        string Member() => $"\"{Pick("Ada", "Bo", "Cy", "Di", "Ed")}\"";
    }

    private string List(int most, bool withEnvoys)
    {
        var items = string.Join(", ", Enumerable.Range(0, random.Next(most + 1)).Select(_ => State(withEnvoys)));
        return Chance(4) ? $$"""{ "known": [{{items}}], "complete": {{Pick("false", "false", "true")}} }"""
            : Chance(12) ? "null"
            : $"[{items}]";
    }

    private string State(bool withEnvoys)
    {
        List<string> facts = [$"\"name\": \"{Pick("Ada", "Bo", "Cy", "Di")}\""];
        Add("id", $"\"{Digits(9)}\"");
        Add("kind", $"\"{Pick("big", "small")}\"");
        Add("weight", Chance(3) ? Pick("123456", "10000", "654321") : Digits(9));
        Add("parts", Pick("0.1", "0.2", "0.25", "12.5"));
        Add("load", Pick("0.1", "0.2", "0.30000000000000004", "1", "2"));
        Add("vote", $"\"{Pick("yes", "no", "abstain", "yes")}\"");
        Add("ok", Pick("true", "false"));
        Add("on", Date());
        if (withEnvoys && Chance(3))
        {
            facts.Add($"\"envoys\": {List(2, withEnvoys: false)}");
        }

        return $$"""{ {{string.Join(", ", facts)}} }""";

        void Add(string name, string value)
        {
            if (!Chance(7))
            {
                facts.Add($"\"{name}\": {value}");
            }
        }
    }

    private string Date() =>
        $"\"{(Chance(5) ? Pick("2022-01", "2022") : Pick("2022-01-01", "2022-01-15", "2022-01-31", "2022-02-01", "2022-03-10"))}\"";

    private string Digits(int most) => random.Next(most + 1).ToString(CultureInfo.InvariantCulture);

    private string Pick(params string[] all) => Literals.Pick(random, all);

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;
}
