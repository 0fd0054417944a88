using System.Text.Json;
using NegotiationRules.Syntax;

namespace NegotiationRules.Tests.Conformance;

/// <summary>Every case of <c>tests/conformance</c>, and that the corpus is as large as its README says.</summary>
public class ConformanceTests
{
    private static readonly string[] Truths = ["true", "false", "unknown"];

    public static TheoryData<string, string> Cases { get; } = CasesWhere(c => c.ExpectedTruth is not null);

    public static TheoryData<string, string> CasesWithRules { get; } = CasesWhere(c => c.ExpectedTruth is null);

    [Theory]
    [MemberData(nameof(Cases))]
    public void AConditionIsAsExpected(string file, string name)
    {
        var @case = Find(file, name);
        Assert.Equal(@case.ExpectedTruth, @case.Truth());
    }

    [Theory]
    [MemberData(nameof(CasesWithRules))]
    public void RulesAndStagesAreAsExpected(string file, string name)
    {
        var @case = Find(file, name);
        var verdict = @case.Rules.Evaluate(@case.Scenario);
        foreach (var expected in @case.Expected.EnumerateObject())
        {
            Assert.Equal(Expected(expected), Actual(verdict, expected));
        }
    }

    [Fact]
    public void WhateverIsEvaluatedCanBeDescribedAndExplained()
    {
        var failed = ConformanceFile.Names.SelectMany(n => ConformanceFile.Named(n).Cases)
            .Where(c => c.ExpectedTruth != "out of range")
            .Select(c => (c.Name, Thrown: Record.Exception(() => DescribeAndExplain(c))))
            .Where(c => c.Thrown is not null);

        Assert.Empty(failed.Select(c => $"{c.Name}: {c.Thrown}"));
    }

    private static void DescribeAndExplain(ConformanceCase @case)
    {
        var rules = @case.Rules;
        Assert.NotEmpty(rules.Describe());
        Assert.NotEmpty(rules.Evaluate(@case.Scenario).Explain(new ExplanationOptions { ShowAll = true }).ToText());
    }

    [Fact]
    public void ThereAreSeveralHundredCasesAndEachHasItsOwnName()
    {
        var all = ConformanceFile.Names.SelectMany(n => ConformanceFile.Named(n).Cases.Select(c => (File: n, c.Name))).ToList();
        Assert.True(all.Count >= 400, $"there are {all.Count} cases");
        Assert.Equal(all.Count, all.Distinct().Count());
    }

    [Fact]
    public void EveryOperatorIsSeenTrueFalseAndUnknown()
    {
        foreach (var name in Operators.Names)
        {
            var seen = ConformanceFile.Names.SelectMany(n => ConformanceFile.Named(n).Cases)
                .Where(c => c.ExpectedTruth is not null && c.RuleFile.Contains($"\"{name}\":", StringComparison.Ordinal))
                .Select(c => c.ExpectedTruth);
            Assert.Empty(Truths.Except(seen.OfType<string>()).Select(t => $"{name} is never {t}"));
        }
    }

    private static string Expected(JsonProperty expected) =>
        expected.Name switch
        {
            "rules" or "stages" or "holders" =>
                string.Join(", ", expected.Value.EnumerateObject().Select(o => $"{o.Name}: {o.Value.GetString()}")),
            "elements" => string.Join(", ", expected.Value.EnumerateObject().Select(rule =>
                $"{rule.Name}: {string.Join(", ", rule.Value.EnumerateObject().Select(e => $"{e.Name} {e.Value.GetString()}"))}")),
            "score" => expected.Value.ValueKind == JsonValueKind.Null
                ? "none"
                : string.Join(" to ", expected.Value.EnumerateArray().Select(e => e.GetDouble())),
            "warnings" => string.Join(", ", expected.Value.EnumerateArray().Select(e => e.GetString())),
            _ => expected.Value.GetString()!,
        };

    private static string Actual(Verdict verdict, JsonProperty expected) => expected.Name switch
    {
        "outcome" => Written(verdict.Outcome),
        "rules" => string.Join(", ", expected.Value.EnumerateObject().Select(o => $"{o.Name}: {Written(verdict.Rule(o.Name).Outcome)}")),
        "elements" => string.Join(", ", expected.Value.EnumerateObject().Select(rule =>
            $"{rule.Name}: {ElementsOf(verdict.Rule(rule.Name))}")),
        "holders" => string.Join(", ", expected.Value.EnumerateObject().Select(o => $"{o.Name}: {Written(verdict.For(o.Name).Outcome)}")),
        "stages" => string.Join(", ", expected.Value.EnumerateObject().Select(o => $"{o.Name}: {Written(verdict.Stage(o.Name).Outcome)}")),
        "score" => verdict.Score is { } score ? $"{score.Low} to {score.High}" : "none",
        "warnings" => string.Join(", ", verdict.Warnings.Select(w => w.Rule.Id)),
        _ => $"nothing is known of `{expected.Name}`",
    };

    private static string ElementsOf(RuleVerdict rule) => string.Join(", ", rule.Elements.Select(e => $"{e.Label} {Written(e.Outcome)}"));

    private static string Written<T>(T outcome)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString());

    private static ConformanceCase Find(string file, string name) => ConformanceFile.Named(file).Cases.Single(c => c.Name == name);

    private static TheoryData<string, string> CasesWhere(Func<ConformanceCase, bool> choose)
    {
        var data = new TheoryData<string, string>();
        foreach (var name in ConformanceFile.Names)
        {
            foreach (var @case in ConformanceFile.Named(name).Cases.Where(choose))
            {
                data.Add(name, @case.Name);
            }
        }

        return data;
    }
}
