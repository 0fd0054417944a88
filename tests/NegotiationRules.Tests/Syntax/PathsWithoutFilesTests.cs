namespace NegotiationRules.Tests.Syntax;

/// <summary>Paths that no file can have: a report like any other where a rule file names one.</summary>
public class PathsWithoutFilesTests
{
    [Theory]
    [InlineData(""" "include": ["a\u0000b.rules.json"] """)]
    [InlineData(""" "vocabulary": "a\u0000b" """)]
    public void AZeroInAPathIsReportedWhereItStands(string member)
    {
        var rules = $$"""{ "name": "t", "stages": ["s"], {{member}}, "rules": [] }""";

        Assert.False(RuleSet.TryParse(rules, new RuleSetOptions { Root = Path.GetTempPath() }, out _, out var faults));

        var fault = Assert.Single(faults);
        Assert.Equal(("NR1100", 1), (fault.Code, fault.Place.Line));
    }

    [Fact]
    public void AZeroInThePathThatIsAskedForIsReported()
    {
        Assert.False(RuleSet.TryLoad("a\0b", null, out _, out var faults));
        Assert.Equal("`a b` cannot be read: it cannot be opened", Assert.Single(faults).Message);
    }

    [Fact]
    public void OfARelativePathItIsSaidWhereItLeads()
    {
        var path = Path.Combine("nowhere", "talks.rules.json");

        Assert.False(RuleSet.TryLoad(path, null, out _, out var faults));
        Assert.Equal($"check the path; it leads to `{Path.GetFullPath(path)}`", Assert.Single(faults).Help);
        Assert.False(RuleSet.TryLoad(Path.GetFullPath(path), null, out _, out faults));
        Assert.Equal("check the path", Assert.Single(faults).Help);
    }

    [Fact]
    public void AnEmptyPathIsAFaultOfTheProgram() => Assert.Throws<ArgumentException>(() => RuleSet.Load(string.Empty));
}
