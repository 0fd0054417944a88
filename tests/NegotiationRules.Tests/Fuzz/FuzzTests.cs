using System.Globalization;

namespace NegotiationRules.Tests.Fuzz;

/// <summary>No file, however spoilt, does more than to be reported. See the README in this folder for the long run.</summary>
public class FuzzTests
{
    private static readonly int Count =
        Environment.GetEnvironmentVariable("LONG_TESTS") == "1" ? 1_000_000 : Given("FUZZ_COUNT") ?? 5_000;

    private static readonly int First = Given("FUZZ_FIRST") ?? 0;

    [Fact]
    public void SpoiltFilesAreReportedAndNothingElseHappens()
    {
        var (faults, accepted) = FuzzRun.Read(First, Count);

        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n{string.Join("\n\n", faults.Take(20))}");

        // Were all of them refused at once, nothing behind the readers would have been tried.
        Assert.InRange(accepted, Count / 50, Count / 2);
    }

    [Fact]
    public void AnInputIsMadeFromItsNumberAlone() =>
        Assert.All(Enumerable.Range(0, 50), number => Assert.Equal(new FuzzedInput(number).Text, new FuzzedInput(number).Text));

    private static int? Given(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
