using System.Text.Json;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Explanation;

/// <summary>Forms of conditions, each with scenarios in which it holds, does not hold, or is unknown:
/// <c>Cases/Forms/cases.json</c>.</summary>
internal static class FormCases
{
    private static readonly JsonElement File = JsonDocument
        .Parse(System.IO.File.ReadAllText(Repository.At("tests/NegotiationRules.Tests/Cases/Forms/cases.json")))
        .RootElement;

    /// <summary>What the forms are read together for.</summary>
    public static IEnumerable<string> Groups => File.GetProperty("forms").EnumerateObject().Select(group => group.Name);

    /// <summary>The conditions of a group with their scenarios, as they are written.</summary>
    public static IEnumerable<(string Condition, IEnumerable<string> Scenarios)> Of(string group) =>
        File.GetProperty("forms").GetProperty(group).EnumerateArray().Select(form => (
            form.GetProperty("condition").GetRawText(),
            form.GetProperty("scenarios").EnumerateArray().Select(scenario =>
                scenario.ValueKind == JsonValueKind.String ? Named(scenario.GetString()!) : scenario.GetRawText())
        ));

    /// <summary>A scenario of which several forms are asked.</summary>
    public static string Named(string scenario) => File.GetProperty("scenarios").GetProperty(scenario).GetRawText();
}
