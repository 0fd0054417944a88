using System.Text.Json.Serialization;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Agreement;

/// <summary>Objects in the way of their language are filled in quickly, too, and as the plain way does.</summary>
public class FillAgreementStyledTests
{
    [Fact]
    public void EnumsInAnotherStyleAndMomentsThatAreDaysAreFilledIn()
    {
        var written = Vocabulary.Parse(
            """
            { "type": "object", "properties": {
              "form": { "enum": ["by-word", "in_writing"] }, "day": { "type": "string", "format": "date" },
              "since": { "type": "string", "format": "date" } } }
            """);
        var options = new ObjectOptions { IgnoreExtraProperties = true };
        var layout = FillAgreementObjectTests.Whole(written.Root);
        var reader = new ObjectTableReader<Styled>(layout, options);
        var (given, expected) = (new FactTable(layout, ["by-word", "in_writing"]), new FactTable(layout, ["by-word", "in_writing"]));
        foreach (var form in Enum.GetValues<Style>())
        {
            var since = form == Style.ByWord ? (DateTimeOffset?)null : DateTimeOffset.MinValue;
            var styled = new Styled { Form = form, Day = new DateTime(2022, 1, 10), Since = since };
            Assert.True(reader.TryAdd(styled, given));
            expected.Add(Scenario.From(styled, written, options).Bind(written, new DiagnosticBag()));
        }

        FillAgreement.AssertSame(expected, given, "styled");
        Assert.False(reader.TryAdd(new Styled { Day = new DateTime(2022, 1, 10, 9, 0, 0) }, given));
        Assert.False(new ObjectTableReader<Styled>(layout, ObjectOptions.Default).IsAvailable);
    }

    internal enum Style
    {
        [JsonIgnore]
        NotSaid,
        ByWord,
        InWriting,
    }

    internal sealed class Styled
    {
        public Style Form { get; set; }

        public DateTime Day { get; set; }

        public DateTimeOffset? Since { get; set; }

        public Styled Whole => this;
    }
}
