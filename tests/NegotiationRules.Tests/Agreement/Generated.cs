using FsCheck;
using FsCheck.Fluent;
using NegotiationRules.Syntax;

namespace NegotiationRules.Tests.Agreement;

/// <summary>What FsCheck makes: rules with a scenario, and conditions with a scenario, each over a vocabulary of its own.</summary>
internal static class Generated
{
    public static Arbitrary<RulesCase> Rules() => Arb.From(Seeded((random, size) => Case(random, size)), c => c.Shrink());

    /// <summary>Rules that never ask what is known: what they decide stays decided.</summary>
    public static Arbitrary<LastingCase> LastingRules() =>
        Arb.From(
            Seeded(
                (random, size) => new LastingCase(random.Next(3) == 0 ? Comparing(random, 6) : Case(random, size, mayAskWhatIsKnown: false))
            ),
            c => c.Case.Shrink().Select(smaller => new LastingCase(smaller))
        );

    /// <summary>The same cases for the same seed, small ones first.</summary>
    public static IEnumerable<RulesCase> Cases(int seed, int count) =>
        Enumerable.Range(0, count).Select(i => Case(new Random(HashCode(seed, i)), 100 * i / count));

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

    private static RulesCase Case(Random random, int size, bool mayAskWhatIsKnown = true)
    {
        var vocabulary = GeneratedVocabulary.Make(random, size).Vocabulary;
        var rules = GeneratedRules.Make(random, vocabulary, size, mayAskWhatIsKnown);
        return new RulesCase(rules, GeneratedScenario.Make(random, vocabulary, size), random.Next());
    }

    /// <summary>Rules that only compare, as many in each set; the same for the same seed.</summary>
    public static IEnumerable<RulesCase> Comparisons(int seed, int count, int rules) =>
        Enumerable.Range(0, count).Select(i => Comparing(new Random(HashCode(seed, i)), rules));

    private static RulesCase Comparing(Random random, int rules)
    {
        var vocabulary = GeneratedVocabulary.Make(random, 100).Vocabulary;
        var comparisons = GeneratedRules.MakeComparisons(random, vocabulary, rules);
        return new RulesCase(comparisons, GeneratedScenario.Make(random, vocabulary, 30), random.Next());
    }

    // The same in every process.
    private static int HashCode(int seed, int number) => (seed * 1_000_003) + number;

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

/// <summary>Rules that never ask what is known.</summary>
internal sealed record LastingCase(RulesCase Case);

/// <summary>Conditions of the same place, a scenario and a seed for whatever the test itself chooses.</summary>
internal sealed record ConditionCase(Vocabulary Vocabulary, IReadOnlyList<ConditionSyntax> Conditions, GeneratedScenario Scenario, int Seed)
{
    public IEnumerable<ConditionCase> Shrink() =>
        [
            .. Conditions.SelectMany(
                (c, i) =>
                    ConditionShrinker
                        .Shrink(c)
                        .Select(smaller => this with { Conditions = [.. Conditions.Select((other, j) => j == i ? smaller : other)] })
            ),
            .. Scenario.Shrink().Select(s => this with { Scenario = s }),
        ];

    public override string ToString() =>
        string.Join(
            '\n',
            Conditions
                .Select(c => NegotiationRules.Text.JsonPrinter.Print(ConditionWriter.ToJson(c), indented: false))
                .Append(Scenario.ToString())
                .Append($"seed {Seed}")
        );
}
