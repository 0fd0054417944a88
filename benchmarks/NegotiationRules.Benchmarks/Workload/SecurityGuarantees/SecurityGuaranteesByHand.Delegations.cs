using static NegotiationRules.Benchmarks.Workload.Kleenes;

namespace NegotiationRules.Benchmarks.Workload.SecurityGuarantees;

// Who attends.
public static partial class SecurityGuaranteesByHand
{
    // Until a delegation is complete, nobody's absence proves anything.
    private static Kleene IfNone(Delegation delegation) =>
        delegation is { Delegates: not null, Complete: true } ? Kleene.No : Kleene.Unknown;

    private static Kleene BothAttend(Delegation[]? delegations)
    {
        var diplomats = Attends(delegations, Service.Diplomatic);
        return diplomats == Kleene.No ? Kleene.No : diplomats.And(Attends(delegations, Service.Military));
    }

    private static Kleene Attends(Delegation[]? delegations, Service service)
    {
        var found = IfNone(delegations);
        foreach (var delegation in delegations ?? [])
        {
            found = found.Or(Has(delegation, service));
            if (found == Kleene.Yes)
            {
                break;
            }
        }

        return found;
    }

    private static Kleene Has(Delegation delegation, Service service)
    {
        var found = IfNone(delegation);
        foreach (var member in delegation.Delegates ?? [])
        {
            found = found.Or(Is(member.Service, service));
            if (found == Kleene.Yes)
            {
                break;
            }
        }

        return found;
    }

    private static Kleene EachHasBoth(Delegation[]? delegations)
    {
        var lacking = IfNone(delegations);
        foreach (var delegation in delegations ?? [])
        {
            var hasBoth = Has(delegation, Service.Diplomatic);
            hasBoth = hasBoth == Kleene.No ? Kleene.No : hasBoth.And(Has(delegation, Service.Military));
            if (hasBoth == Kleene.No)
            {
                return Kleene.No;
            }

            lacking = lacking.Or(hasBoth.Not());
        }

        return lacking.Not();
    }

    private static Kleene ProfessionalsAttend(Delegation[]? delegations)
    {
        var found = IfNone(delegations);
        foreach (var delegation in delegations ?? [])
        {
            found = found.Or(IfNone(delegation));
            foreach (var member in delegation.Delegates ?? [])
            {
                found = found.Or(Is(member.Service, Service.Military).And(IsTrue(member.Professional)));
                if (found == Kleene.Yes)
                {
                    return found;
                }
            }
        }

        return found;
    }
}
