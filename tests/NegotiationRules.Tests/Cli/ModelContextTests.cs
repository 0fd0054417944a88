using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using NegotiationRules.Cli;
using NegotiationRules.Cli.ModelContext;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Cli;

/// <summary>What an assistant is answered; that a client understands it is tried by <c>.ci/mcp.sh</c>.</summary>
public sealed class ModelContextTests : IDisposable
{
    private static readonly RootFolder Shipped = new(Repository.At("rules"));

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void AVerdictIsWhatTheCommandPrints()
    {
        var answer = Call(Shipped, "evaluate", """{ "rules": "security-guarantees", "scenario": "postponed" }""");

        Assert.Equal(
            (false, ToolRun.Of("evaluate", Repository.At("rules/security-guarantees"), "postponed").Out), (answer.IsError, answer.Text));
    }

    [Fact]
    public void FactsCanBeGivenThemselvesAndWhatTheyLeaveOutIsUnknown()
    {
        var answer = Call(Shipped, "evaluate", """{ "rules": "security-guarantees", "facts": { "talks": { "status": "held" } } }""");

        Assert.False(answer.IsError);
        Assert.Contains("talks undetermined", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ParametersCanBeSet()
    {
        var answer = Call(Shipped, "explain",
            """{ "rules": "security-guarantees", "scenario": "as-reported", "set": { "tolerance": "P3M" }, "all": true }""");

        Assert.Contains("tolerance: 3 months", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsWrongWithAFileIsTheAnswerAndPathsInItBeginAtTheRoot()
    {
        _folder.Write("a/b.rules.json", "{ \"name\": \"b\" \n");

        var answer = Call(new RootFolder(_folder.Path), "check", """{ "path": "a" }""");

        Assert.False(answer.IsError);
        Assert.StartsWith(Path.Combine("a", "b.rules.json:1:"), answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.Path, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evaluate", """{ "rules": "../src" }""", "there is no scenario: give its path or name as `scenario`")]
    [InlineData("evaluate", """{ "scenario": "x" }""", "`rules` is missing: ")]
    [InlineData("evaluate", """{ "rules": "a", "scenario": "x", "facts": {} }""", "`scenario` and `facts` both say what the scenario is")]
    [InlineData("evaluate", """{ "rules": "a", "facts": [] }""", "`facts` must be an object")]
    [InlineData("evaluate", """{ "rules": "a", "facts": {}, "format": "xml" }""", "`format` must be one of text, json")]
    [InlineData("describe", """{ "rules": "a", "output": "b" }""", "`describe` takes no `output`; it takes rules, set")]
    [InlineData("convert", "{}", "there is no tool `convert`; there are check, ")]
    public void ACallThatMakesNoSenseIsToldWhy(string tool, string arguments, string expected)
    {
        var answer = Call(Shipped, tool, arguments);

        Assert.True(answer.IsError);
        Assert.StartsWith(expected, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "path": ".." }""")]
    [InlineData("""{ "path": "/" }""")]
    [InlineData("""{ "path": "../outside" }""")]
    [InlineData("""{ "path": "inside/../../outside" }""")]
    [InlineData("""{ "path": "link" }""")]
    [InlineData("""{ "path": "with-link" }""")]
    public void NothingOutsideTheRootIsRead(string arguments)
    {
        _folder.Write("outside/secret.scenario.json", """{ "secret": "of others" }""");
        _folder.Write("root/with-link/a.scenario.json", "{}");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Directory.CreateSymbolicLink(_folder.At("root/link"), _folder.At("outside"));
        File.CreateSymbolicLink(_folder.At("root/with-link/b.scenario.json"), _folder.At("outside/secret.scenario.json"));

        var answer = Call(new RootFolder(_folder.At("root")), "check", arguments);

        Assert.True(answer.IsError);
        Assert.Contains("lies outside the root folder", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void RulesCannotReachOutsideTheRootByWhatTheyName()
    {
        _folder.Write("outside/o.vocabulary.json", """{ "properties": { "secret": { "type": "boolean" } } }""");
        _folder.Write("root/a.rules.json",
            """{ "name": "a", "vocabulary": "../outside/o.vocabulary.json", "stages": ["s"], "rules": [] }""");

        var answer = Call(new RootFolder(_folder.At("root")), "describe", """{ "rules": "a.rules.json" }""");

        Assert.True(answer.IsError);
        Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void NoValueIsTakenForAnOption()
    {
        var file = _folder.At("written");

        foreach (var stage in new[] { $"--output={file}", $"-o{file}", $"x --output {file}" })
        {
            Call(Shipped, "advise",
                $$"""{ "rules": "security-guarantees", "scenario": "postponed", "stage": {{JsonSerializer.Serialize(stage)}} }""");
        }

        Call(Shipped, "evaluate", $$$"""{ "rules": "delegations", "facts": {}, "set": { "--output={{{file}}}": 1 } }""");
        Call(Shipped, "evaluate", $$"""{ "rules": "delegations", "scenario": "--output={{file}}" }""");
        Assert.False(File.Exists(file));
    }

    [Fact]
    public void ThePageOfTheLanguageTheRuleSetsThatShipAndTheFilesInTheFolderCanBeRead()
    {
        _folder.Write("mine/a b.rules.json", "{ }");
        _folder.Write("mine/private.txt", "x");
        var resources = new AssistantResources(new RootFolder(_folder.Path));

        var listed = resources.List();

        Assert.Contains(listed, resource => resource.Uri == "negotiate://shipped/security-council/security-council.rules.json");
        Assert.Contains(listed, resource => resource.Uri == "negotiate://folder/mine/a%20b.rules.json");
        Assert.DoesNotContain(listed, resource => resource.Name.Contains("private", StringComparison.Ordinal));
        Assert.All(listed, resource => Assert.NotEmpty(((TextResourceContents)resources.Read(resource.Uri).Contents[0]).Text));
    }

    [Theory]
    [InlineData("negotiate://folder/private.txt")]
    [InlineData("negotiate://folder/../outside")]
    [InlineData("negotiate://shipped/nothing")]
    [InlineData("file:///etc/hosts")]
    public void WhatIsNotListedIsNotRead(string uri)
    {
        _folder.Write("private.txt", "x");

        Assert.Throws<McpProtocolException>(() => new AssistantResources(new RootFolder(_folder.Path)).Read(uri));
    }

    [Fact]
    public void EachToolSaysWhatItTakes() => Assert.All(AssistantTool.All, tool =>
    {
        var schema = tool.Declared.InputSchema;

        Assert.Equal(tool.Parameters.Select(p => p.Name), schema.GetProperty("properties").EnumerateObject().Select(p => p.Name));
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
        Assert.True(tool.Declared.Annotations!.ReadOnlyHint);
    });

    public void Dispose() => _folder.Dispose();

    private static (bool? IsError, string Text) Call(RootFolder root, string tool, string arguments)
    {
        var result = new AssistantCalls(root, NegotiateTool.Run).Answer(
            tool, JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(arguments)!, CancellationToken.None);
        return (result.IsError, ((TextContentBlock)result.Content[0]).Text);
    }
}
