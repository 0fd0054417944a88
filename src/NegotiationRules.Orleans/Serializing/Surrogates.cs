using System.Text.Json;
using NegotiationRules.Text;
using Orleans;

namespace NegotiationRules.Orleans.Serializing;

/// <summary>What travels as JSON instead of a type of the core, in the shape that it has everywhere.</summary>
[GenerateSerializer]
[Immutable]
[Alias("NegotiationRules.ScenarioText")]
internal struct ScenarioText
{
    [Id(0)]
    public string Json;
}

/// <inheritdoc cref="ScenarioText"/>
[GenerateSerializer]
[Immutable]
[Alias("NegotiationRules.ReportText")]
internal struct ReportText
{
    [Id(0)]
    public string Json;
}

/// <inheritdoc cref="ScenarioText"/>
[GenerateSerializer]
[Immutable]
[Alias("NegotiationRules.DiagnosticsText")]
internal struct DiagnosticsText
{
    [Id(0)]
    public string Json;
}

/// <summary>Scenarios: their facts.</summary>
[RegisterConverter]
internal sealed class ScenarioConverter : IConverter<Scenario, ScenarioText>
{
    public Scenario ConvertFromSurrogate(in ScenarioText surrogate) => Scenario.Parse(surrogate.Json);

    public ScenarioText ConvertToSurrogate(in Scenario value) => new() { Json = JsonPrinter.Print(value.Root, indented: false) };
}

/// <summary>Reports of verdicts.</summary>
[RegisterConverter]
internal sealed class ReportConverter : IConverter<VerdictReport, ReportText>
{
    public VerdictReport ConvertFromSurrogate(in ReportText surrogate) => VerdictReport.Parse(surrogate.Json);

    public ReportText ConvertToSurrogate(in VerdictReport value) => new() { Json = value.ToJson() };
}

/// <summary>What is wrong with a scenario: who calls from another machine catches the same exception, with the same paths and
/// cures.</summary>
[RegisterConverter]
internal sealed class ScenarioExceptionConverter : IConverter<ScenarioException, DiagnosticsText>
{
    public ScenarioException ConvertFromSurrogate(in DiagnosticsText surrogate) =>
        new(JsonSerializer.Deserialize<Diagnostic[]>(surrogate.Json)!);

    public DiagnosticsText ConvertToSurrogate(in ScenarioException value) =>
        new() { Json = JsonSerializer.Serialize(value.Diagnostics.ToArray()) };
}
