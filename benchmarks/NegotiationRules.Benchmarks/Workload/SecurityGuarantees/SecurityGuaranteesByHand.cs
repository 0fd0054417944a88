using static NegotiationRules.Benchmarks.Workload.Kleenes;

namespace NegotiationRules.Benchmarks.Workload.SecurityGuarantees;

/// <summary>The floor: the rules of <c>rules/security-guarantees</c> as a programmer would write them by hand for speed, with their
/// parameters as constants, where facts may be unknown.</summary>
/// <remarks>What several rules ask is worked out once; loops end with what decides; nothing is allocated.</remarks>
public static partial class SecurityGuaranteesByHand
{
    public const int Rules = 25;
    public const int Stages = 2;

    private const string Russia = "Russia";
    private const string UnitedStates = "United States";
    private const string Nato = "NATO";

    /// <summary>Works out what becomes of all rules and stages, in the order of the rule file.</summary>
    public static void Evaluate(SecurityTalks facts, Span<RuleOutcome> rules, Span<StageOutcome> stages)
    {
        var (talks, forum) = (facts.Talks, facts.Forum);
        rules[0] = Require(AllHaveConfirmed(facts)); // confirmed-by-all
        rules[1] = Require(BothAttend(facts.Delegations)); // both-services-at-the-meeting
        rules[2] = Require(IsSecurity(talks.Topic)); // about-security
        rules[3] = WarnWhen(TermsAreInDispute(facts.Concerns)); // terms-in-dispute
        rules[4] = Require(AreNotPutOff(talks.Status).And(BeginInTime(facts))); // no-delay
        rules[5] = Require(EachHasBoth(facts.Delegations)); // both-services-in-each-delegation
        rules[6] = RequireBy(MonthHasBegun(facts), IsTrue(talks.ParticipantListReleased)); // participants-announced
        rules[7] = Require(ProfessionalsAttend(facts.Delegations)); // professional-military-present
        rules[8] = Require(DemandIsShared(facts.Demands)); // demand-shared
        rules[9] = Require(DemandsAreAccepted(facts)); // demand-accepted
        rules[10] = Require(NatoFollows(facts.Appeals)); // nato-begins-discussions
        rules[11] = Require(MainNegotiatorTakesPart(facts.Parties)); // main-negotiator-at-the-table
        rules[12] = Require(ForcesStay(facts.Conduct)); // forces-stay-at-home
        rules[13] = WarnWhen(ArmsAreDelivered(facts.Conduct)); // arms-for-ukraine
        rules[14] = WarnWhen(Escalates(facts.Events)); // escalation
        rules[15] = Require(Is(facts.Trust.InThe1990s, TrustLevel.Good)); // trust-in-the-1990s
        rules[16] = Require(OrganisationIsIntended(facts.Intentions)); // organisation-of-democracies
        rules[17] = WarnWhen(IsTrue(forum.ConsidersOpposingViews).Not()); // opposing-views-ignored
        rules[18] = Require(IsTrue(forum.Universal).And(IsTrue(forum.AllowsDisagreement))); // universal-forum
        JudgeAgreement(facts, rules);

        stages[0] = StageOf([rules[4], rules[7], rules[11]]);
        stages[1] = StageOf(rules[19..20]);
    }

    private static Kleene IfNone<T>(T[]? list) => list is null ? Kleene.Unknown : Kleene.No;

    private static Kleene Contains(string[]? list, string value, bool isComplete = true)
    {
        foreach (var item in list ?? [])
        {
            if (item == value)
            {
                return Kleene.Yes;
            }
        }

        return list is not null && isComplete ? Kleene.No : Kleene.Unknown;
    }

    private static Kleene AllHaveConfirmed(SecurityTalks facts)
    {
        var (confirmedBy, isComplete) = (facts.Talks.ConfirmedBy, facts.Talks.ConfirmationsComplete == true);
        var missing = IfNone(facts.Parties);
        foreach (var party in facts.Parties ?? [])
        {
            var hasConfirmed = party.Name is { } name ? Contains(confirmedBy, name, isComplete)
                : isComplete && confirmedBy is { Length: 0 } ? Kleene.No
                : Kleene.Unknown;
            if (hasConfirmed == Kleene.No)
            {
                return Kleene.No;
            }

            missing = missing.Or(hasConfirmed.Not());
        }

        return missing.Not();
    }

    private static Kleene MainNegotiatorTakesPart(Party[]? parties)
    {
        var found = IfNone(parties);
        foreach (var party in parties ?? [])
        {
            found = found.Or(Is(party.Name, UnitedStates).And(IsTrue(party.MainNegotiator)));
            if (found == Kleene.Yes)
            {
                break;
            }
        }

        return found;
    }

    private static Kleene IsSecurity(string? topic) =>
        topic is null ? Kleene.Unknown : Of(topic is "security guarantees" or "security demands");

    private static Kleene AreNotPutOff(TalksStatus? status) =>
        status is { } known ? Of(known is not (TalksStatus.Postponed or TalksStatus.Cancelled)) : Kleene.Unknown;

    // As long as no day is set for the start, there is a delay only once the month that was announced is over.
    private static Kleene BeginInTime(SecurityTalks facts)
    {
        if ((facts.Talks.Start ?? facts.AsOf) is not { } day || facts.Talks.AnnouncedFirst is not { } first)
        {
            return Kleene.Unknown;
        }

        var inTime = Of(day <= EndOfMonth(first), day <= EndOfMonth(facts.Talks.AnnouncedLast!.Value));
        return facts.Talks.Start is null ? inTime.Or(Kleene.Unknown) : inTime;
    }

    private static Kleene MonthHasBegun(SecurityTalks facts) =>
        facts is { AsOf: { } asOf, Talks: { AnnouncedFirst: { } first, AnnouncedLast: { } last } }
            ? Of(asOf > StartOfMonth(last), asOf > StartOfMonth(first))
            : Kleene.Unknown;

    private static DateOnly StartOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateOnly EndOfMonth(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
}
