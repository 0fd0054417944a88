using NegotiationRules.Text;

namespace NegotiationRules.Tests.Text;

public class DiagnosticTests
{
    [Fact]
    public void TheReportShowsThePlaceTheLineACaretAndTheHelp()
    {
        var source = new SourceText("a.rules.json", "{\r\n\t\"nmae\": 1 }");

        Assert.Equal(
            "a.rules.json:2:2: error NR1021: no such key\n  2 |  \"nmae\": 1 }\n    |  ^~~~~~\n    help: did you mean `name`?",
            new Diagnostic("NR1021", DiagnosticSeverity.Error, source.At(4, 6), "no such key", "did you mean `name`?").ToString());
    }

    [Fact]
    public void WhatStandsInNoTextHasNoPlace() =>
        Assert.Equal(
            "warning NR3001: never met",
            new Diagnostic("NR3001", DiagnosticSeverity.Warning, default, "never met", null).ToString()
        );

    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    [InlineData(980)]
    public void OfALongLineThePartAroundTheCaretIsShown(int at)
    {
        var source = new SourceText("a", string.Concat(Enumerable.Range(0, 100).Select(i => $"{i:D9} ")));
        var lines = new Diagnostic("NR1001", DiagnosticSeverity.Error, source.At(at, 9), "…", null).ToString().Split('\n');

        var caret = lines[2].IndexOf('^', StringComparison.Ordinal);
        Assert.Equal($"{at / 10:D9}", lines[1].Substring(caret, 9));
        Assert.InRange(lines[1].Length, 1, 170);
    }

    [Fact]
    public void ASpanOverSeveralLinesIsUnderlinedToTheEndOfItsFirst()
    {
        var source = new SourceText("a", "{ \"a\":\n  1 }");
        Assert.EndsWith(
            "| ^~~~~~",
            new Diagnostic("NR1001", DiagnosticSeverity.Error, source.At(0, 12), "…", null).ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void TheBagSortsByPlaceAndDropsWhatIsThereAlready()
    {
        var (first, second) = (new SourceText("first", "0123456789"), new SourceText("second", "0123456789"));
        var bag = new DiagnosticBag();
        bag.Warning("NR3001", first.At(5, 1), "later");
        bag.Warning("NR3001", second.At(0, 1), "elsewhere");
        bag.Warning("NR3001", first.At(2, 1), "earlier");
        bag.Warning("NR3001", first.At(2, 1), "earlier");
        Assert.False(bag.HasErrors);
        bag.Error("NR2001", first.At(2, 1), "earlier by its code");

        Assert.True(bag.HasErrors);
        Assert.Equal(["earlier by its code", "earlier", "later", "elsewhere"], bag.ToSorted().Select(d => d.Message));
    }
}
