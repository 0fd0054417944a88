namespace NegotiationRules.Benchmarks.Workload;

/// <summary>The rules that <see cref="TenRules.Generate"/> writes, as closures over the typed situation: what a programmer makes of rules
/// that are only known at run time.</summary>
public static class RuleClosures
{
    public static Func<Situation, bool>[] Make(int rules) => [.. Enumerable.Range(0, rules).Select(i => Rule(i % 10, i / 10))];

    /// <summary>A bit for each rule that is satisfied, in their order.</summary>
    public static void Evaluate(Func<Situation, bool>[] rules, Situation situation, Span<ulong> satisfied)
    {
        satisfied.Clear();
        for (var i = 0; i < rules.Length; i++)
        {
            satisfied[i >> 6] |= rules[i](situation) ? 1ul << i : 0;
        }
    }

    private static Func<Situation, bool> Rule(int form, int n)
    {
        switch (form)
        {
            case 0:
                var (role, least) = (Role(n), n % 7);
                return s => EveryParty(s, role, least);
            case 1:
                var (other, most) = (Role(n + 1), n % 9);
                return s => SomeParty(s, other, most);
            case 2:
                return s => s.Agreement.Written && s.Agreement.LegallyBinding;
            case 3:
                var years = n % 50;
                return s => s.Agreement.TermYears >= years;
            case 4:
                var below = n % 31;
                return s => s.Agreement.DraftPublished || s.Agreement.TermYears < below;
            case 5:
                var trust = n % 90;
                return s => s.Talks.AnnouncedParticipants && s.Trust > trust;
            case 6:
                var day = new DateOnly(2022, (n % 12) + 1, (n % 28) + 1);
                return s => s.Talks.StartDate >= day;
            case 7:
                var venue = $"Venue {n % 100}";
                return s => s.Talks.Venue == "Geneva" || s.Talks.Venue == venue;
            case 8:
                var enough = n % 100;
                return s => !s.Conduct.NewSanctions || (s.Talks.Mediated && s.Trust >= enough);
            default:
                var (deliveries, guarantee) = (n % 20, $"guarantee-{n % 40}");
                return s => s.Conduct.ArmsDeliveries <= deliveries && s.Agreement.Guarantees.Contains(guarantee);
        }
    }

    private static bool EveryParty(Situation s, string role, int leastRank)
    {
        foreach (var party in s.Parties)
        {
            var found = false;
            foreach (var delegated in party.Delegates)
            {
                found |= delegated.Rank >= leastRank && delegated.Role == role;
            }

            if (!found)
            {
                return false;
            }
        }

        return true;
    }

    private static bool SomeParty(Situation s, string role, int mostRank)
    {
        foreach (var party in s.Parties)
        {
            foreach (var delegated in party.Delegates)
            {
                if (delegated.Rank <= mostRank && delegated.Role == role)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string Role(int n) => (n % 4) switch { 0 => "military", 1 => "diplomat", 2 => "legal", _ => "economic" };
}
