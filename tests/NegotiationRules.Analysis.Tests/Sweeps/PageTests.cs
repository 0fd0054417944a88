using System.Text.RegularExpressions;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Analysis.Tests.Sweeps;

/// <summary>The code of the page about sweeps is compiled and run.</summary>
public sealed class PageTests
{
    [Fact]
    public void TheCodeIsCompiledAndRun()
    {
        var rules = RuleSet.Parse("""
            {
              "name": "talks", "stages": ["talks"], "parameters": { "leastTermYears": 10 },
              "rules": [
                { "id": "long", "require": { "agreement.termYears": { "atLeast": { "parameter": "leastTermYears" } } } },
                { "id": "mediated", "require": { "talks.mediated": true } }
              ]
            }
            """);
        var scenario = Scenario.Parse("""{ "agreement": { "termYears": 12 } }""");
        using var output = new StringWriter { NewLine = "\n" };
        Console.Out = output;

        // <sweep>
        var sweep = new Sweep(rules, new SweepOptions
        {
            Given = scenario,
            Dimensions =
            [
                SweepDimension.OfParameter("leastTermYears", SweepDimension.Numbers(5, 20)),
                SweepDimension.OfFact("talks.mediated", [true, false]).WithWeights([3, 1]),
            ],
            Samples = 100_000,
            Seed = 7,
        });
        var found = sweep.Run();
        Console.WriteLine(found.Stages[0].Of(StageOutcome.Valid));
        File.WriteAllText("sweep.html", found.ToHtml());
        // </sweep>

        Assert.Equal(found.Stages[0].Of(StageOutcome.Valid) + "\n", output.ToString());
        Assert.Equal(100_000, found.Stages[0].Of(StageOutcome.Valid).Scenarios);
        Assert.Equal("sweep.html", File.Written.Name);
        Assert.StartsWith("<!DOCTYPE html>", File.Written.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void ThePageShowsTheCodeThatIsCompiledAndRun()
    {
        var page = System.IO.File.ReadAllText(Repository.At("rules/SWEEPS.md")).ReplaceLineEndings("\n");
        var source = System.IO.File.ReadAllText(Repository.At("tests/NegotiationRules.Analysis.Tests/Sweeps/PageTests.cs"));
        var marked = Regex.Match(
            source.ReplaceLineEndings("\n"), "        // <sweep>\n(.*?)\n        // </sweep>", RegexOptions.Singleline);

        Assert.Equal(
            string.Join('\n', marked.Groups[1].Value.Split('\n').Select(line => line.Length > 8 ? line[8..] : line)),
            Regex.Match(page, "```csharp\n(.*?)\n```", RegexOptions.Singleline).Groups[1].Value);
    }

    [Fact]
    public void ABarIsAsLongAsThePartThatItShows()
    {
        var rules = RuleSet.Parse("""
            { "name": "talks", "stages": ["talks"], "rules": [ { "id": "long", "require": { "agreement.termYears": { "atLeast": 4 } } } ] }
            """);
        var html = new Sweep(rules, new SweepOptions
        {
            Dimensions = [SweepDimension.OfFact("agreement.termYears", SweepDimension.Numbers(1, 5))],
        }).Run().ToHtml();

        Assert.Contains("<rect class=\"series-1\" width=\"60.00%\"", html, StringComparison.Ordinal);
        Assert.Contains("values of agreement.termYears (5 values)", html, StringComparison.Ordinal);
    }

    // What the code prints and writes is kept here, and nowhere else.
    private static class Console
    {
        [ThreadStatic]
        private static TextWriter? _out;

        public static TextWriter Out
        {
            set => _out = value;
        }

        public static void WriteLine(object told) => _out!.WriteLine(told);
    }

    private static class File
    {
        public static (string Name, string Text) Written { get; private set; }

        public static void WriteAllText(string name, string text) => Written = (name, text);
    }
}
