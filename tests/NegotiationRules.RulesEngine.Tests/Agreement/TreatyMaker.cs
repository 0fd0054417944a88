namespace NegotiationRules.RulesEngine.Tests.Agreement;

/// <summary>Makes treaties at random: many alike, so that comparisons go either way, and some at the edges of their types.</summary>
internal sealed class TreatyMaker(Random random, bool isPlain)
{
    private static readonly string[] Texts =
    [
        "",
        " ",
        "Geneva",
        "geneva",
        "GENEVA",
        "Wien",
        "Straße",
        "STRASSE",
        "İstanbul",
        "istanbul",
        "a\"b",
        "$(input1.Title)",
        "null",
    ];
    private static readonly long[] Edges =
    [
        int.MinValue,
        int.MaxValue,
        long.MinValue,
        long.MaxValue,
        -1,
        0,
        1,
        (1L << 53) + 1,
        -(1L << 53) - 1,
        1L << 53,
    ];
    private static readonly double[] Reals =
    [
        double.NaN,
        double.PositiveInfinity,
        double.NegativeInfinity,
        -0.0,
        double.Epsilon,
        1e300,
        0.1,
        0.3,
    ];
    private static readonly decimal[] Decimals =
    [
        decimal.MaxValue,
        decimal.MinValue,
        0.00001m,
        12.3456m,
        1.10m,
        -0.5m,
        922_337_203_685_477.5807m,
    ];

    public Treaty Make() =>
        new()
        {
            Title = MayBeNull(Text),
            TermYears = (int)Math.Clamp(Whole(), int.MinValue, int.MaxValue),
            RatifiedBy = random.Next(4) == 0 ? null : random.Next(-2, 12),
            Population = Whole(),
            Exports = random.Next(4) == 0 ? null : Whole(),
            Budget = Decimal(),
            Grant = random.Next(4) == 0 ? null : Decimal(),
            Trust = Real(),
            Support = random.Next(4) == 0 ? null : Real(),
            Weight = random.Next(0, 10) / 10f,
            Annexes = (short)random.Next(-2, 12),
            Copies = (byte)random.Next(0, 12),
            Pages = (uint)random.Next(0, 12),
            IsBinding = Coin(),
            IsPublished = random.Next(3) switch
            {
                0 => null,
                1 => true,
                _ => false,
            },
            Agreed = Date(),
            Expires = random.Next(4) == 0 ? null : Date(),
            Session = TimeSpan.FromHours(random.Next(-3, 40)),
            Id = random.Next(2) == 0 ? Guid.Empty : new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
            Grade = "aAbB"[random.Next(4)],
            Stage = Stages(),
            Next = random.Next(3) == 0 ? null : Stages(),
            Venue = MayBeNull(() =>
                new Venue
                {
                    City = MayBeNull(Text),
                    Seats = random.Next(-2, 12),
                    Rooms = random.Next(3) == 0 ? null : random.Next(0, 5),
                    Country = MayBeNull(Country),
                }
            ),
            Parties = MayBeNull(() => List(Party, 4)),
            Guarantees = MayBeNull(() => List(Text, 4)),
            Quotas = MayBeNull(() => List(() => random.Next(-2, 12), 5).ToArray()),
        };

    private Party Party() => new()
    {
        Name = MayBeNull(Text),
        Votes = random.Next(0, 12),
        Dues = random.Next(4) == 0 ? null : random.Next(0, 500) / 100m,
        IsMediator = Coin(),
        Home = MayBeNull(Country),
        Envoys = MayBeNull(() => List(() => new Envoy { Role = MayBeNull(Text), Rank = random.Next(0, 5), Influence = Real() }, 3)),
    };

    private Country Country() => new() { Code = MayBeNull(Text), IsNeutral = Coin() };

    private string Text() => Texts[random.Next(Texts.Length)];

    private bool Coin() => random.Next(2) == 0;

    private long Whole() => Rarely() ? Edges[random.Next(Edges.Length)] : random.Next(-2, 12);

    private double Real() => Rarely() ? Reals[random.Next(Reals.Length)] : random.Next(-4, 40) / 4.0;

    private decimal Decimal() => Rarely() ? Decimals[random.Next(Decimals.Length)] : random.Next(-200, 1200) / 100m;

    private Stage Stages() => Rarely() ? (Stage)3 : Enum.GetValues<Stage>()[random.Next(4)];

    private DateTime Date() =>
        new(2020 + random.Next(0, 4), random.Next(1, 13), random.Next(1, 29), random.Next(0, 24), 0, 0, (DateTimeKind)random.Next(3));

    private bool Rarely() => !isPlain && random.Next(8) == 0;

    private T? MayBeNull<T>(Func<T> make)
        where T : class => random.Next(isPlain ? 12 : 4) == 0 ? null : make();

    // A plain list has no gaps.
    private List<T> List<T>(Func<T> make, int most)
    {
        var list = Enumerable.Range(0, random.Next(0, most + 1)).Select(_ => make()).ToList();
        if (!isPlain && default(T) is null && random.Next(12) == 0)
        {
            list.Add(default!);
        }

        return list;
    }
}
