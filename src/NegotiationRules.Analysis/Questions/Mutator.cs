using System.Collections.Immutable;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Changes rules a little, runs their tests, and asks what would tell apart what the tests do not.</summary>
internal sealed class Mutator
{
    private readonly AnalysisLimits _limits;
    private readonly MutantTrial _trial;
    private readonly NearScenarios _near;
    private readonly List<TellingCase> _told = [];

    /// <param name="tests">The tests.</param>
    /// <param name="limits">How much work each question may be.</param>
    /// <exception cref="ArgumentException">A test fails on the rules as they are, or these were not read from a rule file.</exception>
    public Mutator(RuleTests tests, AnalysisLimits limits)
    {
        if (tests.Rules.Text is null)
        {
            throw new ArgumentException("The rules were not read from a rule file.", nameof(tests));
        }

        var cases = ImmutableArray.CreateBuilder<TriedCase>();
        foreach (var result in tests.Stream())
        {
            limits.CancellationToken.ThrowIfCancellationRequested();
            cases.Add(result.Passed ? new TriedCase(result)
                : throw new ArgumentException($"The test '{result.Name}' fails: what others would notice cannot be told.", nameof(tests)));
        }

        (_limits, _trial) = (limits, new MutantTrial(tests.Rules, cases.ToImmutable()));
        _near = new NearScenarios(tests.Rules, _trial.Cases);
    }

    /// <summary>What comes of each change.</summary>
    /// <param name="rule">The id of the only rule to change; <see langword="null"/> for all.</param>
    public IEnumerable<MutantAnswer> Ask(string? rule)
    {
        foreach (var mutation in MutationFinder.Of(_trial.Rules.Text!, _trial.Rules.Vocabulary.Root))
        {
            _limits.CancellationToken.ThrowIfCancellationRequested();
            if ((rule is null || mutation.Place == new MutatedPart(MutatedPart.Rule, rule)) && _trial.Try(mutation) is { } tried)
            {
                yield return Answer(tried);
            }
        }
    }

    private MutantAnswer Answer(TriedMutant tried)
    {
        if (tried.KilledBy is not null)
        {
            return new MutantAnswer(tried);
        }

        if (tried.Unnoticed is { } one && one.Rules.With(tried.Mutation.Edit) is { } variant
            && TellingCase.Of(one.Rules, variant, one.Facts) is { } unnoticed)
        {
            return new MutantAnswer(tried) { Telling = unnoticed with { In = one } };
        }

        // What tells another change apart may tell this one too: the fewer tests, the better.
        if (_told.Find(telling => telling.TellsApart(tried.Rules)) is { } again)
        {
            return new MutantAnswer(tried) { Telling = again };
        }

        var answer = Seek(tried);
        if (answer.Telling is { } found)
        {
            _told.Add(found);
        }

        return answer;
    }

    // Best is what is decided either way, near to what the tests have; then any scenario there is; then what leaves something open.
    private MutantAnswer Seek(TriedMutant tried)
    {
        if (Near(decided: true) is { } near)
        {
            return near;
        }

        var answer = TellingScenarios.Seek(_trial.Rules, tried, _limits);
        return answer is { Telling: null, IsEquivalent: false } ? Near(decided: false) ?? answer : answer;

        MutantAnswer? Near(bool decided)
        {
            var budget = _limits.NewBudget();
            return _near.Seek(tried, decided, budget) is { } facts && TellingCase.Of(_trial.Rules, tried.Rules, facts)
                ?.Shrink(_trial.Rules, tried.Rules, budget.Allows) is { } telling ? new MutantAnswer(tried) { Telling = telling } : null;
        }
    }
}

/// <summary>What is known of a change.</summary>
/// <param name="Tried">The change, and what the tests say of it.</param>
internal sealed record MutantAnswer(TriedMutant Tried)
{
    /// <summary>Whether it is proved that it changes nothing.</summary>
    public bool IsEquivalent { get; init; }

    /// <summary>What would tell it apart.</summary>
    public TellingCase? Telling { get; init; }

    /// <summary>Why nothing is known.</summary>
    public NotDecided? NotDecided { get; init; }
}
