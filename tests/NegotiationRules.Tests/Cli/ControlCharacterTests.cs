using System.Text.Json;

namespace NegotiationRules.Tests.Cli;

/// <summary>Whatever stands in a file or in its name: it moves no cursor, colours nothing and turns no line around on a terminal, in a log
/// or in a report.</summary>
public sealed class ControlCharacterTests : IDisposable
{
    // A bell, the escape codes of a terminal in one and in two bytes, a backspace, and what turns the direction of writing.
    private const string Hostile = "a\u0007b\u001b[31mc\u009b31md\be\u202Ef\u2066g";

    private static readonly string Written = JsonSerializer.Serialize(Hostile);

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string[]> Commands { get; } =
    [
        ["check", "."],
        ["check", ".", "--format", "github"],
        ["check", ".", "--format", "azure"],
        ["check", ".", "--format", "gitlab"],
        ["check", ".", "--format", "json"],
        ["check", ".", "--format", "sarif"],
        ["check", "good", "--program"],
        ["check", Hostile],
        ["evaluate", "good"],
        ["evaluate", "good", "--holder", Hostile],
        ["evaluate", "good", "--set", Hostile + "=1"],
        ["evaluate", "good", "--scenarios", "good/lines.jsonl"],
        ["explain", "good", "good/scenarios/one.scenario.json"],
        ["explain", "good", "good/scenarios/one.scenario.json", "--format", "markdown"],
        ["explain", "good", "good/scenarios/one.scenario.json", "--format", "html"],
        ["explain", "good", "good/scenarios/one.scenario.json", "--format", "mermaid"],
        ["explain", "good", Hostile],
        ["describe", "good"],
        ["test", "good", "--coverage"],
        ["test", "good", "--format", "junit"],
        ["test", "good", "--format", "json"],
        ["convert", "good", "--to", "workflow"],
        ["convert", "good/flow.workflow.json", "--to", "rules"],
        ["explain", "good/flow.workflow.json", "good/scenarios/one.scenario.json"],
        ["schema", "rules", "--vocabulary", "good/good.vocabulary.json"],
        ["new", Hostile],
        [Hostile],
        ["check", "--" + Hostile],
        ["diagnostic", Hostile],
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void NothingThatACommandPrintsHasControlCharacters(string[] command)
    {
        WriteFiles();
        var run = ToolRun.Of([
            .. command.Select(word =>
                word is "." or "good" || word.StartsWith("good/", StringComparison.Ordinal) ? _folder.At(word) : word
            ),
        ]);

        Assert.NotEqual(70, run.Code);
        Assert.NotEmpty(run.Out + run.Error);
        // JSON keeps what a file says, whatever turns it around: it is for programs.
        var isJson = command.Any(word => word is "json" or "gitlab" or "sarif" or "schema" or "--scenarios");
        Assert.DoesNotContain(run.Out + run.Error, c => (char.IsControl(c) && c != '\n') || (!isJson && (c is '\u202E' or '\u2066')));
    }

    // Of rules that are wrong, no command says more than that.
    [Theory]
    [InlineData("good")]
    [InlineData("good/good.rules.json")]
    [InlineData("good/flow.workflow.json")]
    public void WhatIsToBePrintedIsRight(string path)
    {
        WriteFiles();

        Assert.DoesNotContain(": error ", ToolRun.Of("check", _folder.At(path)).Out, StringComparison.Ordinal);
    }

    // A terminal's codes are taken out where tables are drawn; a bell is not.
    [Theory]
    [InlineData("evaluate", "--scenarios", "t.jsonl")]
    [InlineData("test", "--coverage", null)]
    public void TablesHaveNone(string command, string option, string? file)
    {
        var rules = _folder.Write(
            "t.rules.json",
            """{ "name": "t", "stages": ["s\u0007"], "rules": [ { "id": "r\u0007", "require": { "talks.mediated": true } } ] }"""
        );
        _folder.Write("t.jsonl", """{ "talks": { "mediated": false } }""");
        var tests = _folder.Write(
            "t.tests.json",
            """
            { "rules": "t.rules.json", "tests": [
              { "name": "t", "scenario": { "talks": { "mediated": true } }, "expect": { "outcome": "valid" } } ] }
            """
        );

        var run = file is null ? ToolRun.Of(command, tests, option) : ToolRun.Of(command, rules, option, _folder.At(file));

        Assert.Contains("r\uFFFD", run.Out + run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u0007', run.Out + run.Error);
    }

    public void Dispose() => _folder.Dispose();

    private void WriteFiles()
    {
        _folder.Write(
            $"{Hostile.Replace('/', '-')}.rules.json",
            $$"""{ {{Written}}: 1, "name": {{Written}}, "stages": [{{Written}}], "rules": [ { "id": {{Written}},"""
                + $$""" "require": { {{Written}}: {{Written}} } } ] }"""
        );
        _folder.Write("raw.rules.json", $"{{ \"name\": \"{Hostile}\", \"stages\": [\"talks\"], \"rules\": [] }} {Hostile}");
        _folder.Write("bad.scenario.json", $$"""{ {{Written}}: {{Written}} }""");
        _folder.Write(
            "bad.vocabulary.json",
            $$"""{ "type": "object", {{Written}}: 1, "properties": { {{Written}}: { "type": {{Written}} }, "x": { "enum": [ {{Written}},"""
                + $$""" 1 ] } } }"""
        );
        _folder.Write(
            "bad.workflow.json",
            $$"""{ "WorkflowName": {{Written}}, {{Written}}: 1, "Rules": [ { "RuleName": {{Written}}, "Expression": {{Written}} } ] }"""
        );
        _folder.Write(
            "bad.tests.json",
            $$"""{ "rules": {{Written}}, {{Written}}: 1, "tests": [ { "name": {{Written}}, "scenario": {{Written}},"""
                + $$""" "expect": { {{Written}}: {{Written}} } } ] }"""
        );
        _folder.Write(
            "good/good.vocabulary.json",
            $$"""{ "type": "object", "properties": { "word": { "title": {{Written}}, "type": "string" },"""
                + $$""" "states": { "type": "array", "items": { "type": "object", "properties": { "name": { "type": "string" },"""
                + $$""" "phrase": { "type": "string" } } } } } }"""
        );
        _folder.Write(
            "good/good.rules.json",
            $$"""
            { "name": {{Written}}, "version": {{Written}}, "description": {{Written}},
              "vocabulary": "good.vocabulary.json", "stages": [{{Written}}], "parties": { "A": {{Written}} },
              "documents": { "d": { "title": {{Written}}, "url": {{Written}} } }, "conditions": { {{Written}}: { "word": "x" } },
              "rules": [ { "id": {{Written}}, "title": {{Written}}, "holder": "A", "require": { "condition": {{Written}} },
              "because": {{Written}}, "source": { "document": "d", "quote": {{Written}} } },
                         { "id": "all", "strength": "expected", "require": { "every": "states", "satisfy": { "phrase": {{Written}} } } } ] }
            """
        );
        _folder.Write(
            "good/scenarios/one.scenario.json",
            $$"""{ "word": { "value": {{Written}}, "source": {{Written}} }, "states": [ { "name": {{Written}}, "phrase": "y" } ] }"""
        );
        _folder.Write($"good/scenarios/{Hostile}.scenario.json", $$"""{ "word": {{Written}} }""");
        _folder.Write(
            "good/flow.workflow.json",
            $$"""{ "WorkflowName": {{Written}}, "Rules": [ { "RuleName": "k", "Expression": "word == \"x\"","""
                + $$""" "ErrorMessage": {{Written}} } ] }"""
        );
        _folder.Write("good/lines.jsonl", $$"""{ {{Written}}: 1 }""" + "\n" + $$"""{ "word": {{Written}} }""");
        _folder.Write(
            "good/good.tests.json",
            $$"""{ "rules": "good.rules.json", "tests": [ { "name": {{Written}}, "scenario": { "word": {{Written}} },"""
                + $$""" "expect": { "outcome": "valid", "rules": { {{Written}}: "satisfied" } } } ] }"""
        );
    }
}
