using System.Globalization;
using System.Text;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.RuleSets;

/// <summary>How much memory it takes from the text of rules to rules that can be evaluated.</summary>
public sealed class ReadingGarbageTests
{
    private const string Folder = "benchmarks/NegotiationRules.Benchmarks/Workload";
    private const int Times = 5;
    private const int Rules = 400;
    private const int MostForOne = 2_750;

    private static readonly RuleSetOptions Options = new()
    {
        Vocabulary = Vocabulary.Load(Repository.At($"{Folder}/situation.vocabulary.json")),
    };

    // Each kind of condition that most rules are made of, over and over with other values.
    private static readonly string[] Conditions =
    [
        """{ "every": "Parties", "satisfy": { "some": "Delegates", "where": { "Role": "legal", "Rank": { "atLeast": # } } } }""",
        """{ "Agreement.Written": true, "Agreement.LegallyBinding": true }""",
        """{ "Agreement.TermYears": { "atLeast": # } }""",
        """{ "any": [ { "Conduct.NewSanctions": false }, { "Talks.Mediated": true, "Trust": { "atLeast": # } } ] }""",
        """{ "Talks.StartDate": { "onOrAfter": "2022-01-09" } }""",
        """{ "Talks.Venue": { "in": ["Geneva", "Venue #"] } }""",
        """{ "Conduct.ArmsDeliveries": { "atMost": # }, "Agreement.Guarantees": { "contains": "guarantee-#" } }""",
    ];

    [Fact]
    public void RulesAreReadAndCheckedWithLittleGarbage()
    {
        var text = Text();
        Assert.Equal(Rules, Read(text).Rules.Count);
        Assert.Empty(Read(text).Warnings);
        Assert.InRange(Enumerable.Range(0, Times).Min(_ => BytesOf(text)) / Rules, 1, MostForOne);
    }

    private static string Text()
    {
        var text = new StringBuilder("""{ "name": "many", "stages": ["talks"], "rules": [ """);
        for (var i = 0; i < Rules; i++)
        {
            var condition = Conditions[i % Conditions.Length].Replace("#", $"{i % 50}", StringComparison.Ordinal);
            text.Append(i == 0 ? string.Empty : ", ")
                .Append(CultureInfo.InvariantCulture, $$"""{ "id": "rule-{{i}}", "require": {{condition}} }""");
        }

        return text.Append("] }").ToString();
    }

    private static RuleSet Read(string text) => RuleSet.Parse(text, Options);

    private static long BytesOf(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = Read(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
