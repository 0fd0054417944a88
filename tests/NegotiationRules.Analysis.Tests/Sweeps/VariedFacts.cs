using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Tests.Sweeps;

/// <summary>Facts of a scenario that can vary, and values for them, chosen at random.</summary>
internal static class VariedFacts
{
    public static IReadOnlyList<SweepDimension> Of(RuleSet rules, Scenario given, Random random, int facts)
    {
        var all = In(rules.Vocabulary.Root, FactValue.Of(given.Bind(rules.Vocabulary, new DiagnosticBag())), string.Empty).ToArray();
        random.Shuffle(all);
        return
        [
            .. all.Select(one => (one.Path, Values: Values(one.Type, random).ToArray())).Where(one => one.Values.Length > 0).Take(facts)
                .Select(one => SweepDimension.OfFact(one.Path, one.Values)),
        ];
    }

    private static IEnumerable<(string Path, FactType Type)> In(FactType type, FactValue value, string path) => type switch
    {
        RecordType record => record.Properties.SelectMany((property, slot) => In(
            property.Type, value.IsKnown ? value.Record[slot] : default, path.Length == 0 ? property.Name : $"{path}.{property.Name}")),
        ListType list => value.IsKnown
            ? value.List.Elements.ToArray().SelectMany((element, i) => In(list.Element, element, $"{path}[{i}]")) : [],
        _ => [(path, type)],
    };

    private static IEnumerable<object?> Values(FactType type, Random random) => type switch
    {
        BooleanType => [true, false, null],
        TextType { Values: { } texts } => [.. texts.OrderBy(_ => random.Next()).Take(2), null],
        TextType => ["Vienna", "somewhere else"],
        ExactType exact => ((long[])[0, 1, 5, 40])
            .Where(number => number * Scale(exact) >= exact.Minimum && number * Scale(exact) <= exact.Maximum).Cast<object?>().Append(null),
        RealType real => ((double[])[0, 0.5, 7]).Where(number => number >= real.Minimum && number <= real.Maximum).Cast<object?>(),
        DateType => ["2022-01-10", "2022-02", "2024-06-30", null],
        DateTimeType => ["2022-01-10T12:00:00Z", null],
        DurationType => ["P1M", "P40D"],
        _ => [],
    };

    private static long Scale(ExactType type) => (long)Math.Pow(10, type.Scale);
}
