using System.Text.RegularExpressions;
using NegotiationRules.Explanation.Rendering;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Page.Tests;

public sealed partial class StyleTests
{
    // One dress for what the tool writes and what the page shows.
    [Fact]
    public void ThePageHasTheColoursOfAnExplanation()
    {
        var page = Colours(File.ReadAllText(Repository.At("src/NegotiationRules.Page/wwwroot/style.css")));

        Assert.Equal([], Colours(HtmlStyle.Sheet).Except(page));
    }

    private static List<string> Colours(string sheet) => [.. Colour().Matches(sheet).Select(match => match.Value)];

    [GeneratedRegex(@"--[a-z-]+: #[0-9a-f]{3,6};")]
    private static partial Regex Colour();
}
