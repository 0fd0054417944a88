using System.Collections.ObjectModel;
using System.ComponentModel.DataAnnotations;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Agreement;

/// <summary>A table filled from objects is the table that the plain way makes of them, or the reader leaves the object to the plain
/// way.</summary>
public class FillAgreementObjectTests
{
    private static readonly Vocabulary Meetings = Vocabulary.From<Meeting>(decimalPlaces: 2);

    [Fact]
    public void ObjectsAreFilledInAsThePlainWayDoes()
    {
        var layout = Whole(Meetings.Root);
        var reader = new ObjectTableReader<Meeting>(layout, ObjectOptions.Default);
        var given = new FactTable(layout, ["Geneva", "written"]);
        var expected = new FactTable(layout, ["Geneva", "written"]);
        Assert.True(reader.IsAvailable);

        var (filled, declined) = (0, 0);
        for (var seed = 0; seed < 3_000; seed++)
        {
            var meeting = Make(new Random(seed));
            var bag = new DiagnosticBag();
            var facts = Scenario.From(meeting).Bind(Meetings, bag);
            Assert.True(reader.TryAdd(meeting, given) == !bag.HasErrors, $"object {seed}: {string.Join('\n', bag.ToSorted())}");
            if (bag.HasErrors)
            {
                declined++;
            }
            else
            {
                expected.Add(facts);
                filled++;
            }

            if (seed % 20 == 0)
            {
                FillAgreement.AssertSame(expected, given, $"object {seed}");
                given.Clear();
                expected.Clear();
            }
        }

        Assert.True(filled > 500 && declined > 500, $"{filled} filled, {declined} declined");
    }

    [Fact]
    public void PropertiesThatNothingReadsAreNotRead()
    {
        var builder = new LayoutBuilder(Vocabulary.From<Shy>().Root);
        builder.ColumnOf(0, [0], new ExactType(0));
        var layout = builder.Build();
        var table = new FactTable(layout, []);

        Assert.True(new ObjectTableReader<Shy>(layout, ObjectOptions.Default).TryAdd(new Shy { Rounds = 7 }, table));

        Assert.Equal(7, table.Columns[0][0].Steps);
    }

    [Fact]
    public void WhatAPropertyThrowsLeavesTheTableAsItWas()
    {
        var layout = Whole(Vocabulary.From<Shy>().Root);
        var table = new FactTable(layout, []);

        Assert.Throws<InvalidOperationException>(() =>
            new ObjectTableReader<Shy>(layout, ObjectOptions.Default).TryAdd(new Shy(), table)
        );

        Assert.Equal(0, table.Count);
    }

    [Fact]
    public void ObjectsOfADerivedTypeAreLeftToThePlainWay()
    {
        var layout = Whole(Vocabulary.From<Seat>().Root);
        var reader = new ObjectTableReader<Seat>(layout, ObjectOptions.Default);
        var table = new FactTable(layout, []);

        Assert.True(reader.TryAdd(new Seat { Number = 1 }, table));
        Assert.False(reader.TryAdd(new BackSeat { Number = 2, Row = 3 }, table));

        Assert.Equal(1, table.Count);
    }

    [Fact]
    public void TypesThatAreNotOfTheVocabularyAreLeftToThePlainWay()
    {
        var layout = Whole(Vocabulary.Parse("""{ "type": "object", "properties": { "number": { "type": "string" } } }""").Root);

        Assert.False(new ObjectTableReader<Seat>(layout, ObjectOptions.Default).IsAvailable);
        Assert.False(
            new ObjectTableReader<Seat>(Whole(Vocabulary.From<Seat>(PropertyNaming.AsDeclared).Root), ObjectOptions.Default).IsAvailable
        );
        Assert.False(new ObjectTableReader<Odd>(Whole(Vocabulary.From<Seat>().Root), ObjectOptions.Default).IsAvailable);
    }

    [Fact]
    public void SingleValuesBesideTheFactsArePassedOver()
    {
        var open = Vocabulary.Parse(
            """{ "type": "object", "additionalProperties": true, "properties": { "number": { "type": "integer" } } }"""
        );
        var layout = Whole(open.Root);
        var (given, expected) = (new FactTable(layout, []), new FactTable(layout, []));
        var ticket = new Ticket
        {
            Number = 7,
            Day = DateOnly.MaxValue,
            Sent = DateTimeOffset.MinValue,
            Length = TimeSpan.MinValue,
            Price = decimal.MaxValue,
        };
        var bag = new DiagnosticBag();

        Assert.True(new ObjectTableReader<Ticket>(layout, ObjectOptions.Default).TryAdd(ticket, given));
        expected.Add(Scenario.From(ticket).Bind(open, bag));

        Assert.False(bag.HasErrors);
        FillAgreement.AssertSame(expected, given, "ticket");
    }

    [Fact]
    public void FillingMakesNoGarbage()
    {
        var layout = Whole(Meetings.Root, durations: false);
        var reader = new ObjectTableReader<Meeting>(layout, ObjectOptions.Default);
        var table = new FactTable(layout, ["Geneva", "written"]);
        var meetings = Enumerable.Range(0, 300).Select(seed => Make(new Random(seed))).Where(m => reader.TryAdd(m, table)).ToList();
        foreach (var meeting in meetings)
        {
            meeting.Topics = [.. meeting.Topics ?? []];
        }

        var garbage = FillAgreement.Garbage(() =>
        {
            table.Clear();
            foreach (var meeting in meetings)
            {
                reader.TryAdd(meeting, table);
            }
        });

        Assert.Equal(meetings.Count, table.Count);
        Assert.True(meetings.Count > 50 && garbage == 0, $"{garbage} bytes for {meetings.Count} objects");
    }

    // A layout of all facts there are, with a column for whether each is stated.
    internal static FactLayout Whole(RecordType root, bool durations = true)
    {
        var builder = new LayoutBuilder(root);
        AddRecord(root, 0, []);
        return builder.Build();

        void AddRecord(RecordType record, int level, System.Collections.Immutable.ImmutableArray<int> slots)
        {
            for (var slot = 0; slot < record.Properties.Count; slot++)
            {
                Add(record.Properties[slot].Type, level, slots.Add(slot), slot % 2 == 0);
            }
        }

        void Add(FactType type, int level, System.Collections.Immutable.ImmutableArray<int> slots, bool presence)
        {
            if (type is DurationType && !durations)
            {
                return;
            }

            if (presence)
            {
                builder.ColumnOf(level, slots, type);
            }

            switch (type)
            {
                case RecordType record:
                    AddRecord(record, level, slots);
                    break;
                case ListType list:
                    Add(list.Element, builder.LevelOf(level, level, slots, list), [], presence);
                    break;
                default:
                    var column = builder.ColumnOf(level, slots, type);
                    if (type is TextType && slots.Length == 1)
                    {
                        builder.KeepTexts(column);
                    }

                    break;
            }
        }
    }

    internal static Meeting Make(Random random)
    {
        // Some are faulty, each value by a chance of its own: so one is often the only one that is.
        bool IsOdd() => random.Next(12) == 0;
        return new Meeting
        {
            AsOf = Maybe(random, new DateOnly(2022, 1, 1).AddDays(random.Next(60))),
            IsHeld = Maybe(random, random.Next(2) == 0),
            Rounds = IsOdd() ? random.Next(0, 12) : random.Next(1, 10),
            Seats = (byte)random.Next(256),
            Budget = IsOdd() ? random.NextInt64() : random.Next(),
            Debt = IsOdd() ? (ulong)random.NextInt64() * 3 : 5,
            Level = Maybe(random, (short)random.Next(-300, 300)),
            Price = Pick<decimal>(random, IsOdd() ? [1.005m, 79228162514264337593543950335m] : [0m, -0.5m, 12.50m, 3.1000m, 100m]),
            Fee = Maybe(random, Pick(random, [0.25m, 10m])),
            Share = Pick<float>(random, IsOdd() ? [0.1f, float.NaN, 2f] : [0.1f, 0.25f, 1f]),
            Weight = Pick<double>(random, IsOdd() ? [double.PositiveInfinity, 1e300] : [0.1, -0.0, 1e300, 5e-324, 3]),
            Venue = Pick(random, ["Geneva", "Vienna", "", "caf\u00e9", null]),
            Form = Pick<Form>(random, IsOdd() ? [Form.Oral, (Form)9] : [Form.Oral, Form.Written]),
            Start = Maybe(random, new DateOnly(2022, 1, 1).AddDays(random.Next(1000))),
            End = new DateOnly(2023, 1, 1).AddDays(random.Next(1000)),
            Opens = new DateTimeOffset(2022, 1, 10, random.Next(24), 0, 0, TimeSpan.FromHours(random.Next(-10, 10))),
            Closes = new DateTime(2022, 1, 10, 1, 2, 3, IsOdd() ? DateTimeKind.Unspecified : DateTimeKind.Utc).AddTicks(random.Next(100)),
            Notice = TimeSpan.FromMinutes(random.Next(10_000)),
            Topics = random.Next(4) switch
            {
                0 => null,
                1 => Texts(random),
                2 => Texts(random).ToArray(),
                _ => new ReadOnlyCollection<string?>(Texts(random)),
            },
            Votes = random.Next(4) == 0 ? null : [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(10))],
            Days = [.. Enumerable.Range(0, random.Next(3)).Select(i => new DateOnly(2022, 1, 1 + i))],
            Host = random.Next(3) == 0 ? null : ASeat(random),
            Parties = random.Next(5) == 0 ? null! : [.. Enumerable.Range(0, random.Next(IsOdd() ? 6 : 4))
                .Select(_ => random.Next(6) == 0 ? null! : new Party
                {
                    Name = Pick(random, ["RU", "US"]),
                    Seats = [.. Enumerable.Range(0, random.Next(3)).Select(_ => ASeat(random))],
                })],
        };
    }

    private static List<string?> Texts(Random random) =>
        [.. Enumerable.Range(0, random.Next(4)).Select(_ => Pick(random, ["written", "peace", "land", null]))];

    private static Seat ASeat(Random random) => random.Next(60) == 0 ? new BackSeat() : new Seat { Number = random.Next(100) };

    private static T? Maybe<T>(Random random, T value)
        where T : struct => random.Next(4) == 0 ? null : value;

    private static T Pick<T>(Random random, T[] values) => values[random.Next(values.Length)];

    internal enum Form
    {
        [EnumMember(Value = "written")]
        Written,
        Oral,
        Spoken = Oral,
    }

    internal sealed class Meeting
    {
        public DateOnly? AsOf { get; set; }

        public bool? IsHeld { get; set; }

        [Range(1, 9)]
        public int Rounds { get; set; }

        public byte Seats { get; set; }

        public long Budget { get; set; }

        public ulong Debt { get; set; }

        public short? Level { get; set; }

        public decimal Price { get; set; }

        public decimal? Fee { get; set; }

        [Range(0.0, 1.0)]
        public float Share { get; set; }

        public double Weight { get; set; }

        [JsonPropertyName("place")]
        public string? Venue { get; set; }

        public Form Form { get; set; }

        public DateOnly? Start { get; set; }

        public DateOnly End { get; set; }

        public DateTimeOffset Opens { get; set; }

        public DateTime Closes { get; set; }

        public TimeSpan Notice { get; set; }

        public IReadOnlyList<string?>? Topics { get; set; }

        public int[]? Votes { get; set; }

        public IEnumerable<DateOnly> Days { get; set; } = [];

        public Seat? Host { get; set; }

        [MaxLength(4)]
        public List<Party> Parties { get; set; } = [];
    }

    internal sealed class Party
    {
        public string? Name { get; set; }

        public List<Seat> Seats { get; set; } = [];
    }

    internal class Seat
    {
        public int Number { get; set; }
    }

    internal sealed class BackSeat : Seat
    {
        public int Row { get; set; }
    }

    internal sealed class Ticket
    {
        public int Number { get; set; }

        public DateOnly Day { get; set; }

        public DateTime? Opened { get; set; }

        public DateTimeOffset Sent { get; set; }

        public TimeSpan Length { get; set; }

        public decimal Price { get; set; }

        public Guid Id { get; set; }
    }

    internal sealed class Odd
    {
        public object? Number { get; set; }
    }

    internal sealed class Shy
    {
        private readonly string _fault = "nobody asked";

        public int Rounds { get; set; }

        public string Secret => throw new InvalidOperationException(_fault);
    }
}
