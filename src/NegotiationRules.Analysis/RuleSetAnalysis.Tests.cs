using NegotiationRules.Analysis.Questions;

namespace NegotiationRules;

public static partial class RuleSetAnalysis
{
    /// <summary>Changes one thing in the rules at a time, as somebody might by mistake, and looks whether a test notices.</summary>
    /// <remarks>
    /// <para>What is changed: a bound by one step; an operator into its opposite, or a strict one into one that is not; <c>some</c> into
    /// <c>every</c> or <c>no</c>, and so on; a part of <c>all</c>, <c>any</c> and lists is left out, or a <c>when</c>, <c>where</c> or
    /// <c>by</c>; a <c>not</c> is put in or left out; a fact is taken for the one beside it; what is required is only expected. Only the file
    /// that the tests name is changed, and none that it includes.</para>
    /// <para>What is no rule file with such a change does not count. Of what no test notices it is asked in which scenario a rule or a stage
    /// comes out otherwise: that would be a test.</para>
    /// </remarks>
    /// <param name="tests">The tests.</param>
    /// <param name="rule">The id of the only rule to change; <see langword="null"/> for all, and what they use.</param>
    /// <param name="limits">How much work it may be for each change that no test notices to find the scenario, or to prove that there is none;
    /// <see langword="null"/> for <see cref="AnalysisLimits.Default"/>.</param>
    /// <exception cref="ArgumentException">A test fails on the rules as they are; or they were not read from a rule file; or they have no rule
    /// of that id in it.</exception>
    public static MutationResults Mutate(this RuleTests tests, string? rule = null, AnalysisLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(tests);
        if (rule is not null && tests.Rules.Rules.All(one => one.Id != rule))
        {
            throw new ArgumentException($"There is no rule '{rule}'.", nameof(rule));
        }

        var told = new Dictionary<TellingCase, SuggestedTest>(ReferenceEqualityComparer.Instance);
        var mutants = new List<RuleMutant>();
        foreach (var answer in new Mutator(tests, limits ?? AnalysisLimits.Default).Ask(rule))
        {
            SuggestedTest? test = null;
            if (answer.Telling is { } telling && !told.TryGetValue(telling, out test))
            {
                told.Add(telling, test = SuggestedTest.Of(telling));
            }

            mutants.Add(new RuleMutant(answer, test));
        }

        return new MutationResults(tests, mutants);
    }
}
