using NegotiationRules.Generation.Tests.Support;

namespace NegotiationRules.Generation.Tests.Agreement;

/// <summary>A number at the very ends of 64 bits is never taken for one that has no bound.</summary>
public sealed class EndsOf64BitsTests
{
    // With `open` unknown the code that knows of unknowns runs; with a null in the choice the number goes through a range.
    private static readonly RuleSet Rules = RuleSet.Parse(
        """
        { "name": "ends", "stages": ["talks"], "rules": [
          { "id": "less", "require": { "value": { "if": { "talks.started": true }, "then": { "fact": "one" }, "else": { "fact": "other" } },
            "lessThan": { "fact": "other" } } },
          { "id": "same", "require": { "value": { "fact": "one" }, "atLeast": { "fact": "one" } } },
          { "id": "twice", "require": { "value": { "fact": "other", "times": 2 }, "lessThan": { "fact": "one" } } } ] }
        """,
        new RuleSetOptions
        {
            Vocabulary = Vocabulary.Parse(
                """
                { "type": "object", "properties": { "one": { "type": "integer" }, "other": { "type": "integer" },
                  "talks": { "type": "object", "properties": { "started": { "type": "boolean" } } } } }
                """),
        });

    public static TheoryData<string> Scenarios =>
        [.. from one in Numbers from other in Numbers select $$"""{ "one": {{one}}, "other": {{other}} }"""];

    private static string[] Numbers =>
    [
        "-9223372036854775808", "-9223372036854775807", "-4611686018427387904", "null", "0", "4611686018427387904", "9223372036854775806",
        "9223372036854775807",
    ];

    // An OverflowException is no outcome, and it is told.
    [Theory]
    [MemberData(nameof(Scenarios))]
    public void WhatIsWrittenOutSaysWhatTheTreeWalkSaysOrOverflows(string numbers)
    {
        var written = WrittenRules.Compile([Rules])[0];
        foreach (var started in new[] { "true", "false", "null" })
        {
            written.AssertAgrees(Scenario.Parse(numbers[..^1] + $$""", "talks": { "started": {{started}} } }"""), numbers);
        }
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void WhatIsCompiledSaysWhatTheTreeWalkSays(string numbers)
    {
        var compiled = Rules.CompileFor<Ends>();
        Assert.True(compiled.IsCompiled, string.Join('\n', compiled.Fallbacks));
        foreach (bool? started in new bool?[] { true, false, null })
        {
            var facts = System.Text.Json.JsonSerializer.Deserialize<Ends>(numbers)!;
            facts.Talks = new Started { IsStarted = started };
            if (!Rules.TryEvaluate(Scenario.From(facts, Rules.Vocabulary), out var verdict, out _))
            {
                continue;
            }

            compiled.Evaluate(facts);
            Assert.Equal(verdict.Rules.Select(rule => rule.Outcome), verdict.Rules.Select(rule => compiled.OutcomeOf(rule.Rule)));
        }
    }

    private sealed class Ends
    {
        [System.Text.Json.Serialization.JsonPropertyName("one")]
        public long? One { get; set; }

        [System.Text.Json.Serialization.JsonPropertyName("other")]
        public long? Other { get; set; }

        public Started? Talks { get; set; }
    }

    private sealed class Started
    {
        [System.Text.Json.Serialization.JsonPropertyName("started")]
        public bool? IsStarted { get; set; }
    }
}
