using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using NegotiationRules.Benchmarks.Workload;

namespace NegotiationRules.Benchmarks;

/// <summary>How long does it take from the text of rules and scenario to the first verdict, where nothing of it has run before? A new
/// process for each figure.</summary>
/// <remarks>The setup touches nothing of the library, and only text and files of what the floor uses.</remarks>
[SimpleJob(RunStrategy.ColdStart, launchCount: 10, warmupCount: 0, iterationCount: 1, invocationCount: 1)]
[MinColumn]
[MedianColumn]
public class ColdStartBenchmarks
{
    private const string Mixed = """
        {
          "AsOf": "2021-12-17",
          "Parties": [
            { "Id": "RU", "Delegates": [
              { "Name": "Ryabkov", "Role": "diplomat", "Rank": 5 }, { "Name": "Grushko", "Role": "diplomat", "Rank": 4 },
              { "Name": "Lawyer R", "Role": "legal", "Rank": 3 }, { "Name": "Fomin", "Role": "military", "Rank": 6 } ] },
            { "Id": "US", "Delegates": [
              { "Name": "Sherman", "Role": "diplomat", "Rank": 5 }, { "Name": "Lawyer U", "Role": "legal", "Rank": 3 },
              { "Name": "Donfried", "Role": "diplomat", "Rank": 4 }, { "Name": "Mingus", "Role": "legal", "Rank": 6 } ] }
          ],
          "Agreement": { "Written": true, "LegallyBinding": true, "TermYears": 5, "DraftPublished": true,
            "Guarantees": ["no-enlargement", "no-strike-weapons", "no-first-deployment"] },
          "Talks": { "StartDate": "2022-01-10", "Venue": "Kyiv", "AnnouncedParticipants": true, "Mediated": true },
          "Conduct": { "TroopsOnOwnSoil": true, "ArmsDeliveries": 2, "NewSanctions": true },
          "Trust": 40
        }
        """;

    private string _vocabulary = string.Empty;
    private string _rules = string.Empty;
    private int _bits;

    [GlobalSetup]
    public void Setup()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Workload");
        _vocabulary = File.ReadAllText(Path.Combine(folder, "situation.vocabulary.json"));
        _rules = File.ReadAllText(Path.Combine(folder, "ten-rules.rules.json"));
    }

    // Afterwards, because the check would warm what is measured.
    [GlobalCleanup]
    public void Check()
    {
        if (_bits != HandWritten.Evaluate(Situations.Mixed()))
        {
            throw new InvalidOperationException("The contenders do not agree.");
        }
    }

    /// <summary>The floor: a situation read by generated code, and ten conditions in C#. There are no rules to read.</summary>
    [Benchmark(Baseline = true)]
    public int HandWrittenRules() => _bits = HandWritten.Evaluate(JsonSerializer.Deserialize(Mixed, SituationJson.Default.Situation)!);

    /// <summary>Vocabulary and rules are read and checked, the scenario is read, ten rules are evaluated.</summary>
    [Benchmark]
    public int RulesFromText()
    {
        var rules = RuleSet.Parse(_rules, new RuleSetOptions { Vocabulary = Vocabulary.Parse(_vocabulary) });
        return _bits = TenRules.BitsOf(rules.Evaluate(Scenario.Parse(Mixed)));
    }
}
