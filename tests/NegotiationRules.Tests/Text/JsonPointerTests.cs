using NegotiationRules.Text;

namespace NegotiationRules.Tests.Text;

public sealed class JsonPointerTests
{
    // The object and the pointers of RFC 6901, section 5, as far as they say something.
    private const string Json = """{ "foo": ["bar", "baz"], "": 0, "a/b": 1, "m~n": 8, "~1": 9, "list": [[1, 2], { "x": null }] }""";

    [Theory]
    [InlineData("/foo/0", "\"bar\"")]
    [InlineData("/", "0")]
    [InlineData("/a~1b", "1")]
    [InlineData("/m~0n", "8")]
    [InlineData("/~01", "9")]
    [InlineData("/list/0/1", "2")]
    [InlineData("/list/1/x", "null")]
    [InlineData("", Json)]
    public void APointerFindsItsValue(string path, string expected) => Assert.Equal(expected, Find(path)?.Span.Characters.ToString());

    [Theory]
    [InlineData("/fo")]
    [InlineData("/foo/2")]
    [InlineData("/foo/00")]
    [InlineData("/foo/01")]
    [InlineData("/foo/-1")]
    [InlineData("/foo/-")]
    [InlineData("/foo/")]
    [InlineData("/foo/0/0")]
    [InlineData("/foo/99999999999")]
    public void APointerToNothingFindsNothing(string path) => Assert.Null(Find(path));

    [Theory]
    [InlineData("foo", "it does not start with `/`")]
    [InlineData("#/foo", "it does not start with `/`")]
    [InlineData("/a~", "a `~` in it is neither `~0` nor `~1`")]
    [InlineData("/~", "a `~` in it is neither `~0` nor `~1`")]
    [InlineData("/~0~2", "a `~` in it is neither `~0` nor `~1`")]
    public void WhatIsNoPointerIsRefusedWithAReason(string text, string fault)
    {
        Assert.Null(JsonPointer.TryParse(text, out var found));
        Assert.Equal(fault, found);
    }

    private static JsonValue? Find(string path)
    {
        var root = JsonReader.Read(new SourceText("json", Json), ReadingLimits.Default, new DiagnosticBag())!;
        return JsonPointer.TryParse(path, out _)!.Find(root);
    }
}
