using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;

namespace NegotiationRules;

/// <summary>What became of a stage, or of all stages together.</summary>
/// <remarks>Where nobody wrote an outcome, the value is <see cref="Undetermined"/>: what was forgotten is never valid.</remarks>
[System.Text.Json.Serialization.JsonConverter(typeof(WordJsonConverter<StageOutcome>))]
[Newtonsoft.Json.JsonConverter(typeof(StringEnumConverter), typeof(CamelCaseNamingStrategy))]
public enum StageOutcome
{
    /// <summary>No required rule is violated, but the facts do not decide all of them, or one is pending.</summary>
    Undetermined = 0,

    /// <summary>Every required rule that applies is satisfied.</summary>
    Valid = 1,

    /// <summary>A required rule is violated.</summary>
    Invalid = 2,

    /// <summary>The stage does not apply: its <c>when</c> is false. It does not count towards the outcome of all stages
    /// together.</summary>
    NotApplicable = 3,
}
