namespace NegotiationRules.Workflows.Tests.Recorded;

/// <summary>The inputs that every question was asked about. In those called "whole" nothing is missing, nor in "empty lists".</summary>
internal static class RecordedInputs
{
    private static readonly Dictionary<string, RecordedInput> ByName = RecordedFile.Read<Dictionary<string, RecordedInput>>("inputs.json");

    /// <summary>Their names, in the order of the letters of an answer.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ByName.Keys];

    /// <summary>The scenarios made from the objects, each at a time of day.</summary>
    public static IReadOnlyList<Scenario> At(DateTime clock) =>
        [
            .. ByName.Values.Select(i =>
                Scenario.From(
                    new
                    {
                        i.Input1,
                        i.Firm,
                        AsOf = clock,
                    }
                )
            ),
        ];

    public static bool IsWhole(int input) => Names[input].StartsWith("whole", StringComparison.Ordinal) || Names[input] == "empty lists";
}
