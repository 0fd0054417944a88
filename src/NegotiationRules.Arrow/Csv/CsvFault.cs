namespace NegotiationRules.Arrow.Csv;

/// <summary>What is wrong with how a line is written.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Column">The place of the value, from 0; -1 if it is the line as a whole.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Help">What to do about it.</param>
internal sealed record CsvFault(string Code, int Column, string Message, string Help)
{
    public Diagnostic ToDiagnostic() => new(Code, DiagnosticSeverity.Error, default(Text.Span), Message, Help);
}
