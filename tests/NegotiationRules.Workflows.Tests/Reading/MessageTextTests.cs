using NegotiationRules.Text;
using NegotiationRules.Workflows.Reading;

namespace NegotiationRules.Workflows.Tests.Reading;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain (text) $ {0}", "plain (text) $ {0}")]
    [InlineData("$(a.b)", "[a.b]")]
    [InlineData("x $(a) y $(b.c)$( d )", "x [a] y [b.c][ d ]")]
    [InlineData("$$(a))", "$[a])")]
    [InlineData("$(a$(b)", "[a$(b]")]
    [InlineData("$(never", "$(never")]
    [InlineData("$(one\n) $(two)", "$(one\n) [two]")]
    public void PlaceholdersAreWhatStandsBetweenDollarAndParenthesis(string text, string expected)
    {
        var parts = MessageText.Parse(new JsonText(default, text), new WorkflowDiagnostics(new DiagnosticBag())).Parts;

        Assert.Equal(
            expected,
            string.Concat(parts.Select(p => p is PlaceholderPart placeholder ? $"[{placeholder.Path}]" : ((WordsPart)p).Words))
        );
    }

    [Fact]
    public void APlaceholderKnowsItsPlaceBehindEscapes()
    {
        var source = new SourceText("m", """{ "ErrorMessage": "\u0041\n$(a.b)" }""");
        var root = (JsonObject)JsonReader.Read(source, ReadingLimits.Default, new DiagnosticBag())!;

        var part = MessageText.Parse((JsonText)root.Members[0].Value, new WorkflowDiagnostics(new DiagnosticBag())).Parts[^1];

        Assert.Equal("$(a.b)", Assert.IsType<PlaceholderPart>(part).Span.Characters.ToString());
    }
}
