using static NegotiationRules.Benchmarks.Workload.Kleenes;

namespace NegotiationRules.Benchmarks.Workload.SecurityGuarantees;

// What is said and done around the talks.
public static partial class SecurityGuaranteesByHand
{
    private const int StepsThatWorry = 1;

    private static Kleene TermsAreInDispute(Concern[]? concerns)
    {
        var found = IfNone(concerns);
        foreach (var concern in concerns ?? [])
        {
            found = found.Or(concern.Open ? Is(concern.About, Subject.Terms) : Kleene.No);
            if (found == Kleene.Yes)
            {
                break;
            }
        }

        return found;
    }

    private static Kleene DemandIsShared(Demand[]? demands)
    {
        var found = IfNone(demands);
        foreach (var demand in demands ?? [])
        {
            found = found.Or(Is(demand.By, Russia).And(Is(demand.To, UnitedStates)).And(IsTrue(demand.Communicated)));
            if (found == Kleene.Yes)
            {
                break;
            }
        }

        return found;
    }

    private static Kleene DemandsAreAccepted(SecurityTalks facts)
    {
        var refused = IfNone(facts.Demands);
        foreach (var demand in facts.Demands ?? [])
        {
            var isMade = IsTrue(demand.Communicated);
            if (isMade == Kleene.No)
            {
                continue;
            }

            var isRefused = isMade.And(IsAccepted(demand, facts.AsOf).Not());
            if (isRefused == Kleene.Yes)
            {
                return Kleene.No;
            }

            refused = refused.Or(isRefused);
        }

        return refused.Not();
    }

    private static Kleene IsAccepted(Demand demand, DateOnly? asOf) => demand.Response switch
    {
        Response.Accepted => Kleene.Yes,
        Response.Awaited => IsOnOrBefore(demand.RespondedOn, asOf),
        null => Kleene.Unknown,
        _ => Kleene.No,
    };

    private static Kleene NatoFollows(Appeal[]? appeals)
    {
        var found = IfNone(appeals);
        foreach (var appeal in appeals ?? [])
        {
            found = found.Or(Is(appeal.To, Nato).And(IsTrue(appeal.Followed)));
            if (found == Kleene.Yes)
            {
                break;
            }
        }

        return found;
    }

    private static Kleene ForcesStay(Conduct[]? conducts)
    {
        var found = IfNone(conducts);
        foreach (var conduct in conducts ?? [])
        {
            found = found.Or(
                Is(conduct.Party, Russia)
                    .And(Is(conduct.Forces.Location, ForcesLocation.OwnTerritory))
                    .And(IsTrue(conduct.Forces.Moving).Not()));
            if (found == Kleene.Yes)
            {
                break;
            }
        }

        return found;
    }

    private static Kleene ArmsAreDelivered(Conduct[]? conducts)
    {
        var found = IfNone(conducts);
        foreach (var conduct in conducts ?? [])
        {
            found = found.Or(Contains(conduct.ArmsDeliveriesTo, "Ukraine"));
            if (found == Kleene.Yes)
            {
                break;
            }
        }

        return found;
    }

    private static Kleene Escalates(SecurityStep[]? events) =>
        events is null ? Kleene.Unknown
        : StepsOf(events, Kleene.Unknown) < StepsThatWorry ? Kleene.No
        : Of(StepsOf(events, Kleene.Yes) >= StepsThatWorry, true);

    // The steps that were certainly taken, or that may have been.
    private static int StepsOf(SecurityStep[] events, Kleene atLeast)
    {
        var steps = new StepsByHand(stackalloc int[StepsByHand.Room]);
        for (var step = StepType.Incitement; step <= StepType.Sanctions; step++)
        {
            steps.Next();
            foreach (var happened in events)
            {
                if (Is(happened.Type, step) >= atLeast)
                {
                    steps.Take(happened.On);
                }
            }
        }

        return steps.Taken;
    }

    private static Kleene OrganisationIsIntended(Intention[]? intentions)
    {
        var found = IfNone(intentions);
        foreach (var intention in intentions ?? [])
        {
            found = found.Or(Is(intention.By, UnitedStates).And(Is(intention.What, Plan.OrganisationOfDemocracies)));
            if (found == Kleene.Yes)
            {
                break;
            }
        }

        return found;
    }
}
