using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using NegotiationRules.Benchmarks.Workload.FourEmpires;
using NegotiationRules.Benchmarks.Workload.SecurityGuarantees;
using DiagnosticBag = NegotiationRules.Text.DiagnosticBag;

namespace NegotiationRules.Benchmarks.Workload;

/// <summary>A shipped rule set whose outcomes are also worked out by hand, from objects.</summary>
internal abstract class TypedSet(RuleSet rules)
{
    public RuleSet Rules { get; } = rules;

    public RuleOutcome[] RuleOutcomes { get; } = new RuleOutcome[rules.Rules.Count];

    public StageOutcome[] StageOutcomes { get; } = new StageOutcome[rules.Stages.Count];

    /// <summary>One of the two, with a scenario of its folder to be timed.</summary>
    /// <param name="name">The rule set.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="written">The same written out as C#: a day that is only a month is the first of it then, for that has no place in
    /// objects of generated code. <see langword="null"/> to do without.</param>
    public static TypedSet Load(string name, string scenario, WrittenSet? written = null) => name switch
    {
        "four-empires" => new TypedSet<Galaxy>(
            name, scenario, FourEmpiresByHand.Evaluate, JsonNamingPolicy.KebabCaseLower, written),
        "security-guarantees" => new TypedSet<SecurityTalks>(
            name, scenario, SecurityGuaranteesByHand.Evaluate, JsonNamingPolicy.CamelCase, written),
        _ => throw new ArgumentException($"Nobody has written {name} by hand.", nameof(name)),
    };

    public abstract void ByHand();

    public abstract void Typed(ScenarioEvaluator evaluator);

    /// <summary>The scenario that is timed.</summary>
    public abstract Scenario Scenario { get; }

    /// <summary>Holds what is worked out by hand, and of the objects, against the tree walk: on all scenarios of the folder, on those of
    /// its tests and on others made of these.</summary>
    /// <returns>How many scenarios were looked at.</returns>
    /// <exception cref="InvalidOperationException">They do not agree.</exception>
    public abstract int Agree(int varied);
}

/// <inheritdoc/>
internal sealed partial class TypedSet<T> : TypedSet
    where T : class
{
    private readonly WrittenSet? _written;
    private readonly string _folder;
    private readonly string _tests;
    private readonly ByHandOf _byHand;
    private readonly JsonSerializerOptions _options;
    private readonly T _facts;

    public TypedSet(string name, string scenario, ByHandOf byHand, JsonNamingPolicy words, WrittenSet? written)
        : base(RuleSet.Load(Path.Combine(ShippedRules.At(name), $"{name}.rules.json")))
    {
        _folder = ShippedRules.At(name);
        _tests = Path.Combine(_folder, $"{name}.tests.json");
        (_byHand, _written) = (byHand, written);
        _options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(words) } };
        Scenario = Scenario.Load(Path.Combine(_folder, "scenarios", $"{scenario}.scenario.json"));
        Scenario = written is null ? Scenario : Scenario.Parse(JsonOf(Scenario).ToJsonString());
        _facts = ObjectFacts.Of<T>(JsonOf(Scenario), _options) ?? throw new InvalidOperationException($"{scenario} fits no object.");
    }

    public delegate void ByHandOf(T facts, Span<RuleOutcome> rules, Span<StageOutcome> stages);

    public override Scenario Scenario { get; }

    public override void ByHand() => _byHand(_facts, RuleOutcomes, StageOutcomes);

    public override void Typed(ScenarioEvaluator evaluator) => evaluator.EvaluateObject(_facts);

    public override int Agree(int varied)
    {
        var evaluator = new ScenarioEvaluator(Rules);
        var files = Directory.GetFiles(Path.Combine(_folder, "scenarios")).Select(path => Scenario.Load(path)).ToArray();
        foreach (var file in files)
        {
            if (!Agrees(file, evaluator))
            {
                throw new InvalidOperationException($"{file.Name} fits no object.");
            }
        }

        var tested = RuleTests.Load(_tests).Stream().Select(result => result.Scenario).OfType<Scenario>().ToArray();
        var agreed = files.Length + tested.Count(scenario => Agrees(scenario, evaluator));
        var made = new VariedScenarios([.. files.Concat(tested).Select(JsonOf)]);
        return agreed + Enumerable.Range(0, varied).Count(number => Agrees(made[number], $"scenario {number}", evaluator));
    }

    private bool Agrees(Scenario scenario, ScenarioEvaluator evaluator) => Agrees(JsonOf(scenario), scenario.Name, evaluator);

    // Whether there is an object of these facts; if there is, all agree on it.
    private bool Agrees(JsonObject json, string name, ScenarioEvaluator evaluator)
    {
        if (ObjectFacts.Of<T>(json, _options) is not { } facts)
        {
            return false;
        }

        var scenario = Scenario.Parse(json.ToJsonString(), name);
        var verdict = Rules.Evaluate(scenario);
        _byHand(facts, RuleOutcomes, StageOutcomes);
        evaluator.EvaluateObject(facts);
        foreach (var (place, rule) in verdict.Rules.Index())
        {
            if (RuleOutcomes[place] != rule.Outcome || evaluator.OutcomeOf(place) != rule.Outcome)
            {
                throw new InvalidOperationException(
                    $"{name}: {rule.Rule.Id} is {rule.Outcome}, by hand {RuleOutcomes[place]}, "
                        + $"typed {evaluator.OutcomeOf(place)}.\n{json}");
            }
        }

        foreach (var (place, stage) in verdict.Stages.Index())
        {
            if (StageOutcomes[place] != stage.Outcome || evaluator.OutcomeOfStage(place) != stage.Outcome)
            {
                throw new InvalidOperationException(
                    $"{name}: {stage.Name} is {stage.Outcome}, by hand {StageOutcomes[place]}, "
                        + $"typed {evaluator.OutcomeOfStage(place)}.\n{json}");
            }
        }

        return _written is null || AgreesWritten(scenario, verdict);
    }

    // Whether there is an object of the generated type; if there is, what is written agrees.
    private bool AgreesWritten(Scenario scenario, Verdict verdict)
    {
        if (!_written!.TryTake(scenario.Bind(Rules.Vocabulary, new DiagnosticBag())))
        {
            return false;
        }

        _written.Evaluate(RuleOutcomes, StageOutcomes);
        var bits = _written.Bits();
        foreach (var (place, rule) in verdict.Rules.Index())
        {
            if (RuleOutcomes[place] != rule.Outcome || ((bits >> place) & 1) == 1 != (rule.Outcome == RuleOutcome.Satisfied))
            {
                throw new InvalidOperationException(
                    $"{scenario.Name}: {rule.Rule.Id} is {rule.Outcome}, written out {RuleOutcomes[place]}.");
            }
        }

        return StageOutcomes.SequenceEqual(verdict.Stages.Select(stage => stage.Outcome)) ? true
            : throw new InvalidOperationException($"{scenario.Name}: the stages are written out {string.Join(", ", StageOutcomes)}.");
    }

    private JsonObject JsonOf(Scenario scenario)
    {
        var text = JsonSerializer.Serialize(scenario);
        var json = JsonNode.Parse(_written is null ? text : Month().Replace(text, "\"$1-01\""))!.AsObject();
        json.Remove("$schema");
        return json;
    }

    [GeneratedRegex("\"([0-9]{4}-[0-9]{2})\"")]
    private static partial Regex Month();
}
