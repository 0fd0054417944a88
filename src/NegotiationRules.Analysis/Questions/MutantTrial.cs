using System.Collections.Immutable;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Tries tests on rules that were changed a little.</summary>
/// <remarks>Not safe to share between threads.</remarks>
internal sealed class MutantTrial
{
    private readonly Dependants _dependants;
    private readonly Dictionary<MutatedPart, TriedCase> _last = [];

    /// <param name="rules">The rules as they are.</param>
    /// <param name="cases">The cases of their tests, all of which passed.</param>
    public MutantTrial(RuleSet rules, ImmutableArray<TriedCase> cases)
    {
        (Rules, Cases) = (rules, cases);
        _dependants = new Dependants(rules);
    }

    public RuleSet Rules { get; }

    public ImmutableArray<TriedCase> Cases { get; }

    /// <summary>Runs the tests on the rules with one change until one fails; <see langword="null"/> if these are no rules, or no rule uses
    /// what is changed.</summary>
    public TriedMutant? Try(Mutation mutation)
    {
        var changed = _dependants.Of(mutation.Place);
        if (changed.IsEmpty || Rules.With(mutation.Edit) is not { } mutant)
        {
            return null;
        }

        var variants = new Dictionary<RuleSet, RuleSet?>(ReferenceEqualityComparer.Instance) { [Rules] = mutant };
        TriedCase? unnoticed = null;
        foreach (var one in InOrder(mutation.Place))
        {
            if (!variants.TryGetValue(one.Rules, out var variant))
            {
                variants.Add(one.Rules, variant = one.Rules.With(mutation.Edit));
            }

            var outcome = variant is null ? TrialOutcome.Failed : one.Try(variant.Checked, changed);
            if (outcome == TrialOutcome.Failed)
            {
                _last[mutation.Place] = one;
                return new TriedMutant(mutation, mutant, changed, one, null);
            }

            unnoticed ??= outcome == TrialOutcome.Unnoticed ? one : null;
        }

        return new TriedMutant(mutation, mutant, changed, null, unnoticed);
    }

    // What noticed one change of a part will notice others.
    private IEnumerable<TriedCase> InOrder(MutatedPart part) => _last.TryGetValue(part, out var last) ? Cases.Prepend(last) : Cases;
}

/// <summary>Rules with one change, and what the tests say of them.</summary>
/// <param name="Mutation">The change.</param>
/// <param name="Rules">The rules.</param>
/// <param name="Changed">The places of the rules that may be others.</param>
/// <param name="KilledBy">A case that fails; <see langword="null"/> if all pass.</param>
/// <param name="Unnoticed">A case in which something is otherwise that it does not look at.</param>
internal sealed record TriedMutant(
    Mutation Mutation, RuleSet Rules, ImmutableArray<int> Changed, TriedCase? KilledBy, TriedCase? Unnoticed);
