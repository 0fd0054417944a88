using System.Globalization;
using System.Text;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Tests.Agreement;

/// <summary>A table that a simulation writes column by column is the one that the same scenarios give as JSON.</summary>
public class FillAgreementColumnTests
{
    private static readonly Vocabulary Facts = Vocabulary.Parse("""
        { "type": "object", "properties": {
            "held": { "type": "boolean" }, "trust": { "type": "integer", "minimum": 1, "maximum": 100 }, "people": { "type": "integer" },
            "price": { "type": "number", "multipleOf": 0.01 }, "support": { "type": "number", "minimum": 0, "maximum": 1 },
            "venue": { "type": "string" }, "form": { "enum": ["written", "oral"] }, "start": { "type": "string", "format": "date" },
            "opens": { "type": "string", "format": "date-time" },
            "host": { "type": "object", "properties": { "name": { "type": "string" }, "seats": { "type": "integer", "default": 3 } } },
            "guest": { "type": "object", "properties": { "name": { "type": "string" } } },
            "parties": { "type": "array", "items": { "type": "object", "properties": {
                "name": { "type": "string" }, "isActive": { "type": "boolean" }, "kind": { "enum": ["state"], "default": "state" },
                "delegates": { "type": "array", "maxItems": 3, "items": { "type": "object", "properties": { "rank": { "type": "integer",
                "minimum": 1, "maximum": 9 } } } } } } },
            "demands": { "type": "array", "items": { "type": "object", "properties": { "by": { "type": "string" } } } },
            "tags": { "type": "array", "items": { "type": "string" } }, "notes": { "type": "array", "items": { "type": "string" } } } }
        """);

    // The parties are gone over anew for each demand.
    private static readonly RuleSet Rules = RuleSet.Parse("""
        { "name": "t", "stages": ["talks"], "rules": [
            { "id": "a", "require": { "every": "demands", "as": "demand", "satisfy": { "some": "parties", "as": "party",
              "where": { "value": { "fact": "party.name" }, "is": { "fact": "demand.by" } } } } },
            { "id": "b", "require": { "some": "parties.delegates", "where": { "rank": { "atLeast": 5 } } } },
            { "id": "c", "require": { "venue": "Geneva", "form": "written", "held": true, "trust": { "atLeast": 50 },
              "people": { "atLeast": 3 }, "price": { "atMost": 2 }, "support": { "atLeast": 0.5 } } },
            { "id": "d", "require": { "start": "2022-01", "opens": { "after": "2022-01-10T00:00:00Z" },
              "host.seats": 3, "tags": { "contains": "peace" }, "guest": { "known": true }, "notes": { "known": true } } } ] }
        """, new RuleSetOptions { Vocabulary = Facts });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(500)]
    public void ColumnsThatAreWrittenAreThoseThatJsonGives(int count)
    {
        var program = FillAgreement.ProgramOf(Rules);
        AssertSame(program.Layout, program.Texts, count);
        AssertSame(FillAgreementObjectTests.Whole(Facts.Root), ["Geneva", "oral"], count);
    }

    [Fact]
    public void ListsOfOneLengthNeedNoArrayOfLengths()
    {
        var (filler, table) = Begin(3);
        filler.SetLists(filler.LevelOf("parties"), 2);
        filler.SetLists(filler.LevelOf("parties.delegates"), 1);
        filler.Column(filler.ColumnOf("parties.delegates.rank")).WriteInts().Fill(7);

        Assert.True(filler.TryEnd(out _));

        var rank = table.Columns.Single(c => c.Column.Path == "parties.delegates.rank" && c.Column.Storage == ColumnStorage.Ints);
        Assert.Equal(Enumerable.Repeat(7, 6), rank.Ints.ToArray());
        Assert.False(table.Levels[1].HasSupposed);
    }

    [Fact]
    public void ValuesThatAreNoneOfTheTypeAreFound()
    {
        AssertFault("trust", 1, c => c.WriteInts()[1] = 0);
        AssertFault("trust", 2, c => c.WriteInts()[2] = 101);
        AssertFault("support", 0, c => c.WriteReals()[0] = double.NaN);
        AssertFault("support", 66, c => c.WriteReals()[66] = 1.5);
        AssertFault("venue", 3, c => c.WriteCodes()[3] = -1);
        AssertFault("venue", 3, c => c.WriteCodes()[3] = 10_000);
        AssertFault("form", 4, c => c.WriteCodes()[4] = 0);
        AssertFault("opens", 5, c => c.WriteLongs()[5] = -1);
        AssertFault("start", 6, c => c.WriteDays(out _)[6] = -1);
        AssertFault("start", 6, c => c.WriteDays(out _)[6] = PartialDate.LastDay + 1);
        AssertFault("start", 7, c =>
        {
            c.WriteDays(out var last).Fill(10);
            last.Fill(10);
            last[7] = 9;
        });
    }

    [Fact]
    public void WhatIsWrongWithTheOrderOfCallsIsSaid()
    {
        var (filler, _) = Begin(3);

        Assert.Throws<InvalidOperationException>(() => filler.SetLists(filler.LevelOf("parties.delegates"), 1));
        Assert.Throws<InvalidOperationException>(() => filler.Column(filler.ColumnOf("parties.name")));
        Assert.Throws<ArgumentException>(() => filler.SetLists(filler.LevelOf("parties"), [1, 2]));
        Assert.Throws<InvalidOperationException>(() => filler.Column(filler.ColumnOf("trust")).WriteLongs().Length);
        Assert.Throws<InvalidOperationException>(() => filler.Column(filler.ColumnOf("trust")).WriteKnown().Length);
        filler = Begin(1).Filler;
        filler.SetLists(filler.LevelOf("parties"), 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => filler.SetLists(filler.LevelOf("parties.delegates"), [4]));
        Assert.Throws<InvalidOperationException>(() => filler.SetLists(filler.LevelOf("parties"), 1));
        Assert.Equal(-1, filler.ColumnOf("nothing"));
        Assert.Equal(-1, filler.LevelOf("nothing"));
    }

    private static void AssertFault(string path, int at, Action<ColumnValues> write)
    {
        var (filler, table) = Begin(70);
        var column = filler.Column(filler.ColumnOf(path));
        switch (column.Column.Storage)
        {
            case ColumnStorage.Ints:
                column.WriteInts().Fill(50);
                break;
            case ColumnStorage.Codes:
                column.WriteCodes().Fill(1);
                break;
            case ColumnStorage.Longs:
                column.WriteLongs().Clear();
                break;
            case ColumnStorage.Reals:
                column.WriteReals().Clear();
                break;
            default:
                column.WriteDays(out _).Clear();
                break;
        }

        write(column);

        Assert.False(filler.TryEnd(out var fault));
        Assert.Equal($"`{path}` cannot be what was written at place {at}", fault.ToString());
        Assert.Equal(0, table.Count);
    }

    private static (ColumnFiller Filler, FactTable Table) Begin(int scenarios)
    {
        var layout = FillAgreementObjectTests.Whole(Facts.Root);
        var table = new FactTable(layout, ["Geneva", "oral"]);
        var filler = new ColumnFiller(layout);
        filler.Begin(table, scenarios);
        return (filler, table);
    }

    private static void AssertSame(FactLayout layout, IReadOnlyList<string> named, int count)
    {
        var random = new Random(count);
        var scenarios = Enumerable.Range(0, count).Select(_ => new Simulated(random)).ToList();
        var (expected, given) = (new FactTable(layout, named), new FactTable(layout, named));
        var reader = new JsonTableReader(layout);
        Assert.All(scenarios, s => Assert.True(reader.TryAdd(Encoding.UTF8.GetBytes(s.Json), expected), s.Json));

        // Twice, so that what a run leaves behind would be seen.
        var filler = new ColumnFiller(layout);
        filler.Begin(given, 7);
        filler.SetLists(filler.LevelOf("parties"), 3);
        Assert.True(filler.TryEnd(out _));
        Write(filler, given, scenarios);

        Assert.True(filler.TryEnd(out var fault), $"{fault.Column?.Path} at {fault.Place}");
        FillAgreement.AssertSame(expected, given, $"{count} scenarios");
    }

    private static void Write(ColumnFiller filler, FactTable table, List<Simulated> scenarios)
    {
        filler.Begin(table, scenarios.Count);
        var parties = scenarios.SelectMany(s => s.Parties).ToList();
        filler.SetLists(filler.LevelOf("parties"), [.. scenarios.Select(s => s.Parties.Count)]);
        filler.SetLists(filler.LevelOf("parties.delegates"), [.. parties.Select(p => p.Ranks.Count)]);
        filler.SetLists(filler.LevelOf("demands"), 2);
        filler.SetLists(filler.LevelOf("tags"), [.. scenarios.Select(s => s.Tags.Count)]);
        Fill("trust", c => c.WriteInts(), scenarios.Select(s => s.Trust));
        Fill("people", c => c.WriteLongs(), scenarios.Select(s => s.People));
        Fill("price", c => c.WriteLongs(), scenarios.Select(s => s.Cents));
        Fill("support", c => c.WriteReals(), scenarios.Select(s => s.Share));
        Fill("venue", c => c.WriteCodes(), scenarios.Select(s => filler.Texts.CodeOf(s.Venue)));
        Fill("form", c => c.WriteCodes(), scenarios.Select(s => filler.Texts.CodeOf(s.Form)));
        Fill("start", c => c.WriteDays(out _), scenarios.Select(s => s.Start.DayNumber));
        Fill("opens", c => c.WriteLongs(), scenarios.Select(s => s.Opens.Ticks));
        Fill("parties.name", c => c.WriteCodes(), parties.Select(p => filler.Texts.CodeOf(p.Name)));
        Fill("parties.delegates.rank", c => c.WriteInts(), parties.SelectMany(p => p.Ranks));
        Fill("demands.by", c => c.WriteCodes(), scenarios.SelectMany(s => s.Demands).Select(filler.Texts.CodeOf));
        Fill("tags", c => c.WriteCodes(), scenarios.SelectMany(s => s.Tags).Select(filler.Texts.CodeOf));

        // Some do not know whether it is held, and what they write there does not count.
        var held = filler.Column(filler.ColumnOf("held"));
        var bits = held.WriteBits();
        var known = held.WriteKnown();
        for (var i = 0; i < scenarios.Count; i++)
        {
            Bits.Set(bits, i, scenarios[i].IsHeld);
            Bits.Set(known, i, scenarios[i].IsHeldKnown);
        }

        void Fill<T>(string path, Func<ColumnValues, Span<T>> write, IEnumerable<T> values)
        {
            // Not every layout reads everything.
            if (filler.ColumnOf(path) is >= 0 and var column)
            {
                values.ToArray().CopyTo(write(filler.Column(column)));
            }
        }
    }

    private sealed class Simulated
    {
        public Simulated(Random random)
        {
            IsHeldKnown = random.Next(3) > 0;
            IsHeld = random.Next(2) == 0;
            Trust = random.Next(1, 101);
            People = random.NextInt64();
            Cents = random.Next(-1000, 1000);
            Share = random.NextDouble();
            Venue = Pick(random, "Geneva", "Vienna", "Kyiv");
            Form = Pick(random, "written", "oral");
            Start = new DateOnly(2022, 1, 1).AddDays(random.Next(500));
            Opens = new DateTime(2022, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(random.Next(50_000));
            Parties =
            [
                .. Enumerable
                    .Range(0, random.Next(4))
                    .Select(_ => (Pick(random, "RU", "US"), Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(1, 10)).ToList())),
            ];
            Demands = [Pick(random, "RU", "US"), Pick(random, "RU", "CH")];
            Tags = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Pick(random, "peace", "war"))];
        }

        public bool IsHeldKnown { get; }

        public bool IsHeld { get; }

        public int Trust { get; }

        public long People { get; }

        public long Cents { get; }

        public double Share { get; }

        public string Venue { get; }

        public string Form { get; }

        public DateOnly Start { get; }

        public DateTime Opens { get; }

        public List<(string Name, List<int> Ranks)> Parties { get; }

        public List<string> Demands { get; }

        public List<string> Tags { get; }

        public string Json =>
            string.Create(
                CultureInfo.InvariantCulture,
                $$"""
                { "held": {{(
                    IsHeldKnown
                        ? IsHeld
                            ? "true"
                            : "false"
                        : "null"
                )}}, "trust": {{Trust}}, "people": {{People}}, "price": {{Cents
                    / 100m}}, "support": {{Share:R}}, "venue": "{{Venue}}", "form": "{{Form}}",
                  "start": "{{Start:yyyy-MM-dd}}", "opens": "{{Opens:yyyy-MM-ddTHH:mm:ssZ}}", "tags": [{{Quoted(
                    Tags
                )}}], "demands": [{{string.Join(',', Demands.Select(d => $"{{ \"by\": \"{d}\" }}"))}}],
                  "parties": [{{string.Join(
                    ',',
                    Parties.Select(p =>
                        $"{{ \"name\": \"{p.Name}\", \"delegates\": [{string.Join(',', p.Ranks.Select(r => $"{{ \"rank\": {r} }}"))}] }}"
                    )
                )}}] }
                """
            );

        private static string Quoted(IEnumerable<string> texts) => string.Join(',', texts.Select(t => $"\"{t}\""));

        private static string Pick(Random random, params string[] values) => values[random.Next(values.Length)];
    }
}
