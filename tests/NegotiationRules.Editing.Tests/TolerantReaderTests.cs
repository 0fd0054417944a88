using NegotiationRules.Editing.Texts;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;

namespace NegotiationRules.Editing.Tests;

/// <summary>A text that is being written has a tree.</summary>
public sealed class TolerantReaderTests
{
    public static TheoryData<string> Files { get; } =
    [
        .. Directory.EnumerateFiles(Repository.At("rules"), "*.json", SearchOption.AllDirectories)
            .Where(path => !path.Contains("broken", StringComparison.Ordinal) && new FileInfo(path).Length < 100_000)
            .Select(path => Path.GetRelativePath(Repository.Root, path)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void WhatIsJsonHasTheTreeThatTheReaderGives(string file)
    {
        var source = new SourceText(file, File.ReadAllText(Repository.At(file)));

        Assert.Equal(
            Written(JsonReader.Read(source, ReadingLimits.Default, new DiagnosticBag())!), Written(TolerantReader.Read(source)));
    }

    [Fact]
    public void EveryBeginningOfATextHasATreeWithWhatStandsThere()
    {
        const string Text = """{"a": { "b": [ 1, "c", { "d": true } ] }, "e": "f" } """;
        for (var length = 3; length <= Text.Length; length++)
        {
            var tree = Assert.IsType<JsonObject>(TolerantReader.Read(new SourceText("x", Text[..length])));
            Assert.Equal("a", tree.Members[0].Name);
        }
    }

    [Theory]
    [InlineData("""{ "a": , "b": 1 }""", "a b")]
    [InlineData("{ \"a\": \n \"b\": 1 }", "a b")]
    [InlineData("{ \"a\n \"b\": 1 }", "a b")]
    [InlineData("""{ "a" "b": 1 }""", "a b")]
    [InlineData("""{ "a": 1 "b": 2 }""", "a b")]
    [InlineData("""{ a: 1, "b": [ } """, "a b")]
    public void WhatFollowsAPlaceThatIsNotWrittenYetIsStillThere(string text, string names) =>
        Assert.Equal(
            names.Split(' '), ((JsonObject)TolerantReader.Read(new SourceText("x", text))).Members.Select(member => member.Name));

    [Fact]
    public void DepthHasAnEnd() =>
        Assert.NotNull(TolerantReader.Read(new SourceText("x", string.Concat(Enumerable.Repeat("{\"a\":", 50_000)))));

    private static string Written(JsonValue value) => value switch
    {
        JsonObject o => $"{{{string.Join(',', o.Members.Select(m => $"{m.NameSpan.Start}{m.Name}:{Written(m.Value)}"))}}}{value.Span.End}",
        JsonArray a => $"[{string.Join(',', a.Items.Select(Written))}]{value.Span.End}",
        JsonText text => $"'{text.Value}'{text.Span.Start}",
        _ => $"{value.Span}{value.Span.Start}",
    };
}
