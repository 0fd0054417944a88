namespace NegotiationRules.RulesEngine.Telemetry;

/// <summary>Why RulesEngine itself was asked.</summary>
internal enum HandOverCause
{
    /// <summary>The rule cannot be said in the rule language, or is not known to mean the same there.</summary>
    Translation,

    /// <summary>Working it out would end in an exception, of which RulesEngine makes a message.</summary>
    Fault,

    /// <summary>A value in the inputs is none that a fact can hold.</summary>
    Input,
}
