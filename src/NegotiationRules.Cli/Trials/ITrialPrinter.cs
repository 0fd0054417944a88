namespace NegotiationRules.Cli.Trials;

/// <summary>Prints what comes of tests, while they run.</summary>
internal interface ITrialPrinter : IDisposable
{
    /// <summary>Before the cases of a file.</summary>
    void Begin(string file);

    /// <summary>One case.</summary>
    void Print(RuleTestResult result);

    /// <summary>After the cases of a file.</summary>
    /// <param name="coverage">What of the rules they tested, if that is asked for.</param>
    /// <param name="mutants">What they say of changed rules, if that is asked for.</param>
    void EndOfFile(RuleTestCoverage? coverage, MutationResults? mutants);

    /// <summary>A file whose tests cannot be run.</summary>
    void PrintFault(string file, IReadOnlyList<Diagnostic> diagnostics);

    /// <summary>After the last file.</summary>
    void End();
}
