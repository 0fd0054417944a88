using static NegotiationRules.Benchmarks.Workload.Kleenes;

namespace NegotiationRules.Benchmarks.Workload.FourEmpires;

// Non-aggression pacts.
public static partial class FourEmpiresByHand
{
    private const int LeastYears = 5;
    private const int MostYears = 25;
    private const int QuarrelYears = 2;
    private const int Rungs = 3;

    private static void NonAggression(Galaxy galaxy, Kleene goodTerms, Kleene commonFear, Span<RuleOutcome> rules)
    {
        var (from, to) = (galaxy.Proposal.From, galaxy.Proposal.To);
        rules[12] = Require(goodTerms); // pact-on-good-terms
        rules[13] = Require(galaxy.Proposal.Years is { } years ? Of(years is >= LeastYears and <= MostYears) : Kleene.Unknown); // pact-term
        rules[14] = Require(DisputedBorder(galaxy.Borders, from, to).Not()); // no-disputed-border
        rules[15] = Require(Escalated(galaxy, from, to).Not()); // cool-heads
        rules[16] = Require(commonFear); // a-common-fear
        rules[17] = Require(FightsSomewhere(galaxy.Wars, to)); // busy-elsewhere
    }

    private static Kleene DisputedBorder(Border[]? borders, Empire? from, Empire? to)
    {
        var found = IfNone(borders);
        foreach (var border in borders ?? [])
        {
            var disputed = IsTrue(border.Disputed);
            if (disputed == Kleene.No)
            {
                continue;
            }

            disputed = disputed.And(IsBetween(border.Parties, from, to));
            if (disputed == Kleene.Yes)
            {
                return Kleene.Yes;
            }

            found = found.Or(disputed);
        }

        return found;
    }

    private static Kleene Escalated(Galaxy galaxy, Empire? from, Empire? to) =>
        galaxy.Events is null ? Kleene.Unknown
        : RungsOf(galaxy, from, to, Kleene.Unknown) < Rungs ? Kleene.No
        : Of(RungsOf(galaxy, from, to, Kleene.Yes) >= Rungs, true);

    // The steps up the ladder that were certainly taken, or that may have been.
    private static int RungsOf(Galaxy galaxy, Empire? from, Empire? to, Kleene atLeast)
    {
        var steps = new StepsByHand(stackalloc int[StepsByHand.Room]);
        var since = galaxy.AsOf?.AddYears(-QuarrelYears);
        Climb(galaxy, from, to, EventType.BorderClash, since, atLeast, steps);
        Climb(galaxy, from, to, EventType.Embargo, since, atLeast, steps);
        Climb(galaxy, from, to, EventType.Threat, since, atLeast, steps);
        Climb(galaxy, from, to, EventType.Mobilisation, since, atLeast, steps);
        return steps.Taken;
    }

    private static void Climb(
        Galaxy galaxy, Empire? from, Empire? to, EventType step, DateOnly? since,
        Kleene atLeast, in StepsByHand steps
    )
    {
        steps.Next();
        foreach (var happened in galaxy.Events!)
        {
            var isStep = Is(happened.Type, step);
            if (isStep < atLeast)
            {
                continue;
            }

            isStep = isStep.And(HappenedBetween(happened, from, to));
            if (isStep >= atLeast && isStep.And(IsAfter(happened.On, since)) >= atLeast)
            {
                steps.Take(happened.On);
            }
        }
    }

    private static Kleene FightsSomewhere(War[]? wars, Empire? empire)
    {
        var found = IfNone(wars);
        foreach (var war in wars ?? [])
        {
            found = found.Or(FightsIn(war, empire));
            if (found == Kleene.Yes)
            {
                break;
            }
        }

        return found;
    }

    private static Kleene FightsIn(War war, Empire? empire)
    {
        var found = IfNone(war.Belligerents);
        foreach (var belligerent in war.Belligerents ?? [])
        {
            found = found.Or(Is(belligerent.Who, empire));
            if (found == Kleene.Yes)
            {
                break;
            }
        }

        return found;
    }
}
