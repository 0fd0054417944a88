using static NegotiationRules.Benchmarks.Workload.Kleenes;

namespace NegotiationRules.Benchmarks.Workload.FourEmpires;

// Reasons to stand together.
public static partial class FourEmpiresByHand
{
    private static Kleene HaveCommonGround(Galaxy galaxy, Kleene commonFear, Empire? from, Empire? to)
    {
        var (certain, possible) = (0, 0);
        Count(FightACommonEnemy(galaxy.Wars, from, to), ref certain, ref possible);
        Count(commonFear, ref certain, ref possible);
        if (certain < ReasonsToAlly)
        {
            Count(HaveTrade(galaxy, from, to), ref certain, ref possible);
        }

        if (certain < ReasonsToAlly)
        {
            Count(HaveBeenCalm(galaxy, from, to), ref certain, ref possible);
        }

        if (certain < ReasonsToAlly)
        {
            Count(AreOfOneKind(galaxy.Empires, from, to), ref certain, ref possible);
        }

        return Of(certain >= ReasonsToAlly, possible >= ReasonsToAlly);
    }

    private static void Count(Kleene reason, ref int certain, ref int possible)
    {
        certain += reason == Kleene.Yes ? 1 : 0;
        possible += reason != Kleene.No ? 1 : 0;
    }

    private static Kleene HaveTrade(Galaxy galaxy, Empire? from, Empire? to)
    {
        var found = IfNone(galaxy.Treaties);
        foreach (var treaty in galaxy.Treaties?.Known ?? [])
        {
            var trade = Is(treaty.Kind, TreatyKind.TradePact);
            if (trade == Kleene.No)
            {
                continue;
            }

            trade = trade.And(IsBetween(treaty.Parties, from, to)).And(IsInForce(treaty, galaxy.AsOf));
            if (trade == Kleene.Yes)
            {
                return Kleene.Yes;
            }

            found = found.Or(trade);
        }

        return found;
    }

    private static Kleene HaveBeenCalm(Galaxy galaxy, Empire? from, Empire? to)
    {
        var found = IfNone(galaxy.Treaties);
        foreach (var treaty in galaxy.Treaties?.Known ?? [])
        {
            var calm = Is(treaty.Kind, TreatyKind.NonAggression);
            if (calm == Kleene.No)
            {
                continue;
            }

            calm = calm
                .And(IsOnOrBefore(treaty.SignedOn, galaxy.AsOf?.AddYears(-CalmYears)))
                .And(IsBetween(treaty.Parties, from, to))
                .And(IsInForce(treaty, galaxy.AsOf));
            if (calm == Kleene.Yes)
            {
                return Kleene.Yes;
            }

            found = found.Or(calm);
        }

        return found;
    }

    private static Kleene AreOfOneKind(EmpireState[]? empires, Empire? from, Empire? to)
    {
        var found = IfNone(empires);
        foreach (var one in empires ?? [])
        {
            var isOne = Is(one.Id, from);
            if (isOne == Kleene.No)
            {
                continue;
            }

            foreach (var other in empires!)
            {
                var alike = isOne.And(Is(other.Id, to));
                if (alike == Kleene.No)
                {
                    continue;
                }

                alike = alike.And(Is(other.Government, one.Government));
                if (alike == Kleene.Yes)
                {
                    return Kleene.Yes;
                }

                found = found.Or(alike);
            }
        }

        return found;
    }
}
