using System.Text;
using NegotiationRules.Facts;
using NegotiationRules.Text;
using Newtonsoft.Json.Linq;

namespace NegotiationRules.Tests.Facts;

/// <summary>Where scenarios come from, and changed copies of them.</summary>
public class ScenarioTests
{
    private const string Facts = """
        {
          "talks": { "start": "2022-01-10", "venue": { "value": "Geneva", "source": "the host" } },
          "parties": [
            { "id": "RU", "delegates": { "known": [{ "role": "military" }], "complete": false } },
            { "id": "US", "delegates": { "value": [{ "role": "legal" }], "source": "a list" } }
          ]
        }
        """;

    [Fact]
    public void TextBytesStreamsFilesAndTokensGiveTheSameFacts()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, Facts, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Facts));
        Scenario[] scenarios =
        [
            Scenario.Parse(Facts), Scenario.Parse(Encoding.UTF8.GetBytes(Facts)), Scenario.Read(stream),
            Scenario.Load(path), Scenario.From(JObject.Parse(Facts)),
        ];

        Assert.Single(scenarios.Select(s => Bound.To(Vocabulary.Negotiation, s).Json()).Distinct());
        Assert.Equal(path, scenarios[3].Name);
        Assert.True(stream.CanRead);
        File.Delete(path);
    }

    [Fact]
    public void ANewtonsoftDateIsADateTime()
    {
        var facts = JObject.Parse("""{ "x": "2022-01-10T09:00:00+01:00" }""");

        Assert.Equal(JTokenType.Date, facts["x"]!.Type);
        Assert.Equal(
            Instant.TryParse("2022-01-10T08:00:00Z", out var ticks) ? ticks : 0,
            Bound.To(Vocabulary.Parse("""{ "properties": { "x": { "format": "date-time" } } }"""), Scenario.From(facts))[0].UtcTicks);
    }

    [Fact]
    public void AStreamThatNeverEndsIsRefused()
    {
        using var endless = new EndlessStream();

        var failure = Assert.Throws<ScenarioException>(() => Scenario.Read(endless, limits: new ReadingLimits { Characters = 1000 }));

        Assert.Contains("longer than the limit", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("talks.start", "\"2022-04-04\"")]
    [InlineData("talks.venue", "\"Vienna\"")]
    [InlineData("forum.name", "\"OSCE\"")]
    [InlineData("parties[0].id", "\"CH\"")]
    [InlineData("parties[0].delegates[0].role", "\"legal\"")]
    [InlineData("parties[1].delegates[0].role", "\"diplomat\"")]
    [InlineData("parties[1].delegates", "[]")]
    [InlineData("agreement.termYears", "7")]
    public void WithChangesACopy(string path, string value)
    {
        var scenario = Scenario.Parse(Facts);

        var changed = scenario.With(path, JToken.Parse(value));

        var fact = FactText.ToJson(Bound.To(Vocabulary.Negotiation, changed).At(path), TypeAt(path));
        Assert.Equal(value, JsonPrinter.Print(fact, indented: false));
        Assert.Equal(Scenario.Parse(Facts).ToString(), scenario.ToString());
    }

    [Fact]
    public void AnObjectThatHasMoreThanAValueAndASourceIsNoStatedOne() => Assert.Equal(
        """{ "report": { "value": { "pages": 3 }, "source": "the host", "read": true, "pages": 4 } }""",
        Scenario.Parse("""{ "report": { "value": { "pages": 3 }, "source": "the host", "read": true } }""")
            .With("report.pages", 4).ToString());

    [Fact]
    public void WithAndBackAgainIsTheSame()
    {
        var scenario = Scenario.Parse(Facts);

        Assert.Equal(scenario.ToString(), scenario.With("parties[0].id", "CH").With("parties[0].id", "RU").ToString());
    }

    [Theory]
    [InlineData("talks.start")]
    [InlineData("parties[1]")]
    [InlineData("parties")]
    public void WithNullMakesAFactUnknown(string path) =>
        Assert.False(Bound.To(Vocabulary.Negotiation, Scenario.Parse(Facts).With(path, null)).At(path).IsKnown);

    [Fact]
    public void WithKeepsThatAListIsOnlyPartlyKnown() =>
        Assert.False(
            Bound
                .To(Vocabulary.Negotiation, Scenario.Parse(Facts).With("parties[0].delegates[0].role", "legal"))
                .At("parties[0].delegates")
                .List.IsComplete
        );

    [Fact]
    public void WithTakesTheValuesOfPrograms()
    {
        var scenario = Scenario.Parse("{}")
            .With("talks.start", new DateOnly(2022, 1, 10))
            .With("talks.rounds", 3)
            .With("talks.mediated", true)
            .With("talks.agenda", new[] { "a", "b" })
            .With("parties", new object[] { new Dictionary<string, object?> { ["id"] = "RU", ["weight"] = 0.5m } })
            .With("agreement.withdrawalNotice", TimeSpan.FromDays(90));

        Assert.Equal(
            """{ "talks": { "start": "2022-01-10", "mediated": true, "agenda": ["a", "b"], "rounds": 3 },"""
                + """ "parties": [ { "id": "RU", "weight": 0.5 } ], "agreement": { "withdrawalNotice": "P90D" } }""",
            Bound.To(Vocabulary.Negotiation, scenario).Json());
    }

    [Theory]
    [InlineData("", "a name is missing")]
    [InlineData("talks..start", "a name is missing")]
    [InlineData("[0]", "a name is missing")]
    [InlineData("parties[x]", "`[x]` is not the number of an element")]
    [InlineData("parties[-1]", "`[-1]` is not the number of an element")]
    [InlineData("parties[0", "`[0` is not the number of an element")]
    [InlineData("parties[99999999999]", "is not the number of an element")]
    [InlineData("parties[2].id", "`parties` has 2 elements, counted from 0")]
    [InlineData("talks[0]", "`talks` is an object, not a list")]
    [InlineData("demands[0]", "`demands` is absent, not a list")]
    [InlineData("talks.start.year", "`talks.start` is the text `2022-01-10`, not an object")]
    [InlineData("parties.id", "`parties` is a list, not an object")]
    public void WithSaysWhyThereIsNoSuchPlace(string path, string why) =>
        Assert.Contains(why, Assert.Throws<ArgumentException>(() => Scenario.Parse(Facts).With(path, 1)).Message, StringComparison.Ordinal);

    [Fact]
    public void WithRefusesAPathWithoutEnd() =>
        Assert.Throws<ArgumentException>(() => Scenario.Parse("{}").With(string.Join('.', Enumerable.Repeat("a", 100_000)), 1));

    [Fact]
    public void WithRefusesWhatCannotBeAFact() =>
        Assert.Throws<ArgumentException>(() => Scenario.Parse("{}").With("a", new object()));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void NumbersThatAreNoneAreReportedWhereTheirTypeIsKnown(double value)
    {
        var vocabulary = Vocabulary.Parse("""{ "properties": { "x": { "type": "number" } } }""");

        _ = Bound.TryTo(vocabulary, Scenario.Create().Set("x", value).Build(), out var diagnostics);

        Assert.Equal("NR4011", Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void ToStringIsTheFactsAsJson() =>
        Assert.Equal(Scenario.Parse(Facts).ToString(), Scenario.Parse(Scenario.Parse(Facts).ToString()).ToString());

    private static FactType TypeAt(string path)
    {
        FactType type = Vocabulary.Negotiation.Root;
        foreach (var step in ScenarioPath.TryParse(path, out _)!.Steps)
        {
            type = step.Name is { } name ? ((RecordType)type).Properties[((RecordType)type).SlotOf(name)].Type : ((ListType)type).Element;
        }

        return type;
    }

    private sealed class EndlessStream : MemoryStream
    {
        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)' ');
            return buffer.Length;
        }
    }
}
