using System.Globalization;
using System.Text;

namespace NegotiationRules.Tests.Agreement;

/// <summary>Rule sets in which the same forms come over and over with other constants: what lanes are for.</summary>
internal static class LaneAgreementForms
{
    public static Vocabulary Vocabulary { get; } = Vocabulary.Parse(
        """
        { "type": "object", "properties": {
            "asOf": { "type": "string", "format": "date" },
            "flag": { "type": "boolean" },
            "small": { "type": "integer", "minimum": -5, "maximum": 40 },
            "large": { "type": "integer", "minimum": 0 },
            "exact": { "type": "number", "multipleOf": 0.01 },
            "real": { "type": "number", "minimum": -2 },
            "day": { "type": "string", "format": "date" },
            "moment": { "type": "string", "format": "date-time" },
            "word": { "type": "string" },
            "tags": { "type": "array", "items": { "type": "string" } },
            "items": { "type": "array", "items": { "type": "object", "properties": {
                "number": { "type": "integer", "minimum": 0, "maximum": 20 },
                "kind": { "type": "string" },
                "since": { "type": "string", "format": "date" },
                "parts": { "type": "array", "maxItems": 3, "items": { "type": "object", "properties": {
                    "weight": { "type": "integer" }, "name": { "type": "string" }, "open": { "type": "boolean" } } } } } } } } }
        """,
        "forms");

    public static RuleSet Make(int times) => Make(times, Forms);

    /// <summary>Rules of which lanes go over the lists themselves, however few: texts and whole numbers of elements, and facts of the
    /// scenario.</summary>
    public static RuleSet MakeWithoutMachine(int times) => Make(times, FormsWithoutMachine);

    private static RuleSet Make(int times, Func<int, IEnumerable<string>> forms)
    {
        var text = new StringBuilder("{ \"name\": \"forms\", \"stages\": [\"talks\", \"agreement\"], \"rules\": [");
        var count = 0;
        for (var n = 0; n < times; n++)
        {
            foreach (var form in forms(n))
            {
                text.Append(count == 0 ? "\n  " : ",\n  ");
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{{ \"id\": \"{count++}\", \"stage\": \"{(count % 5 == 0 ? "agreement" : "talks")}\", {form} }}"
                );
            }
        }

        return RuleSet.Parse(text.Append("\n] }").ToString(), new RuleSetOptions { Vocabulary = Vocabulary });
    }

    private static IEnumerable<string> Forms(int n)
    {
        var (day, word, other) = ($"20{(n % 30) + 22:00}-{(n % 12) + 1:00}-{(n % 28) + 1:00}", Word(n), Word(n + 1));
        yield return $$"""  "require": { "small": { "atLeast": {{(n % 44) - 4}} } } """;
        yield return $$"""  "require": { "small": { "atLeast": {{n % 7}}, "atMost": {{(n % 19) + 6}} } } """;
        yield return $$"""  "require": { "large": { "lessThan": {{n + 1}} } }, "when": { "word": "{{word}}" } """;
        yield return $$"""  "strength": "{{(n % 3 == 0 ? "required" : "expected")}}","""
            + $$""" "require": { "exact": { "moreThan": {{n % 90}}.5 } } """;
        yield return $$"""  "require": { "any": [ { "real": { "atMost": {{n % 11}}.25 } }, { "not": { "flag": true } } ] } """;
        yield return $$"""  "require": { "day": { "onOrAfter": "{{day}}" } }, "by": "{{day}}" """;
        yield return $$"""  "require": { "day": { "between": ["2021-12-31", "{{day}}"] }, "moment": { "before": "{{day}}T12:00:00Z" } } """;
        yield return $$"""  "require": { "word": { "in": ["{{word}}", "{{other}}", "alpha"] } } """;
        yield return $$"""  "warnWhen": { "tags": { "contains": "{{word}}" } } """;
        yield return $$"""  "require": { "some": "items", "where": { "kind": "{{word}}", "number": { "atMost": {{n % 20}} } } } """;
        yield return $$"""  "require": { "every": "items", "where": { "since": { "before": "{{day}}" } },"""
            + $$""" "satisfy": { "some": "parts", "where": { "name": "{{other}}", "weight": { "atLeast": {{n % 5}} } } } } """;
        yield return $$"""  "require": { "no": "items.parts", "where": { "weight": { "moreThan": {{n % 6}} }, "open": true } } """;
        yield return $$"""  "require": { "count": "items", "where": { "number": { "atLeast": 3 } },"""
            + $$""" "{{(n % 2 == 0 ? "atLeast" : "lessThan")}}": {{(n % 9) + 1}} } """;
        yield return $$"""  "require": { "atLeast": 2, "of": [ { "small": {{n % 9}} }, { "large": { "atLeast": {{(n % 4) + 1}} } },"""
            + $$""" { "flag": true }, { "word": "{{word}}" } ] } """;
        yield return $$"""  "require": { "sum": "items.number", "atMost": {{n % 60}} }, "when": { "small": { "known": true } } """;
        yield return $$"""  "require": { "some": "items", "as": "item", "where": { "all": [ { "small": { "atLeast": {{n % 13}} } },"""
            + $$""" { "value": { "fact": "item.number" }, "lessThan": { "fact": "small", "plus": {{n % 5}} } } ] } } """;
        yield return $$"""  "require": { "min": "items.since", "onOrAfter": "{{day}}" } """;
        yield return $$"""  "require": { "value": { "fact": "day", "plus": "P{{n % 4}}M", "to": "endOfMonth" }, "isNot": "{{day}}" } """;
        yield return $$"""  "require": { "share": "items", "where": { "number": { "atLeast": {{(n % 4) + 1}} } },"""
            + $$""" "atLeast": "{{(n % 3) + 1}}/4" } """;
        yield return $$"""  "require": { "word": { "startsWith": "{{word[..1]}}" } } """;
    }

    private static IEnumerable<string> FormsWithoutMachine(int n)
    {
        var (word, other) = (Word(n), Word(n + 1));
        yield return $$"""  "require": { "some": "items", "where": { "kind": "{{word}}", "number": { "atMost": {{n % 20}} } } } """;
        yield return $$"""  "require": { "every": "items", "satisfy": { "some": "parts", "where": { "name": "{{other}}","""
            + $$""" "weight": { "atLeast": {{n % 5}} } } } }, "when": { "small": { "atLeast": {{n % 13}} } } """;
        yield return $$"""  "require": { "every": "items", "satisfy": {"""
            + $$""" "number": { "atLeast": {{n % 9}}, "atMost": {{(n % 7) + 12}} } } } """;
        yield return $$"""  "require": { "some": "items", "where": { "kind": { "in": ["{{word}}", "alpha", "word {{n + 400}}"] },"""
            + $$""" "number": { "moreThan": {{n % 4}} } } } """;
        yield return $$"""  "require": { "some": "items", "where": { "atLeast": 2, "of": [ { "kind": "{{other}}" },"""
            + $$""" { "number": { "atMost": {{n % 15}} } }, { "number": { "moreThan": {{n % 6}} } } ] } } """;
        yield return $$"""  "warnWhen": { "tags": { "contains": "{{word}}" }, "flag": true } """;
    }

    // A few that scenarios use, and then many that none does.
    private static string Word(int n) => (n % 9) switch { 0 => "alpha", 1 => "beta", 2 => "gamma", 3 => "ab", _ => $"word {n}" };
}
