using NegotiationRules.Facts.Columns;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;
using Xunit.Abstractions;

namespace NegotiationRules.Tests.Agreement;

/// <summary>Lists of enums, lists that a property beside them calls complete, and objects of the elements that are known: a table is filled
/// from them as the plain way does.</summary>
public class FillAgreementListTests(ITestOutputHelper output)
{
    private const string Text = """
        { "type": "object", "properties": {
          "chair": { "enum": ["military", "diplomat"] },
          "deputy": { "enum": ["military", "diplomat"], "default": "diplomat" },
          "roles": { "type": "array", "items": { "enum": ["military", "diplomat"] } },
          "guests": { "type": "array", "items": { "type": "string" }, "x-completeBy": "allGuests" },
          "allGuests": { "type": "boolean" },
          "seats": { "type": "array", "maxItems": 2, "x-completeBy": "allSeats", "items": { "type": "object", "properties": {
            "role": { "enum": ["military", "diplomat"] },
            "notes": { "type": "array", "items": { "type": "string" }, "x-completeBy": "noteless" },
            "noteless": { "type": "boolean", "default": true } } } },
          "allSeats": { "type": "boolean", "default": true },
          "treaties": { "type": "array", "items": { "type": "object", "properties": { "years": { "type": "integer" } } } },
          "days": { "type": "array", "items": { "type": "integer" } } } }
        """;

    private static readonly Vocabulary Councils = Vocabulary.Parse(Text);

    [Fact]
    public void TheyAreFilledInAsThePlainWayDoes()
    {
        var layout = FillAgreementObjectTests.Whole(Councils.Root);
        var reader = new ObjectTableReader<Council>(layout, ObjectOptions.Default);
        var (given, expected) = (new FactTable(layout, ["a"]), new FactTable(layout, ["a"]));
        Assert.True(reader.IsAvailable);

        var (seed, declined) = (Seed.Of(output), 0);
        var random = new Random(seed);
        for (var i = 0; i < CaseCount.Of(2_000); i++)
        {
            var council = Make(random);
            var bag = new DiagnosticBag();
            var facts = Scenario.From(council).Bind(Councils, bag);
            Assert.True(reader.TryAdd(council, given) == !bag.HasErrors, $"SEED={seed}, {i}: {string.Join('\n', bag.ToSorted())}");
            declined += bag.HasErrors ? 1 : 0;
            if (!bag.HasErrors)
            {
                expected.Add(facts);
                FillAgreement.AssertSame(expected, given, $"SEED={seed}, {i}");
                given.Clear();
                expected.Clear();
            }
        }

        Assert.InRange(declined, 1, CaseCount.Of(1_000));
    }

    [Fact]
    public void WithoutThePropertyThatWouldSaySoTheyAreAsCompleteAsItsDefaultSays()
    {
        var layout = FillAgreementObjectTests.Whole(Councils.Root);
        var (given, expected) = (new FactTable(layout, ["a"]), new FactTable(layout, ["a"]));
        var small = new Small { Guests = ["a"], Seats = [new Seat()] };

        Assert.True(new ObjectTableReader<Small>(layout, ObjectOptions.Default).TryAdd(small, given));
        expected.Add(Scenario.From(small).Bind(Councils, new DiagnosticBag()));

        FillAgreement.AssertSame(expected, given, "small");
    }

    private static Council Make(Random random)
    {
        return new Council
        {
            Chair = OneOf<Role?>(null, Role.Military, Role.Diplomat),
            Deputy = OneOf<Role?>(null, Role.Military, (Role)7),
            Roles = Some(() => OneOf(Role.Military, Role.Diplomat)),
            Guests = Some(() => OneOf("a", "b"))?.ToList(),
            AllGuests = OneOf<bool?>(null, true, false),
            Seats = Some(() => new Seat
            {
                Role = OneOf<Role?>(null, Role.Military),
                Notes = Some(() => "a"),
                Noteless = OneOf(true, false),
            }),
            AllSeats = OneOf(true, false),
            Treaties = OneOf(null, new KnownTreaties
            {
                Known = Some(() => new Treaty { Years = OneOf<int?>(null, 5) }),
                Complete = OneOf(true, false),
            }),
            Days = OneOf(null, new KnownDays { Known = Some(() => 3) ?? [], Complete = OneOf(true, false) }),
        };

        T OneOf<T>(params T[] values) => values[random.Next(values.Length)];

        T[]? Some<T>(Func<T> make) =>
            random.Next(5) == 0 ? null : [.. Enumerable.Range(0, random.Next(3)).Select(_ => make())];
    }

    public enum Role
    {
        Military,
        Diplomat,
    }

    private sealed record Council
    {
        public Role? Chair { get; init; }

        public Role? Deputy { get; init; }

        public Role[]? Roles { get; init; }

        public List<string>? Guests { get; init; }

        public bool? AllGuests { get; init; }

        public Seat[]? Seats { get; init; }

        public bool AllSeats { get; init; }

        public KnownTreaties? Treaties { get; init; }

        public KnownDays? Days { get; init; }
    }

    private sealed record Small
    {
        public List<string>? Guests { get; init; }

        public Seat[]? Seats { get; init; }
    }

    private sealed record Seat
    {
        public Role? Role { get; init; }

        public string[]? Notes { get; init; }

        public bool Noteless { get; init; }
    }

    private sealed record Treaty
    {
        public int? Years { get; init; }
    }

    private sealed record KnownTreaties
    {
        public Treaty[]? Known { get; init; }

        public bool Complete { get; init; }
    }

    private sealed record KnownDays
    {
        public int[] Known { get; init; } = [];

        public bool Complete { get; init; }
    }
}
