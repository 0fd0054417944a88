using static NegotiationRules.Benchmarks.Workload.Kleenes;

namespace NegotiationRules.Benchmarks.Workload.FourEmpires;

// Ultimatums.
public static partial class FourEmpiresByHand
{
    private const int TruceYears = 5;
    private const int MostDemands = 3;
    private const int MonthsToAnswer = 2;

    private static void IssueUltimatum(Galaxy galaxy, Kleene atWar, in Fleets fleets, Span<RuleOutcome> rules)
    {
        var (from, to) = (galaxy.Proposal.From, galaxy.Proposal.To);
        var ultimatum = galaxy.Ultimatum;
        rules[38] = Require(IsJust(galaxy.Proposal.CasusBelli)); // just-cause
        rules[39] = Require(
            galaxy.Proposal.Demands is { } demands ? Of(demands.Length is >= 1 and <= MostDemands) : Kleene.Unknown); // something-to-demand
        rules[40] = Require(fleets.OursAreFewer(2, 3).Not()); // strong-enough
        rules[41] = Require(AreBound(galaxy, from, to).Not()); // no-pact-to-break
        rules[42] = Require(atWar.Not()); // not-at-war-yet
        if (ultimatum.IssuedOn is { } issuedOn)
        {
            rules[43] = Require(Of(ultimatum.Answer != UltimatumAnswer.Refused)); // not-refused
            rules[44] = RequireBy(
                IsAfter(galaxy.AsOf, EndOfMonth(issuedOn.AddMonths(MonthsToAnswer))),
                Is(ultimatum.Answer, UltimatumAnswer.Accepted)); // heeded
        }
        else
        {
            rules[43] = RuleOutcome.NotApplicable;
            rules[44] = RuleOutcome.NotApplicable;
        }

        rules[45] = WarnWhen(FightsSomewhere(galaxy.Wars, from)); // two-front-war
    }

    private static Kleene IsJust(CasusBelli? casusBelli) =>
        casusBelli is { } cause
            ? Of(cause is CasusBelli.BorderClash or CasusBelli.BrokenTreaty or CasusBelli.EnvoyKilled or CasusBelli.Liberation)
            : Kleene.Unknown;

    private static Kleene AreBound(Galaxy galaxy, Empire? from, Empire? to)
    {
        var found = IfNone(galaxy.Treaties);
        foreach (var treaty in galaxy.Treaties?.Known ?? [])
        {
            var binds = IsBetween(treaty.Parties, from, to);
            if (binds == Kleene.No)
            {
                continue;
            }

            binds = binds.And(Binds(treaty, galaxy.AsOf));
            if (binds == Kleene.Yes)
            {
                return Kleene.Yes;
            }

            found = found.Or(binds);
        }

        return found;
    }

    private static Kleene Binds(Treaty treaty, DateOnly? asOf) => treaty.Kind switch
    {
        TreatyKind.Alliance or TreatyKind.NonAggression => IsInForce(treaty, asOf),
        TreatyKind.Peace => IsAfter(treaty.SignedOn, asOf?.AddYears(-TruceYears)),
        null => IsInForce(treaty, asOf).Or(IsAfter(treaty.SignedOn, asOf?.AddYears(-TruceYears))).And(Kleene.Unknown),
        _ => Kleene.No,
    };

    private static DateOnly EndOfMonth(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
}
