using NegotiationRules.Analysis.Questions;
using NegotiationRules.Syntax;
using NegotiationRules.Testing;
using NegotiationRules.Tests.Agreement;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Tests.Mutants;

/// <summary>Generated rules with tests of them: scenarios, each with what comes out of some of the rules. On disk, as tests are read from
/// files.</summary>
internal sealed class GeneratedTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mutants").FullName;

    private GeneratedTests(RuleSet rules, string text, RuleSetOptions options, IEnumerable<(Scenario Scenario, Verdict Verdict)> cases)
    {
        Options = options;
        File.WriteAllText(Path.Combine(_folder, "some.rules.json"), text);
        Cases = [.. cases];
        var tests = Cases.Select((one, i) => Object(
            ("name", new JsonText(default, $"test {i}")), ("scenario", one.Scenario.Root), ("expect", Object(
                ("rules", Object([.. one.Verdict.Rules.Where(rule => (rule.Rule.Index + i) % 3 != 0 || rules.Rules.Count == 1)
                    .Select(rule => (rule.Rule.Id, (JsonValue)new JsonText(default, OutcomeNames.Of(rule.Outcome))))])),
                ("outcome", new JsonText(default, OutcomeNames.Of(one.Verdict.Outcome)))))));
        var path = Path.Combine(_folder, "some.tests.json");
        File.WriteAllText(path, JsonPrinter.Print(
            Object(("rules", new JsonText(default, "some.rules.json")), ("tests", new JsonArray(default, [.. tests]))), indented: false));
        Tests = RuleTests.Load(path, options);
    }

    public RuleTests Tests { get; }

    public RuleSetOptions Options { get; }

    public IReadOnlyList<(Scenario Scenario, Verdict Verdict)> Cases { get; }

    /// <summary>The rules with a change, read again from the beginning.</summary>
    public RuleSet With(Mutation mutation) => RuleSet.Parse(new Cure([mutation.Edit]).ApplyTo(Tests.Rules.Text!), Options);

    /// <summary>Some tests; <see langword="null"/> for the few rules that the checker refuses, or that no scenario can be evaluated
    /// on.</summary>
    public static GeneratedTests? Of(RulesCase @case, int count)
    {
        if (@case.Rules.Rules is not { } rules)
        {
            return null;
        }

        var random = new Random(@case.Seed);
        var cases = new List<(Scenario Scenario, Verdict Verdict)>();
        for (var i = 0; i < count; i++)
        {
            var scenario = i == 0 ? @case.Scenario.Scenario : GeneratedScenario.Make(random, @case.Rules.Vocabulary, 30).Scenario;
            if (rules.TryEvaluate(scenario, out var verdict, out _))
            {
                cases.Add((scenario, verdict));
            }
        }

        return cases.Count == 0 ? null
            : new GeneratedTests(rules, @case.Rules.Text, new RuleSetOptions { Vocabulary = @case.Rules.Vocabulary }, cases);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static JsonObject Object(params (string Name, JsonValue Value)[] members) =>
        new(default, [.. members.Select(member => new JsonMember(member.Name, default, member.Value))]);
}
