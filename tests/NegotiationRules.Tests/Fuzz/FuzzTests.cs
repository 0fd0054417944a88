using System.Globalization;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Fuzz;

/// <summary>No file, however spoilt, does more than to be reported. See the README in this folder for the long run.</summary>
public class FuzzTests
{
    private static readonly int Count = CaseCount.Of(1_500);

    private static readonly int First =
        Environment.GetEnvironmentVariable("FUZZ_FIRST") is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : 0;

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
}
