using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;

namespace NegotiationRules;

/// <summary>What became of one rule in one scenario.</summary>
/// <remarks>
/// For a claim, read satisfied as confirmed, violated as refuted, unknown as open. For a risk (<c>warnWhen</c>), violated means that the
/// risk is there. Where nobody wrote an outcome, the value is <see cref="Unknown"/>: what was forgotten counts as not decided.
/// </remarks>
[System.Text.Json.Serialization.JsonConverter(typeof(WordJsonConverter<RuleOutcome>))]
[Newtonsoft.Json.JsonConverter(typeof(StringEnumConverter), typeof(CamelCaseNamingStrategy))]
public enum RuleOutcome
{
    /// <summary>The facts do not decide.</summary>
    Unknown = 0,

    /// <summary>What it requires holds.</summary>
    Satisfied = 1,

    /// <summary>What it requires does not hold.</summary>
    Violated = 2,

    /// <summary>What it requires does not hold yet, and the day by which it must has not passed.</summary>
    Pending = 3,

    /// <summary>Its <c>when</c> does not hold.</summary>
    NotApplicable = 4,
}
