using System.Text.Json;
using System.Text.Json.Nodes;
using NegotiationRules.Cli.Creating;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Cli;

public sealed class NewTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void WhatIsMadeIsFineAndItsTestsPassAndShowEveryRuleSatisfiedAndViolated()
    {
        var path = _folder.At("my-rules");

        Assert.Equal(0, ToolRun.Of("new", path).Code);
        Assert.Equal(new ToolRun(0, "4 files, everything fine\n", string.Empty), ToolRun.Of("check", path));

        var tests = ToolRun.Of("test", path, "--coverage", "--format", "json");
        Assert.Equal(0, tests.Code);
        var report = JsonNode.Parse(tests.Out)!;
        Assert.Equal(9, report["passed"]!.GetValue<int>());
        Assert.All(
            report["files"]![0]!["coverage"]!["rules"]!.AsArray(),
            rule =>
                Assert.Superset(
                    new HashSet<string> { "satisfied", "violated" },
                    rule!["reached"]!.AsArray().Select(outcome => outcome!.GetValue<string>()).ToHashSet()
                )
        );
    }

    [Fact]
    public void WhatIsMadeShowsWhatRulesCanDo()
    {
        var path = _folder.At("my-rules");
        ToolRun.Of("new", path);

        var rules = RuleSet.Load(path);

        Assert.Equal("my-rules", rules.Name);
        Assert.Contains(rules.Rules, rule => rule.IsRisk);
        Assert.Contains(rules.Rules, rule => rule.Strength == Strength.Expected);
        Assert.NotEmpty(rules.Parameters);
    }

    [Fact]
    public void TheNextStepsAreShown() =>
        Approved.Check(
            ToolRun
                .Of("new", _folder.At("my-rules"))
                .Report.Replace(_folder.Path + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal)
        );

    [Fact]
    public void TheVerdictOnTheFirstScenarioIsWorthReading()
    {
        ToolRun.Of("new", _folder.At("my-rules"));

        Approved.Check(ToolRun.Of("evaluate", _folder.At("my-rules")).Report);
    }

    [Fact]
    public void TheSchemasBesideTheRulesAreThoseOfTheirVocabulary()
    {
        ToolRun.Of("new", _folder.At("my-rules"));

        foreach (var kind in new[] { "rules", "scenario", "tests" })
        {
            Assert.Equal(
                ToolRun.Of("schema", kind, "--vocabulary", _folder.At("my-rules/my-rules.vocabulary.json")).Out,
                File.ReadAllText(_folder.At($"my-rules/schema/{kind}.schema.json"))
            );
        }
    }

    // Editors would mark every comment and every trailing comma of these files otherwise.
    [Fact]
    public void TheSchemasLetEditorsTakeCommentsAndTrailingCommas()
    {
        ToolRun.Of("new", _folder.At("my-rules"));

        foreach (var kind in new[] { "rules", "scenario", "tests" })
        {
            var schema = JsonNode.Parse(File.ReadAllText(_folder.At($"my-rules/schema/{kind}.schema.json")))!;
            Assert.True(schema["allowComments"]!.GetValue<bool>());
            Assert.True(schema["allowTrailingCommas"]!.GetValue<bool>());
        }
    }

    public static TheoryData<string> Templates => [.. Template.All.Select(template => template.Name)];

    [Theory]
    [MemberData(nameof(Templates))]
    public void EveryTemplateIsFineItsTestsPassAndNothingStandsForItsNameAnyMore(string template)
    {
        var path = _folder.At("my-rules");

        Assert.Equal(0, ToolRun.Of("new", path, "--template", template).Code);

        Assert.EndsWith(", everything fine\n", ToolRun.Of("check", path).Out, StringComparison.Ordinal);
        Assert.Equal(0, ToolRun.Of("test", path).Code);
        var stem = Template.All.Single(t => t.Name == template).Stem;
        var ours = Directory.EnumerateFiles(path).Concat(Directory.EnumerateFiles(Path.Combine(path, "scenarios")));
        foreach (var file in ours)
        {
            Assert.DoesNotContain(stem, Path.GetFileName(file), StringComparison.Ordinal);
            Assert.DoesNotContain(stem, File.ReadAllText(file), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void EverySchemaThatAFileNamesIsThere(string template)
    {
        ToolRun.Of("new", _folder.At("my-rules"), "--template", template);

        foreach (var file in Directory.EnumerateFiles(_folder.At("my-rules"), "*.json", SearchOption.AllDirectories))
        {
            var text = JsonNode.Parse(
                File.ReadAllText(file), null, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
            var schema = text["$schema"]?.GetValue<string>();
            Assert.True(schema is null || schema.StartsWith("https:", StringComparison.Ordinal)
                || File.Exists(Path.Combine(Path.GetDirectoryName(file)!, schema)), $"{file}: {schema}");
        }
    }

    [Theory]
    [InlineData("minimal")]
    [InlineData("voting")]
    public void WhatIsMadeFromATemplateIsLaidOutAndNothingIsFoundInIt(string template)
    {
        var path = _folder.At("my-rules");
        ToolRun.Of("new", path, "--template", template);

        Assert.Equal(0, ToolRun.Of("format", path, "--check").Code);
        Assert.Equal(new ToolRun(0, "1 rule set: nothing is wrong\n", string.Empty), ToolRun.Of("analyze", path));
    }

    [Fact]
    public void AFactThatIsNotDeclaredYetIsToldHowToDeclareIt()
    {
        var path = _folder.At("my-rules");
        ToolRun.Of("new", path);
        var rules = Path.Combine(path, "my-rules.rules.json");
        File.WriteAllText(rules, File.ReadAllText(rules).Replace("port.sharedBerths", "quay.length", StringComparison.Ordinal));

        Assert.Contains(
            "a new fact is declared in my-rules.vocabulary.json, among its \"properties\": "
                + "\"quay\": { \"properties\": { \"length\": { \"type\": … } } }",
            ToolRun.Of("check", rules).Out,
            StringComparison.Ordinal);
    }

    [Fact]
    public void NothingIsOverwritten()
    {
        var file = _folder.Write("my-rules/notes.txt", "mine");

        var run = ToolRun.Of("new", _folder.At("my-rules"));

        Assert.Equal(1, run.Code);
        Assert.Contains("error NR6010: there is something of that name already", run.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(file));
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder.At("my-rules")));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a/..")]
    [InlineData("-x")]
    [InlineData("a\"b")]
    [InlineData("")]
    public void WhatIsNoNameIsRefused(string name) => Assert.Equal(2, ToolRun.Of("new", name).Code);

    [Fact]
    public void AFolderThatIsEmptyIsTakenAndGivesItsNameAlsoIfOneStandsInIt()
    {
        Directory.CreateDirectory(_folder.At("my-rules"));

        Assert.Equal(0, ToolRun.Of("new", _folder.At("my-rules/.")).Code);
        Assert.Equal("my-rules", RuleSet.Load(_folder.At("my-rules")).Name);
    }

    public void Dispose() => _folder.Dispose();
}
