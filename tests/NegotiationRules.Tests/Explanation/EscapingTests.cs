namespace NegotiationRules.Tests.Explanation;

/// <summary>A scenario may come from a stranger: nothing in it may become markup, a command to the terminal, or a link that runs.</summary>
public sealed class EscapingTests
{
    private const string Hostile = "</li><script>alert(1)</script> \u001b[31m\"*_`[x](y)|# a\r\nb \u202egnp";

    private static readonly RuleSet Rules = SmallVocabulary.Rules("""
        {
          "name": "small", "stages": ["talks"],
          "documents": { "bad": { "title": "<b>bold</b>", "url": "javascript:alert(1)" },
          "good": { "title": "[a](b)", "url": "https://example.org/?q=<\"x\">" } },
          "rules": [ { "id": "it", "require": { "talks.venue": "Geneva" },
          "because": "it is {talks.venue}", "source": [ { "document": "bad" }, { "document": "good" } ] } ]
        }
        """);

    private static readonly VerdictExplanation Explanation = Rules
        .Evaluate(Scenario.Create().Set("talks.venue", Hostile).Build())
        .Explain();

    [Fact]
    public void HtmlHoldsNoTagOfAFact()
    {
        var html = Explanation.ToHtml();

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;bold&lt;/b&gt;", html, StringComparison.Ordinal);
        Assert.Equal(Count(html, "<li"), Count(html, "</li>"));
    }

    [Fact]
    public void OnlyAddressesOfTheWebBecomeLinks()
    {
        Assert.DoesNotContain("javascript:", Explanation.ToHtml(), StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", Explanation.ToMarkdown(), StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://example.org/?q=%3C%22x%22%3E\"", Explanation.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("[\\[a\\](b)](<https://example.org/?q=%3C%22x%22%3E>)", Explanation.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void MarkdownShowsTheFactLetterByLetter()
    {
        var markdown = Explanation.ToMarkdown();

        Assert.DoesNotContain("<script", markdown, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", markdown, StringComparison.Ordinal);
        Assert.Contains("\\*\\_\\`\\[x\\](y)\\|\\# a b", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void MermaidQuotesAreNeverClosedByAFact()
    {
        foreach (var line in Explanation.ToMermaid().Split('\n').Where(line => line.Contains('[', StringComparison.Ordinal)))
        {
            Assert.Equal(2, Count(line, "\""));
            Assert.DoesNotContain("<", line, StringComparison.Ordinal);
            Assert.DoesNotContain("`", line, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void TextKeepsToItsLinesAndHoldsNoControlCharacters()
    {
        var text = Explanation.ToText();

        Assert.DoesNotContain(text, c => (char.IsControl(c) && c != '\n') || c == '\u202e');
        Assert.Contains("\uFFFD[31m", text, StringComparison.Ordinal);
        Assert.Contains("# a b", text, StringComparison.Ordinal);
        Assert.Equal(1, Count(Rules.Evaluate(Scenario.Create().Set("talks.venue", Hostile).Build()).ToString() + "\n", "\n"));
    }

    [Fact]
    public void JsonKeepsTheFactAsItIs()
    {
        using var json = System.Text.Json.JsonDocument.Parse(Explanation.ToJson());
        var reason = json.RootElement.GetProperty("outline").GetProperty("children")[0].GetProperty("children")[0].GetProperty("children")[
            0
        ];

        Assert.Equal($"it is {Hostile}", reason.GetProperty("text").GetString());
    }

    [Fact]
    public void ColourIsThereOnlyWhenItIsAskedFor()
    {
        Assert.DoesNotContain("\u001b", Explanation.ToText(), StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", Explanation.ToString(), StringComparison.Ordinal);
        Assert.Contains("\u001b[31m✗\u001b[0m talks: invalid", Explanation.ToText(colour: true), StringComparison.Ordinal);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
