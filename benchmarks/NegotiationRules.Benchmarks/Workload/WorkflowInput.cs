using System.Text.Json.Serialization;

namespace NegotiationRules.Benchmarks.Workload;

/// <summary>A situation under the name by which the workflow knows it.</summary>
public sealed class WorkflowInput
{
    [JsonPropertyName("input1")]
    public required Situation Input { get; set; }
}
