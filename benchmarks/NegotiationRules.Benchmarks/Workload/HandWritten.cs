namespace NegotiationRules.Benchmarks.Workload;

/// <summary>The floor: the ten rules as a programmer would write them, a bit for each that is satisfied.</summary>
public static class HandWritten
{
    private static readonly DateOnly FirstOfJanuary = new(2022, 1, 1);
    private static readonly DateOnly LastOfJanuary = new(2022, 1, 31);

    public static int Evaluate(Situation s)
    {
        var outcomes = 0;
        outcomes |= EveryPartyHas(s, "military") ? 1 << 0 : 0;
        outcomes |= EveryPartyHas(s, "diplomat") ? 1 << 1 : 0;
        outcomes |= s.Agreement.Written && s.Agreement.LegallyBinding ? 1 << 2 : 0;
        outcomes |= s.Agreement.TermYears >= 10 ? 1 << 3 : 0;
        outcomes |= s.Agreement.DraftPublished ? 1 << 4 : 0;
        outcomes |= s.Talks.AnnouncedParticipants ? 1 << 5 : 0;
        outcomes |= s.Talks.StartDate >= FirstOfJanuary && s.Talks.StartDate <= LastOfJanuary ? 1 << 6 : 0;
        outcomes |= s.Talks.Venue is "Geneva" or "Vienna" or "Helsinki" or "Brussels" or "New York" ? 1 << 7 : 0;
        outcomes |= !s.Conduct.NewSanctions || (s.Talks.Mediated && s.Trust >= 50) ? 1 << 8 : 0;
        outcomes |= s.Conduct.ArmsDeliveries <= 3 && s.Agreement.Guarantees.Contains("no-first-deployment") ? 1 << 9 : 0;
        return outcomes;
    }

    private static bool EveryPartyHas(Situation s, string role)
    {
        foreach (var party in s.Parties)
        {
            var found = false;
            foreach (var delegated in party.Delegates)
            {
                if (delegated.Role == role)
                {
                    found = true;
                    break;
                }
            }

            if (!found)
            {
                return false;
            }
        }

        return true;
    }
}
