using System.Text.Json.Serialization;

namespace NegotiationRules.AspNetCore.Problems;

/// <summary>What this library serializes itself, known ahead of time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Diagnostic[]))]
[JsonSerializable(typeof(BlockingRule[]))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(Dictionary<string, StageOutcome>))]
internal sealed partial class KnownJson : JsonSerializerContext;
