using System.Text.RegularExpressions;
using NegotiationRules.Workflows.Translation;

namespace NegotiationRules.Workflows.Tests.Translation;

/// <summary>A pattern of .NET means the same when it has become one of rules.</summary>
public sealed class DotNetPatternTests
{
    private static readonly string[] Texts =
        ["", "a", "a\n", "a\nb", "é", "٣", "3", " ", "\u0085", "\uFEFF", "_", "ab 12", "x\ry", "[", "]", "a.b", "$", "AB-12\n", "-"];

    private static readonly string[] Patterns =
    [
        "^a$", "a$", @"^a\z", @"\Aa\Z", "a.b", "^.$", @"^\d+$", @"^\w+$", @"^\W$", @"^\s$", @"^\S$",
        @"[\w-]", @"[\d.]", @"^\D$", @"\.", @"\$",
        "[$.]", "^[A-Z]{2}-[0-9]+$", "(a|b)$", "",
    ];

    [Fact]
    public void WhatFitsTheOneFitsTheOther() => Assert.All(
        from pattern in Patterns from text in Texts select (pattern, text),
        pair =>
        {
            var rules = RuleSet.Parse(
                $$"""
                { "name": "p", "stages": ["s"], "rules": [ { "id": "p", "require": { "text": { "matches": {{Quote(
                    DotNetPattern.ToRules(pair.pattern)!)}} } } } ] }
                """,
                new RuleSetOptions { Vocabulary = Vocabulary.Parse("""{ "properties": { "text": { "type": "string" } } }""") });
            var verdict = rules.Evaluate(Scenario.Parse($$"""{ "text": {{Quote(pair.text)}} }"""));
            var expected = Regex.IsMatch(pair.text, pair.pattern) ? RuleOutcome.Satisfied : RuleOutcome.Violated;
            Assert.Equal((pair.pattern, pair.text, expected), (pair.pattern, pair.text, verdict.Rule("p").Outcome));
        });

    [Theory]
    [InlineData(@"[\W]")]
    [InlineData("[a-z-[aeiou]]")]
    [InlineData("(?m)^a$")]
    public void WhatHasNoCounterpartIsNotGuessed(string pattern) => Assert.Null(DotNetPattern.ToRules(pattern));

    private static string Quote(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
