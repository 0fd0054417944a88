using NegotiationRules.Extensions.Tests.Support;

namespace NegotiationRules.Extensions.Tests;

/// <summary>Tests beside rules that are kept in a store are run from that store, and from nowhere else.</summary>
public sealed class StoredTestsTests
{
    private const string Tests =
        """
        {
          "rules": "talks.rules.json",
          "tests": [
            { "name": "of a file", "scenario": "scenarios/open.scenario.json", "expect": { "stages": { "talks": "valid" } } },
            { "name": "of its own", "scenario": { "open": false }, "expect": { "stages": { "talks": "invalid" } } },
            {
              "name": "of lines", "lines": "../cases/all.jsonl", "facts": "/facts",
              "expect": { "at": "/said", "cases": { "yes": { "outcome": "valid" }, "no": { "outcome": "invalid" } } }
            }
          ]
        }
        """;

    private readonly StoredFiles _store = new StoredFiles()
        .Put("talks/talks.tests.json", Tests)
        .Put("talks/talks.rules.json",
            """
            {
              "name": "talks", "vocabulary": "../shared/facts.vocabulary.json", "stages": ["talks"],
              "rules": [{ "id": "open", "require": { "open": true } }]
            }
            """)
        .Put("shared/facts.vocabulary.json", """{ "properties": { "open": { "type": "boolean" } } }""")
        .Put("talks/scenarios/open.scenario.json", """{ "open": true }""")
        .Put("cases/all.jsonl", "{ \"id\": \"a\", \"facts\": { \"open\": true }, \"said\": \"yes\" }\n");

    private RuleSetOptions Options => new() { Files = _store };

    [Fact]
    public void TheyRunWithTheirRulesScenariosAndLines()
    {
        var results = RuleTests.Load("talks/talks.tests.json", Options).Run();

        Assert.Equal(["of a file", "of its own", "of lines: a"], results.Cases.Select(one => one.Name));
        Assert.All(results.Cases, one => Assert.True(one.Passed, one.ToString()));
        Assert.Equal(
            ["cases/all.jsonl", "shared/facts.vocabulary.json", "talks/scenarios/open.scenario.json", "talks/talks.rules.json",
                "talks/talks.tests.json"],
            _store.Asked.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void LinesAreReadWheneverTheyAreRunAndThoseOfAnotherFileToo()
    {
        var tests = RuleTests.Load("talks/talks.tests.json", Options);
        _store.Put("cases/all.jsonl", "{ \"id\": \"b\", \"facts\": { \"open\": true }, \"said\": \"no\" }\n");
        _store.Put("cases/more.jsonl", "{ \"id\": \"c\", \"facts\": { \"open\": false }, \"said\": \"no\" }\n");

        Assert.False(Assert.Single(tests.Run("of lines").Cases).Passed);
        Assert.True(Assert.Single(tests.Stream("of lines", "cases/more.jsonl")).Passed);
        var none = Assert.Single(tests.Stream("of lines", "cases/none.jsonl"));
        Assert.Contains("there is no such file", none.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("talks.rules.json")]
    [InlineData("scenarios/open.scenario.json")]
    [InlineData("../cases/all.jsonl")]
    public void AFileOfTheDiskIsNotThere(string named)
    {
        using var folder = new RuleFolder();
        var onDisk = folder.Write(Path.GetFileName(named), "{ \"open\": true }");
        _store.Put("talks/talks.tests.json", Tests.Replace(named, onDisk.Replace('\\', '/'), StringComparison.Ordinal));

        Assert.False(RuleTests.TryLoad("talks/talks.tests.json", Options, out _, out var found));
        Assert.Equal("NR1112", Assert.Single(found).Code);
        Assert.False(RuleTests.TryLoad(onDisk, Options, out _, out found));
        Assert.Contains("there is no such file", Assert.Single(found).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatTheStoreCannotGiveNowIsSaidToBeThereAndNotReadable()
    {
        var files = new Unreadable(_store, "talks/scenarios/open.scenario.json");
        var tests = RuleTests.Load("talks/talks.tests.json", new RuleSetOptions { Files = files });
        Assert.Contains("it cannot be opened", Assert.Single(tests.Run("of a file").Cases).ToString(), StringComparison.Ordinal);
    }

    private sealed class Unreadable(IRuleFiles files, string path) : IRuleFiles
    {
        public Stream? Open(string asked) => asked == path ? throw new IOException("The disk of the store is broken.") : files.Open(asked);
    }
}
