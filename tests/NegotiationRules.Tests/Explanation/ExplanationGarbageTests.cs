using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Explanation;

/// <summary>How much memory an explanation asks for: of the ten rules that benchmarks explain, four violated.</summary>
public sealed class ExplanationGarbageTests
{
    private const string Rules = "benchmarks/NegotiationRules.Benchmarks/Workload/ten-rules.rules.json";

    private const string Mixed = """
        {
          "AsOf": "2021-12-17",
          "Parties": [
            { "Id": "RU", "Delegates": [{ "Name": "Ryabkov", "Role": "diplomat" }, { "Name": "Fomin", "Role": "military" }] },
            { "Id": "US", "Delegates": [
              { "Name": "Sherman", "Role": "diplomat" }, { "Name": "Lawyer U", "Role": "legal" },
              { "Name": "Donfried", "Role": "diplomat" }, { "Name": "Mingus", "Role": "legal" }] }
          ],
          "Agreement": { "Written": true, "LegallyBinding": true, "TermYears": 5, "DraftPublished": true,
            "Guarantees": ["no-first-deployment"] },
          "Talks": { "StartDate": "2022-01-10", "Venue": "Kyiv", "AnnouncedParticipants": true, "Mediated": true },
          "Conduct": { "TroopsOnOwnSoil": true, "ArmsDeliveries": 2, "NewSanctions": true },
          "Trust": 40
        }
        """;

    private const int Times = 10;

    private static readonly Verdict Verdict = RuleSet.Load(Repository.At(Rules)).Evaluate(Scenario.Parse(Mixed));

    [Fact]
    public void FourViolatedRulesOfTenAreToldWithLittleGarbage() => IsAtMost(17_500, () => Verdict.Explain().ToText());

    [Fact]
    public void FourViolatedRulesOfTenAreSummedUpWithLittleGarbage() => IsAtMost(12_000, Verdict.ToString);

    // What is kept with the rules is made the first time. Where the collector comes in between, what it leaves unused counts too.
    private static void IsAtMost(long bytes, Func<string> tell)
    {
        Assert.Contains("long-term", tell(), StringComparison.Ordinal);
        Assert.Contains("stands in the way", tell(), StringComparison.Ordinal);
        Assert.InRange(Enumerable.Range(0, Times).Min(_ => BytesOf(tell)), 1, bytes);
    }

    private static long BytesOf(Func<string> tell)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = tell();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
