using System.Diagnostics.CodeAnalysis;

namespace NegotiationRules.Cli.Sources;

/// <summary>Where the rules come from that a command works with. Whoever asks for verdicts need not know.</summary>
internal interface IRuleSource
{
    RuleSet Rules { get; }

    /// <summary>Those of which people and programs are told.</summary>
    IReadOnlyList<Rule> Told { get; }

    string Name { get; }

    /// <summary>Whether an answer says more than outcomes. Then each scenario is answered by itself.</summary>
    bool SaysMore { get; }

    /// <summary>How many rules there are, and for what: what stands behind the name.</summary>
    /// <param name="holder">Whose rules alone count; <see langword="null"/> for all.</param>
    string Summary(string? holder);

    /// <summary>The scenario as the rules read it.</summary>
    Scenario Fit(Scenario scenario);

    /// <summary>The verdict on a scenario.</summary>
    bool TryEvaluate(Scenario scenario, [NotNullWhen(true)] out Verdict? verdict, out IReadOnlyList<Diagnostic> diagnostics);

    /// <summary>The verdict on a scenario with all that belongs to it.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="holder">Whose rules alone count; <see langword="null"/> for all.</param>
    /// <param name="answer">The verdict, unless there is something wrong.</param>
    /// <param name="diagnostics">What is wrong.</param>
    bool TryAnswer(
        Scenario scenario, string? holder, [NotNullWhen(true)] out Answer? answer, out IReadOnlyList<Diagnostic> diagnostics);
}
