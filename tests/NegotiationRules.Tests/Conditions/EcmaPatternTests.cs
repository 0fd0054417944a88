using System.Text.RegularExpressions;
using NegotiationRules.Checking;

namespace NegotiationRules.Tests.Conditions;

/// <summary>Patterns mean what those of JSON Schema do; what is expected is what ECMA-262 says in its Unicode mode.</summary>
public sealed class EcmaPatternTests
{
    [Theory]
    [InlineData("^a$", "a\n", false)]
    [InlineData("^a$", "a", true)]
    [InlineData(@"^\$$", "$", true)]
    [InlineData("^[$]$", "$", true)]
    [InlineData("(?m)^a$", "b\na\nc", true)]
    [InlineData("^a.b$", "a\rb", false)]
    [InlineData("^a.b$", "a\u2028b", false)]
    [InlineData("^a.b$", "a\u0085b", true)]
    [InlineData("(?s)^a.b$", "a\nb", true)]
    [InlineData("^.$", "😀", true)]
    [InlineData("^..$", "😀", false)]
    [InlineData("^[^a]$", "😀", true)]
    [InlineData("^[^a]$", "a", false)]
    [InlineData("^[😀a]$", "😀", true)]
    [InlineData("^[😀a]$", "a", true)]
    [InlineData("^[😀]$", "😁", false)]
    [InlineData("^😀+$", "😀😀", true)]
    [InlineData(@"^\u{1F600}+$", "😀😀", true)]
    [InlineData(@"^[\u{1F600}]$", "😀", true)]
    [InlineData(@"^\u{61}$", "a", true)]
    [InlineData(@"^[\u{61}-\u{63}]$", "b", true)]
    [InlineData(@"^\d$", "٣", false)]
    [InlineData(@"^\d$", "3", true)]
    [InlineData(@"^[\d]$", "٣", false)]
    [InlineData(@"^\D$", "٣", true)]
    [InlineData(@"^\D$", "😀", true)]
    [InlineData(@"^\D$", "3", false)]
    [InlineData(@"^[\D]$", "é", true)]
    [InlineData(@"^\w$", "é", false)]
    [InlineData(@"^\w$", "_", true)]
    [InlineData(@"^\W$", "é", true)]
    [InlineData(@"^\W$", "a", false)]
    [InlineData(@"^[\W]$", "]", true)]
    [InlineData(@"^\s$", "\u0085", false)]
    [InlineData(@"^\s$", "\uFEFF", true)]
    [InlineData(@"^\s$", "\u00A0", true)]
    [InlineData(@"^\S$", "\u0085", true)]
    [InlineData(@"^\S$", " ", false)]
    [InlineData("^[a-z-[aeiou]]$", "a]", true)]
    [InlineData("^[a-z-[aeiou]]$", "b", false)]
    [InlineData("^[]$", "", false)]
    [InlineData("^[^]$", "\n", true)]
    [InlineData(@"^\p{L}$", "é", true)]
    [InlineData("^a|b$", "ax", true)]
    public void ATextFits(string pattern, string text, bool fits) =>
        Assert.Equal(fits, new Regex(EcmaPattern.ToDotNet(pattern), RegexOptions.NonBacktracking).IsMatch(text));

    [Theory]
    [InlineData("^a|b$", true)]
    [InlineData("^a|b|c$", true)]
    [InlineData("^(?:a|b)$", false)]
    [InlineData("^a$|^b$", false)]
    [InlineData("^a|^b", false)]
    [InlineData("a|b$", false)]
    [InlineData("^[|]$", false)]
    [InlineData(@"^\|$", false)]
    [InlineData(@"^a|b\$", false)]
    [InlineData("", false)]
    public void AnchorsOfOneAlternativeEachAreSeen(string pattern, bool isSeen) =>
        Assert.Equal(isSeen, PatternAnchors.AreOfOneAlternativeEach(pattern));
}
