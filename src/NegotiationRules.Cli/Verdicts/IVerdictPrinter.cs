using NegotiationRules.Cli.Sources;

namespace NegotiationRules.Cli.Verdicts;

/// <summary>Prints verdicts as they come.</summary>
internal interface IVerdictPrinter
{
    /// <summary>Before the first.</summary>
    void Begin(IReadOnlyList<string> files);

    /// <summary>One verdict.</summary>
    void Print(string file, Answer answer);

    /// <summary>A scenario for which there is none.</summary>
    void PrintFault(string file, IReadOnlyList<Diagnostic> diagnostics);

    /// <summary>After the last.</summary>
    void End(OutcomeTally tally);
}
