using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;

namespace NegotiationRules;

/// <summary>What made outcomes flip.</summary>
[Newtonsoft.Json.JsonConverter(typeof(StringEnumConverter), typeof(CamelCaseNamingStrategy))]
public enum FlipCause
{
    /// <summary>Facts of the negotiation changed.</summary>
    Facts = 0,

    /// <summary>Other rules are in force: they were read again, or the negotiation goes by another rule set.</summary>
    Rules = 1,
}
