using NegotiationRules.Facts;
using NegotiationRules.Generation.Tests.Support;
using GuaranteesAsCode = NegotiationRules.Benchmarks.Written.SecurityGuarantees;

namespace NegotiationRules.Benchmarks.Workload;

/// <summary>A shipped rule set that was written out as C# when this project was built.</summary>
internal abstract class WrittenSet
{
    /// <summary>The one that is also written by hand; four-empires has two rules that no C# is written for.</summary>
    public static WrittenSet Of(string name) => name switch
    {
        "security-guarantees" => new WrittenSet<GuaranteesAsCode.SecurityGuaranteesScenario>(
            facts => GuaranteesAsCode.SecurityGuaranteesRules.Evaluate(facts).Satisfied,
            (facts, rules, stages) =>
            {
                var outcomes = GuaranteesAsCode.SecurityGuaranteesRules.Evaluate(facts);
                for (var rule = 0; rule < rules.Length; rule++)
                {
                    rules[rule] = outcomes.OutcomeOf(rule);
                }

                stages[0] = outcomes.Talks;
                stages[1] = outcomes.Agreement;
            }),
        _ => throw new ArgumentException($"{name} is not written out.", nameof(name)),
    };

    /// <summary>Takes the facts of a scenario; whether an object can say them.</summary>
    public abstract bool TryTake(FactRecord facts);

    /// <summary>A bit for each rule that is satisfied.</summary>
    public abstract ulong Bits();

    /// <summary>The outcomes of all rules and stages.</summary>
    public abstract void Evaluate(Span<RuleOutcome> rules, Span<StageOutcome> stages);
}

/// <inheritdoc/>
internal sealed class WrittenSet<T>(Func<T, ulong> bits, WrittenSet<T>.EvaluateInto evaluate) : WrittenSet
    where T : class
{
    private readonly ScenarioObjects _objects = new(typeof(T), areAllKnown: false);
    private T _facts = null!;

    public delegate void EvaluateInto(T facts, Span<RuleOutcome> rules, Span<StageOutcome> stages);

    public override bool TryTake(FactRecord facts)
    {
        var taken = _objects.Of(facts) as T;
        _facts = taken ?? _facts;
        return taken is not null;
    }

    public override ulong Bits() => bits(_facts);

    public override void Evaluate(Span<RuleOutcome> rules, Span<StageOutcome> stages) => evaluate(_facts, rules, stages);
}
