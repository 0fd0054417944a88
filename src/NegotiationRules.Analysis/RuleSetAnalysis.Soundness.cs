using NegotiationRules.Analysis;
using NegotiationRules.Text;

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

    /// <summary>In which scenarios stages and rules come out otherwise than by older rules.</summary>
    /// <example>
    /// <code>
    /// var comparison = rules.With("leastStates", 14).CompareWith(rules);
    /// </code>
    /// </example>
    /// <param name="rules">The rules.</param>
    /// <param name="older">The older ones. Vocabularies may differ, if that of one has all facts that both speak of.</param>
    /// <param name="options">Which scenarios are asked about; <see langword="null"/> for <see cref="AnalysisOptions.Default"/>.</param>
    /// <exception cref="RuleFileException">Neither vocabulary has all facts that both rule sets speak of, or what is assumed cannot be
    /// read.</exception>
    /// <exception cref="ScenarioException">A fact that is given is not of the vocabulary or not of its type.</exception>
    /// <exception cref="ArgumentException">The vocabulary has no list that <see cref="AnalysisOptions.Lists"/> names.</exception>
    public static Comparison CompareWith(this RuleSet rules, RuleSet older, AnalysisOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(older);
        return RuleSetComparison.Of(rules, older, options ?? AnalysisOptions.Default);
    }

    /// <summary>Whether a stage is valid by other rules wherever it is valid by these.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="other">The other rules, with the same stage.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="options">Which scenarios are asked about; <see langword="null"/> for <see cref="AnalysisOptions.Default"/>.</param>
    /// <returns><see langword="null"/> if it is not decided.</returns>
    /// <exception cref="KeyNotFoundException">One of the rule sets has no stage of that name.</exception>
    /// <inheritdoc cref="CompareWith" path="/exception"/>
    public static bool? Implies(this RuleSet rules, RuleSet other, string stage, AnalysisOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(other);
        return rules.Stages.Contains(stage) && other.Stages.Contains(stage)
            ? RuleSetComparison.Implies(rules, other, stage, options ?? AnalysisOptions.Default)
            : throw new KeyNotFoundException(
                $"There is no stage '{stage}' in one of the rule sets{Spelling.Instead(stage, rules.Stages.Intersect(other.Stages))}");
    }
}
