using NegotiationRules.Tests.Cli;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Cli.Tests.Sweeping;

/// <summary><c>negotiate check</c> and <c>format</c> of a <c>NAME.distribution.json</c>.</summary>
public sealed class DistributionFileTests : IDisposable
{
    private const string Rules = """
        { "name": "talks", "stages": ["talks"], "parameters": { "leastTermYears": 10 }, "rules": [
          { "id": "long", "require": { "agreement.termYears": { "atLeast": { "parameter": "leastTermYears" } } } },
          { "id": "present", "require": { "some": "parties", "where": { "some": "delegates", "where": { "role": "military" } } } }
        ] }
        """;

    private const string Faulty = """
        {
          "facts": {
            "talks.mediatd": { "weights": { "true": 1, "false": 1 } },
            "talks.mediated": { "weights": { "true": 3, "perhaps": 1 } },
            "talks": { "weights": { "true": 1 } },
            "parties.delegates.role": { "weights": { "military": 1 } },
            "parties[0].delegates[2].role": { "weights": { "military": 1, "5": 2 } },
            "agreement.termYears": { "uniform": { "from": "2022-01-01", "to": "2022-01-31" } },
            "talks.start": { "normal": { "from": "2022-01-01", "mean": "2022-01-10", "to": "2022-01-31" } },
            "talks.start.": { "uniform": { "from": 1, "to": 2 } },
          },
          "parameters": {
            "leastTermYear": { "uniform": { "from": 5, "to": 20 } },
            "leastTermYears": { "uniform": { "from": 20, "to": 5 } },
          },
          "weights": {},
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EveryFaultOfItIsToldWithPlaceAndCure()
    {
        Write("talks", Faulty);
        Approved.Check(Check(".").Replace(_folder.At("."), string.Empty, StringComparison.Ordinal));
    }

    [Fact]
    public void ASweepTellsTheSameFaults()
    {
        Write("talks", Faulty);
        var told = Check("talks.distribution.json").Split("\n1 file")[0].Replace("\n\n", "\n", StringComparison.Ordinal);
        var run = ToolRun.Of(
            "sweep", _folder.At("talks.rules.json"), "--sample", "10", "--distribution", _folder.At("talks.distribution.json"));

        Assert.StartsWith(told, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ItMayHaveAnyNameWhereThereAreNoOtherRules()
    {
        Write("likely", """{ "parameters": { "leastTermYear": { "uniform": { "from": 5, "to": 20 } } } }""");
        Assert.Contains("error NR5031", Check("likely.distribution.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutRulesFactsAreCheckedAndItIsSaidThatParametersAreNot()
    {
        Write("likely", """
            { "facts": { "talks.mediatd": { "weights": { "true": 1 } } }, "parameters": { "p": { "uniform": { "from": 5, "to": 20 } } } }
            """);
        _folder.Write("other.rules.json", Rules);
        var told = Check("likely.distribution.json");

        Assert.Contains("error NR5034", told, StringComparison.Ordinal);
        Assert.Contains("warning NR6022", told, StringComparison.Ordinal);
        Assert.DoesNotContain("NR5031", told, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsRightIsFineAndLaidOut()
    {
        Write("talks", """
            { "facts": { "agreement.termYears": { "uniform": { "from": 1, "to": 30 } }, "parties[3].delegates[0].role": { "weights": {
              "military": 1, "null": 2 } } },
            "parameters": { "leastTermYears": { "triangular": { "from": 5, "mode": 10, "to": 20 } } } }
            """);

        Assert.Equal("2 files, everything fine\n", Check("."));
        Assert.Equal(0, ToolRun.Of("format", _folder.At("talks.distribution.json")).Code);
        Approved.Check(File.ReadAllText(_folder.At("talks.distribution.json")));
    }

    private void Write(string name, string distribution)
    {
        _folder.Write("talks.rules.json", Rules);
        _folder.Write($"{name}.distribution.json", distribution);
    }

    private string Check(string path) => ToolRun.Of("check", _folder.At(path)).Out;
}
