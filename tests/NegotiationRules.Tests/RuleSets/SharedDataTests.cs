using NegotiationRules.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit.Abstractions;

namespace NegotiationRules.Tests.RuleSets;

/// <summary>
/// The whole of the data of which rule sets carry a part. It lies in a folder <c>shared</c> beside the repository; where there is none,
/// these tests say so and pass.
/// </summary>
public sealed class SharedDataTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, string> RuleOfReadingNote = new()
    {
        ["R01"] = "professional-military-present",
        ["R02"] = "both-services-in-each-delegation",
        ["R03"] = "no-delay",
        ["R04"] = "demand-accepted",
        ["R05"] = "main-negotiator-at-the-table",
        ["R06"] = "reliable-binding-and-long-term",
        ["R07"] = "still-breakable",
    };

    // What is expected of a line is said by the rule set's own tests of lines: the same mapping on more data.
    [Theory]
    [InlineData("security-council", 858)]
    [InlineData("treaty-entry-into-force", 527)]
    [InlineData("delegations", 197)]
    public void EveryLineComesOutAsItDid(string ruleSet, int cases)
    {
        if (Find($"{ruleSet}.jsonl") is not { } path)
        {
            return;
        }

        var tests = RuleTests.Load(Repository.At($"rules/{ruleSet}/{ruleSet}.tests.json"));
        Assert.NotEmpty(tests.NamesOfLines);
        foreach (var name in tests.NamesOfLines)
        {
            var results = tests.Stream(name, path).ToList();
            output.WriteLine($"{name}: {results.Count(r => r.Passed)} of {results.Count} passed");
            Assert.Equal(cases, results.Count);
            AssertPassed(results);
        }
    }

    // The 25 treaties as if they had no rules of their own: what each asks for is joined to its lines, from the file as it stands.
    [Fact]
    public void EveryTreatyComesOutAsItDidFromItsConditionAlone()
    {
        if (Find("treaty-entry-into-force.jsonl") is not { } path || Find("treaty-conditions.json") is not { } conditions)
        {
            return;
        }

        var conditionOf = ((JArray)Read(conditions)).ToDictionary(treaty => (string)treaty["id"]!, treaty => treaty["condition"]!);
        var folder = Directory.CreateTempSubdirectory("shared").FullName;
        var joined = Path.Combine(folder, "joined.jsonl");
        File.WriteAllLines(joined, File.ReadLines(path).Select(line => WithCondition(line, conditionOf)));

        var tests = RuleTests.Load(Repository.At("rules/treaty-entry-into-force/treaty-entry-into-force.tests.json"));
        var results = tests.Stream(tests.NamesOfLines[0], joined).ToList();

        Directory.Delete(folder, recursive: true);
        Assert.Equal(527, results.Count);
        AssertPassed(results);
    }

    // These are no lines, and what is expected of them is in the words of the notes that were made while reading the report.
    [Fact]
    public void EveryMomentOfTheReportComesOutAsItWasRead()
    {
        if (Find("security-guarantees.json") is not { } path)
        {
            return;
        }

        var tests = new JObject
        {
            ["rules"] = Repository.At("rules/security-guarantees/security-guarantees.rules.json"),
            ["tests"] = new JArray(((JArray)Read(path)).Select(TestOf)),
        };
        var folder = Directory.CreateTempSubdirectory("shared").FullName;
        var file = Path.Combine(folder, "security-guarantees.tests.json");
        File.WriteAllText(file, tests.ToString());

        var results = RuleTests.Load(file).Run();

        Directory.Delete(folder, recursive: true);
        Assert.Equal(8, results.Cases.Count);
        AssertPassed(results.Cases);
    }

    private static JToken Read(string path) => Parse(File.ReadAllText(path));

    private static JToken Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JToken.Load(reader);
    }

    private static string WithCondition(string line, Dictionary<string, JToken> conditionOf)
    {
        var parsed = Parse(line);
        var facts = (JObject)parsed["facts"]!;
        facts["condition"] = conditionOf[(string)facts["treaty"]!].DeepClone();
        facts["treaty"] = "without rules";
        return parsed.ToString(Formatting.None);
    }

    private static JObject TestOf(JToken moment) => new()
    {
        ["name"] = moment["id"],
        ["scenario"] = moment["facts"],
        ["expect"] = new JObject
        {
            ["outcome"] = moment["expected"]!["verdict"],
            ["rules"] = new JObject(
                ((JObject)moment["expected"]!["rules"]!).Properties()
                    .Select(p => new JProperty(RuleOfReadingNote[p.Name], OutcomeOf((string)p.Value!)))),
        },
    };

    private static string OutcomeOf(string word) => word switch { "undetermined" => "unknown", "triggered" => "violated", _ => word };

    private static void AssertPassed(IReadOnlyList<RuleTestResult> results)
    {
        var failed = results.Where(r => !r.Passed).ToList();
        Assert.True(failed.Count == 0, $"{failed.Count} of {results.Count} failed\n\n{string.Join("\n\n", failed.Take(20))}");
    }

    private string? Find(string file)
    {
        var path = Repository.At($"../shared/data/{file}");
        if (File.Exists(path))
        {
            return path;
        }

        output.WriteLine($"not run: there is no {path}");
        return null;
    }
}
