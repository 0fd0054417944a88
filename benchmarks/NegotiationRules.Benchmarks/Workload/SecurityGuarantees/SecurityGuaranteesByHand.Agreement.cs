using static NegotiationRules.Benchmarks.Workload.Kleenes;

namespace NegotiationRules.Benchmarks.Workload.SecurityGuarantees;

// The agreement.
public static partial class SecurityGuaranteesByHand
{
    private const int DaysToPublish = 2;

    private static void JudgeAgreement(SecurityTalks facts, Span<RuleOutcome> rules)
    {
        var agreement = facts.Agreement;
        var isBinding = Is(agreement.Form, AgreementForm.Written).And(IsTrue(agreement.LegallyBinding));
        rules[20] = Require(DraftIsHandedToBoth(facts.Drafts)); // draft-handed-to-both
        rules[21] = Require(DraftIsPublishedInTime(facts.Drafts)); // draft-published-two-days-later
        rules[22] = WarnWhen(agreement.BreachedBy is { } breachedBy ? Of(breachedBy.Length > 0) : Kleene.Unknown); // still-breakable

        // If the talks ended without an agreement there is nothing to judge.
        if (agreement.Status == AgreementStatus.None)
        {
            rules[19] = rules[23] = rules[24] = RuleOutcome.NotApplicable;
            return;
        }

        rules[19] = Require(isBinding.And(IsTrue(agreement.Reliable)).And(Is(agreement.Term, Term.Long))); // reliable-binding-and-long-term
        rules[23] = Require(isBinding); // written-and-binding
        rules[24] = Require(Is(facts.Trust.Level, TrustLevel.Good).Not(), isBinding); // legal-form-for-want-of-trust
    }

    private static Kleene DraftIsHandedToBoth(Draft[]? drafts)
    {
        var found = IfNone(drafts);
        foreach (var draft in drafts ?? [])
        {
            var isHanded = Is(draft.By, Russia).And(IsTrue(draft.HandedOver));
            if (isHanded == Kleene.No)
            {
                continue;
            }

            found = found.Or(isHanded.And(Contains(draft.To, UnitedStates)).And(Contains(draft.To, Nato)));
            if (found == Kleene.Yes)
            {
                break;
            }
        }

        return found;
    }

    private static Kleene DraftIsPublishedInTime(Draft[]? drafts)
    {
        var found = IfNone(drafts);
        foreach (var draft in drafts ?? [])
        {
            var inTime = Is(draft.By, Russia);
            if (inTime == Kleene.No)
            {
                continue;
            }

            found = found.Or(inTime.And(IsOnOrBefore(draft.HandedOverOn, draft.AnnouncedOn)).And(IsTwoDaysLater(draft)));
            if (found == Kleene.Yes)
            {
                break;
            }
        }

        return found;
    }

    private static Kleene IsTwoDaysLater(Draft draft) =>
        draft is { PublishedOn: { } published, AnnouncedOn: { } announced }
            ? Of(published.DayNumber - announced.DayNumber == DaysToPublish)
            : Kleene.Unknown;
}
