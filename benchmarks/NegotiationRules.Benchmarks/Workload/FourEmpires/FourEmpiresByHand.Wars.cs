using static NegotiationRules.Benchmarks.Workload.Kleenes;

namespace NegotiationRules.Benchmarks.Workload.FourEmpires;

// Who fights whom, and with whom.
public static partial class FourEmpiresByHand
{
    private static Kleene AreAtWar(War[]? wars, Empire? from, Empire? to)
    {
        var found = IfNone(wars);
        foreach (var war in wars ?? [])
        {
            found = found.Or(AreOpposed(war, from, to));
            if (found == Kleene.Yes)
            {
                break;
            }
        }

        return found;
    }

    private static Kleene FightACommonEnemy(War[]? wars, Empire? from, Empire? to)
    {
        var found = IfNone(wars);
        foreach (var war in wars ?? [])
        {
            found = found.Or(Fight(war, from, to, onOneSide: true));
            if (found == Kleene.Yes)
            {
                break;
            }
        }

        return found;
    }

    private static Kleene AreOpposed(War war, Empire? from, Empire? to) => Fight(war, from, to, onOneSide: false);

    private static Kleene Fight(War war, Empire? from, Empire? to, bool onOneSide)
    {
        var found = IfNone(war.Belligerents);
        foreach (var ours in war.Belligerents ?? [])
        {
            var isOurs = Is(ours.Who, from);
            if (isOurs == Kleene.No)
            {
                continue;
            }

            foreach (var theirs in war.Belligerents!)
            {
                var both = isOurs.And(Is(theirs.Who, to));
                if (both == Kleene.No)
                {
                    continue;
                }

                var sameSide = Is(theirs.Side, ours.Side);
                both = both.And(onOneSide ? sameSide : sameSide.Not());
                if (both == Kleene.Yes)
                {
                    return Kleene.Yes;
                }

                found = found.Or(both);
            }
        }

        return found;
    }

    private static Kleene FightsAnAllyOf(Galaxy galaxy, Empire? fighter, Empire? friend)
    {
        if (galaxy.Wars is not { } wars)
        {
            return MayHaveAllies(galaxy, friend);
        }

        var found = Kleene.No;
        foreach (var war in wars)
        {
            found = found.Or(FightsAnAllyOf(galaxy, war, fighter, friend));
            if (found == Kleene.Yes)
            {
                break;
            }
        }

        return found;
    }

    private static Kleene FightsAnAllyOf(Galaxy galaxy, War war, Empire? fighter, Empire? friend)
    {
        if (war.Belligerents is not { } belligerents)
        {
            return MayHaveAllies(galaxy, friend);
        }

        var found = Kleene.No;
        foreach (var ours in belligerents)
        {
            var isOurs = Is(ours.Who, fighter);
            if (isOurs == Kleene.No)
            {
                continue;
            }

            foreach (var foe in belligerents)
            {
                var isFoe = isOurs.And(Is(foe.Side, ours.Side).Not());
                if (isFoe == Kleene.No)
                {
                    continue;
                }

                isFoe = isFoe.And(AreAllied(galaxy.Treaties, galaxy.AsOf, friend, foe.Who));
                if (isFoe == Kleene.Yes)
                {
                    return Kleene.Yes;
                }

                found = found.Or(isFoe);
            }
        }

        return found;
    }

    // Whoever fights may be an ally, if there are any.
    private static Kleene MayHaveAllies(Galaxy galaxy, Empire? empire) =>
        AreAllied(galaxy.Treaties, galaxy.AsOf, empire, null).And(Kleene.Unknown);
}
