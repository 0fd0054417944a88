using System.Text.Json;
using System.Text.RegularExpressions;
using NegotiationRules.Syntax;
using NegotiationRules.Tests.Support;
using NegotiationRules.Tests.Syntax;

namespace NegotiationRules.Tests.Readme;

/// <summary>The page of the rule language has every word of the language and none besides, and what it shows can be written so.</summary>
public sealed partial class LanguagePageTests
{
    private static readonly string Page = ToolTranscript.RepositoryFile("rules/README.md");

    private static readonly JsonElement Schema = JsonDocument
        .Parse(ToolTranscript.RepositoryFile("rules/schema/rules.schema.json"))
        .RootElement;

    private static readonly JsonElement TestsSchema = JsonDocument
        .Parse(ToolTranscript.RepositoryFile("rules/schema/tests.schema.json"))
        .RootElement;

    [Fact]
    public void EveryFormOfThePageCanBeWrittenAndNoneIsMissing() =>
        AssertExamples(Rows("## 2. Conditions", "form"), LanguageExamples.Conditions);

    [Fact]
    public void EveryOperandOfThePageCanBeWrittenAndNoneIsMissing() =>
        AssertExamples(Rows("## 3. Operands", "form"), LanguageExamples.Operands);

    [Fact]
    public void TheExamplesUseEveryWordOfTheLanguage()
    {
        var examples = string.Concat(
            LanguageExamples.Conditions.Values.Concat(LanguageExamples.Operands.Values).Concat(LanguageExamples.More)
        );
        // The built-in vocabulary has no date-times.
        OperandFunction[] ofInstants =
        [
            OperandFunction.Hour, OperandFunction.Minute, OperandFunction.Second, OperandFunction.DateOf,
            OperandFunction.TimeOfDay,
        ];
        Assert.All(
            [
                .. FormWords.All, .. Operators.Names, .. CalendarMoves.Names,
                .. OperandFunctions.All.Except(ofInstants.Select(OperandFunctions.NameOf)),
            ],
            word => Assert.Contains($"\"{word}\"", examples, StringComparison.Ordinal));
    }

    [Fact]
    public void AllExamplesAreCheckedWithoutADiagnostic()
    {
        var conditions = LanguageExamples.Conditions.Values.Concat(LanguageExamples.Operands.Values).Concat(LanguageExamples.More).ToList();
        var rules = string.Join(",\n", conditions.Select((condition, i) => $$"""{ "id": "rule-{{i}}", "require": {{condition}} }"""));
        RuleSet.TryParse(
            $$"""
            {
              "name": "page", "stages": ["talks"],
              "parameters": { "leastTermYears": 10, "annex": ["RU", "US"] },
              "conditions": { "military at the table": { "some": "parties.delegates", "where": { "role": "military" } } },
              "quantities": { "total baseline": { "sum": "parties.population" } },
              "rules": [
            { "id": "legally-binding", "require": { "agreement.legallyBinding": true } },
            {{rules}}
              ]
            }
            """,
            new RuleSetOptions(),
            out _,
            out var diagnostics);

        Assert.Empty(diagnostics.Select(d => d.ToString()));
    }

    [Fact]
    public void TheTablesOfFilesAndRulesHaveTheKeysThatThereAre()
    {
        Assert.Equal(KeysOf(Schema), Words(Rows("## 1. A rule file", "key")));
        Assert.Equal(KeysOf(Schema.GetProperty("$defs").GetProperty("rule")), Words(Rows("### A rule", "key")));
    }

    [Fact]
    public void TheTableOfComparisonsHasTheOperatorsThatThereAre() =>
        Assert.Equal(Operators.Names.Order(StringComparer.Ordinal), Words(Rows("### Comparisons", "operator")));

    [Fact]
    public void TheTableOfArithmeticHasTheKeysAndTheMovesThatThereAre()
    {
        var rows = Rows("## 3. Operands", "key");
        Assert.Equal(["minus", "plus", "times", "to"], Words(rows));
        var moves = Codes(rows.Single(row => row[0] == "`to`")[1]);
        Assert.Equal(CalendarMoves.Names.Order(StringComparer.Ordinal), moves.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheTableOfFunctionsHasTheFunctionsThatThereAre() =>
        Assert.Equal(OperandFunctions.All.Order(StringComparer.Ordinal), Words(Rows("### Functions", "function")));

    [Fact]
    public void EveryWordOfAFormIsOnThePage()
    {
        var code = string.Join('\n', Codes(Page));
        string[] words =
        [
            .. FormWords.All,
            .. KeysOf(Schema.GetProperty("$defs").GetProperty("source")), .. KeysOf(Schema.GetProperty("$defs").GetProperty("document")),
            "known", "complete", "x-label", "x-completeBy",
        ];
        Assert.All(words, word => Assert.Matches($@"(^|\W){Regex.Escape(word)}(\W|$)", code));
    }

    [Fact]
    public void WhatTheTablesOfFilesAndRulesShowCanBeRead()
    {
        var shown = 0;
        foreach (var (heading, isRule) in new[] { ("## 1. A rule file", false), ("### A rule", true) })
        {
            foreach (var row in Rows(heading, "key"))
            {
                var key = Codes(row[0])[0];
                foreach (var value in Codes(row[1]).Where(IsJson))
                {
                    shown++;
                    var rule = isRule
                        ? $$"""{ "id": "a", "require": { "a": 1 }, "{{key}}": {{value}} }"""
                        : """{ "id": "a", "require": { "a": 1 } }""";
                    var file =
                        isRule || key == "name"
                            ? """{ "name": "page", "stages": ["talks"], """
                            : $$"""{ "name": "page", "{{key}}": {{value}}, """;
                    Assert.Empty(ReadRules.Try($$"""{{file}} "rules": [ {{rule}} ] }""").Reports.Select(d => d.ToString()));
                }
            }
        }

        Assert.True(shown >= 8, $"only {shown} values are shown");
    }

    [Fact]
    public void ThePageOfTestsHasTheKeysThatThereAre()
    {
        var cases = TestsSchema.GetProperty("$defs").GetProperty("case").GetProperty("anyOf").EnumerateArray().SelectMany(KeysOf);
        var keys = KeysOf(TestsSchema)
            .Where(key => key != "$schema")
            .Concat(cases)
            .Concat(KeysOf(TestsSchema.GetProperty("$defs").GetProperty("expect")))
            .Distinct();
        var rows = Rows("## 7. Tests", "key");

        var code = string.Join('\n', rows.SelectMany(row => row).SelectMany(Codes));
        Assert.All(keys, key => Assert.Matches($@"(^|\W){key}(\W|$)", code));
        Assert.Empty(Words(rows).Except(keys));
    }

    // Each form of the page has an example, each example a form of the page, and the example has the keys that the form shows.
    private static void AssertExamples(IReadOnlyList<string[]> rows, IReadOnlyDictionary<string, string> examples)
    {
        var forms = rows.SelectMany(row => Codes(row[0])).ToList();
        Assert.Equal(forms.Order(StringComparer.Ordinal), examples.Keys.Order(StringComparer.Ordinal));
        foreach (var (form, example) in examples)
        {
            Assert.All(Key().Matches(form), key => Assert.Contains(key.Value, example, StringComparison.Ordinal));
            Assert.True(
                !IsJson(form) || form.Contains('…', StringComparison.Ordinal) || example.Contains(form, StringComparison.Ordinal),
                $"{form} is complete, so its example is the form itself"
            );
        }
    }

    // The rows of the first table below the heading whose first column has the name.
    private static List<string[]> Rows(string heading, string column)
    {
        var from = Page.IndexOf($"{heading}\n", StringComparison.Ordinal);
        Assert.True(from >= 0, $"there is no heading {heading}");
        var table = Regex.Match(Page[from..], $@"^\| {column} \|.*\n\|[-|]+\n((\|.*\n)+)", RegexOptions.Multiline).Groups[1].Value;
        Assert.NotEmpty(table);
        return [.. table.TrimEnd('\n').Split('\n').Select(row => row.Trim('|').Split(" | ").Select(cell => cell.Trim()).ToArray())];
    }

    private static IEnumerable<string> Words(IReadOnlyList<string[]> rows) =>
        rows.SelectMany(row => Codes(row[0])).Order(StringComparer.Ordinal);

    private static IEnumerable<string> KeysOf(JsonElement schema) =>
        schema.GetProperty("properties").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal);

    private static List<string> Codes(string text) => [.. Code().Matches(text).Select(match => match.Groups[1].Value)];

    private static bool IsJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("\"[A-Za-z.]+\":")]
    private static partial Regex Key();
}
