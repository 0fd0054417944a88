using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace NegotiationRules.Orleans.Storing;

/// <summary>What is stored as plain JSON. By itself, Orleans writes the names of .NET types and a number for each object into it, which
/// takes more than all else, and ties what is stored to these names.</summary>
internal sealed class PlainState : JsonConverter<NegotiationState>
{
    private static readonly JsonSerializer Plain = JsonSerializer.Create(new JsonSerializerSettings
    {
        ContractResolver = new WithoutThisConverter(),
        DateParseHandling = DateParseHandling.DateTimeOffset,
        NullValueHandling = NullValueHandling.Ignore,
    });

    public override void WriteJson(JsonWriter writer, NegotiationState? value, JsonSerializer serializer) =>
        Plain.Serialize(writer, value, typeof(NegotiationState));

    public override NegotiationState? ReadJson(
        JsonReader reader, Type objectType, NegotiationState? existingValue, bool hasExistingValue, JsonSerializer serializer) =>
        Plain.Deserialize<NegotiationState>(reader);

    private sealed class WithoutThisConverter : DefaultContractResolver
    {
        // Keys of dictionaries are ids of rules and names of stages, and stay as they are.
        public WithoutThisConverter() => NamingStrategy = new CamelCaseNamingStrategy { ProcessDictionaryKeys = false };

        protected override JsonConverter? ResolveContractConverter(Type objectType) =>
            objectType == typeof(NegotiationState) ? null : base.ResolveContractConverter(objectType);
    }
}
