namespace NegotiationRules.Tests.Syntax;

public class RuleFileReaderTests
{
    private const string Full = """
        {
          "$schema": "../schema/rules.schema.json",
          "language": 1,
          "name": "security-guarantees", // of the set
          "version": "1.0.0",
          "description": "What must hold before talks.",
          "vocabulary": "negotiation",
          "include": ["common.rules.json"],
          "stages": ["talks", "agreement"],
          "parties": { "RU": "Russia", "US": "United States" },
          "parameters": { "leastTermYears": { "value": 10, "description": "of the agreement" }, "annex": ["FR", "DE"], "strict": true },
          "documents": { "interview": { "title": "An interview", "publisher": "A paper", "published": "2021-12-27",
          "url": "https://example.org" } },
          "conditions": { "military at the table": { "some": "delegates", "where": { "role": "military" } } },
          "rules": [
            {
              "id": "military-on-both-sides",
              "title": "Military on both sides",
              "description": "…",
              "stage": "talks",
              "holder": "RU",
              "strength": "preferred",
              "weight": 2.5,
              "when": { "talks.mediated": false },
              "require": { "every": "parties", "satisfy": { "condition": "military at the table" } },
              "by": { "fact": "talks.start", "minus": "P7D" },
              "because": { "en": "Talks without them are pointless.", "ru": "…" },
              "source": [ { "document": "interview", "speaker": "…", "article": "3", "quote": "…", "url": "…" }, { "quote": "…" } ]
            },
            { "id": "still-breakable", "stage": "agreement", "warnWhen": { "rule": "military-on-both-sides" },
              "because": "It can be broken.", "source": { "quote": "…" } },
          ],
        }
        """;

    [Fact]
    public void EveryKeyOfTheLanguageFindsItsPlace()
    {
        var file = ReadRules.File(Full);

        Assert.Equal("security-guarantees", file.Name!.Text);
        Assert.Equal("1.0.0", file.Version);
        Assert.Equal("What must hold before talks.", file.Description);
        Assert.Equal("negotiation", file.Vocabulary!.Text);
        Assert.Equal("common.rules.json", Assert.Single(file.Includes).Text);
        Assert.Equal(["talks", "agreement"], file.Stages.Select(s => s.Name.Text));
        Assert.Equal(["Russia", "United States"], file.Parties!.Select(p => p.Title));
        Assert.Equal(["leastTermYears", "annex", "strict"], file.Parameters.Select(p => p.Name.Text));
        Assert.Equal("of the agreement", file.Parameters[0].Description);
        Assert.Equal("A paper", Assert.Single(file.Documents).Publisher);
        Assert.Equal("military at the table", Assert.Single(file.Conditions).Name.Text);
        var rule = file.Rules[0];
        Assert.Equal(
            ("military-on-both-sides", "talks", "RU", "preferred", "2.5"),
            (rule.Id.Text, rule.Stage!.Text, rule.Holder!.Text, rule.Strength!.Text, rule.Weight!.Digits)
        );
        Assert.NotNull(rule.When);
        Assert.NotNull(rule.Require);
        Assert.NotNull(rule.By);
        Assert.Equal(["en", "ru"], rule.Because.Select(b => b.Language));
        Assert.Equal([true, false], rule.Sources.Select(s => s.Document is not null));
        Assert.Equal("", Assert.Single(file.Rules[1].Because).Language);
        Assert.NotNull(file.Rules[1].WarnWhen);
    }

    [Fact]
    public void PartiesThatAreNotGivenAreNotNone()
    {
        Assert.Null(ReadRules.File("""{ "name": "test" }""").Parties);
        Assert.Empty(ReadRules.File("""{ "name": "test", "parties": {} }""").Parties!);
    }

    [Fact]
    public void AFileInALaterLanguageIsNotReadAtAll()
    {
        var (file, reports) = ReadRules.Try("""{ "language": 2, "rules": "in another shape" }""");

        Assert.Null(file);
        Assert.Equal("NR1024", Assert.Single(reports).Code);
    }

    [Fact]
    public void AWrongKeyDoesNotHideTheRestOfTheFile()
    {
        var (file, reports) = ReadRules.Try(Full.Replace("\"stages\"", "\"stags\"", StringComparison.Ordinal));

        Assert.Equal("NR1021", Assert.Single(reports).Code);
        Assert.Equal(["talks", "agreement"], file!.Stages.Select(s => s.Name.Text));
        Assert.Equal(2, file.Rules.Count);
    }

    [Fact]
    public void NoDamageToAFileMakesTheReaderFail()
    {
        var random = new Random(20220110);
        const string Signs = "{}[]\",:0aé\\\n/*. ";
        for (var round = 0; round < 3000; round++)
        {
            var text = Full;
            for (var i = random.Next(1, 4); i > 0; i--)
            {
                var at = random.Next(text.Length);
                text = random.Next(3) switch
                {
                    0 => text.Remove(at, Math.Min(random.Next(1, 30), text.Length - at)),
                    1 => text.Insert(at, Signs[random.Next(Signs.Length)].ToString()),
                    _ => text.Insert(at, text.Substring(random.Next(text.Length - 40), random.Next(40))),
                };
            }

            var (file, reports) = ReadRules.Try(text);
            Assert.True(file is not null || reports.Count > 0, text);
            Assert.All(reports, report => Assert.NotEmpty(report.ToString()));
        }
    }
}
