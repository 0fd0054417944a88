using NegotiationRules.Analysis;
using NegotiationRules.Analysis.Questions;

namespace NegotiationRules;

/// <summary>Whether sides can agree.</summary>
/// <remarks>Safe to use from any thread.</remarks>
public static class RuleSetReconciliation
{
    extension(RuleSet)
    {
        /// <summary>Whether the preconditions of several rule sets can be met together: a scenario in which they are, or what
        /// collides.</summary>
        /// <param name="sets">The rule sets, one for each side.</param>
        /// <inheritdoc cref="Reconcile(IReadOnlyList{RuleSet}, AnalysisOptions)" path="/exception"/>
        public static Reconciliation Reconcile(params RuleSet[] sets) => Reconcile(sets, null);

        /// <inheritdoc cref="Reconcile(RuleSet[])"/>
        /// <param name="sets">The rule sets, one for each side. Their vocabularies may differ, if that of one has all facts that the others
        /// speak of.</param>
        /// <param name="options">Which scenarios are meant, and how much work it may be; <see langword="null"/> for
        /// <see cref="AnalysisOptions.Default"/>.</param>
        /// <exception cref="ArgumentException">There is no rule set.</exception>
        /// <exception cref="RuleFileException">No vocabulary has all facts that the rules speak of; the diagnostics are those of the first.
        /// </exception>
        /// <exception cref="ScenarioException">What is given is not of the vocabulary.</exception>
        public static Reconciliation Reconcile(IReadOnlyList<RuleSet> sets, AnalysisOptions? options)
        {
            ArgumentNullException.ThrowIfNull(sets);
            ArgumentOutOfRangeException.ThrowIfZero(sets.Count, nameof(sets));
            IReadOnlyList<RuleSet> common = SharedVocabulary.Of(sets);
            return ReconciliationFinder.Find(common, Position.OfSets([.. common.Select(set => set.Checked)]), options);
        }
    }

    /// <summary>Whether the preconditions of the parties that hold the rules of a set can be met together, and with those that are
    /// nobody's in particular.</summary>
    /// <param name="rules">The rule set.</param>
    /// <param name="options">Which scenarios are meant, and how much work it may be; <see langword="null"/> for
    /// <see cref="AnalysisOptions.Default"/>.</param>
    /// <exception cref="ScenarioException">What is given is not of the vocabulary.</exception>
    public static Reconciliation ReconcileHolders(this RuleSet rules, AnalysisOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return ReconciliationFinder.Find([rules], Position.OfHolders(rules.Checked), options);
    }
}
