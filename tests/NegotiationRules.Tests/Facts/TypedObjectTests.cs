using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace NegotiationRules.Tests.Facts;

/// <summary>Objects as programs have them: whatever evaluates them, they are the scenario that a person would have written.</summary>
public class TypedObjectTests
{
    private static readonly Vocabulary Summits = Vocabulary.Parse(
        """
        {
          "properties": {
            "day": { "type": "string", "format": "date" },
            "opens": { "type": "string", "format": "date-time" },
            "status": { "enum": ["in-progress", "called off", "not_held", "done"] },
            "price": { "type": "number", "multipleOf": 0.0001 },
            "fine": { "type": "number", "multipleOf": 0.000000001 },
            "rough": { "type": "number" },
            "note": { "type": "string" },
            "parties": {
              "type": "array", "x-key": "code",
              "items": { "properties": {
                "code": { "type": "string" }, "votes": { "type": "integer" }, "kind": { "enum": ["state", "other"] } } }
            },
            "venues": {
              "type": "array", "items": { "properties": { "id": { "enum": ["main-hall", "annex"] }, "seats": { "type": "integer" } } }
            }
          }
        }
        """);

    [Theory]
    [InlineData(Status.InProgress, "in-progress")]
    [InlineData(Status.CalledOff, "called off")]
    [InlineData(Status.NotHeld, "not_held")]
    [InlineData(Status.Finished, "done")]
    [InlineData(Status.NotSaid, null)]
    public void AnEnumIsTheTextWithTheSameLettersOrTheOneItsAttributeSays(Status status, string? text) =>
        AssertSame(new Held(status), text is null ? "{}" : $$"""{ "status": "{{text}}" }""");

    [Theory]
    [InlineData(null)]
    [InlineData(Status.InProgress)]
    [InlineData(Status.NotSaid)]
    public void AnEnumThatMayBeNullIsUnknownThen(Status? status) =>
        AssertSame(new MaybeHeld(status), status == Status.InProgress ? """{ "status": "in-progress" }""" : "{}");

    [Fact]
    public void WhereAnyTextWillDoAnEnumIsItsName() => AssertSame(new Noted(Status.InProgress), """{ "note": "InProgress" }""");

    [Fact]
    public void AMomentAtMidnightIsADayWhereTheVocabularyTakesOne()
    {
        const string Expected = """{ "day": "2022-01-10" }""";

        AssertSame(new { day = new DateTime(2022, 1, 10) }, Expected);
        AssertSame(new Dated<DateTime>(new(2022, 1, 10, 0, 0, 0, DateTimeKind.Utc)), Expected);
        AssertSame(new Dated<DateTime>(new(2022, 1, 10, 0, 0, 0, DateTimeKind.Local)), Expected);
        AssertSame(new Dated<DateTimeOffset>(new(2022, 1, 10, 0, 0, 0, TimeSpan.FromHours(9))), Expected);
        AssertSame(new Dated<DateTime?>(new(2022, 1, 10)), Expected);
        AssertSame(new Dated<DateTime?>(null), "{}");
        AssertSame(new Dated<DateOnly>(new(2022, 1, 10)), Expected);
    }

    [Fact]
    public void AMomentIsAMomentWhereTheVocabularyTakesOne() =>
        AssertSame(
            new { opens = new DateTime(2022, 1, 10, 0, 0, 0, DateTimeKind.Utc) },
            """{ "opens": "2022-01-10T00:00:00Z" }""");

    [Fact]
    public void ADecimalIsKeptToTheLastPlaceThatTheVocabularyHas()
    {
        AssertSame(new { price = 0.1234m, fine = 0.123456789m }, """{ "price": 0.1234, "fine": 0.123456789 }""");
        AssertSame(new { price = 12.340000000m, rough = 0.1m }, """{ "price": 12.34, "rough": 0.1 }""");
    }

    [Fact]
    public void ADictionaryIsAListWithTheKeyThatTheVocabularyNames()
    {
        var parties = new Dictionary<string, Side> { ["RU"] = new(3), ["US"] = new(null), ["CH"] = null! };
        const string Expected =
            """{ "parties": [ { "code": "RU", "votes": 3, "kind": "state" }, { "code": "US", "kind": "state" }, { "code": "CH" } ] }""";

        AssertSame(new Summit<Dictionary<string, Side>>(parties), Expected);
        AssertSame(new Summit<IReadOnlyDictionary<string, Side>>(parties), Expected);
        AssertSame(new Summit<SortedDictionary<string, Side>>(new(parties)), """
            { "parties": [ { "code": "CH" }, { "code": "RU", "votes": 3, "kind": "state" }, { "code": "US", "kind": "state" } ] }
            """);
    }

    [Fact]
    public void WithoutANameForItTheKeyIsTheId() =>
        AssertSame(
            new { venues = new Dictionary<Venue, Hall> { [Venue.MainHall] = new(9) } },
            """{ "venues": [ { "id": "main-hall", "seats": 9 } ] }""");

    [Fact]
    public void AnElementMaySayItsKeyItself() =>
        AssertSame(
            new Summit<Dictionary<string, Coded>>(new() { ["RU"] = new("RU", 3) }),
            """{ "parties": [ { "code": "RU", "votes": 3 } ] }""");

    [Fact]
    public void PropertiesOfParentsAndOfDerivedElementsCount() =>
        AssertSame(
            new LateSummit([new Coded("RU", 3), new KindCoded("US", 1, "other")]) { Day = new DateOnly(2022, 1, 10) },
            """
            { "day": "2022-01-10", "parties": [ { "code": "RU", "votes": 3 }, { "code": "US", "votes": 1, "kind": "other" } ] }
            """);

    [Fact]
    public void StructsAndRecordsAreObjects() =>
        AssertSame(new Summit<Chair[]>([new("RU", 2)]), """{ "parties": [ { "code": "RU", "votes": 2 } ] }""");

    [Fact]
    public void WhatIsNoFactIsPassedOverOnRequest()
    {
        var summit = new Linked { Day = new DateOnly(2022, 1, 10), Parties = [new LinkedParty { Code = "RU" }] };
        summit.Parties[0].Summit = summit;

        AssertSame(
            summit, """{ "day": "2022-01-10", "parties": [ { "code": "RU" } ] }""",
            new ObjectOptions { IgnoreExtraProperties = true });
    }

    [Fact]
    public void WhatIsPassedOverIsNotRead()
    {
        var rules = RulesOn("""{ "day": { "known": true } }""");
        var options = new ObjectOptions { IgnoreExtraProperties = true };

        Assert.Equal(RuleOutcome.Satisfied, rules.Evaluate(new Shy { Day = new DateOnly(2022, 1, 10) }, options).Rules[0].Outcome);
        new ScenarioEvaluator(rules).EvaluateObject(new Shy(), options);
    }

    [Fact]
    public void NamesMayStayAsDeclaredWithOptionsToo() =>
        Assert.Equal(
            """{ "Rounds": 3 }""",
            Scenario.From(
                new { Rounds = 3 }, Vocabulary.Parse("""{ "properties": { "Rounds": { "type": "integer" } } }"""),
                new ObjectOptions { Naming = PropertyNaming.AsDeclared }
            ).ToString().ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal));

    [Fact]
    public void AScenarioOfAnObjectCanBeChangedBeforeAndAfter()
    {
        var parties = new Summit<Dictionary<string, Coded>>(new() { ["RU"] = new("RU", 3) });
        var rules = RulesOn("""{ "sum": "parties.votes", "atLeast": 5 }""");

        var early = Scenario.From(parties).With("status", "done");
        var known = Scenario.From(parties, rules.Vocabulary).With("parties[0].votes", 5);

        Assert.Equal(RuleOutcome.Violated, rules.Evaluate(early).Rules[0].Outcome);
        Assert.Equal(RuleOutcome.Satisfied, rules.Evaluate(known).Rules[0].Outcome);
        var session = new Session(rules, Scenario.From(parties));
        session.Set("parties[0].votes", 7);
        session.Evaluate();
        Assert.Equal(RuleOutcome.Satisfied, session.OutcomeOf("r0"));
        Assert.Contains("a dictionary, not a list",
            Assert.Throws<ArgumentException>(() => Scenario.From(parties).With("parties[0].votes", 5)).Message, StringComparison.Ordinal);
    }

    // Their .NET properties are none of the scenario's facts.
    [Fact]
    public void JsonInAPropertyIsJson()
    {
        const string Expected = """{ "parties": [ { "code": "RU", "votes": 3 } ] }""";
        var element = System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>("""{ "code": "RU", "votes": 3 }""");

        AssertSame(new Summit<System.Text.Json.JsonElement[]>([element]), Expected);
        AssertSame(new Summit<List<Newtonsoft.Json.Linq.JObject>>([new() { ["code"] = "RU", ["votes"] = 3 }]), Expected);
        AssertSame(
            new Summit<Dictionary<string, object?>>(new() { ["known"] = new[] { new Coded("RU", 3) }, ["complete"] = true }), Expected);
    }

    [Fact]
    public void AVocabularyOfATypeHasItsDictionariesAsLists()
    {
        var vocabulary = Vocabulary.From<Register>();

        Assert.Equal(
            ["parties: a list", "parties.id: text", "parties.votes: a whole number", "halls: a list", "halls.id: a whole number",
                "halls.seats: a whole number"],
            vocabulary.Facts().Select(fact => fact.ToString().Split(" from")[0]));
        Assert.Equal(
            """{ "parties": [ { "id": "RU", "votes": 3 } ], "halls": [ { "id": 7, "seats": 9 } ] }""",
            Bound.To(vocabulary, Scenario.From(new Register(new() { ["RU"] = new("RU", 3) }, new() { [7] = new(9) }))).Json());
    }

    [Theory]
    [InlineData(typeof(Dictionary<string, Coded[]>))]
    [InlineData(typeof(Dictionary<object, Hall>))]
    [InlineData(typeof(Dictionary<int, Named>))]
    public void ADictionaryThatIsNoListSaysWhy(Type type) =>
        Assert.Contains(
            "cannot be part of a vocabulary",
            Assert.Throws<ArgumentException>(() => Vocabulary.From(typeof(Holder<>).MakeGenericType(type))).Message,
            StringComparison.Ordinal);

    // Each fact is asked for by a rule of its own, and whatever evaluates the object must say of each what the tree walk says of the JSON.
    private static void AssertSame<T>(T value, string json, ObjectOptions? options = null)
        where T : class
    {
        var expected = Scenario.Parse(json);
        var facts = Bound.To(Summits, expected).Json();
        Assert.Equal(facts, Bound.To(Summits, Scenario.From(value, Summits, options)).Json());
        if (options is null)
        {
            Assert.Equal(facts, Bound.To(Summits, Scenario.From(value)).Json());
        }

        var rules = RulesOn(
            """{ "day": "2022-01-10" }""", """{ "opens": { "onOrBefore": "2022-01-10T00:00:00Z" } }""", """{ "status": "in-progress" }""",
            """{ "status": "called off" }""", """{ "status": "not_held" }""", """{ "status": "done" }""", """{ "price": 0.1234 }""",
            """{ "fine": 0.123456789 }""", """{ "rough": 0.1 }""", """{ "note": "InProgress" }""",
            """{ "some": "parties", "where": { "code": "RU", "votes": { "atLeast": 3 } } }""",
            """{ "every": "parties", "satisfy": { "kind": "state" } }""", """{ "count": "parties", "is": 3 }""",
            """{ "some": "venues", "where": { "id": "main-hall", "seats": 9 } }""");
        var verdict = rules.Evaluate(expected);
        var (batch, evaluator) = (new ScenarioBatch(rules), new ScenarioEvaluator(rules));
        options ??= ObjectOptions.Default;
        batch.AddObject(value, options);
        batch.Evaluate();
        evaluator.EvaluateObject(value, options);
        var direct = rules.Evaluate(value, options);
        foreach (var rule in verdict.Rules)
        {
            Assert.Equal(
                (rule.Rule.Id, rule.Outcome, rule.Outcome, rule.Outcome),
                (rule.Rule.Id, batch.OutcomeOf(0, rule.Rule), evaluator.OutcomeOf(rule.Rule), direct.Rule(rule.Rule.Id).Outcome));
        }
    }

    private static RuleSet RulesOn(params string[] conditions) => RuleSet.Parse(
        $$"""
        { "name": "t", "stages": ["talks"], "rules": [
          {{string.Join(",\n", conditions.Select((c, i) => $$"""{ "id": "r{{i}}", "require": {{c}} }"""))}}
        ] }
        """,
        new RuleSetOptions { Vocabulary = Summits });

    public enum Status
    {
        [JsonIgnore]
        NotSaid,
        InProgress,
        CalledOff,
        NotHeld,

        [EnumMember(Value = "done")]
        Finished,
    }

    internal enum Venue
    {
        MainHall,
        Annex,
    }

    internal sealed record Held(Status Status);

    internal sealed record MaybeHeld(Status? Status);

    internal sealed record Noted(Status Note);

    internal sealed record Dated<T>(T Day);

    internal sealed record Summit<T>(T Parties);

    internal sealed record Holder<T>(T Value);

    internal sealed record Side(int? Votes, string Kind = "state");

    internal sealed record Hall(int Seats);

    internal record Coded(string Code, int Votes);

    internal sealed record KindCoded(string Code, int Votes, string Kind) : Coded(Code, Votes);

    internal sealed record Named(string Id);

    internal readonly record struct Chair(string Code, int Votes);

    internal class AnySummit
    {
        public DateOnly? Day { get; set; }
    }

    internal sealed class LateSummit(IReadOnlyList<Coded> parties) : AnySummit
    {
        public IReadOnlyList<Coded> Parties => parties;
    }

    internal sealed class Linked : AnySummit
    {
        public Guid Key { get; } = Guid.NewGuid();

        public List<LinkedParty> Parties { get; set; } = [];
    }

    internal sealed class LinkedParty
    {
        public string? Code { get; set; }

        public Linked? Summit { get; set; }
    }

    internal sealed class Shy : AnySummit
    {
        private readonly string _fault = "nobody asked";

        public string Secret => throw new InvalidOperationException(_fault);
    }

    internal sealed record Voter(string Id, int Votes);

    internal sealed record Register(Dictionary<string, Voter> Parties, Dictionary<int, Hall> Halls);
}
