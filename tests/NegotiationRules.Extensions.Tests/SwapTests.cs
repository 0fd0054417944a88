using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NegotiationRules.Extensions.Tests.Support;

namespace NegotiationRules.Extensions.Tests;

/// <summary>Rules are replaced while others evaluate by them.</summary>
public sealed class SwapTests
{
    private const int Evaluations = 1_000_000;
    private const int Swaps = 1_000;
    private const int Threads = 2;

    private readonly StoredFiles _store = new();
    private int _done;

    // Each version says which it is in two files: an evaluation that went by one of each would show both.
    [Fact]
    public async Task NoEvaluationGoesByRulesOfTwoVersions()
    {
        Put(0);
        await using var provider = new ServiceCollection()
            .AddNegotiationRules("talks", _ => _store, "talks.rules.json", options => options.Reload = false)
            .BuildServiceProvider();
        var sets = provider.GetRequiredService<IRuleSets>();

        var swapping = Task.Run(() => SwapAsync(sets));
        var found = await Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Run(() => Evaluate(sets, swapping))));
        await swapping;

        Assert.Equal(0, found.Sum(one => one.Torn));
        Assert.Equal(Swaps, sets.GetStatus("talks").Reloads);
        Assert.Equal(Swaps + 1, found.SelectMany(one => one.Versions).Distinct().Count());
    }

    private (int Torn, HashSet<string> Versions) Evaluate(IRuleSets sets, Task swapping)
    {
        var scenario = Scenario.Parse("{}");
        var (torn, versions) = (0, new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < Evaluations / Threads || !swapping.IsCompleted; i++)
        {
            var rules = sets.Evaluate("talks", scenario).Rules;
            torn += rules[0].Rule.Title == rules[1].Rule.Title ? 0 : 1;
            versions.Add(rules[0].Rule.Title!);
            Interlocked.Increment(ref _done);
        }

        return (torn, versions);
    }

    // Spread over all evaluations. Of one more than there are threads, one has begun with the version that is in force, so each is seen.
    private async Task SwapAsync(IRuleSets sets)
    {
        for (var version = 1; ; version++)
        {
            var enough = Math.Max(Volatile.Read(ref _done) + Threads + 1, (long)version * Evaluations / (Swaps + 1));
            while (Volatile.Read(ref _done) < enough)
            {
                await Task.Delay(1);
            }

            // The last version is evaluated by, too, before there is nothing left to do.
            if (version > Swaps)
            {
                return;
            }

            Put(version);
            Assert.Null((await sets.ReloadAsync("talks")).Fault);
        }
    }

    private void Put(int version)
    {
        var words = version.ToString(CultureInfo.InvariantCulture);
        _store.Put("shared.rules.json", Rules("first", words, string.Empty))
            .Put("talks.rules.json", Rules("second", words, "\"include\": [\"shared.rules.json\"],"));
    }

    private static string Rules(string id, string title, string include) => $$"""
        {
          "name": "talks", "stages": ["talks"], {{include}}
          "rules": [{ "id": "{{id}}", "title": "{{title}}", "require": { "talks.mediated": true } }]
        }
        """;
}
