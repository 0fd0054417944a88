using System.Text;
using NegotiationRules.Cli.Formatting;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Tests.Cli;

public sealed class JsonLayoutTests(ITestOutputHelper output)
{
    private static readonly string Long = new('x', 60);

    [Fact]
    public void WhatFitsOnOneLineStandsOnOneLine() =>
        Is("""{ "a": [1, 2], "b": [ { "c": null } ], "d": {}, "e": [] }""", """{"a":[1,2 ],"b":[{"c":null}],"d":{ },"e":[ ]}""");

    [Fact]
    public void WhatDoesNotFitHasALineForEachMember() =>
        Is($$"""
            {
              "a": "{{Long}}",
              "b": "{{Long}}",
              "c": { "d": 1 }
            }
            """, $$"""{ "a": "{{Long}}", "b": "{{Long}}", "c": { "d": 1 } }""");

    [Fact]
    public void WhoBeganALineAfterTheBracketKeepsTheLines() => Stays("""
        {
          "a": 1,
          "b": [
            { "c": 1, "d": 2 }
          ]
        }
        """);

    [Fact]
    public void WhatStoodBesideOthersStaysThere() => Stays("""
        {
          "with": {
            "members[1].vote": "for", "members[2].vote": "for",
            "members[3].vote": "against"
          }
        }
        """);

    [Fact]
    public void PlainValuesFillTheirLines() =>
        Is($"""
            [
              "{Long}", "{Long}",
              "{Long}", 4
            ]
            """, $"""["{Long}", "{Long}", "{Long}", 4]""");

    [Fact]
    public void AnEmptyLineIsKeptOnceButNotAtTheEdges() =>
        Is("""
            {
              "a": 1,

              "b": 2
            }
            """, "{\n\n\n\"a\": 1,\n\n\n\"b\": 2\n\n}\n\n");

    [Fact]
    public void CommentsStayWithWhatTheySpeakOf() => Stays("""
        // All of it.

        { // what it is
          // The first.
          "a": 1, // behind it

          /* The second, */
          // and more of it.
          "b": [
            2 // the last
            // nothing more
          ]
          // the end
        } // of all

        // After it.
        """);

    [Fact]
    public void ACommentInALineGoesBeforeWhatItSpeaksOf() =>
        Is("""
            {
              // why
              "a": 1, // behind
              /* what */
              "b": 2
              // late
            }
            """, """
            { "a": // why
            1 // behind
            , /* what */ "b": 2
            // late
            , }
            """);

    [Fact]
    public void CommasAfterTheLastAreEverywhereOrNowhere() =>
        Is("""
            {
              "a": [
                1,
              ],
              "b": { "c": 1 },
            }
            """, "{\n\"a\": [\n1\n],\n\"b\": {\"c\": 1,},\n}");

    [Fact]
    public void NumbersTextsAndNamesAreAsTheyWereWritten() => Stays("""{ "\u0041b": 1.50e+3, "c": "\/ \u00e9 , { // no comment" }""");

    [Fact]
    public void LinesEndAsTheFirstDoes() =>
        Assert.Equal("{\r\n  // why\r\n  \"a\": 1\r\n}\r\n", JsonLayout.Of("{\r\n// why\n\"a\": 1}"));

    [Fact]
    public void WhateverTheFileNothingIsLostAndItsLayoutStays()
    {
        var random = new Random(Seed.Of(output));
        for (var i = 0; i < 3_000; i++)
        {
            var text = Generated(random);
            var once = JsonLayout.Of(text);

            Assert.Equal(Tokens(text), Tokens(once));
            Assert.Equal(Comments(text), Comments(once));
            Assert.Equal(once, JsonLayout.Of(once));
            Assert.DoesNotContain(once.Split('\n'), line => line.EndsWith(' '));
        }
    }

    [Fact]
    public void LayingOutTwiceTheLengthTakesTwiceTheMemory() =>
        Growth.IsAtMost(2.6, 2_000, 4_000,
            n => "[" + string.Join(",", Enumerable.Repeat("{\"a\":[1,{\"b\":2}]}", n)) + "]", text => Assert.NotEmpty(JsonLayout.Of(text)));

    private static void Stays(string text) => Is(text, text);

    private static void Is(string expected, string text) => Assert.Equal(expected + "\n", JsonLayout.Of(text));

    // But for commas after the last.
    private static List<string> Tokens(string text)
    {
        List<string> tokens = [.. JsonToken.AllOf(text).Where(token => !token.IsComment).Select(token => token.Text)];
        return [.. tokens.Where((token, i) => token != "," || tokens[i + 1] is not ("]" or "}"))];
    }

    private static List<string> Comments(string text) =>
        [.. JsonToken.AllOf(text).Where(token => token.IsComment).Select(token => token.Text)];

    private static string Generated(Random random)
    {
        var text = new StringBuilder();
        Gap(random, text);
        Value(random, text, 0);
        Gap(random, text);
        return text.ToString();
    }

    private static void Value(Random random, StringBuilder text, int depth)
    {
        var (isObject, count) = (random.Next(2) == 0, random.Next(5));
        if (depth == 4 || random.Next(3) == 0)
        {
            text.Append(random.Next(4) switch
            {
                0 => "1",
                1 => "\"a, [ // b\"",
                2 => $"\"{new string('y', random.Next(120))}\"",
                _ => "null",
            });
            return;
        }

        text.Append(isObject ? '{' : '[');
        for (var i = 0; i < count; i++)
        {
            Gap(random, text);
            if (isObject)
            {
                text.Append("\"n\"");
                Gap(random, text);
                text.Append(':');
                Gap(random, text);
            }

            Value(random, text, depth + 1);
            Gap(random, text);
            text.Append(i < count - 1 || random.Next(4) == 0 ? "," : string.Empty);
        }

        Gap(random, text);
        text.Append(isObject ? '}' : ']');
    }

    private static void Gap(Random random, StringBuilder text)
    {
        for (var i = random.Next(6) == 0 ? random.Next(1, 4) : 0; i > 0; i--)
        {
            text.Append(random.Next(6) switch { 0 => "// c\n", 1 => "/* d */", 2 or 3 => "\n", 4 => "\n\n\n", _ => " " });
        }
    }
}
