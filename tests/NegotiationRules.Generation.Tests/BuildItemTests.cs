using NegotiationRules.Build;

namespace NegotiationRules.Generation.Tests;

/// <summary>What a build gets that asks for rules as C#.</summary>
public sealed class BuildItemTests : IDisposable
{
    private const string Rules = """
        { "name": "talks", "include": ["least.rules.json"], "stages": ["talks"],
          "rules": [ { "id": "long", "require": { "agreement.termYears": { "atLeast": { "parameter": "least" } } } } ] }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("build-item").FullName;
    private readonly StringWriter _log = new();

    public BuildItemTests()
    {
        File.WriteAllText(At("talks.rules.json"), Rules);
        File.WriteAllText(At("least.rules.json"), """{ "name": "least", "parameters": { "least": 10 } }""");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void RulesAreWrittenAndAllThatWasReadIsListed()
    {
        Assert.True(Write(Item("talks", space: "Example")));

        Assert.Empty(_log.ToString());
        Assert.Contains("namespace Example", File.ReadAllText(At("talks.g.cs")), StringComparison.Ordinal);
        Assert.Equal([At("least.rules.json"), At("talks.rules.json")], File.ReadAllLines(At("read.txt")));
    }

    [Fact]
    public void CodeThatComesOutTheSameStaysUntouched()
    {
        Assert.True(Write(Item("talks")));
        var before = new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(At("talks.g.cs"), before);

        Assert.True(Write(Item("talks")));
        Assert.Equal(before, File.GetLastWriteTimeUtc(At("talks.g.cs")));

        File.WriteAllText(At("least.rules.json"), """{ "name": "least", "parameters": { "least": 7 } }""");
        Assert.True(Write(Item("talks")));
        Assert.NotEqual(before, File.GetLastWriteTimeUtc(At("talks.g.cs")));
    }

    [Fact]
    public void AMistakeIsOneLineWithItsPlaceAndTheNextBuildLooksAgain()
    {
        Assert.True(Write(Item("talks")));
        File.WriteAllText(At("talks.rules.json"), Rules.Replace("termYears", "termYeras", StringComparison.Ordinal));

        Assert.False(Write(Item("talks")));

        var line = Assert.Single(Lines());
        Assert.StartsWith($"{At("talks.rules.json")}(2,43): error NR", line, StringComparison.Ordinal);
        Assert.Contains("termYears", line, StringComparison.Ordinal);
        Assert.False(File.Exists(At("read.txt")));
    }

    [Fact]
    public void WarningsAreToldByTheNextBuildToo()
    {
        WriteRulesWithAWarning();

        Assert.True(Write(Item("talks")));
        Assert.Contains("): warning NR", Assert.Single(Lines()), StringComparison.Ordinal);
        Assert.False(File.Exists(At("read.txt")));
    }

    [Theory]
    [InlineData("true\t", "error")]
    [InlineData("True\t1701,1702\r\n ,CS1591", "error")]
    [InlineData("true\t1701, nr2014", "warning")]
    [InlineData("false\t", "warning")]
    public void WarningsAreErrorsWhereTheProjectSaysSo(string line, string expected)
    {
        WriteRulesWithAWarning();

        Assert.Equal(expected == "warning", Write(Severities.Parse(line), Item("talks")));
        Assert.Contains($"): {expected} NR2014:", Assert.Single(Lines()), StringComparison.Ordinal);
    }

    [Fact]
    public void FilesOfOneNameAreRefused()
    {
        Assert.False(Write(Item("talks"), Item("talks", space: "Other")));
        Assert.Contains("talks.rules.json` has the same name", Assert.Single(Lines()), StringComparison.Ordinal);
    }

    [Fact]
    public void TypesOfOneNameAreRefused()
    {
        File.WriteAllText(At("others.rules.json"), Rules.Replace("\"talks\",", "\"others\",", StringComparison.Ordinal));

        Assert.True(Write(Item("talks", space: "One"), Item("others", space: "Two")));
        Assert.False(Write(Item("talks", space: "One"), Item("others", space: "One")));
        Assert.Contains("give one of the two a Namespace of its own", Assert.Single(Lines()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1st", "", "false", "Namespace takes a name of C#, such as Council.Rules, not `1st`")]
    [InlineData("", "Situation;parties=A B", "false", "Type takes TYPE or PATH=TYPE, with a type as C# names it, not `parties=A B`")]
    [InlineData("", "parties=Party", "false", "Type PATH=TYPE stands beside Type TYPE, which names the type of the scenario")]
    [InlineData("", "", "yes", "AllKnown takes true or false, not `yes`")]
    public void MetadataThatMakesNoSenseIsRefused(string space, string types, string known, string fault)
    {
        Assert.False(Write(Item("talks", space, types, known)));
        Assert.Equal($"Game.csproj: error : NegotiationRules item `{At("talks.rules.json")}`: {fault}", Assert.Single(Lines()));
    }

    private void WriteRulesWithAWarning()
    {
        const string Unused = """
            "parameters": { "unused": 1 }, "rules":
            """;
        File.WriteAllText(At("talks.rules.json"), Rules.Replace("\"rules\":", Unused, StringComparison.Ordinal));
    }

    private string At(string file) => Path.Combine(_folder, file);

    private string Item(string name, string space = "", string types = "", string known = "false") =>
        string.Join('\t', At($"{name}.rules.json"), At($"{name}.g.cs"), space, types, known, "false");

    private bool Write(params string[] items) => Write(Severities.Parse("\t"), items);

    private bool Write(Severities severities, params string[] items) =>
        new ProjectRules("Game.csproj", severities, _log).Write(items, At("read.txt"));

    private string[] Lines() => _log.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
