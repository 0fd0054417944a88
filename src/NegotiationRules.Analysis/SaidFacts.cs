using System.Globalization;
using System.Numerics;
using NegotiationRules.Analysis.Questions;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis;

/// <summary>What is given by whoever asks, as facts of a vocabulary.</summary>
internal static class SaidFacts
{
    /// <summary>The facts of a scenario.</summary>
    /// <exception cref="ScenarioException">One is not of the vocabulary or not of its type.</exception>
    public static FactRecord Bound(RuleSet rules, Scenario scenario)
    {
        var bag = new DiagnosticBag();
        var facts = scenario.Bind(rules.Vocabulary, bag);
        return bag.HasErrors ? throw new ScenarioException(bag.ToSorted()) : facts;
    }

    /// <summary>A value of a fact: it is read as the scenario would be that had it.</summary>
    /// <exception cref="ScenarioException">It is not of the fact's type.</exception>
    public static FactValue Read(RuleSet rules, Scenario scenario, FactByPath fact, string path, object value)
    {
        var facts = Bound(rules, scenario.With(path, value));
        return fact.PlacesIn(facts).First(place => fact.PathOf(place) == path).Read(fact.Fact);
    }

    /// <summary>How much the values of a fact count for, in whole numbers; nothing of a fact that no element has.</summary>
    /// <exception cref="ArgumentException">There is no such fact, or no value occurs.</exception>
    public static (string Key, IReadOnlyList<(FactValue Value, BigInteger Weight)> Values) Distribution(
        RuleSet rules, Scenario scenario, FactRecord facts, string path, IReadOnlyDictionary<string, decimal> given)
    {
        var fact = FactByPath.Find(rules.Vocabulary, path)
            ?? throw new ArgumentException(
                $"The vocabulary has no fact `{path}` that is one value{FactByPath.Instead(path, rules.Vocabulary)}");
        if (given.Values.Any(often => often < 0) || given.Values.All(often => often == 0))
        {
            throw new ArgumentException(
                $"How often the values of `{path}` occur are numbers of which none is negative, and not all are 0.");
        }

        var scale = given.Values.Max(often => often.Scale);
        return (fact.Key,
        [
            .. fact.PlacesIn(facts).Take(1).SelectMany(place => given.Select(pair => (
                Read(rules, scenario, fact, fact.PathOf(place), Written(fact.Fact.Type, pair.Key)), Steps(pair.Value, scale)))),
        ]);
    }

    private static object Written(FactType type, string text) => type switch
    {
        BooleanType when bool.TryParse(text, out var yes) => yes,
        ExactType or RealType when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => text,
    };

    private static BigInteger Steps(decimal number, int scale)
    {
        var bits = decimal.GetBits(number);
        var digits = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return digits * BigInteger.Pow(10, scale - number.Scale);
    }
}
