using NegotiationRules.Analysis;

namespace NegotiationRules;

// What is asked of all scenarios there can be.
public static partial class RuleSetAnalysis
{
    /// <summary>Whether the rules make sense whatever the facts are: rules that never apply, can never be satisfied or missed, contradict
    /// or repeat each other, parts that decide nothing, stages that can never be valid.</summary>
    /// <remarks>Everything is asked of all scenarios there can be. What is found is proved; what is not decided in the limits is said to be
    /// so. A scenario that shows something has been evaluated.</remarks>
    /// <param name="rules">The rules.</param>
    /// <param name="options">Which scenarios are asked about; <see langword="null"/> for <see cref="AnalysisOptions.Default"/>.</param>
    /// <exception cref="RuleFileException">A condition in <see cref="AnalysisOptions.Assume"/> cannot be read.</exception>
    /// <exception cref="ScenarioException">A fact of <see cref="AnalysisOptions.Given"/> is not of the vocabulary or not of its
    /// type.</exception>
    /// <exception cref="ArgumentException">The vocabulary has no list that <see cref="AnalysisOptions.Lists"/> names.</exception>
    /// <exception cref="OperationCanceledException">The work is cancelled.</exception>
    public static Soundness Analyze(this RuleSet rules, AnalysisOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return RuleSetSoundness.Of(rules, options ?? AnalysisOptions.Default);
    }
}
