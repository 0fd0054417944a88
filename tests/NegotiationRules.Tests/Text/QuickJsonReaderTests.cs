using NegotiationRules.Tests.Support;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Text;

/// <summary>What the quick reader takes, the careful one takes too, and both give the same tree.</summary>
public class QuickJsonReaderTests
{
    [Theory]
    [InlineData("""{ "a": [1, -2.5e3, "b", true, false, null, {}, []], "c": { "d": "" } }""")]
    [InlineData("[ /* one */ 1, // two\r\n 2, /* three */ ] // over\n")]
    [InlineData("""{ "a" : 1 , }""")]
    [InlineData(""" { "quoted \" \\ \/ \b\f\n\r\t \u00e9": "\u0041 and more" } """)]
    [InlineData("\t\"text\"\r\n")]
    [InlineData("0")]
    [InlineData("""{ "k0": 0, "k1": 1, "k2": 2, "k3": 3, "k4": 4, "k5": 5, "k6": 6, "k7": 7, "k8": 8, "k9": 9 }""")]
    public void PlainJsonIsReadQuickly(string text)
    {
        Assert.NotNull(Quick(text));
        AssertAgreement(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{} {}")]
    [InlineData("{ 'a': 1 }")]
    [InlineData("{ a: 1 }")]
    [InlineData("{ \"a\" 1 }")]
    [InlineData("{ \"a\" /* no */ : 1 }")]
    [InlineData("{ \"a\": 1, \"a\": 2 }")]
    [InlineData("""{ "k0": 0, "k1": 1, "k2": 2, "k3": 3, "k4": 4, "k5": 5, "k6": 6, "k7": 7, "k8": 8, "k0": 9 }""")]
    [InlineData("[1 2]")]
    [InlineData("[,]")]
    [InlineData("[1,,2]")]
    [InlineData("[01]")]
    [InlineData("[1")]
    [InlineData("[\"a\n\"]")]
    [InlineData("[\"\\ud83d\"]")]
    [InlineData("[\"\\x\"]")]
    [InlineData("[tru]")]
    [InlineData("[NaN]")]
    [InlineData("1 /* never closed")]
    [InlineData("1 / 2")]
    public void AnythingElseIsGivenUp(string text)
    {
        Assert.Null(Quick(text));
        AssertAgreement(text);
    }

    [Fact]
    public void WhatIsOverALimitIsGivenUp()
    {
        const string Text = "[[1, 2], [3]]";
        Assert.NotNull(Quick(Text, new ReadingLimits { Characters = Text.Length, Depth = 2, Values = 6, ListLength = 2 }));
        Assert.Null(Quick(Text, new ReadingLimits { Characters = Text.Length - 1 }));
        Assert.Null(Quick(Text, new ReadingLimits { Depth = 1 }));
        Assert.Null(Quick(Text, new ReadingLimits { Values = 5 }));
        Assert.Null(Quick(Text, new ReadingLimits { ListLength = 1 }));
    }

    [Fact]
    public void ElementsAreHandedOverInOrderAndTheListIsEmpty()
    {
        var taken = new List<JsonValue>();
        var text = """{ "rules": [1, { "rules": [2, 3] }], "other": [4] }""";
        var root = (JsonObject)
            QuickJsonReader.Read(new SourceText("text", text), ReadingLimits.Default, new JsonElements("rules", taken.Add))!;

        Assert.Equal(
            "[1,{\"rules\":[2,3]}]",
            JsonPrinter.Print(new JsonArray(default, taken), indented: false).Replace(" ", string.Empty, StringComparison.Ordinal)
        );
        Assert.Empty(((JsonArray)root.Find("rules")!.Value).Items);
        Assert.Single(((JsonArray)root.Find("other")!.Value).Items);
    }

    [Fact]
    public void BothReadersAgreeOnAllFilesAndOnTheSameWithOneCharacterChanged()
    {
        var random = new Random(20220110);
        const string Odd = "{}[]\",:/*\\'0a.-e \n\t\u00a0\u0001";
        foreach (var path in Directory.EnumerateFiles(Repository.At("rules"), "*.json", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(path);
            AssertAgreement(text);
            for (var i = 0; i < 20; i++)
            {
                var at = random.Next(text.Length);
                AssertAgreement($"{text[..at]}{Odd[random.Next(Odd.Length)]}{text[(at + random.Next(2))..]}");
            }
        }
    }

    private static JsonValue? Quick(string text, ReadingLimits? limits = null) =>
        QuickJsonReader.Read(new SourceText("text", text), limits ?? ReadingLimits.Default);

    private static void AssertAgreement(string text)
    {
        var source = new SourceText("text", text);
        if (QuickJsonReader.Read(source, ReadingLimits.Default) is { } quick)
        {
            var bag = new DiagnosticBag();
            var careful = JsonReader.ReadCarefully(source, ReadingLimits.Default, bag);
            Assert.Equal(0, bag.Count);
            AssertSame(careful, quick);
        }
    }

    private static void AssertSame(JsonValue? expected, JsonValue actual)
    {
        Assert.NotNull(expected);
        Assert.Equal(expected.Span, actual.Span);
        switch (expected, actual)
        {
            case (JsonObject a, JsonObject b):
                Assert.Equal(a.Members.Select(m => (m.Name, m.NameSpan)), b.Members.Select(m => (m.Name, m.NameSpan)));
                Assert.All(a.Members.Zip(b.Members), pair => AssertSame(pair.First.Value, pair.Second.Value));
                break;
            case (JsonArray a, JsonArray b):
                Assert.Equal(a.Items.Count, b.Items.Count);
                Assert.All(a.Items.Zip(b.Items), pair => AssertSame(pair.First, pair.Second));
                break;
            default:
                Assert.Equal(expected, actual);
                break;
        }
    }
}
