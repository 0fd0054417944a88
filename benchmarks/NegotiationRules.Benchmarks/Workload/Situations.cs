namespace NegotiationRules.Benchmarks.Workload;

/// <summary>The two situations that everything is measured on, and any number of others.</summary>
public static class Situations
{
    private static readonly string[] Sides = ["RU", "US"];
    private static readonly string[] Roles = ["diplomat", "military", "legal", "economic"];
    private static readonly string[] Venues = ["Geneva", "Vienna", "Kyiv", "Minsk", "Helsinki", "Paris", "New York"];
    private static readonly string[] Guarantees = ["no-enlargement", "no-strike-weapons", "no-first-deployment", "no-bases"];

    /// <summary>All ten rules are satisfied.</summary>
    public static Situation Pass() => Of(usDefence: "military", termYears: 15, venue: "Geneva", trust: 60);

    /// <summary>Six rules are satisfied; four are not: military on both sides, the term, the venue, and trust without which the new
    /// sanctions weigh.</summary>
    public static Situation Mixed() => Of(usDefence: "legal", termYears: 5, venue: "Kyiv", trust: 40);

    /// <summary>One of any number of situations, always the same for the same number: every condition comes out either way, and the first
    /// element that decides stands in different places.</summary>
    public static Situation Varied(int number)
    {
        var random = new Random(number);
        return new Situation
        {
            AsOf = new DateOnly(2021, 12, 17),
            Parties =
            [
                .. Sides.Select(id => new Party
                {
                    Id = id,
                    Delegates =
                    [
                        .. Enumerable
                            .Range(0, 4)
                            .Select(i => Person($"Delegate {id} {i}", Roles[random.Next(Roles.Length)], random.Next(1, 8))),
                    ],
                }),
            ],
            Agreement = new Agreement
            {
                Written = random.Next(4) > 0,
                LegallyBinding = random.Next(3) > 0,
                TermYears = random.Next(30),
                DraftPublished = random.Next(2) > 0,
                Guarantees = [.. Guarantees.Where(_ => random.Next(2) > 0)],
            },
            Talks = new Talks
            {
                StartDate = new DateOnly(2021, 12, 1).AddDays(random.Next(90)),
                Venue = Venues[random.Next(Venues.Length)],
                AnnouncedParticipants = random.Next(2) > 0,
                Mediated = random.Next(2) > 0,
            },
            Conduct = new Conduct
            {
                TroopsOnOwnSoil = random.Next(2) > 0,
                ArmsDeliveries = random.Next(8),
                NewSanctions = random.Next(2) > 0,
            },
            Trust = random.Next(101),
        };
    }

    private static Situation Of(string usDefence, int termYears, string venue, int trust) => new()
    {
        AsOf = new DateOnly(2021, 12, 17),
        Parties =
        [
            new Party { Id = "RU",
                Delegates = [Person("Ryabkov", "diplomat", 5), Person("Grushko", "diplomat", 4),
                    Person("Lawyer R", "legal", 3), Person("Fomin", "military", 6)] },
            new Party { Id = "US",
                Delegates = [Person("Sherman", "diplomat", 5), Person("Lawyer U", "legal", 3),
                    Person("Donfried", "diplomat", 4), Person("Mingus", usDefence, 6)] },
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
