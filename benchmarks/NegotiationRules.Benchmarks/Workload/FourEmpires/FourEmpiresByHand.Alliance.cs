using static NegotiationRules.Benchmarks.Workload.Kleenes;

namespace NegotiationRules.Benchmarks.Workload.FourEmpires;

// Alliances.
public static partial class FourEmpiresByHand
{
    private const int TrustForAlliance = 40;
    private const int ReasonsToAlly = 2;
    private const int CalmYears = 5;
    private const int BetrayalYears = 20;
    private const int MostAlliances = 2;
    private const int Standing = 500;

    internal static Kleene StandsWith(Galaxy galaxy, Empire? empire, Empire? other)
    {
        var isSame = Is(empire, other);
        return isSame == Kleene.Yes ? Kleene.Yes : isSame.Or(AreAllied(galaxy.Treaties, galaxy.AsOf, other, empire));
    }

    private static void Alliance(Galaxy galaxy, Kleene goodTerms, Kleene commonFear, in Fleets fleets, Span<RuleOutcome> rules)
    {
        var (from, to) = (galaxy.Proposal.From, galaxy.Proposal.To);
        rules[18] = Require(goodTerms); // alliance-on-good-terms
        rules[19] = Require(AreAllied(galaxy.Treaties, galaxy.AsOf, from, to).Not()); // not-allies-yet
        rules[20] = Require(TrustEachOther(galaxy.Relations, from, to)); // trust-both-ways
        rules[21] = Require(HaveCommonGround(galaxy, commonFear, from, to)); // common-ground
        rules[22] = Require(FightsAnAllyOf(galaxy, from, to).Not()); // no-war-with-their-friends
        rules[23] = Require(HasBetrayed(galaxy, from).Not()); // no-recent-betrayal
        rules[24] = Require(HaveRoom(galaxy, from, to)); // room-for-an-alliance
        rules[25] = Require(Is(to, Empire.Kha), FightsSomewhere(galaxy.Wars, from)); // khan-honours-warriors
        rules[26] = Require(Is(to, Empire.Ver), IsNoTyrant(galaxy.Empires, from)); // league-shuns-tyrants
        rules[27] = Require(Is(to, Empire.Tid), IsCalm(galaxy, from)); // cities-want-calm
        rules[28] = Require(Is(to, Empire.Sol), IsOfStanding(galaxy.Empires, from)); // dominion-looks-at-purses
        rules[29] = Require(fleets.AreBalanced()); // balance-of-power
    }

    // The least trust between them; of no relation there is no telling.
    private static Kleene TrustEachOther(Relation[]? relations, Empire? from, Empire? to)
    {
        var (isSomething, mayLack) = (false, false);
        foreach (var relation in relations ?? [])
        {
            var counts = IsFromTo(relation, from, to).Or(IsFromTo(relation, to, from));
            if (counts == Kleene.No)
            {
                continue;
            }

            isSomething |= counts == Kleene.Yes;
            if (relation.Trust is >= TrustForAlliance)
            {
                continue;
            }

            if (counts == Kleene.Yes && relation.Trust is not null)
            {
                return Kleene.No;
            }

            mayLack = true;
        }

        return isSomething && !mayLack ? Kleene.Yes : Kleene.Unknown;
    }

    private static Kleene HasBetrayed(Galaxy galaxy, Empire? empire)
    {
        var found = IfNone(galaxy.Treaties);
        foreach (var treaty in galaxy.Treaties?.Known ?? [])
        {
            var broken = empire is { } id ? Of(treaty.BrokenBy == EmpireOrNone.Sol + (int)id) : Kleene.Unknown;
            if (broken == Kleene.No)
            {
                continue;
            }

            broken = broken.And(IsAfter(treaty.BrokenOn, galaxy.AsOf?.AddYears(-BetrayalYears)));
            if (broken == Kleene.Yes)
            {
                return Kleene.Yes;
            }

            found = found.Or(broken);
        }

        return found;
    }

    private static Kleene HaveRoom(Galaxy galaxy, Empire? from, Empire? to)
    {
        if (galaxy.Empires is not { } empires)
        {
            // Whoever the two are, they have room if nobody can have many allies.
            return HasManyAllies(galaxy, null).And(Kleene.Unknown).Not();
        }

        var full = Kleene.No;
        foreach (var empire in empires)
        {
            var counts = IsOneOf(empire.Id, from, to);
            if (counts == Kleene.No)
            {
                continue;
            }

            var isFull = counts.And(HasManyAllies(galaxy, empire.Id));
            if (isFull == Kleene.Yes)
            {
                return Kleene.No;
            }

            full = full.Or(isFull);
        }

        return full.Not();
    }

    private static Kleene HasManyAllies(Galaxy galaxy, Empire? empire)
    {
        var (certain, possible) = (0, 0);
        foreach (var treaty in galaxy.Treaties?.Known ?? [])
        {
            var allied = IsAllianceInForce(treaty, galaxy.AsOf);
            if (allied == Kleene.No)
            {
                continue;
            }

            allied = allied.And(Contains(treaty.Parties, empire));
            certain += allied == Kleene.Yes ? 1 : 0;
            possible += allied != Kleene.No ? 1 : 0;
        }

        return Of(certain >= MostAlliances, possible >= MostAlliances || IfNone(galaxy.Treaties) == Kleene.Unknown);
    }

    private static Kleene IsNoTyrant(EmpireState[]? empires, Empire? id)
    {
        var found = IfNone(empires);
        foreach (var empire in empires ?? [])
        {
            var isGood = Is(empire.Id, id);
            if (isGood == Kleene.No)
            {
                continue;
            }

            isGood = isGood.And(Is(empire.Government, Government.Despotism).Or(Is(empire.Government, Government.Horde)).Not());
            if (isGood == Kleene.Yes)
            {
                return Kleene.Yes;
            }

            found = found.Or(isGood);
        }

        return found;
    }

    private static Kleene IsOfStanding(EmpireState[]? empires, Empire? id)
    {
        var found = IfNone(empires);
        foreach (var empire in empires ?? [])
        {
            var isRich = Is(empire.Id, id);
            if (isRich == Kleene.No)
            {
                continue;
            }

            isRich = isRich.And(empire.Economy is { } economy ? Of(economy >= Standing) : Kleene.Unknown);
            if (isRich == Kleene.Yes)
            {
                return Kleene.Yes;
            }

            found = found.Or(isRich);
        }

        return found;
    }

    private static Kleene IsCalm(Galaxy galaxy, Empire? empire)
    {
        var fights = FightsSomewhere(galaxy.Wars, empire);
        if (fights == Kleene.Yes)
        {
            return Kleene.No;
        }

        var threatens = IfNone(galaxy.Events);
        foreach (var happened in galaxy.Events ?? [])
        {
            var isThreat = Is(happened.Type, EventType.Threat).Or(Is(happened.Type, EventType.EnvoyKilled));
            threatens = threatens.Or(isThreat == Kleene.No ? Kleene.No : isThreat.And(Is(happened.By, empire)));
            if (threatens == Kleene.Yes)
            {
                return Kleene.No;
            }
        }

        return fights.Or(threatens).Not();
    }
}
