using System.Reflection;
using NegotiationRules.Facts;
using NegotiationRules.Generation.Options;

namespace NegotiationRules.Generation.Tests.Support;

/// <summary>A rule set as it was written out and compiled.</summary>
internal sealed class WrittenRules
{
    private readonly RuleSet _rules;
    private readonly ScenarioObjects _objects;
    private readonly MethodInfo _evaluate;
    private readonly PropertyInfo[] _ofRules;
    private readonly PropertyInfo[] _ofStages;

    private WrittenRules(RuleSet rules, Assembly assembly, string space, bool areAllKnown)
    {
        _rules = rules;
        var types = assembly.GetTypes().Where(type => type.Namespace == space).ToList();
        _evaluate = types.Single(type => type is { IsAbstract: true, IsSealed: true, IsNested: false })
            .GetMethods().Where(method => method.Name == "Evaluate").MinBy(method => method.GetParameters().Length)!;
        _objects = new ScenarioObjects(_evaluate.GetParameters()[0].ParameterType, areAllKnown);
        var properties = _evaluate.ReturnType.GetProperties();
        _ofRules = [.. properties.Where(property => property.PropertyType.Name == nameof(RuleOutcome))];
        _ofStages = [.. properties.Where(property => property.PropertyType.Name == nameof(StageOutcome))];
    }

    /// <summary>The type of its scenarios.</summary>
    public Type ScenarioType => _evaluate.GetParameters()[0].ParameterType;

    /// <summary>Compiles rules, all at once; none of them may be refused.</summary>
    public static IReadOnlyList<WrittenRules> Compile(IReadOnlyList<RuleSet> rules, bool areAllKnown = false, bool isStandalone = false)
    {
        var texts = rules.Select((set, i) => CSharpGenerator.Write(
            set, new CSharpOptions { Namespace = $"Written{i}", AreAllKnown = areAllKnown, IsStandalone = isStandalone }).Text!).ToList();
        var assembly = Compiler.Compile(texts, isStandalone);
        return [.. rules.Select((set, i) => new WrittenRules(set, assembly, $"Written{i}", areAllKnown))];
    }

    /// <summary>Holds what is written against the tree walk.</summary>
    /// <returns>Whether an object can say the scenario, and it has no faults: otherwise nothing was compared.</returns>
    public bool AssertAgrees(Scenario scenario, string about)
    {
        if (!_rules.TryEvaluate(scenario, out var verdict, out _) || Of(scenario) is not { } facts)
        {
            return false;
        }

        object outcomes;
        try
        {
            outcomes = _evaluate.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [facts], null)!;
        }
        catch (OverflowException)
        {
            return false;
        }

        var rules = _ofRules.Select(property => property.GetValue(outcomes)!.ToString());
        AssertSame(verdict.Rules.Select(rule => ($"the rule {rule.Rule.Id}", rule.Outcome.ToString())), rules, about, scenario);
        var stages = _ofStages.Select(property => property.GetValue(outcomes)!.ToString());
        var expected = verdict.Stages.Select(stage => ($"the stage {stage.Name}", stage.Outcome.ToString()));
        AssertSame(expected.Append(("all stages", verdict.Outcome.ToString())), stages, about, scenario);
        return true;
    }

    /// <summary>How many bytes an evaluation leaves behind that is not the first.</summary>
    /// <param name="scenario">One that was compared.</param>
    public long GarbageOf(Scenario scenario) => (long)typeof(WrittenRules)
        .GetMethod(nameof(GarbageOf), BindingFlags.NonPublic | BindingFlags.Static)!
        .MakeGenericMethod(_evaluate.GetParameters()[0].ParameterType, _evaluate.ReturnType)
        .Invoke(null, [_evaluate, Of(scenario)])!;

    private static long GarbageOf<TFacts, TOutcomes>(MethodInfo method, TFacts facts)
    {
        var evaluate = method.CreateDelegate<Func<TFacts, TOutcomes>>();
        evaluate(facts);
        evaluate(facts);
        var before = GC.GetAllocatedBytesForCurrentThread();
        evaluate(facts);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>The object that says a scenario; <see langword="null"/> if none does.</summary>
    public object? Of(Scenario scenario) => _objects.Of(scenario.Bind(_rules.Vocabulary, new NegotiationRules.Text.DiagnosticBag()));

    private void AssertSame(
        IEnumerable<(string What, string Outcome)> expected, IEnumerable<string?> given, string about, Scenario scenario)
    {
        foreach (var ((what, outcome), written) in expected.Zip(given))
        {
            if (outcome != written)
            {
                Assert.Fail($"{about}: {what} is {outcome}, written out {written}\n{scenario}\n{_rules.Text?.Text}\n"
                    + CSharpGenerator.Write(_rules, new CSharpOptions { Namespace = "Again" }).Text);
            }
        }
    }
}
