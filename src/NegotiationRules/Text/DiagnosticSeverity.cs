namespace NegotiationRules;

/// <summary>How much a finding about a file weighs.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The file cannot be used.</summary>
    Error,

    /// <summary>The file can be used, but probably does not say what was meant.</summary>
    Warning,
}
