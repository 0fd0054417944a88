using FsCheck;
using FsCheck.Fluent;
using NegotiationRules.Syntax;

namespace NegotiationRules.Tests.Agreement;

/// <summary>What FsCheck makes: rules with a scenario, and conditions with a scenario, each over a vocabulary of its own.</summary>
internal static class Generated
{
    public static Arbitrary<RulesCase> Rules() => Arb.From(
        Seeded((random, size) =>
        {
            var vocabulary = GeneratedVocabulary.Make(random, size).Vocabulary;
            var rules = GeneratedRules.Make(random, vocabulary, size);
            return new RulesCase(rules, GeneratedScenario.Make(random, vocabulary, size), random.Next());
        }),
        c => c.Shrink());

    /// <summary>Conditions that never ask what is known: these stay decided once they are.</summary>
    public static Arbitrary<ConditionCase> Conditions() => Arb.From(
        Seeded((random, size) =>
        {
            var vocabulary = GeneratedVocabulary.Make(random, size).Vocabulary;
            var generator = new ConditionGenerator(random, mayAskWhatIsKnown: false);
            var root = new Place(vocabulary.Root, null, null);
            var depth = Math.Min(1 + (size / 12), 5);
            return new ConditionCase(
                vocabulary,
                [.. Enumerable.Range(0, 3).Select(_ => generator.Condition(root, random.Next(1, depth + 1)))],
                GeneratedScenario.Make(random, vocabulary, size),
                random.Next());
        }),
        c => c.Shrink());

    // The tree is made from a seed, so that making it reads like writing it down; shrinking works on the tree.
    private static Gen<T> Seeded<T>(Func<Random, int, T> make) =>
        Gen.Sized(size => Gen.Choose(int.MinValue, int.MaxValue).Select(seed => make(new Random(seed), size)));
}

/// <summary>Rules, a scenario and a seed for whatever the test itself chooses.</summary>
internal sealed record RulesCase(GeneratedRules Rules, GeneratedScenario Scenario, int Seed)
{
    public IEnumerable<RulesCase> Shrink() =>
        [.. Rules.Shrink().Select(r => this with { Rules = r }), .. Scenario.Shrink().Select(s => this with { Scenario = s })];

    public override string ToString() => $"{Rules}\n{Scenario}\nseed {Seed}";
}

/// <summary>Conditions of the same place, a scenario and a seed for whatever the test itself chooses.</summary>
internal sealed record ConditionCase(Vocabulary Vocabulary, IReadOnlyList<ConditionSyntax> Conditions, GeneratedScenario Scenario, int Seed)
{
    public IEnumerable<ConditionCase> Shrink() =>
    [
        .. Conditions.SelectMany((c, i) => ConditionShrinker.Shrink(c).Select(smaller => this with { Conditions = [.. Conditions.Select((other, j) => j == i ? smaller : other)] })),
        .. Scenario.Shrink().Select(s => this with { Scenario = s }),
    ];

    public override string ToString() =>
        string.Join('\n', Conditions.Select(c => NegotiationRules.Text.JsonPrinter.Print(ConditionWriter.ToJson(c), indented: false)).Append(Scenario.ToString()).Append($"seed {Seed}"));
}
