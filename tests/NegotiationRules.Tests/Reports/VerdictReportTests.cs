using NegotiationRules.Tests.Cli;
using NegotiationRules.Tests.Support;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;
using ByNewtonsoft = Newtonsoft.Json.JsonConvert;
using BySystem = System.Text.Json.JsonSerializer;

namespace NegotiationRules.Tests.Reports;

/// <summary>A verdict as JSON: one shape, whoever writes it, and it can be read back.</summary>
public sealed partial class VerdictReportTests
{
    public static TheoryData<string, string> ShippedScenarios { get; } = Shipped();

    private static readonly System.Text.Json.JsonSerializerOptions Unlike = new(System.Text.Json.JsonSerializerDefaults.Web)
    {
        DictionaryKeyPolicy = System.Text.Json.JsonNamingPolicy.SnakeCaseUpper,
        PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.SnakeCaseUpper,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    [Fact]
    public void TheOutcomesAreWordsAndTheReasonsStandBeside() => Approved.Check(Postponed().ToReport().ToJson());

    [Fact]
    public void ElementsAndWhatSettlesThemStandBesideToo() =>
        Approved.Check(
            Of("security-guarantees/per-delegation.rules.json", "security-guarantees/scenarios/one-side-only").ToReport().ToJson());

    [Theory]
    [MemberData(nameof(ShippedScenarios))]
    public void BothSerializersWriteTheSameAndReadItBack(string rules, string scenario)
    {
        var verdict = Of(rules, scenario);
        var json = verdict.ToReport().ToJson();

        string[] written =
        [
            BySystem.Serialize(verdict), BySystem.Serialize(verdict.ToReport()),
            ByNewtonsoft.SerializeObject(verdict), ByNewtonsoft.SerializeObject(verdict.ToReport()),
            JToken.FromObject(verdict).ToString(),
        ];

        Assert.All(written, text => Assert.True(JToken.DeepEquals(JToken.Parse(json), JToken.Parse(text)), text));
        VerdictReport[] read =
        [
            VerdictReport.Parse(json), BySystem.Deserialize<VerdictReport>(written[0])!,
            ByNewtonsoft.DeserializeObject<VerdictReport>(written[2])!, JToken.Parse(json).ToObject<VerdictReport>()!,
        ];
        Assert.All(read, report => Assert.Equal(json, report.ToJson()));
    }

    [Theory]
    [MemberData(nameof(ShippedScenarios))]
    public void AReportSaysWhatItsVerdictSays(string rules, string scenario)
    {
        var verdict = Of(rules, scenario);
        var report = VerdictReport.Parse(verdict.ToReport().ToJson());

        Assert.Equal((verdict.Outcome, verdict.Score), (report.Outcome, report.Score));
        Assert.Equal(
            verdict.Stages.Select(stage =>
                (stage.Name, stage.Outcome, stage.Score, string.Join(' ', stage.Blocking.Select(rule => rule.Rule.Id)))),
            report.Stages.Select(stage => (stage.Name, stage.Outcome, stage.Score, string.Join(' ', stage.Blocking))));
        Assert.Equal(
            verdict.Rules.Select(rule => (rule.Rule.Id, rule.Outcome, rule.Reason(), string.Join(' ', rule.Unsettled))),
            report.Rules.Select(rule => (rule.Id, rule.Outcome, rule.Reason, string.Join(' ', rule.Unsettled))));
        Assert.Equal(
            verdict.Rules.SelectMany(rule => rule.Elements).Select(e => (e.Label, e.Path, e.Holder, e.Outcome, e.Reason())),
            report.Rules.SelectMany(rule => rule.Elements).Select(e => (e.Label, e.Path, e.Holder, e.Outcome, e.Reason)));
        Assert.Equal(verdict.Warnings.Select(rule => rule.Rule.Id), report.Warnings);
    }

    [Fact]
    public void WhatAProgramHasSetOfNamesAndEnumerationsChangesNothing()
    {
        var settings = new Newtonsoft.Json.JsonSerializerSettings
        {
            ContractResolver = new DefaultContractResolver
            {
                NamingStrategy = new SnakeCaseNamingStrategy { ProcessDictionaryKeys = true },
            },
            Converters = { new Newtonsoft.Json.Converters.StringEnumConverter() },
        };
        var verdict = Postponed();

        Assert.Equal(BySystem.Serialize(verdict), BySystem.Serialize(verdict, Unlike));
        Assert.Equal(ByNewtonsoft.SerializeObject(verdict), ByNewtonsoft.SerializeObject(verdict, settings));
    }

    [Fact]
    public void ALineOfTheToolIsAReport()
    {
        var line = ToolRun.Of("evaluate", Repository.At("rules/security-guarantees"), "postponed", "--format", "json").Out;
        var verdict = Postponed();

        var report = VerdictReport.Parse(line);

        Assert.Equal(verdict.Outcome, report.Outcome);
        Assert.Equal(verdict.Stages.Select(stage => stage.ToString()), report.Stages.Select(stage => stage.ToString()));
        Assert.Equal(verdict.Rules.Select(rule => (rule.Rule.Id, rule.Outcome)), report.Rules.Select(rule => (rule.Id, rule.Outcome)));
    }

    [Fact]
    public void ReasonsAreInTheLanguageThatIsAskedFor()
    {
        var rules = RuleSet.Parse("""
            { "name": "two", "stages": ["talks"], "rules": [
              { "id": "mediated", "require": { "talks.mediated": true },
                "because": { "en": "Somebody must mediate.", "de": "Jemand muss vermitteln." } } ] }
            """);
        var verdict = rules.Evaluate(Scenario.Parse("""{ "talks": { "mediated": false } }"""));

        Assert.Equal("Jemand muss vermitteln.", verdict.ToReport("de").Rule("mediated").Reason);
        Assert.Equal("Somebody must mediate.", verdict.ToReport("en").Rule("mediated").Reason);
    }

    [Fact]
    public void AVerdictIsNotReadBackAsAVerdictAndItIsSaidWhatToRead()
    {
        Assert.Contains("VerdictReport", Assert.Throws<NotSupportedException>(() => BySystem.Deserialize<Verdict>("{}")).Message);
        Assert.Contains("VerdictReport", Assert.Throws<NotSupportedException>(() => ByNewtonsoft.DeserializeObject<Verdict>("{}")).Message);
    }

    [Theory]
    [InlineData("""{ "stages": {} }""", "`rules`")]
    [InlineData("""[]""", "an object, not a list")]
    [InlineData("""{ "stages": { "talks": "fine" }, "rules": {} }""", "The outcome of `talks` is")]
    [InlineData("""{ "stages": { "talks": 1 }, "rules": {} }""", "<verdict>:1:24")]
    [InlineData("""{ "stages": {}, "rules": {}, "reasons": { "other": "…" } }""", "not among its `rules`")]
    [InlineData("""{ "stages": {}, "rules": {}, "score": { "low": 0 } }""", "`high`")]
    [InlineData("""{ "stages": {}, "rules": {} """, "NR1")]
    public void WhatIsNoReportIsRefusedAndItIsSaidWhy(string json, string why)
    {
        Assert.Contains(why, Assert.Throws<FormatException>(() => VerdictReport.Parse(json)).Message);
        if (why != "NR1")
        {
            Assert.Contains(
                why, Assert.Throws<System.Text.Json.JsonException>(() => BySystem.Deserialize<VerdictReport>(json)).Message);
            Assert.Contains(
                why.Replace(":24", string.Empty),
                Assert.Throws<Newtonsoft.Json.JsonSerializationException>(
                    () => ByNewtonsoft.DeserializeObject<VerdictReport>(json)).Message);
        }
    }

    [Fact]
    public void OutcomesAreWordsWhereverAProgramPutsThem()
    {
        var outcomes = new Dictionary<RuleOutcome, StageOutcome> { [RuleOutcome.NotApplicable] = StageOutcome.Undetermined };
        var json = BySystem.Serialize(outcomes);

        Assert.Equal("""{"notApplicable":"undetermined"}""", json);
        Assert.Equal(outcomes, BySystem.Deserialize<Dictionary<RuleOutcome, StageOutcome>>(json));
        Assert.Equal("\"notApplicable\"", ByNewtonsoft.SerializeObject(RuleOutcome.NotApplicable));
        Assert.Equal(Strength.Preferred, ByNewtonsoft.DeserializeObject<Strength>("\"preferred\""));
        Assert.Contains(
            "`undetermined`",
            Assert.Throws<System.Text.Json.JsonException>(() => BySystem.Deserialize<StageOutcome>("\"Valid\"")).Message);
    }

    [Fact]
    public void AContextThatWasGeneratedAheadOfTimeKnowsHow()
    {
        var verdict = Postponed();

        var json = BySystem.Serialize(verdict, Ahead.Default.Verdict);

        Assert.Equal(BySystem.Serialize(verdict), json);
        Assert.Equal(StageOutcome.Invalid, BySystem.Deserialize(json, Ahead.Default.VerdictReport)!.Outcome);
    }

    private static Verdict Postponed() =>
        Of("security-guarantees/security-guarantees.rules.json", "security-guarantees/scenarios/postponed");

    private static Verdict Of(string rules, string scenario) =>
        RuleSet.Load(Repository.At($"rules/{rules}")).Evaluate(Scenario.Load(Repository.At($"rules/{scenario}.scenario.json")));

    // Of each rule set the first two, so that each shape is met and the tests stay short.
    private static TheoryData<string, string> Shipped()
    {
        var shipped = new TheoryData<string, string>();
        foreach (var folder in Directory.GetDirectories(Repository.At("rules")))
        {
            var name = Path.GetFileName(folder);
            var scenarios = Path.Combine(folder, "scenarios");
            if (File.Exists(Path.Combine(folder, $"{name}.rules.json")) && Directory.Exists(scenarios))
            {
                foreach (var path in Directory.GetFiles(scenarios, "*.scenario.json").Order(StringComparer.Ordinal).Take(2))
                {
                    shipped.Add($"{name}/{name}.rules.json", $"{name}/scenarios/{Path.GetFileName(path)[..^".scenario.json".Length]}");
                }
            }
        }

        return shipped;
    }

    [System.Text.Json.Serialization.JsonSerializable(typeof(Verdict))]
    [System.Text.Json.Serialization.JsonSerializable(typeof(VerdictReport))]
    [System.Text.Json.Serialization.JsonSerializable(typeof(Scenario))]
    [System.Text.Json.Serialization.JsonSerializable(typeof(Diagnostic))]
    private sealed partial class Ahead : System.Text.Json.Serialization.JsonSerializerContext;
}
