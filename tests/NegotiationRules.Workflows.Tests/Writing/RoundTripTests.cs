using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Testing;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Tests.Writing;

/// <summary>Rules, written as workflows and read back, come to the same outcomes on every scenario that their tests have.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<string> TestsFiles { get; } = [.. Directory
        .GetFiles(Repository.At("rules"), "*.tests.json", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repository.At("rules"), path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(TestsFiles))]
    public void OutcomesAreTheSameThereAndBack(string path)
    {
        var differences = new List<string>();
        var (compared, open) = (0, 0);
        var there = new Dictionary<RuleSet, WorkflowFile>();
        foreach (var (name, rules, scenario) in ScenariosOf(Repository.At($"rules/{path}")))
        {
            if (!there.TryGetValue(rules, out var file))
            {
                there[rules] = file = WorkflowFile.Parse(
                    WorkflowWriter.Write(rules).Json,
                    new WorkflowOptions { Vocabulary = InputOf(rules.Vocabulary), LeavesFaultyRulesOpen = true }
                );
                Assert.DoesNotContain(file.Workflows.SelectMany(w => w.Rules), r => r.Faults.Count > 0);
            }

            var ours = rules.Evaluate(scenario);
            foreach (
                var theirs in file
                    .Workflows.SelectMany(w => w.RuleSet.Evaluate(AsInput(scenario)).Rules)
                    .Where(r => IsWritten(file, r.Rule.Id))
            )
            {
                var outcome = ours.Rules.Single(r => r.Rule.Id == theirs.Rule.Id).Outcome;
                if (outcome is RuleOutcome.Unknown or RuleOutcome.Pending)
                {
                    continue;
                }

                // The question whether a share is one of something is asked by itself, so less may be decided where not all is known.
                compared++;
                open += theirs.Outcome == RuleOutcome.Unknown ? 1 : 0;
                if (
                    theirs.Outcome != RuleOutcome.Unknown
                    && theirs.Outcome != (outcome == RuleOutcome.NotApplicable ? RuleOutcome.Satisfied : outcome)
                )
                {
                    differences.Add($"{name}: {theirs.Rule.Id} is {outcome} here and {theirs.Outcome} there and back");
                }
            }
        }

        Assert.True(compared > 0);
        Assert.True(open * 100 <= compared, $"{open} of {compared} are undecided there and back");
        Assert.True(differences.Count == 0, string.Join('\n', differences.Prepend($"{differences.Count} of {compared}")));
    }

    [Theory]
    [MemberData(nameof(TestsFiles))]
    public void RulesKeepWhatAWorkflowHasNoPlaceFor(string path)
    {
        var rules = ScenariosOf(Repository.At($"rules/{path}")).First().Rules;

        var file = WorkflowFile.Parse(
            WorkflowWriter.Write(rules).Json,
            new WorkflowOptions { Vocabulary = InputOf(rules.Vocabulary), LeavesFaultyRulesOpen = true }
        );

        Assert.All(
            file.Workflows.SelectMany(w => w.RuleSet.Rules).Where(r => IsWritten(file, r.Id)),
            read =>
            {
                var written = rules.Rules.Single(r => r.Id == read.Id);
                Assert.Equal(
                    (
                        written.Title, written.Description, written.Holder, written.IsRisk,
                        Strength: written.IsRisk ? read.Strength : written.Strength,
                        Weight: written.IsRisk ? read.Weight : written.Weight
                    ),
                    (read.Title, read.Description, read.Holder, read.IsRisk, read.Strength, read.Weight)
                );
                Assert.Equal(
                    written.Sources.Select(s => (s.Document?.Title, s.Speaker, s.Article, s.Quote, s.Url)),
                    read.Sources.Select(s => (s.Document?.Title, s.Speaker, s.Article, s.Quote, s.Url))
                );
            }
        );
    }

    [Fact]
    public void AWorkflowThatWasReadIsWrittenWithItsInputs()
    {
        const string Json = """
            { "WorkflowName": "Deal",
              "GlobalParams": [ { "Name": "large", "Expression": "order.total > 100" } ],
              "Rules": [
                { "RuleName": "Both", "Operator": "And", "ErrorMessage": "not for $(buyer.name)", "Rules": [
                  { "RuleName": "Big", "Expression": "large" },
                  { "RuleName": "Lines", "Expression":
                    "order.lines.Any(l => l.price * l.count >= 50) && buyer.name.StartsWith(\"A\", StringComparison.Ordinal)" } ] },
                { "RuleName": "Small", "Expression": "!large || order.lines.Count() < 3" } ] }
            """;
        string[] samples =
        [
            """{ "order": { "total": 120, "lines": [ { "price": 25, "count": 2 } ] }, "buyer": { "name": "Ann" } }""",
            """{ "order": { "total": 120, "lines": [ { "price": 25, "count": 1 }, { "price": 1, "count": 1 },"""
                + """ { "price": 1, "count": 1 } ] }, "buyer": { "name": "Ann" } }""",
            """{ "order": { "total": 90, "lines": [ { "price": 60, "count": 1 } ] }, "buyer": { "name": "Bob" } }""",
        ];
        var options = new WorkflowOptions { Samples = [.. samples.Select(s => Scenario.Parse(s))] };
        var read = WorkflowFile.Parse(Json, options).Workflows[0];
        var written = WorkflowWriter.Write(read.RuleSet, WorkflowInputs.Facts);
        var again = WorkflowFile.Parse(written.Json, options).Workflows[0];

        Assert.Contains("\"large\"", written.Json, StringComparison.Ordinal);
        Assert.Contains("not for $(buyer.name)", written.Json, StringComparison.Ordinal);
        Assert.Equal(["Deal"], written.WorkflowNames);
        Assert.Equal(read.Rules.Select(r => r.Name), again.Rules.Select(r => r.Name));
        Assert.All(options.Samples, sample => Assert.Equal(Outcomes(read, sample), Outcomes(again, sample)));
        Assert.Contains(options.Samples, sample => Outcomes(read, sample).Contains("Both: Satisfied"));
        Assert.Contains(options.Samples, sample => Outcomes(read, sample).Contains("Small: Violated"));
    }

    [Fact]
    public void ARuleThatCannotBeWrittenIsUnknownWhenItIsReadBack()
    {
        var rules = RuleSet.Parse("""
            { "name": "letters", "vocabulary": "negotiation", "stages": ["talks"], "rules": [
              { "id": "formal", "title": "A formal letter", "require": { "talks.venue": { "matches": "^Dear" } } },
              { "id": "mediated", "require": { "talks.mediated": true } } ] }
            """);
        var written = WorkflowWriter.Write(rules);

        var read = WorkflowFile.Parse(written.Json).Workflows[0];
        var verdict = read.Evaluate(Scenario.Parse("""{ "input1": { "talks": { "venue": "Dear all", "mediated": true } } }"""));

        Assert.Equal("NR7300", Assert.Single(written.Losses, loss => loss.Severity == DiagnosticSeverity.Error).Code);
        Assert.Equal((RuleOutcome.Unknown, RuleOutcome.Satisfied), (verdict.Rule("formal").Outcome, verdict.Rule("mediated").Outcome));
        Assert.Equal(StageOutcome.Undetermined, verdict.Verdict.Outcome);
        Assert.Equal("A formal letter", read.RuleSet.Rules[0].Title);
    }

    private static bool IsWritten(WorkflowFile file, string id) =>
        !file
            .Workflows.SelectMany(w => w.Rules)
            .Any(r => r.Id == id && ((IReadOnlyDictionary<string, object?>)r.Properties["NegotiationRules"]!).ContainsKey("notWritten"));

    private static IEnumerable<string> Outcomes(Workflow workflow, Scenario scenario) =>
        workflow.Evaluate(scenario).Verdict.Rules.Select(r => $"{r.Rule.Id}: {r.Outcome}").Order(StringComparer.Ordinal);

    private static IEnumerable<(string Name, RuleSet Rules, Scenario Scenario)> ScenariosOf(string path)
    {
        var bag = new DiagnosticBag();
        var (_, tests) = TestsFileReader.Read(path, RuleSetOptions.Default, null, bag);
        Assert.False(bag.HasErrors, string.Join('\n', bag.ToSorted()));
        return from test in tests
               from result in TestRun.Run(test, FileStore.Disk, ReadingLimits.Default)
               where result.Scenario is not null && test.Rules.TryEvaluate(result.Scenario, out _, out _)
               select (test.Name.Text, test.Rules, result.Scenario);
    }

    // The vocabulary of a workflow whose one input is a scenario.
    private static Vocabulary InputOf(Vocabulary vocabulary) =>
        Vocabulary.Parse(
            $$"""{ "properties": { "input1": {{JsonPrinter.Print(VocabularyWriter.Write(vocabulary.Root), indented: false)}} } }"""
        );

    private static Scenario AsInput(Scenario scenario) =>
        new(
            "input",
            new ObjectBuilder().Add("input1", new JsonObject(default, [.. scenario.Root.Members.Where(m => m.Name != "$schema")])).Build()
        );
}
