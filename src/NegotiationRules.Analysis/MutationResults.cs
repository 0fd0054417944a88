using NegotiationRules.Explanation.Wording;

namespace NegotiationRules;

/// <summary>What tests say of rules in which one thing at a time was changed: whether they would notice a mistake.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class MutationResults
{
    internal MutationResults(RuleTests tests, IReadOnlyList<RuleMutant> mutants) => (Tests, Mutants) = (tests, mutants);

    /// <summary>The tests.</summary>
    public RuleTests Tests { get; }

    /// <summary>What was changed, in the order of the rule file.</summary>
    public IReadOnlyList<RuleMutant> Mutants { get; }

    /// <summary>Those that no test notices, though they may matter.</summary>
    public IEnumerable<RuleMutant> Survivors => Mutants.Where(mutant => mutant.Fate == MutantFate.Survived);

    /// <summary>How many of <see cref="Mutants"/> a test noticed.</summary>
    public int Killed => Mutants.Count(mutant => mutant.Fate == MutantFate.Killed);

    /// <summary>How many of <see cref="Mutants"/> are proved to change nothing where all that rules read is known.</summary>
    public int Equivalent => Mutants.Count(mutant => mutant.Fate == MutantFate.Equivalent);

    /// <summary>The tests that are missing: those that tell <see cref="Survivors"/> apart, each once.</summary>
    public IEnumerable<SuggestedTest> Suggested => Survivors.Select(mutant => mutant.Telling).OfType<SuggestedTest>().Distinct();

    /// <summary>The share of the changes that were noticed, from 0 to 1, without those that change nothing; <see langword="null"/> if there
    /// are none.</summary>
    public double? Score => Mutants.Count > Equivalent ? (double)Killed / (Mutants.Count - Equivalent) : null;

    /// <summary>The score; then, a line each, the survivors.</summary>
    public override string ToString() =>
        string.Join('\n', Survivors.Select(mutant => mutant.ToString()).Prepend(
            $"{Killed} of {Nouns.Count(Mutants.Count - Equivalent, "change")} noticed, "
                + $"{Equivalent} that {(Equivalent == 1 ? "changes" : "change")} nothing where all is known"));
}
