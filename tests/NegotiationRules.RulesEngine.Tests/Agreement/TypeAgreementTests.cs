using System.Globalization;
using System.Text.Json;
using RulesEngine.Models;

namespace NegotiationRules.RulesEngine.Tests.Agreement;

/// <summary>Whatever the type of an input or of its members: the results are those of RulesEngine.</summary>
public sealed class TypeAgreementTests
{
    [Theory]
    [InlineData("input1.Field == 3")]
    [InlineData("Assortment.Shared == 4")]
    [InlineData("input1.Point.X + input1.Point.Y == 3")]
    [InlineData("input1.Pair.Text == \"b\" && input1.Pair.Number < 2")]
    [InlineData("input1.Day == DateOnly(2022, 1, 10)")]
    [InlineData("input1.Day > DateOnly.Parse(\"2021-12-31\")")]
    [InlineData("input1.NoDay == null")]
    [InlineData("input1.NoDay < input1.Day")]
    [InlineData("input1.Day.Year == 2022")]
    [InlineData("input1.Moment > DateTimeOffset.Parse(\"2022-01-10T06:59:00Z\")")]
    [InlineData("input1.Moment.Hour == 9")]
    [InlineData("input1.Tiny < 0")]
    [InlineData("input1.Small + 1 == 65536")]
    [InlineData("input1.Pages - 2 > 0")]
    [InlineData("input1.Large > 3")]
    [InlineData("3000000000 - (3000000000 + input1.Small) < 0")]
    [InlineData("3000000000 + 3000000000 > 5000000000")]
    [InlineData("5U - 6U < 0")]
    [InlineData("0xFFFFFFFF + 1 > 0")]
    [InlineData("input1.Small - 65536 < 0")]
    [InlineData("input1.Fraction == 0.1")]
    [InlineData("input1.Fraction > 0.05")]
    [InlineData("input1.Numbers.Contains(2)")]
    [InlineData("input1.Numbers.Count == 3")]
    [InlineData("input1.Numbers.Any(n => n > 2)")]
    [InlineData("input1.Lazily.Count() == 2")]
    [InlineData("input1.Pairs.Any(p => p.Text == null)")]
    [InlineData("input1.Pairs.Count == 2")]
    [InlineData("input1.Pairs[1].Number == 2")]
    [InlineData("input1.Pairs.Where(p => p.Number > 1).First().Text == null")]
    [InlineData("input1.Words.Contains(\"a\")")]
    [InlineData("input1.Words[0] == \"a\"")]
    [InlineData("input1.Words[5] == \"a\"")]
    [InlineData("input1.Index[\"a\"] == 1")]
    [InlineData("input1.Index.ContainsKey(\"b\")")]
    [InlineData("input1.Index.Count == 1")]
    [InlineData("input1.Anything == 5")]
    [InlineData("input1.Anything != null")]
    [InlineData("input1.Grid.Any(g => g.Contains(3))")]
    [InlineData("input1.Grid.Count() == 2")]
    [InlineData("input1.Reading == 1 || input1.Reading == 2")]
    [InlineData("input1.Reading < 2")]
    [InlineData("input1.Doubled == 2")]
    [InlineData("input1.Total == 3")]
    [InlineData("input1.Field == 3 || input1.Broken > 1")]
    [InlineData("input1.Broken > 1")]
    [InlineData("input1.Kind == \"base\"")]
    [InlineData("input1.Kind == \"derived0\"")]
    [InlineData("input1.Self == null || input1.Self.Self == null")]
    [InlineData("input1.Self.Field == 3")]
    [InlineData("input1.Named < 4")]
    [InlineData("input1.Hidden < 5")]
    [InlineData("input1[0] == \"a\"")]
    [InlineData("input1.Count() == 2")]
    [InlineData("input1.Twice(2) == 4")]
    [InlineData("Field == 3")]
    [InlineData("it.Field == 3")]
    [InlineData("Field == 3 && Pairs.Any(Number == 2 && Text == null)")]
    [InlineData("input2 == 7")]
    [InlineData("input2 > 3 && input1.Field == 3")]
    [InlineData("input3.StartsWith(\"G\") && input3.Length > input2")]
    [InlineData("input4.Any(it > 2) && input4[0] == 1")]
    [InlineData("input5.Name == \"US\"")]
    [InlineData("input6 == null")]
    [InlineData("DateTime.Now > DateTime(2020, 1, 1) && DateTime.UtcNow > DateTime(2020, 1, 1)")]
    [InlineData("DateTime.Today.Year > 2000")]
    public async Task ResultsAreThoseOfTheOriginal(string expression)
    {
        var workflow = new ModelWorkflow
        {
            WorkflowName = "types",
            Rules =
            [
                new()
                {
                    RuleName = "rule",
                    Expression = expression,
                    ErrorMessage = "no $(input1.Named) $(input1.renamed) $(input1.Hidden) $(input2)",
                },
            ],
        };
        var json = JsonSerializer.SerializeToElement(new { Name = "US" });
        Func<object[]>[] cases =
        [
            () => [new Assortment()],
            () => [new Assortment { Self = new Assortment() }],
            () => [new Derived()],
            () => [new Assortment { Pairs = [new(2, "x"), null!], Words = ["b", null!] }],
            () => [new Assortment(), 7, "Geneva", new[] { 1, 2, 3 }, json, null!],
            () =>
                [
                    new Derived(),
                    7L,
                    "geneva",
                    new List<double> { 1, 2.5 },
                    new Dictionary<string, object> { ["Name"] = "US" },
                    new object(),
                ],
        ];
        var original = new OriginalEngine([workflow]);
        var ours = new NegotiationRulesEngine([workflow]);
        foreach (var make in cases)
        {
            for (var i = 0; i < 2; i++)
            {
                var (theirInputs, ourInputs) = (make(), make());
                Assert.Equal(
                    await ResultText.OfAsync(() => original.ExecuteAllRulesAsync("types", theirInputs)),
                    await ResultText.OfAsync(() => ours.ExecuteAllRulesAsync("types", ourInputs)));
            }
        }
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("cs-CZ")]
    [InlineData("hu-HU")]
    [InlineData("da-DK")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public async Task TheCultureOfTheThreadCountsAsThere(string culture)
    {
        string[] expressions =
        [
            "input1.ToUpper() == \"TITLE\"",
            "input1.ToLower() == \"title\"",
            "input1.StartsWith(\"c\")",
            "input1.EndsWith(\"s\")",
            "input1.IndexOf(\"h\") > 0",
            "input1.Contains(\"c\")",
            "DateTime.Parse(\"2022-01-10\").Year == 2022",
            "Convert.ToDouble(\"1.5\") > 1",
            "(input1 + 1.5) == \"csak1,5\"",
            "input1.Equals(\"TITLE\", StringComparison.OrdinalIgnoreCase)",
            "string.Compare(input1, \"d\") < 0",
        ];
        var workflow = new ModelWorkflow
        {
            WorkflowName = "w",
            Rules = [.. expressions.Select((text, i) => new ModelRule { RuleName = $"r{i}", Expression = text })],
        };
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            foreach (var input in (string[])["title", "TITLE", "chata", "csak", "aas", "Titles"])
            {
                Assert.Equal(
                    await ResultText.OfAsync(() => new OriginalEngine([workflow]).ExecuteAllRulesAsync("w", input)),
                    await ResultText.OfAsync(() => new NegotiationRulesEngine([workflow]).ExecuteAllRulesAsync("w", input)));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task TypesThatTheApplicationNamesAreThereToo()
    {
        var workflow = new ModelWorkflow
        {
            WorkflowName = "named",
            Rules =
            [
                new() { RuleName = "word", Expression = "input1.Stage == Stage.InForce" },
                new() { RuleName = "number", Expression = "input1.Stage == 7" },
                new() { RuleName = "text", Expression = "input1.Stage == \"InForce\"" },
                new() { RuleName = "method", Expression = "Custom.IsOpen(input1.Stage)" },
            ],
        };
        foreach (var types in (Type[]?[])[null, [typeof(Stage)], [typeof(Stage), typeof(Custom)]])
        {
            var settings = new ReSettings { CustomTypes = types };
            foreach (var stage in (Stage[])[Stage.Draft, Stage.InForce, (Stage)99])
            {
                Assert.Equal(
                    await ResultText.OfAsync(() =>
                        new OriginalEngine([workflow], settings).ExecuteAllRulesAsync("named", new Treaty { Stage = stage })
                    ),
                    await ResultText.OfAsync(() =>
                        new NegotiationRulesEngine([workflow], settings).ExecuteAllRulesAsync("named", new Treaty { Stage = stage })
                    )
                );
            }
        }
    }

    public static class Custom
    {
        public static bool IsOpen(Stage stage) => stage < Stage.InForce;
    }
}
