using FsCheck.Xunit;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Text;

public class JsonPrinterTests
{
    [Fact]
    public void WhatFitsStandsOnOneLineAndTheRestIsSpread()
    {
        var long60 = new JsonText(default, new string('a', 60));
        var value = new JsonArray(
            default,
            [new JsonArray(default, [long60]), new JsonObject(default, [new JsonMember("b", default, long60)])]
        );

        Assert.Equal(
            $"[\n  [\"{long60.Value}\"],\n  {{ \"b\": \"{long60.Value}\" }}\n]\n",
            JsonPrinter.Print(value, new HashSet<JsonValue>())
        );
    }

    [Fact]
    public void NoLineIsWiderThanItMustBe()
    {
        var value = new JsonArray(
            default,
            [
                .. Enumerable
                    .Range(0, 200)
                    .Select(i => new JsonObject(
                        default,
                        [
                            new JsonMember("some", default, new JsonText(default, new string('x', i % 90))),
                            new JsonMember("n", default, new JsonNumber(default, $"{i}")),
                        ]
                    )),
            ]
        );

        Assert.All(JsonPrinter.Print(value, new HashSet<JsonValue>()).Split('\n'), line => Assert.InRange(line.Length, 0, 110));
    }

    [Property(MaxTest = 500)]
    public bool AnyTextComesBackFromItsQuotes(string? text)
    {
        // Half of a surrogate pair is no character, and the reader refuses its escape.
        if (text is null || text.Any(char.IsSurrogate))
        {
            return true;
        }

        var bag = new DiagnosticBag();
        return JsonReader.Read(new SourceText("text", JsonPrinter.Quote(text)), ReadingLimits.Default, bag) is JsonText read
            && read.Value == text;
    }
}
