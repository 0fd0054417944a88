using NegotiationRules.Text;

namespace NegotiationRules.Testing;

/// <summary>Reads rules of another format, so that a tests file can name them in the place of a rule file.</summary>
internal interface IForeignRules
{
    /// <summary>Whether a file is of that format.</summary>
    bool Reads(FileStore store, string path);

    /// <summary>The rule sets of a file; none, with diagnostics, if it has errors.</summary>
    /// <param name="store">Where it is read from.</param>
    /// <param name="path">The file.</param>
    /// <param name="samples">Scenarios of the tests, such as the rules will meet.</param>
    /// <param name="bag">Receives the errors.</param>
    IReadOnlyList<ForeignRules> Read(FileStore store, string path, IReadOnlyList<Scenario> samples, DiagnosticBag bag);
}

/// <summary>One rule set of a file of another format.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Fit">Spells the facts of a scenario as their vocabulary does.</param>
/// <param name="FitPath">The same for the path of a fact.</param>
internal sealed record ForeignRules(RuleSet Rules, Func<Scenario, Scenario> Fit, Func<string, string> FitPath);
