using System.Globalization;

namespace NegotiationRules.Tests.Facts;

/// <summary>What objects cannot be is refused with the path, and with what to write instead, by whatever evaluates them.</summary>
public class TypedObjectFaultTests
{
    private static readonly Vocabulary Summits = Vocabulary.Parse(
        """
        {
          "properties": {
            "day": { "type": "string", "format": "date" },
            "opens": { "type": "string", "format": "date-time" },
            "status": { "enum": ["in-progress", "in_progress", "done"] },
            "price": { "type": "number", "multipleOf": 0.0001 },
            "parties": { "type": "array",
              "items": { "properties": { "name": { "type": "string" }, "status": { "enum": ["open", "done"] } } } },
            "pairs": { "type": "array", "x-key": ["from", "to"],
              "items": { "properties": { "from": { "type": "string" }, "to": { "type": "string" } } } },
            "venues": { "type": "array", "items": { "properties": { "id": { "type": "string" }, "seats": { "type": "integer" } } } }
          }
        }
        """);

    [Fact]
    public void AnEnumWithANameThatTheVocabularyDoesNotHaveIsRefusedWhateverTheValue() =>
        AssertRefused(
            new Summit([new Party("RU", Progress.Open)]), "NR4030", "parties.status",
            "`Paused` of `Progress` is not a value of `parties.status`",
            "rename it, or say by [EnumMember(Value = \"…\")] which it is of `open` or `done`; "
                + "if it stands for what is not known, mark it as [JsonIgnore]");

    [Fact]
    public void ItIsRefusedThoughThereIsNoValueYet()
    {
        AssertRefused(new Summit([]), "NR4030", "parties.status", "`Paused` of `Progress` is not a value of `parties.status`");
        AssertRefused(new Maybe(null), "NR4030", "status", "`InProgress` of `Twice` could be `in-progress` or `in_progress` of `status`",
            "say which by an attribute: [EnumMember(Value = \"in-progress\")]");
    }

    [Fact]
    public void AnEnumInAPropertyOfAnyTypeIsRefusedWhenItComes() =>
        AssertRefused(
            new { parties = new object[] { new { status = (object)Progress.Open } } }, "NR4030", "parties[0].status",
            "`Paused` of `Progress` is not a value of `parties[0].status`");

    [Fact]
    public void AValueThatHasNoNameIsRefused() =>
        AssertRefused(new { parties = new[] { new { status = (State)9 } } }, "NR4012", "parties[0].status",
            "`9` is not a value of `parties[0].status`");

    [Fact]
    public void ATimeOfDayIsNoPartOfADay()
    {
        const string Help = "use a DateOnly, or the day alone: `.Date`";

        AssertRefused(new Dated<DateTime>(new DateTime(2022, 1, 10, 9, 30, 0)), "NR4031", "day",
            "`day` takes a date, and `2022-01-10T09:30:00` has a time of day", Help);
        AssertRefused(new Dated<DateTimeOffset?>(new DateTimeOffset(2022, 1, 10, 9, 0, 0, TimeSpan.FromHours(9))), "NR4031", "day",
            "`day` takes a date, and `2022-01-10T09:00:00+09:00` has a time of day", Help);
    }

    [Fact]
    public void AMomentOfNoKindIsNoMoment() =>
        AssertRefused(new { opens = new DateTime(2022, 1, 10) }, "NR4015", "opens",
            "`2022-01-10T00:00:00` does not say at which offset from UTC it is, as `opens` must",
            "use a DateTimeOffset, or say by DateTime.SpecifyKind whether it is UTC or local time");

    [Theory]
    [InlineData("0.12345")]
    [InlineData("79228162514264337593543950335")]
    public void ADecimalIsNeverRounded(string number)
    {
        var price = new { price = decimal.Parse(number, CultureInfo.InvariantCulture) };

        AssertRefused(price, number.StartsWith('0') ? "NR4017" : "NR4018", "price", number);
    }

    [Fact]
    public void ADictionaryNeedsAFactForItsKey()
    {
        AssertRefused(new { parties = new Dictionary<string, State?[]>() }, "NR4011", "parties", "`parties` takes a list, not an object");
        AssertRefused(new { parties = new Dictionary<string, PlainParty> { ["RU"] = new("Russia") } }, "NR4032", "parties",
            "`parties` is a dictionary, and nothing says which fact of an element its key is",
            "let the vocabulary say it by `x-key` of the list, or give its elements an `id`");
        AssertRefused(new { pairs = new Dictionary<string, Pair>() }, "NR4032", "pairs",
            "`pairs` is a dictionary, and its elements are told apart by `from` and `to` together", "make it a list");
    }

    [Fact]
    public void AnElementMayNotSayAnotherKey() =>
        AssertRefused(new { venues = new Dictionary<string, Venue> { ["annex"] = new("hall", 9) } }, "NR4033", "venues[0]",
            "`venues[0]` stands under the key `annex`, and its `id` is `hall`", "let both be the same, or leave `id` out");

    [Fact]
    public void ExtraPropertiesAreRefusedUnlessTheyAreToBePassedOver()
    {
        AssertRefused(
            new { day = new DateOnly(2022, 1, 10), weather = "fine" }, "NR4010", "weather", "the vocabulary has no fact `weather`");
        AssertRefused(new { venues = new Base[] { new Derived() } }, "NR4010", "venues[0].storey",
            "the vocabulary has no fact `venues[0].storey`");
    }

    [Fact]
    public void ATextIsNoScenario()
    {
        var rules = RuleSet.Parse("""{ "name": "t", "stages": ["talks"], "rules": [] }""");
        var evaluate = typeof(RuleSet).GetMethod(nameof(RuleSet.Evaluate), [typeof(string)])!;

        var thrown = Assert.Throws<System.Reflection.TargetInvocationException>(() => evaluate.Invoke(rules, ["talks.scenario.json"]));

        Assert.StartsWith(
            "A string is no scenario: write Evaluate(Scenario.Load(path)) for a file, or Evaluate(Scenario.Parse(json)) for JSON.",
            Assert.IsType<ArgumentException>(thrown.InnerException).Message, StringComparison.Ordinal);
        var obsolete = (ObsoleteAttribute)evaluate.GetCustomAttributes(typeof(ObsoleteAttribute), false).Single();
        Assert.True(obsolete.IsError);
        Assert.True(((ObsoleteAttribute)typeof(Scenario).GetMethod(nameof(Scenario.From), [typeof(string)])!
            .GetCustomAttributes(typeof(ObsoleteAttribute), false).Single()).IsError);
    }

    private static void AssertRefused<T>(T value, string code, string path, string message, string? help = null)
        where T : class
    {
        var rules = RuleSet.Parse(
            """
            { "name": "t", "stages": ["talks"], "rules": [
              { "id": "a", "require": { "day": { "known": true } } }, { "id": "b", "require": { "opens": { "known": true } } },
              { "id": "c", "require": { "status": "done" } }, { "id": "d", "require": { "price": 1 } },
              { "id": "e", "require": { "no": "parties", "as": "party", "where": { "party.status": "done" } } },
              { "id": "f", "require": { "no": "pairs", "where": { "from": "RU" } } },
              { "id": "g", "require": { "no": "venues", "where": { "id": "hall", "seats": 3 } } }
            ] }
            """,
            new RuleSetOptions { Vocabulary = Summits });
        Action[] ways =
        [
            () => rules.Evaluate(value), () => rules.Evaluate(Scenario.From(value)),
            () => rules.Evaluate(Scenario.From(value, Summits)),
            () => new ScenarioBatch(rules).AddObject(value), () => new ScenarioEvaluator(rules).EvaluateObject(value),
            () => _ = new Session(rules, Scenario.From(value)),
        ];
        foreach (var way in ways)
        {
            var fault = Assert.Single(Assert.Throws<ScenarioException>(way).Diagnostics);
            Assert.Equal((code, path), (fault.Code, fault.FactPath));
            Assert.Contains(message, fault.Message, StringComparison.Ordinal);
            Assert.True(help is null || help == fault.Help, fault.Help);
        }
    }

    internal enum Progress
    {
        Open,
        Paused,
        Done,
    }

    internal enum Twice
    {
        InProgress,
        Done,
    }

    internal enum State
    {
        Open,
        Done,
    }

    internal sealed record Party(string Name, Progress Status);

    internal sealed record Summit(IReadOnlyList<Party> Parties);

    internal sealed record Maybe(Twice? Status);

    internal sealed record Dated<T>(T Day);

    internal sealed record Pair(string From, string To);

    internal sealed record PlainParty(string Name);

    internal sealed record Venue(string Id, int Seats);

    internal class Base
    {
        public int Seats { get; set; }
    }

    internal sealed class Derived : Base
    {
        public int Storey { get; set; }
    }
}
