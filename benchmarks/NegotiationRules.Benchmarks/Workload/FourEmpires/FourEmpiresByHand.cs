using static NegotiationRules.Benchmarks.Workload.Kleenes;

namespace NegotiationRules.Benchmarks.Workload.FourEmpires;

/// <summary>The floor: the rules of <c>rules/four-empires</c> as a programmer would write them by hand for speed, with their parameters as
/// constants, where facts may be unknown.</summary>
/// <remarks>What several rules ask is worked out once; loops end with what decides; nothing is allocated.</remarks>
public static partial class FourEmpiresByHand
{
    public const int Rules = 46;
    public const int Stages = 6;

    /// <summary>Works out what becomes of all rules and stages, in the order of the rule file.</summary>
    public static void Evaluate(Galaxy galaxy, Span<RuleOutcome> rules, Span<StageOutcome> stages)
    {
        var (from, to) = (galaxy.Proposal.From, galaxy.Proposal.To);
        var atWar = AreAtWar(galaxy.Wars, from, to);
        var commonFear = FearTheSame(galaxy.Relations, from, to);
        var fleets = Fleets.Of(galaxy);

        var goodTerms = OpenTalks(galaxy, rules).And(atWar.Not());
        TradePact(galaxy, goodTerms, rules);
        NonAggression(galaxy, goodTerms, commonFear, rules);
        Alliance(galaxy, goodTerms, commonFear, fleets, rules);
        Peace(galaxy, atWar, fleets, rules);
        IssueUltimatum(galaxy, atWar, fleets, rules);

        stages[0] = StageOf(rules[..4]);
        stages[1] = StageOf(rules[6..9]);
        stages[2] = StageOf(rules[12..16]);
        stages[3] = StageOf(rules[18..29]);
        stages[4] = StageOf(rules[30..34]);
        stages[5] = StageOf(rules[38..45]);
    }

    private static Kleene IsOneOf(Empire? empire, Empire? from, Empire? to) => Is(empire, from).Or(Is(empire, to));

    private static Kleene Contains(Empire[]? parties, Empire? empire)
    {
        if (parties is null)
        {
            return Kleene.Unknown;
        }

        if (empire is not { } wanted)
        {
            return Of(certain: false, possible: parties.Length > 0);
        }

        foreach (var party in parties)
        {
            if (party == wanted)
            {
                return Kleene.Yes;
            }
        }

        return Kleene.No;
    }

    private static Kleene IsBetween(Empire[]? parties, Empire? one, Empire? other) => Contains(parties, one).And(Contains(parties, other));

    private static Kleene IsInForce(Treaty treaty, DateOnly? asOf) =>
        treaty.BrokenBy != EmpireOrNone.None ? Kleene.No
        : treaty.EndsOn is null ? Kleene.Yes
        : IsOnOrBefore(asOf, treaty.EndsOn);

    private static Kleene IsAllianceInForce(Treaty treaty, DateOnly? asOf)
    {
        var isAlliance = Is(treaty.Kind, TreatyKind.Alliance);
        return isAlliance == Kleene.No ? Kleene.No : isAlliance.And(IsInForce(treaty, asOf));
    }

    /// <summary>Whether there is an alliance in force between two: of those that may exist beyond the known ones, nothing is
    /// known.</summary>
    private static Kleene AreAllied(TreatyList? treaties, DateOnly? asOf, Empire? one, Empire? other)
    {
        var found = IfNone(treaties);
        foreach (var treaty in treaties?.Known ?? [])
        {
            var allied = IsAllianceInForce(treaty, asOf);
            if (allied == Kleene.No)
            {
                continue;
            }

            allied = allied.And(IsBetween(treaty.Parties, one, other));
            if (allied == Kleene.Yes)
            {
                return Kleene.Yes;
            }

            found = found.Or(allied);
        }

        return found;
    }

    /// <summary>Whether some element is there of which none of the known ones is: no, if all are known.</summary>
    private static Kleene IfNone(TreatyList? treaties) => treaties is { Complete: true } ? Kleene.No : Kleene.Unknown;

    private static Kleene IfNone<T>(T[]? list) => list is null ? Kleene.Unknown : Kleene.No;
}
