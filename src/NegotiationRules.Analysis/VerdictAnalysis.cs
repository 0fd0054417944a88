using NegotiationRules.Analysis;
using NegotiationRules.Analysis.Questions;

namespace NegotiationRules;

/// <summary>What can be asked of a verdict beyond why it is what it is: what it would take.</summary>
/// <remarks>Safe to use from any thread.</remarks>
public static class VerdictAnalysis
{
    /// <summary>The smallest sets of steps that make a stage valid: the cheapest first, ways out last, all of them.</summary>
    /// <remarks>
    /// <para>They are found as they are asked for, so that taking the first costs little. The sequence ends early when the limits are
    /// reached; <see cref="Advise"/> says whether it did. Each enumeration works anew.</para>
    /// <para>Elements are added to a list as many as are enough for what rules ask, up to two, and up to eight where nothing else
    /// does.</para>
    /// </remarks>
    /// <param name="verdict">The verdict.</param>
    /// <param name="stage">The stage's name.</param>
    /// <param name="options">What may be changed, and what that costs; <see langword="null"/> for what the vocabulary says.</param>
    /// <returns>The remedies; none for a stage that is valid or does not apply.</returns>
    /// <exception cref="KeyNotFoundException">The rule set has no stage of that name.</exception>
    /// <exception cref="ArgumentException">The options name a fact that is not of the vocabulary, or a cost below zero.</exception>
    public static IEnumerable<Remedy> Remedies(this Verdict verdict, string stage, RemedyOptions? options = null)
    {
        var question = QuestionOf(verdict, stage, options ?? RemedyOptions.Default);
        return new RemedyFinder(question).Find().Select(found => new Remedy(found, verdict));
    }

    /// <summary>What to do about a stage that is not valid: what it would take, what to ask first, or why nothing helps.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="stage">The stage's name.</param>
    /// <param name="options">What may be changed, what that costs, and how many remedies are listed; <see langword="null"/> for what the
    /// vocabulary says.</param>
    /// <exception cref="KeyNotFoundException">The rule set has no stage of that name.</exception>
    /// <exception cref="ArgumentException">The options name a fact that is not of the vocabulary, or a cost below zero.</exception>
    public static Advice Advise(this Verdict verdict, string stage, RemedyOptions? options = null)
    {
        options ??= RemedyOptions.Default;
        return new Adviser(QuestionOf(verdict, stage, options)).Advise(options.Most);
    }

    /// <summary>Why the verdict is what it is, and under each stage that is not valid, the cheapest remedy.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="options">What to tell and in which language; <see langword="null"/> for what changed the answer.</param>
    /// <param name="remedies">What may be changed, and how long it may take for all stages together; <see langword="null"/> for what the
    /// vocabulary says, and one second. Of what is not found in that time nothing is told.</param>
    /// <exception cref="ArgumentException">The options name a fact that is not of the vocabulary, or a cost below zero.</exception>
    public static VerdictExplanation ExplainWithRemedies(
        this Verdict verdict, ExplanationOptions? options = null, RemedyOptions? remedies = null)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        remedies ??= RemedyOptions.Default with { Limits = AnalysisLimits.Default with { Time = TimeSpan.FromSeconds(1) } };
        return ExplainedRemedies.AddTo(verdict.Explain(options), verdict, remedies);
    }

    internal static RemedyQuestion QuestionOf(Verdict verdict, string stage, RemedyOptions options)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        ArgumentNullException.ThrowIfNull(stage);
        if (options.Costs.FirstOrDefault(cost => cost.Value < 0 || cost.Value > int.MaxValue) is { Key: { } path })
        {
            throw new ArgumentException($"The cost of `{path}` is not a number from 0 to {int.MaxValue}.", nameof(options));
        }

        var rules = verdict.Evaluated.Rules;
        var places = new StepPlaces(rules.Vocabulary.Root, options.Fixed, options.Costs);
        return places.Unknown is { } unknown
            ? throw new ArgumentException(
                $"The vocabulary has no fact `{unknown}`{FactByPath.Instead(unknown, rules.Vocabulary)}", nameof(options))
            : new RemedyQuestion(
                verdict, verdict.Stage(stage), places,
                options.By is { } by ? PartyNames.Of(rules.Parties, verdict.Evaluated.Facts).GetValueOrDefault(by, by) : null,
                options.Limits);
    }
}
