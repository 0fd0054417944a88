using NegotiationRules.Analysis.Questions;
using NegotiationRules.Analysis.Telling;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis;

/// <summary>Tells how much facts matter, by the names that explanations give them.</summary>
internal static class InfluenceFinder
{
    public static IEnumerable<FactInfluence> Of(RuleSet rules, Scenario given, ShareCount count)
    {
        var facts = given.Bind(rules.Vocabulary, new DiagnosticBag());
        var names = new ScopeNames(RuleSetWords.Of(rules.Checked).Root);
        var places = new Dictionary<string, (FactByPath Fact, Scope Place)>(StringComparer.Ordinal);
        foreach (var key in count.Facts.Select(pair => pair.Fact.Key).Distinct())
        {
            var fact = FactByPath.Find(rules.Vocabulary, key.Replace("[]", string.Empty, StringComparison.Ordinal))!;
            foreach (var place in fact.PlacesIn(facts))
            {
                places.Add(fact.PathOf(place), (fact, place));
            }
        }

        foreach (var (fact, cases) in count.Facts)
        {
            var (known, place) = places[fact.Path];
            var told = cases.Select(pair => (Values: RangeWords.Of(pair.Values, fact.Type), pair.Valid)).ToList();
            yield return new FactInfluence(
                names.At(place).NameOf(known.Fact), fact.Path,
                told.MaxBy(pair => pair.Valid, Proportion.BySize), told.MinBy(pair => pair.Valid, Proportion.BySize));
        }
    }
}
