using NegotiationRules.Syntax;

namespace NegotiationRules.Tests.Agreement.Pairings;

/// <summary>All pairings of one operator and one type: those that the checker accepts, and those that it refuses with the reason.</summary>
internal sealed class PairingGroup
{
    private static readonly Lazy<(PairingWorld World, IReadOnlyList<PairingGroup> Groups)> OfFirst = new(() => All(1));

    private readonly PairingWorld _world;

    private PairingGroup(PairingWorld world, ComparisonOperator comparison, PairedType type, bool isOfList, Random random)
    {
        _world = world;
        (Operator, Type) = (comparison, $"{(isOfList ? "lists of " : string.Empty)}{type.Name}");
        var all = Pairing.Of(comparison, type, isOfList, random).ToList();

        // What goes together with no fact, literal or list goes together with nothing: of these, no more is asked.
        var commonest = all.Where(p => p.Right[0].Form.IsCommon()).ToLookup(p => p.Left.Form == SideForm.Key);
        var refused = Refuse(commonest[true]);
        if (refused.Count < commonest[true].Count())
        {
            var withKey = all.Where(p => p.Left.Form == SideForm.Key).ToList();
            refused = Refuse(commonest[false].Concat(withKey));
            var lefts = commonest[false].Concat(withKey).Where(p => !refused.ContainsKey(p)).Select(p => p.Left.Form).ToHashSet();
            var rights = withKey.Where(p => !refused.ContainsKey(p)).Select(p => p.Right[0].Form).ToHashSet();
            var crossed = all.Where(p => lefts.Contains(p.Left.Form) && rights.Contains(p.Right[0].Form)).ToList();
            var refusedBesides = Refuse(crossed);
            Accepted = [.. crossed.Where(p => !refusedBesides.ContainsKey(p))];
            refused = refused.Concat(refusedBesides).DistinctBy(r => r.Key).ToDictionary();
        }

        NotAccepted = [.. refused.Select(r => (r.Key, r.Value))];
    }

    public ComparisonOperator Operator { get; }

    public string Type { get; }

    public IReadOnlyList<Pairing> Accepted { get; } = [];

    public IReadOnlyList<(Pairing Pairing, Diagnostic Why)> NotAccepted { get; }

    /// <summary>Those of the first seed, which more than one test looks at.</summary>
    public static (PairingWorld World, IReadOnlyList<PairingGroup> Groups) First => OfFirst.Value;

    /// <summary>Those of a seed.</summary>
    public static (PairingWorld World, IReadOnlyList<PairingGroup> Groups) All(int seed)
    {
        var (world, random) = (new PairingWorld(seed), new Random(seed));
        var groups = from comparison in Enum.GetValues<ComparisonOperator>()
                     from type in PairedType.All
                     from isOfList in new[] { false, true }
                     select new PairingGroup(world, comparison, type, isOfList, random);
        return (world, [.. groups]);
    }

    /// <summary>Rules that require the conditions, one each.</summary>
    public static RuleSet Rules(PairingWorld world, IEnumerable<string> conditions) =>
        RuleSet.Parse(RulesText(world, conditions), new RuleSetOptions { Vocabulary = world.Vocabulary });

    /// <summary>A rule set with one rule for each condition, a line each; the ids of the rules are the places of the conditions.</summary>
    private static string RulesText(PairingWorld world, IEnumerable<string> conditions) => $$"""
        { "name": "pairings", "stages": ["talks"], "parameters": {{world.Parameters.ReplaceLineEndings(string.Empty)}}, "rules": [
        {{string.Join(",\n", conditions.Select((condition, i) => $$"""{ "id": "{{i}}", "require": {{condition}} }"""))}} ] }
        """;

    /// <summary>The conditions of all that is accepted and, after them, of the plainest with the same meaning; and which these
    /// are.</summary>
    public (IReadOnlyList<string> Conditions, IReadOnlyList<(int Pairing, int Plainest)> Same) Conditions()
    {
        var forms = Accepted.Select(p => (p.Left.Form, p.Right[0].Form)).ToHashSet();
        List<string> conditions = [.. Accepted.Select(p => p.ToJson(_world))];
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var same = new List<(int, int)>();
        for (var i = 0; i < Accepted.Count; i++)
        {
            if (Accepted[i].Plainest is { } plainest && forms.Contains((plainest.Left.Form, plainest.Right[0].Form)))
            {
                var condition = plainest.ToJson(_world);
                if (!places.TryGetValue(condition, out var place))
                {
                    places.Add(condition, place = conditions.Count);
                    conditions.Add(condition);
                }

                same.Add((i, place));
            }
        }

        return (conditions, same);
    }

    /// <summary>What the checker has against conditions, by their places.</summary>
    public static Dictionary<int, Diagnostic> Refused(PairingWorld world, IEnumerable<string> conditions)
    {
        RuleSet.TryParse(RulesText(world, conditions), new RuleSetOptions { Vocabulary = world.Vocabulary }, out _, out var found);
        return found.Where(d => d.Severity == DiagnosticSeverity.Error).DistinctBy(d => d.Place.Line).ToDictionary(d => d.Place.Line - 2);
    }

    private Dictionary<Pairing, Diagnostic> Refuse(IEnumerable<Pairing> pairings)
    {
        var all = pairings.ToList();
        return Refused(_world, all.Select(p => p.ToJson(_world))).ToDictionary(r => all[r.Key], r => r.Value);
    }
}
