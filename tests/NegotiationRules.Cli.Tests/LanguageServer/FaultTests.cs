using System.Text.Json.Nodes;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Cli.Tests.LanguageServer;

/// <summary>Whatever is wrong with a text or a message, the next one is answered.</summary>
public sealed class FaultTests(ITestOutputHelper output)
{
    private static readonly string[] Questions =
    [
        "textDocument/completion", "textDocument/hover", "textDocument/definition", "textDocument/references",
        "textDocument/prepareRename", "textDocument/documentSymbol", "textDocument/formatting", "textDocument/codeLens",
        "textDocument/codeAction", "textDocument/inlayHint",
    ];

    [Theory]
    [InlineData("{ this is no message")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": null } }""")]
    [InlineData("""{ "jsonrpc": "2.0", "method": "textDocument/didChange", "params": [1, 2, 3] }""")]
    [InlineData("""{ "jsonrpc": "2.0", "method": "no/such/notice" }""")]
    public async Task AMessageThatIsNoneIsPassedOver(string message)
    {
        using var harbour = new Harbour();
        await using var editor = await EditorDouble.StartAsync();
        await editor.SendAsync(message);
        var uri = await editor.OpenAsync(harbour.RulesPath, Harbour.Rules);

        Assert.Equal(2, (await editor.AskAboutAsync("textDocument/documentSymbol", uri))!.AsArray().Count);
    }

    [Fact]
    public async Task AHeaderThatIsNoneIsPassedOver()
    {
        await using var editor = await EditorDouble.StartAsync();
        await editor.SendRawAsync("Content-Length: many\r\n\r\nwhat is this\r\n");

        Assert.NotNull((await editor.AskAsync("no/such/question", []))!["error"]);
    }

    [Fact]
    public async Task AQuestionThatLacksSomethingIsAnsweredWithAnError()
    {
        await using var editor = await EditorDouble.StartAsync();

        foreach (var question in Questions)
        {
            Assert.NotNull((await editor.AskAsync(question, []))!["error"]);
        }
    }

    [Fact]
    public async Task WhateverStandsInATextEveryQuestionIsAnswered()
    {
        var random = new Random(Seed.Of(output));
        using var harbour = new Harbour();
        await using var editor = await EditorDouble.StartAsync(scenario: "quiet");
        string[] paths = [harbour.RulesPath, harbour.CommonPath, harbour.TestsPath, harbour.ScenarioPath, harbour.VocabularyPath];
        for (var i = 0; i < 60; i++)
        {
            var path = paths[random.Next(paths.Length)];
            var text = Spoil(await File.ReadAllTextAsync(path), random);
            var uri = await editor.OpenAsync(path, text);
            foreach (var question in Questions)
            {
                // What cannot be renamed says so; that is an answer too.
                var answer = await editor.AskAsync(question, new JsonObject
                {
                    ["textDocument"] = new JsonObject { ["uri"] = uri },
                    ["position"] = new JsonObject { ["line"] = random.Next(-1, 40), ["character"] = random.Next(-1, 90) },
                    ["range"] = JsonNode.Parse("""{ "start": { "line": 0, "character": 0 }, "end": { "line": 999, "character": 0 } }"""),
                });
                var error = answer is JsonObject told ? told["error"] : null;
                Assert.True(error is null || (int)error["code"]! == -32803, $"{question} of\n{text}\n{error}");
            }
        }
    }

    [Fact]
    public async Task ItEndsWhenItIsToldSoAndSaysWhetherItWasExpected()
    {
        var editor = await EditorDouble.StartAsync();
        await editor.AskAsync("shutdown", []);
        await editor.TellAsync("exit", []);
        Assert.True(await editor.Served.WaitAsync(TimeSpan.FromSeconds(60)));

        var gone = await EditorDouble.StartAsync();
        await gone.DisposeAsync();
        Assert.False(await gone.Served);
    }

    // A stretch is taken out, doubled or put elsewhere, or the text ends in the middle.
    private static string Spoil(string text, Random random)
    {
        for (var times = random.Next(1, 4); times > 0 && text.Length > 1; times--)
        {
            var start = random.Next(text.Length);
            var length = random.Next(1, Math.Min(40, text.Length - start) + 1);
            var piece = text.Substring(start, length);
            text = random.Next(5) switch
            {
                0 => text.Remove(start, length),
                1 => text.Insert(start, piece),
                2 => text[..start],
                3 => text.Insert(random.Next(text.Length), piece),
                _ => text.Insert(start, "{}[]\",:\\/"[random.Next(9)].ToString()),
            };
        }

        return text;
    }
}
