using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;

namespace NegotiationRules;

/// <summary>What it costs to miss a rule.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(WordJsonConverter<Strength>))]
[Newtonsoft.Json.JsonConverter(typeof(StringEnumConverter), typeof(CamelCaseNamingStrategy))]
public enum Strength
{
    /// <summary>The stage is invalid.</summary>
    Required,

    /// <summary>There is a warning; the stage is as valid as it was.</summary>
    Expected,

    /// <summary>The score is lower.</summary>
    Preferred,

    /// <summary>Nothing: it is something somebody says, and it is confirmed, refuted or open.</summary>
    Claim,
}
