using FsCheck;
using NegotiationRules.Syntax;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Syntax;

/// <summary>The JSON Schema by which editors check rule files says the same as the reader, so that nobody hears two opinions.</summary>
public class RulesSchemaTests
{
    // What a JSON Schema cannot say: what is no JSON, though it can be read on behind the fault, keys given twice, half characters, very
    // long numbers, and which names are taken around a place.
    private static readonly string[] BeyondSchemas = ["NR1001", "NR1002", "NR1003", "NR1004", "NR1005"];

    private static readonly JsonSchema Schema = JsonSchema.Load("rules");

    public static TheoryData<string> Cases => DiagnosticCasesTests.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void WhatTheReaderRefusesTheSchemaRefuses(string name)
    {
        var source = new SourceText(
            name,
            File.ReadAllText(Repository.At($"tests/NegotiationRules.Tests/Cases/Diagnostics/{name}.rules.json"))
        );
        var bag = new DiagnosticBag();
        RuleFileReader.Read(source, ReadingLimits.Default, bag);
        if (
            JsonReader.Read(source, ReadingLimits.Default, new DiagnosticBag()) is { } json
            && !bag.ToSorted().All(d => BeyondSchemas.Contains(d.Code))
        )
        {
            Assert.False(Schema.Accepts(json));
        }
    }

    [ManyCases(100)]
    public void WhatTheReaderAcceptsTheSchemaAccepts(DoNotSize<int> seed)
    {
        var text = new RandomRules(seed.Item).File();
        ReadRules.File(text);
        Assert.True(Schema.Accepts(Parse(text)), text);
    }

    [ManyCases(700)]
    public void AFileThatWasTamperedWithIsJudgedAlikeByBoth(DoNotSize<int> seed)
    {
        var random = new Random(seed.Item);
        var json = new Tampering(random).ChangeOne(Parse(new RandomRules(seed.Item).File()));
        var text = JsonPrinter.Print(json, new HashSet<JsonValue>());
        var (_, reports) = ReadRules.Try(text);
        if (reports.All(d => !BeyondSchemas.Contains(d.Code)))
        {
            Assert.True(Schema.Accepts(Parse(text)) == (reports.Count == 0), $"{string.Join('\n', reports)}\n{text}");
        }
    }

    private static JsonValue Parse(string text) =>
        JsonReader.Read(new SourceText("text", text), ReadingLimits.Default, new DiagnosticBag())!;
}
