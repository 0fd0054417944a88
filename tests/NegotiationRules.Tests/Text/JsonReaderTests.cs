using NegotiationRules.Text;

namespace NegotiationRules.Tests.Text;

public class JsonReaderTests
{
    [Theory]
    [InlineData("{ \"a\": [1, 2.50, -3e2, true, false, null, \"x\", {}, []] }")]
    [InlineData("{ \"a\": [1, 2.50, -3e2, true, false, null, \"x\", {}, [],], }")]
    [InlineData(
        "// a [ bracket \" in a comment\n{ /* } */ \"a\" : /* : , */ [ 1 , /* ] */ 2.50 , -3e2, // ]\r\ntrue,false,null,\"x\",{ },[ "
            + "]]}/*\"*/ // end"
    )]
    [InlineData("\uFEFF{\"a\":[1,2.50,-3e2,true,false,null,\"x\",{},[]]}\r\n")]
    public void TheSameTreeComesFromEverySpelling(string text) =>
        Assert.Equal("{ \"a\": [ 1, 2.50, -3e2, true, false, null, \"x\", {}, [] ] }\n", Print(Read(text)));

    [Fact]
    public void EveryValueCoversExactlyItsCharacters()
    {
        const string Text = "\r\n{ // one\r\n  \"a\\\"b\" : [ 10, \"t\\u00e9xt\", {\"c\": null} ],\r  \"d\": true }\r\n";
        var source = new SourceText("text", Text);
        var root = Assert.IsType<JsonObject>(Read(source));

        Assert.Equal(Text.Trim(), root.Span.Characters.ToString());
        Assert.Equal("\"a\\\"b\"", root.Members[0].NameSpan.Characters.ToString());
        var list = Assert.IsType<JsonArray>(root.Members[0].Value);
        Assert.Equal(["10", "\"t\\u00e9xt\"", "{\"c\": null}"], list.Items.Select(i => i.Span.Characters.ToString()));
        Assert.Equal("[ 10, \"t\\u00e9xt\", {\"c\": null} ]", list.Span.Characters.ToString());
        Assert.Equal("true", root.Members[1].Value.Span.Characters.ToString());
        Assert.Equal((4, 8), (root.Members[1].Value.Span.ToPlace().Line, root.Members[1].Value.Span.ToPlace().Column));
    }

    [Theory]
    [InlineData("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t")]
    [InlineData("\"\\u041f\\u0430\\u0440\\u0438\\u0436\"", "Париж")]
    [InlineData("\"\\ud83d\\ude00\"", "😀")]
    [InlineData("\"😀\"", "😀")]
    [InlineData("\"\\u0000\"", "\0")]
    [InlineData("\"2022-01-10T09:00:00Z\"", "2022-01-10T09:00:00Z")]
    [InlineData("\"/* no comment */ // none either\"", "/* no comment */ // none either")]
    public void TextIsUnescapedAndNeverTakenForADate(string text, string expected) =>
        Assert.Equal(expected, Assert.IsType<JsonText>(Read(text)).Value);

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("0.10")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("0.1234567890123456789012345678901234567890")]
    [InlineData("1e400")]
    [InlineData("-1.5E-7")]
    public void NumbersKeepTheirDigits(string digits) => Assert.Equal(digits, Assert.IsType<JsonNumber>(Read(digits)).Digits);

    [Theory]
    [InlineData("01", "NR1004")]
    [InlineData("-01", "NR1004")]
    [InlineData("0x10", "NR1004")]
    [InlineData("1.", "NR1004")]
    [InlineData(".5", "NR1004")]
    [InlineData("1e", "NR1004")]
    [InlineData("1.2.3", "NR1004")]
    [InlineData("+1", "NR1004")]
    [InlineData("--1", "NR1004")]
    [InlineData("NaN", "NR1004")]
    [InlineData("Infinity", "NR1004")]
    [InlineData("-Infinity", "NR1004")]
    [InlineData("'text'", "NR1003")]
    [InlineData("text", "NR1003")]
    [InlineData("TRUE", "NR1003")]
    [InlineData("undefined", "NR1003")]
    [InlineData("{a: 1}", "NR1003")]
    [InlineData("{'a': 1}", "NR1003")]
    [InlineData("{1: 1}", "NR1003")]
    [InlineData("\"\\x\"", "NR1003")]
    [InlineData("\"\\u12\"", "NR1003")]
    [InlineData("\"\\u12g4\"", "NR1003")]
    [InlineData("\"a", "NR1002")]
    [InlineData("\"a\\", "NR1002")]
    [InlineData("[\"a", "NR1002")]
    [InlineData("{\"a", "NR1002")]
    [InlineData("{\"a\"", "NR1001")]
    [InlineData("{\"a\":", "NR1002")]
    [InlineData("{\"a\":1", "NR1002")]
    [InlineData("{\"a\":1,", "NR1002")]
    [InlineData("{", "NR1002")]
    [InlineData("[", "NR1002")]
    [InlineData("[1", "NR1002")]
    [InlineData("[1,", "NR1002")]
    [InlineData("/*", "NR1002")]
    [InlineData("[1] /* ", "NR1002")]
    [InlineData("[1}", "NR1002")]
    [InlineData("{\"a\":1]", "NR1002")]
    [InlineData("[1,,2]", "NR1001")]
    [InlineData("[,1]", "NR1001")]
    [InlineData("[,]", "NR1001")]
    [InlineData("{,}", "NR1001")]
    [InlineData("{\"a\":1,,}", "NR1001")]
    [InlineData("[1 2]", "NR1001")]
    [InlineData("[1:2]", "NR1001")]
    [InlineData("{\"a\" 1}", "NR1001")]
    [InlineData("{\"a\"::1}", "NR1001")]
    [InlineData("{\"a\":}", "NR1001")]
    [InlineData("{\"a\":,\"b\":1}", "NR1001")]
    [InlineData("{\"a\"}", "NR1001")]
    [InlineData("{\"a\":1 \"b\":2}", "NR1001")]
    [InlineData("{[]}", "NR1001")]
    [InlineData("{} {}", "NR1001")]
    [InlineData("{}}", "NR1001")]
    [InlineData("]", "NR1001")]
    [InlineData(",", "NR1001")]
    [InlineData(":", "NR1001")]
    [InlineData("/", "NR1001")]
    [InlineData("@", "NR1001")]
    [InlineData("", "NR1001")]
    [InlineData(" \r\n ", "NR1001")]
    [InlineData("// only a comment", "NR1001")]
    [InlineData("\uFEFF", "NR1001")]
    [InlineData("new Date(1)", "NR1003")]
    public void WhatIsNoJsonIsRefusedOnce(string text, string code)
    {
        var bag = new DiagnosticBag();
        JsonReader.Read(new SourceText("text", text), ReadingLimits.Default, bag);

        var diagnostic = Assert.Single(bag.ToSorted());
        Assert.True(bag.HasErrors);
        Assert.Equal(code, diagnostic.Code);
        Assert.InRange(diagnostic.Span.Start, 0, text.Length);
        Assert.InRange(diagnostic.Span.End, 0, text.Length);
    }

    [Theory]
    [InlineData("{a: 1, 'b': [x,,2 3], \"c\" 4}", "{\"a\":1,\"b\":[\"x\",2,3],\"c\":4}", "1:1 7:3 13:1 15:1 18:1 22:3")]
    [InlineData("{\"a\": 1_0, \"b\": True # c\n}", "{\"a\":10,\"b\":true}", "6:3 16:4 21:1")]
    [InlineData("{\"a\": 50%, \"b\": 2/3, \"c\": 2022-01-10}", "{\"a\":\"50 %\",\"b\":\"2/3\",\"c\":\"2022-01-10\"}", "6:3 16:3 26:10")]
    [InlineData("{\"a\": [1}, \"b\": [2, {\"c\": 3], \"d\": [4, \"e\": 5",
        "{\"a\":[1],\"b\":[2,{\"c\":3}],\"d\":[4],\"e\":5}", "0:1 8:1 27:1 35:1")]
    [InlineData("{\"a\": [{\"b\": 1, {\"b\": 2}]}}", "{\"a\":[{\"b\":1},{\"b\":2}]}", "7:1 26:1")]
    public void BehindWhatIsClearlyMeantReadingGoesOn(string text, string meant, string places)
    {
        var bag = new DiagnosticBag();
        var read = JsonReader.Read(new SourceText("text", text), ReadingLimits.Default, bag);

        Assert.Equal(
            meant,
            JsonPrinter
                .Print(read!, indented: false)
                .Replace(" ", string.Empty, StringComparison.Ordinal)
                .Replace("50%", "50 %", StringComparison.Ordinal)
        );
        Assert.Equal(places, string.Join(' ', bag.ToSorted().Select(d => $"{d.Span.Start}:{d.Span.Length}")));
        Assert.Equal(text, read!.Span.Characters.ToString());
    }

    [Fact]
    public void ATextWithoutEndOfFaultsIsReadAFewTimesOnly()
    {
        var bag = new DiagnosticBag();
        JsonReader.Read(new SourceText("text", $"[{string.Concat(Enumerable.Repeat("a,", 5_000))}]"), ReadingLimits.Default, bag);

        Assert.InRange(bag.Count, 100, 1_000);
        Assert.EndsWith("; after 300 faults, all else is looked at once these are "
            + "mended", bag.ToSorted()[^1].Help, StringComparison.Ordinal);
    }

    // What is tried for one bracket must not go deeper for each of them.
    [Fact]
    public void AnyNumberOfWrongBracketsIsReadAFewTimesOnly()
    {
        var bag = new DiagnosticBag();
        JsonReader.Read(new SourceText("text", $"[{string.Concat(Enumerable.Repeat("[{]}", 100_000))}]"), ReadingLimits.Default, bag);

        Assert.InRange(bag.Count, 1, 1_000);
    }

    [Theory]
    [InlineData("\"\\ud800\"", "NR1003")]
    [InlineData("\"a\tb\"", "NR1003")]
    [InlineData("\"\\ude00\"", "NR1003")]
    [InlineData("\"a\0b\"", "NR1003")]
    [InlineData("\"\\'\"", "NR1003")]
    [InlineData("\"a\nb\"", "NR1014")]
    [InlineData("\"a\r\n\nb\"", "NR1014")]
    public void WhatIsWrongWithinATextIsReportedAndTheRestIsRead(string text, string code)
    {
        var bag = new DiagnosticBag();

        var read = Assert.IsType<JsonObject>(
            JsonReader.Read(
                new SourceText("text", $$"""{ {{text}}: 1, "a": {{text}}, "b": [{{text}}], "b": 2 }"""),
                ReadingLimits.Default,
                bag
            )
        );

        Assert.Equal([code, code, code, "NR1005"], bag.ToSorted().Select(diagnostic => diagnostic.Code));
        Assert.Equal(3, read.Members.Count);
    }

    [Theory]
    [InlineData("{ \"a\": \"one,\n \"b\": 2 }")]
    [InlineData("[ \"a,\n \"b\" ]")]
    public void ATextWhoseQuotationMarkIsMissingIsNotTakenForOneOverTwoLines(string text)
    {
        var bag = new DiagnosticBag();

        Assert.Null(JsonReader.Read(new SourceText("text", text), ReadingLimits.Default, bag));

        Assert.Equal("NR1002", Assert.Single(bag.ToSorted()).Code);
    }

    [Fact]
    public void AKeyGivenTwiceIsReportedAndTheFirstIsKept()
    {
        var bag = new DiagnosticBag();
        var members = string.Join(", ", Enumerable.Range(0, 12).Select(i => $"\"k{i}\": {i}"));
        var root = (JsonObject)
            JsonReader.Read(new SourceText("text", $"{{ {members}, \"k3\": 30, \"k11\": 110 }}"), ReadingLimits.Default, bag)!;

        Assert.Equal(["NR1005", "NR1005"], bag.ToSorted().Select(d => d.Code));
        Assert.Equal(12, root.Members.Count);
        Assert.Equal("3", ((JsonNumber)root.Find("k3")!.Value).Digits);
    }

    [Fact]
    public void TheReaderFollowsAMillionValues()
    {
        var text = $"[{string.Join(',', Enumerable.Range(0, 1_000_000))}]";
        var list = Assert.IsType<JsonArray>(Read(text));

        Assert.Equal(1_000_000, list.Items.Count);
        Assert.Equal("999999", list.Items[^1].Span.Characters.ToString());
    }

    private static JsonValue Read(string text) => Read(new SourceText("text", text));

    private static JsonValue Read(SourceText source)
    {
        var bag = new DiagnosticBag();
        var value = JsonReader.Read(source, ReadingLimits.Default, bag);
        Assert.Empty(bag.ToSorted().Select(d => d.ToString()));
        return value!;
    }

    private static string Print(JsonValue value) => JsonPrinter.Print(value, new HashSet<JsonValue>());
}
