using System.Text.Json.Serialization;

namespace NegotiationRules.Benchmarks.Workload;

/// <summary>Reads situations the fastest way that System.Text.Json has: by code that is generated for the type.</summary>
[JsonSerializable(typeof(Situation))]
public sealed partial class SituationJson : JsonSerializerContext;
