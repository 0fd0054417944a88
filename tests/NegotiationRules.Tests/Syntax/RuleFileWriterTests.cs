using FsCheck;
using NegotiationRules.Syntax;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Syntax;

public class RuleFileWriterTests
{
    [ManyCases(300)]
    public void WhatIsWrittenReadsAsTheSameTree(DoNotSize<int> seed)
    {
        var tree = ReadRules.File(new RandomRules(seed.Item).File());
        var written = RuleFileWriter.Write(tree);
        var again = ReadRules.File(written);

        Assert.Equal(TreeText.Of(tree), TreeText.Of(again));
        Assert.Equal(written, RuleFileWriter.Write(again));
    }

    [Fact]
    public void FilesAreWrittenAsPeopleWriteThem() =>
        Approved.Check(
            RuleFileWriter.Write(
                ReadRules.File(
                    """
                    {"name":"security-guarantees","stages":["talks","agreement"],"parties":{"RU":"Russia"},
                    "parameters":{"leastTermYears":{"value":10,"description":"of the agreement"}},
                    "conditions":{"military at the table":{"some":"delegates","where":{"role":"military"}}},
                    "rules":[{"id":"military-on-both-sides","stage":"talks","holder":"RU","require":{"every":"parties",
                    "satisfy":{"condition":"military at the table"}},"because":"Talks without them are pointless."},
                    {"id":"legally-binding","stage":"agreement","strength":"expected",
                    "require":{"agreement.form":"written","agreement.legallyBinding":true,
                    "agreement.termYears":{"atLeast":{"parameter":"leastTermYears"}}}},
                    {"id":"ladder","stage":"talks","require":{"any":[{"inOrder":"events","by":"date",
                    "steps":[{"kind":"threat"},{"kind":"demonstration"},{"kind":"strike"}],"atLeast":2},
                    {"count":"parties","where":{"population":{"moreThan":1000000}},"atLeast":2}]}}]}
                    """
                )
            )
        );

    [Fact]
    public void ABrokenTreeIsNotWritten()
    {
        var (file, _) = ReadRules.Try(ReadRules.Around("\"in words\""));
        Assert.Throws<ArgumentException>(() => RuleFileWriter.Write(file!));
    }

    [Fact]
    public void AComputationInAnotherOrderIsPutInsideAValue()
    {
        OperandSyntax fact = new FactOperandSyntax(default, new Name("a", default));
        OperandSyntax one = new LiteralSyntax(default, new JsonNumber(default, "1"));
        var sum = new ArithmeticSyntax(default, ArithmeticKind.Plus, fact, one);

        Assert.Equal("""{"fact":"a","plus":1,"minus":1}""", Written(new ArithmeticSyntax(default, ArithmeticKind.Minus, sum, one)));
        Assert.Equal(
            """{"value":{"fact":"a","plus":1},"times":1}""",
            Written(new ArithmeticSyntax(default, ArithmeticKind.Times, sum, one))
        );
        Assert.Equal("""{"value":{"fact":"a","plus":1},"plus":1}""", Written(new ArithmeticSyntax(default, ArithmeticKind.Plus, sum, one)));
        Assert.Equal("""{"value":1,"plus":1}""", Written(new ArithmeticSyntax(default, ArithmeticKind.Plus, one, one)));

        static string Written(OperandSyntax operand) =>
            JsonPrinter.Print(ConditionWriter.ToJson(operand), indented: false).Replace(" ", string.Empty, StringComparison.Ordinal);
    }
}
