namespace NegotiationRules.Cli.Checking;

/// <summary>Checks the facts of a scenario against a vocabulary, whatever the rules are.</summary>
internal static class FactChecker
{
    // Facts are checked when rules are evaluated; a rule set without rules asks for nothing else.
    private const string NoRules = """{ "name": "facts", "stages": ["any"], "rules": [] }""";

    public static IReadOnlyList<Diagnostic> Check(Scenario scenario, Vocabulary vocabulary)
    {
        RuleSet.Parse(NoRules, new RuleSetOptions { Vocabulary = vocabulary }).TryEvaluate(scenario, out _, out var diagnostics);
        return diagnostics;
    }
}
