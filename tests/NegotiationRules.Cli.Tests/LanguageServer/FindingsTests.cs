using NegotiationRules.Cli.LanguageServer.Protocol;

namespace NegotiationRules.Cli.Tests.LanguageServer;

/// <summary>What is wrong, while somebody types.</summary>
public sealed class FindingsTests
{
    [Fact]
    public async Task WhatIsWellHasNoFindingsAndWhatIsTypedHas()
    {
        using var harbour = new Harbour();
        await using var editor = await EditorDouble.StartAsync();
        var uri = await editor.OpenAsync(harbour.RulesPath, Harbour.Rules);
        Assert.Empty(await editor.FindingsAsync(uri, _ => true));

        await editor.WriteAsync(uri, Harbour.Rules.Replace("\"pilots\"", "\"pilts\"", StringComparison.Ordinal));

        var finding = Assert.Single(await editor.FindingsAsync(uri, found => found.Count > 0))!;
        Assert.Equal("NR2001", (string?)finding["code"]);
        Assert.Contains("did you mean `pilots`?", (string?)finding["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnIncludedFileIsReadAsItIsTypedThoughItIsNotSaved()
    {
        using var harbour = new Harbour();
        await using var editor = await EditorDouble.StartAsync();
        var rules = await editor.OpenAsync(harbour.RulesPath, Harbour.Rules);
        await editor.FindingsAsync(rules, _ => true);
        var common = await editor.OpenAsync(harbour.CommonPath, Harbour.Common);

        await editor.WriteAsync(common, Harbour.Common.Replace("\"least\"", "\"fewest\"", StringComparison.Ordinal));

        var found = await editor.FindingsAsync(rules, found => found.Count > 0);
        Assert.All(found, one => Assert.Contains("least", (string?)one!["message"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task ScenariosAndTestsThatNobodyHasOpenAreCheckedAgainstWhatIsTyped()
    {
        using var harbour = new Harbour();
        await using var editor = await EditorDouble.StartAsync();
        var vocabulary = await editor.OpenAsync(harbour.VocabularyPath, Harbour.Vocabulary);

        await editor.WriteAsync(vocabulary, Harbour.Vocabulary.Replace("\"crew\"", "\"hands\"", StringComparison.Ordinal));

        await editor.FindingsAsync(FileAddress.Of(harbour.ScenarioPath), found => found.Count > 0);
        await editor.FindingsAsync(FileAddress.Of(harbour.CommonPath), found => found.Count > 0);
        await editor.WriteAsync(vocabulary, Harbour.Vocabulary);
        await editor.FindingsAsync(FileAddress.Of(harbour.ScenarioPath), found => found.Count == 0);
    }

    [Fact]
    public async Task EveryCureIsAnActionAndWhatItWritesMendsTheText()
    {
        using var harbour = new Harbour();
        await using var editor = await EditorDouble.StartAsync();
        var wrong = Harbour.Rules.Replace("\"condition\": \"manned\"", "\"condition\": \"maned\"", StringComparison.Ordinal);
        var uri = await editor.OpenAsync(harbour.RulesPath, wrong);
        await editor.FindingsAsync(uri, found => found.Count > 0);

        var actions = (await editor.AskAboutAsync("textDocument/codeAction", uri))!.AsArray();

        var action = Assert.Single(actions)!;
        Assert.Equal(("quickfix", "Change to `manned`"), ((string?)action["kind"], (string?)action["title"]));
        Assert.Equal(Harbour.Rules, Edits.Applied(wrong, action["edit"]!["changes"]![uri]!.AsArray()));
    }

    [Fact]
    public async Task AFileThatIsClosedIsAsItLiesOnDiskAgain()
    {
        using var harbour = new Harbour();
        await using var editor = await EditorDouble.StartAsync();
        var uri = await editor.OpenAsync(harbour.RulesPath, "{");
        await editor.FindingsAsync(uri, found => found.Count > 0);

        await editor.CloseAsync(uri);

        Assert.Empty(await editor.FindingsAsync(uri, found => found.Count == 0));
    }
}
