using NegotiationRules.Facts;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;
using Newtonsoft.Json.Linq;

namespace NegotiationRules.Tests.Facts;

/// <summary>Every file of <c>Cases/Scenarios</c>, each with the whole report that a person approved.</summary>
public class ScenarioCasesTests
{
    private const string Folder = "tests/NegotiationRules.Tests/Cases/Scenarios";

    public static TheoryData<string> Cases { get; } = [.. Directory
        .GetFiles(Repository.At(Folder), "*.scenario.json")
        .Select(path => Path.GetFileName(path)[..^".scenario.json".Length])
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheReportIsTheApprovedOne(string name)
    {
        var file = $"{name}.scenario.json";
        if (Scenario.TryParseJson(File.ReadAllText(Repository.At($"{Folder}/{file}")), out var scenario, out var diagnostics, file))
        {
            _ = Bound.TryTo(Vocabulary.Load(Repository.At($"{Folder}/facts.vocabulary.json")), scenario, out diagnostics);
        }

        Assert.NotEmpty(diagnostics);
        Approve(diagnostics, name);
    }

    [Fact]
    public void ABuiltScenarioIsReportedByItsPaths()
    {
        var scenario = Scenario.Create().Set("rounds", 3.5m).Add("parties", p => p.Set("id", 7)).Build();

        _ = Bound.TryTo(Vocabulary.Load(Repository.At($"{Folder}/facts.vocabulary.json")), scenario, out var diagnostics);

        Approve(diagnostics, "built");
    }

    [Fact]
    public void AMissingFileIsReported()
    {
        var bag = new DiagnosticBag();
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        Assert.False(Scenario.TryLoad(path, out _, out var diagnostics));
        Assert.Contains("there is no such file", diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Throws<ScenarioException>(() => Scenario.Load(path));
        new ScenarioDiagnostics(bag).CannotRead("facts.scenario.json", "there is no such file");
        Approve(bag.ToSorted(), "missing-file");
    }

    [Fact]
    public void BytesThatAreNotUtf8AreReported()
    {
        Assert.False(Scenario.TryParseJson([(byte)'{', 0xFF, (byte)'}'], out _, out var diagnostics));

        Approve(diagnostics, "not-utf8");
    }

    [Fact]
    public void AnObjectThatContainsItselfIsReported()
    {
        var ring = new Ring();
        ring.Next = ring;

        Approve(Assert.Throws<ScenarioException>(() => Scenario.From(ring)).Diagnostics, "endless-object");
    }

    [Fact]
    public void AListThatIsTooLongIsReported()
    {
        var limits = new ReadingLimits { ListLength = 2 };

        Approve(
            Assert
                .Throws<ScenarioException>(() => Scenario.From(new JObject { ["tags"] = new JArray(1, 2, 3) }, "<long>", limits))
                .Diagnostics,
            "long-list"
        );
    }

    [Fact]
    public void WhatCannotBeAFactIsReported()
    {
        var facts = new JObject
        {
            ["raw"] = new JRaw("{ 1"),
            ["talks"] = new JObject { ["bytes"] = new JValue(new byte[3]) },
            ["call"] = new JArray(new JConstructor("Date")),
        };

        Approve(Assert.Throws<ScenarioException>(() => Scenario.From(facts)).Diagnostics, "no-facts");
    }

    private static void Approve(IReadOnlyList<Diagnostic> diagnostics, string name) =>
        Approved.CheckFile(string.Join("\n\n", diagnostics), Repository.At($"{Folder}/{name}.approved.txt"));

    private sealed class Ring
    {
        public Ring? Next { get; set; }
    }
}
