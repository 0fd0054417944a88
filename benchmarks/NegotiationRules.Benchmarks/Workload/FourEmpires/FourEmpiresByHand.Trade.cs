using static NegotiationRules.Benchmarks.Workload.Kleenes;

namespace NegotiationRules.Benchmarks.Workload.FourEmpires;

// Trade pacts.
public static partial class FourEmpiresByHand
{
    private const int EmbargoYears = 1;
    private const int LeastGift = 5;

    private static void TradePact(Galaxy galaxy, Kleene goodTerms, Span<RuleOutcome> rules)
    {
        var (from, to) = (galaxy.Proposal.From, galaxy.Proposal.To);
        rules[6] = Require(goodTerms); // trade-on-good-terms
        rules[7] = Require(HaveRoute(galaxy, from, to)); // trade-route
        rules[8] = Require(Embargo(galaxy, from, to).Not()); // no-embargo
        rules[9] = Require(SellsWhatTheyNeed(galaxy.Empires, from, to)); // wants-their-goods
        rules[10] = Require(AreOfLikeSize(galaxy.Empires, from, to)); // equals-in-trade
        rules[11] = Require(Of(galaxy.Proposal.Tribute >= LeastGift)); // sweetened
    }

    private static Kleene HaveRoute(Galaxy galaxy, Empire? from, Empire? to)
    {
        var open = IfNone(galaxy.Borders);
        foreach (var border in galaxy.Borders ?? [])
        {
            var isOpen = IsTrue(border.Open);
            if (isOpen == Kleene.No)
            {
                continue;
            }

            isOpen = isOpen.And(IsBetween(border.Parties, from, to));
            if (isOpen == Kleene.Yes)
            {
                return Kleene.Yes;
            }

            open = open.Or(isOpen);
        }

        return open.Or(HavePorts(galaxy.Empires, from, to));
    }

    // The least number of ports of those of the two that there are; of none there is no telling.
    private static Kleene HavePorts(EmpireState[]? empires, Empire? from, Empire? to)
    {
        var (isSomebody, mayLack) = (false, false);
        foreach (var empire in empires ?? [])
        {
            var counts = IsOneOf(empire.Id, from, to);
            if (counts == Kleene.No)
            {
                continue;
            }

            isSomebody |= counts == Kleene.Yes;
            if (empire.Ports is >= 1)
            {
                continue;
            }

            if (counts == Kleene.Yes && empire.Ports is not null)
            {
                return Kleene.No;
            }

            mayLack = true;
        }

        return isSomebody && !mayLack ? Kleene.Yes : Kleene.Unknown;
    }

    private static Kleene HappenedBetween(GalacticEvent happened, Empire? from, Empire? to)
    {
        var between = IsOneOf(happened.By, from, to);
        return between == Kleene.No ? Kleene.No : between.And(IsOneOf(happened.Against, from, to));
    }

    private static Kleene Embargo(Galaxy galaxy, Empire? from, Empire? to)
    {
        var found = IfNone(galaxy.Events);
        foreach (var happened in galaxy.Events ?? [])
        {
            var embargo = Is(happened.Type, EventType.Embargo);
            if (embargo != Kleene.No)
            {
                embargo = embargo.And(HappenedBetween(happened, from, to));
            }

            if (embargo == Kleene.No)
            {
                continue;
            }

            embargo = embargo.And(IsAfter(happened.On, galaxy.AsOf?.AddYears(-EmbargoYears)));
            if (embargo == Kleene.Yes)
            {
                return Kleene.Yes;
            }

            found = found.Or(embargo);
        }

        return found;
    }

    private static Kleene SellsWhatTheyNeed(EmpireState[]? empires, Empire? from, Empire? to)
    {
        var found = IfNone(empires);
        foreach (var seller in empires ?? [])
        {
            var sells = Is(seller.Id, from);
            if (sells == Kleene.No)
            {
                continue;
            }

            foreach (var buyer in empires!)
            {
                var trade = Is(buyer.Id, to);
                if (trade == Kleene.No)
                {
                    continue;
                }

                trade = trade.And(sells).And(HaveInCommon(buyer.Imports, seller.Exports));
                if (trade == Kleene.Yes)
                {
                    return Kleene.Yes;
                }

                found = found.Or(trade);
            }
        }

        return found;
    }

    private static Kleene HaveInCommon(string[]? imports, string[]? exports)
    {
        if (imports is null || exports is null)
        {
            return Of(certain: false, possible: imports is not { Length: 0 } && exports is not { Length: 0 });
        }

        foreach (var needed in imports)
        {
            foreach (var sold in exports)
            {
                if (needed == sold)
                {
                    return Kleene.Yes;
                }
            }
        }

        return Kleene.No;
    }

    // The smaller economy of the two has two fifths of the larger at least. Of one that is not known, no bound is known but 0.
    private static Kleene AreOfLikeSize(EmpireState[]? empires, Empire? from, Empire? to)
    {
        const long Unbounded = long.MaxValue / 8;
        var isSomebody = false;
        var (leastSmaller, mostSmaller) = (Unbounded, Unbounded);
        var (leastLarger, mostLarger) = (0L, 0L);
        foreach (var empire in empires ?? [])
        {
            var counts = IsOneOf(empire.Id, from, to);
            if (counts == Kleene.No)
            {
                continue;
            }

            var (least, most) = empire.Economy is { } economy ? (economy, economy) : (0, Unbounded);
            leastSmaller = Math.Min(leastSmaller, least);
            mostLarger = Math.Max(mostLarger, most);
            if (counts == Kleene.Yes)
            {
                isSomebody = true;
                mostSmaller = Math.Min(mostSmaller, most);
                leastLarger = Math.Max(leastLarger, least);
            }
        }

        return isSomebody ? Of(5 * leastSmaller >= 2 * mostLarger, 5 * mostSmaller >= 2 * leastLarger) : Kleene.Unknown;
    }
}
