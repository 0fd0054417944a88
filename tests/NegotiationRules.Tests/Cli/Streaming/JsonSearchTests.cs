using System.Text;
using System.Text.Json;
using NegotiationRules.Cli.Streaming;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Cli.Streaming;

public sealed class JsonSearchTests
{
    // The object and the pointers of RFC 6901, section 5.
    private const string Example = """
        { "foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\j": 5, "k\"l": 6, " ": 7, "m~n": 8 }
        """;

    [Theory]
    [InlineData("/foo", """["bar", "baz"]""")]
    [InlineData("/foo/0", "\"bar\"")]
    [InlineData("/foo/1", "\"baz\"")]
    [InlineData("/", "0")]
    [InlineData("/a~1b", "1")]
    [InlineData("/c%d", "2")]
    [InlineData("/e^f", "3")]
    [InlineData("/g|h", "4")]
    [InlineData("/i\\j", "5")]
    [InlineData("/k\"l", "6")]
    [InlineData("/ ", "7")]
    [InlineData("/m~0n", "8")]
    public void ThePointersOfTheStandardLeadWhereItSays(string path, string expected) => Assert.Equal(expected, Find(path, Example));

    [Fact]
    public void TheEmptyPointerIsTheWholeText() => Assert.Equal("{ \"a\": 1 }", Find(string.Empty, " { \"a\": 1 } "));

    [Theory]
    [InlineData("/bar")]
    [InlineData("/foo/2")]
    [InlineData("/foo/-")]
    [InlineData("/foo/01")]
    [InlineData("/foo/+1")]
    [InlineData("/foo/bar")]
    [InlineData("/foo/0/0")]
    [InlineData("/m~01n")]
    public void APointerToNothingFindsNothing(string path) => Assert.Null(Find(path, Example));

    [Fact]
    public void AnEscapedTildeBeforeAOneIsNoSlash() => Assert.Equal("1", Find("/~01", """{ "~1": 1, "/": 2 }"""));

    [Theory]
    [InlineData("/a/b", """{ "a": { "b": 1, "b": 2 } }""")]
    [InlineData("/a/b", """{ "a": { "b": 1 }, "a": {} }""")]
    [InlineData("/0/a", """[ { "a": 1, "a": 1 } ]""")]
    public void ANameThatStandsTwiceOnTheWayIsAFault(string text, string json)
    {
        Assert.False(JsonSearch.TryFind(Pointer(text), Encoding.UTF8.GetBytes(json), out _));
    }

    [Fact]
    public void ANameThatStandsTwiceElsewhereIsNone() => Assert.Equal("1", Find("/a", """{ "b": { "a": 2, "a": 3 }, "a": 1 }"""));

    [Theory]
    [InlineData("""{ "a": 1 """)]
    [InlineData("""{ "a": 1 } x""")]
    [InlineData("")]
    public void TheTextIsReadToItsEnd(string json) => Assert.ThrowsAny<JsonException>(() => Find("/a", json));

    private static string? Find(string text, string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        Assert.True(JsonSearch.TryFind(Pointer(text), bytes, out var found));
        return found is null ? null : Encoding.UTF8.GetString(bytes[found.Value]);
    }

    private static JsonPointer Pointer(string text) => JsonPointer.TryParse(text, out _)!;
}
