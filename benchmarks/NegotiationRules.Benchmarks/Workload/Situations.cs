namespace NegotiationRules.Benchmarks.Workload;

/// <summary>The two situations that everything is measured on.</summary>
public static class Situations
{
    /// <summary>All ten rules are satisfied.</summary>
    public static Situation Pass() => Of(usDefence: "military", termYears: 15, venue: "Geneva", trust: 60);

    /// <summary>Six rules are satisfied; four are not: military on both sides, the term, the venue, and trust without which the new sanctions weigh.</summary>
    public static Situation Mixed() => Of(usDefence: "legal", termYears: 5, venue: "Kyiv", trust: 40);

    private static Situation Of(string usDefence, int termYears, string venue, int trust) => new()
    {
        AsOf = new DateOnly(2021, 12, 17),
        Parties =
        [
            new Party { Id = "RU", Delegates = [Person("Ryabkov", "diplomat", 5), Person("Grushko", "diplomat", 4), Person("Lawyer R", "legal", 3), Person("Fomin", "military", 6)] },
            new Party { Id = "US", Delegates = [Person("Sherman", "diplomat", 5), Person("Lawyer U", "legal", 3), Person("Donfried", "diplomat", 4), Person("Mingus", usDefence, 6)] },
        ],
        Agreement = new Agreement
        {
            Written = true,
            LegallyBinding = true,
            TermYears = termYears,
            DraftPublished = true,
            Guarantees = ["no-enlargement", "no-strike-weapons", "no-first-deployment"],
        },
        Talks = new Talks { StartDate = new DateOnly(2022, 1, 10), Venue = venue, AnnouncedParticipants = true, Mediated = true },
        Conduct = new Conduct { TroopsOnOwnSoil = true, ArmsDeliveries = 2, NewSanctions = true },
        Trust = trust,
    };

    private static Envoy Person(string name, string role, int rank) => new() { Name = name, Role = role, Rank = rank };
}
