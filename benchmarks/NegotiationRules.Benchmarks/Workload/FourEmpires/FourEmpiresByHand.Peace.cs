using static NegotiationRules.Benchmarks.Workload.Kleenes;

namespace NegotiationRules.Benchmarks.Workload.FourEmpires;

// Peace.
public static partial class FourEmpiresByHand
{
    private const int LeastWarMonths = 6;
    private const int FreeDemands = 10;
    private const int Tired = 60;

    // What the vocabulary allows.
    private const int MostDemandsThereAre = 10;
    private const int Most = 100;

    private static void Peace(Galaxy galaxy, Kleene atWar, in Fleets fleets, Span<RuleOutcome> rules)
    {
        var (from, to) = (galaxy.Proposal.From, galaxy.Proposal.To);
        rules[30] = Require(atWar); // a-war-to-end
        rules[31] = Require(WarsHaveLasted(galaxy, from, to)); // not-too-soon
        rules[32] = Require(AlliesAgree(galaxy.Wars, from, to)); // allies-agree
        rules[33] = Require(TermsFit(galaxy, to)); // terms-fit-the-war
        rules[34] = Require(atWar, atWar == Kleene.No ? Kleene.Unknown : IsTired(galaxy.Empires, to)); // tired-of-war
        rules[35] = Require(atWar, fleets.TheirsAreFewer()); // outgunned
        rules[36] = Require(atWar, atWar == Kleene.No ? Kleene.Unknown : DemandsLand(galaxy.Proposal.Demands).Not()); // no-land-taken
        rules[37] = Require(TheyStartedIt(galaxy.Wars, from, to)); // they-started-it
    }

    private static Kleene WarsHaveLasted(Galaxy galaxy, Empire? from, Empire? to)
    {
        var tooSoon = IfNone(galaxy.Wars);
        foreach (var war in galaxy.Wars ?? [])
        {
            var isTheirs = AreOpposed(war, from, to);
            if (isTheirs == Kleene.No)
            {
                continue;
            }

            var hasBegun = isTheirs.And(IsAfter(war.StartedOn?.AddMonths(LeastWarMonths), galaxy.AsOf));
            if (hasBegun == Kleene.Yes)
            {
                return Kleene.No;
            }

            tooSoon = tooSoon.Or(hasBegun);
        }

        return tooSoon.Not();
    }

    private static Kleene AlliesAgree(War[]? wars, Empire? from, Empire? to)
    {
        var fightOn = IfNone(wars);
        foreach (var war in wars ?? [])
        {
            var isTheirs = AreOpposed(war, from, to);
            if (isTheirs == Kleene.No)
            {
                continue;
            }

            fightOn = fightOn.Or(IfNone(war.Belligerents));
            foreach (var fighter in war.Belligerents ?? [])
            {
                var fights = isTheirs.And(IsOneOf(fighter.Who, from, to).Not()).And(IsTrue(fighter.WantsPeace).Not());
                if (fights == Kleene.Yes)
                {
                    return Kleene.No;
                }

                fightOn = fightOn.Or(fights);
            }
        }

        return fightOn.Not();
    }

    private static Kleene TermsFit(Galaxy galaxy, Empire? to)
    {
        var (least, most) = Worth(galaxy.Proposal.Demands);
        if (galaxy.Empires is not { } empires)
        {
            return Refuses(null, least, most).And(Kleene.Unknown).Not();
        }

        var tooMuch = Kleene.No;
        foreach (var loser in empires)
        {
            var isLoser = Is(loser.Id, to);
            if (isLoser == Kleene.No)
            {
                continue;
            }

            var refuses = isLoser.And(Refuses(loser.WarExhaustion, least, most));
            if (refuses == Kleene.Yes)
            {
                return Kleene.No;
            }

            tooMuch = tooMuch.Or(refuses);
        }

        return tooMuch.Not();
    }

    // The loser gives up half a point for each of exhaustion, and what is free. Twice that is a whole number.
    private static Kleene Refuses(int? exhaustion, int leastWorth, int mostWorth)
    {
        var (leastGiven, mostGiven) = ((exhaustion ?? 0) + (2 * FreeDemands), (exhaustion ?? Most) + (2 * FreeDemands));
        return Of(2 * leastWorth > mostGiven, 2 * mostWorth > leastGiven);
    }

    private static (int Least, int Most) Worth(ProposalDemand[]? demands)
    {
        if (demands is null)
        {
            return (0, MostDemandsThereAre * Most);
        }

        var (least, most) = (0, 0);
        foreach (var demand in demands)
        {
            least += demand.Worth ?? 0;
            most += demand.Worth ?? Most;
        }

        return (least, most);
    }

    private static Kleene IsTired(EmpireState[]? empires, Empire? to)
    {
        var fresh = IfNone(empires);
        foreach (var empire in empires ?? [])
        {
            var isFresh = Is(empire.Id, to);
            if (isFresh == Kleene.No)
            {
                continue;
            }

            isFresh = isFresh.And(empire.WarExhaustion is { } exhaustion ? Of(exhaustion < Tired) : Kleene.Unknown);
            if (isFresh == Kleene.Yes)
            {
                return Kleene.No;
            }

            fresh = fresh.Or(isFresh);
        }

        return fresh.Not();
    }

    private static Kleene DemandsLand(ProposalDemand[]? demands)
    {
        var found = IfNone(demands);
        foreach (var demand in demands ?? [])
        {
            found = found.Or(Is(demand.Kind, DemandKind.Territory));
            if (found == Kleene.Yes)
            {
                break;
            }
        }

        return found;
    }

    private static Kleene TheyStartedIt(War[]? wars, Empire? from, Empire? to)
    {
        var found = IfNone(wars);
        foreach (var war in wars ?? [])
        {
            var isTheirs = AreOpposed(war, from, to);
            if (isTheirs == Kleene.No)
            {
                continue;
            }

            var started = IfNone(war.Belligerents);
            foreach (var belligerent in war.Belligerents ?? [])
            {
                started = started.Or(Is(belligerent.Who, to).And(Is(belligerent.Side, WarSide.Attacker)));
            }

            found = found.Or(isTheirs.And(started));
            if (found == Kleene.Yes)
            {
                break;
            }
        }

        return found;
    }
}
