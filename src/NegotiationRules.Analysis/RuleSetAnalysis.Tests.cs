using NegotiationRules.Analysis.Questions;

namespace NegotiationRules;

public static partial class RuleSetAnalysis
{
    /// <summary>Changes one thing in the rules at a time, as somebody might by mistake, and looks whether a test notices.</summary>
    /// <remarks>
    /// <para>What is changed: a bound by one step; an operator into its opposite, or a strict one into one that is not; <c>some</c> into
    /// <c>every</c> or <c>no</c>, and so on; a part of <c>all</c>, <c>any</c> and lists is left out, or a <c>when</c>, <c>where</c> or
    /// <c>by</c>; a <c>not</c> is put in or left out; a fact is taken for the one beside it; what is required is only expected. Only the
    /// file
    /// that the tests name is changed, and none that it includes.</para>
    /// <para>What is no rule file with such a change does not count. Of what no test notices it is asked in which scenario a rule or a
    /// stage
    /// comes out otherwise: that would be a test.</para>
    /// </remarks>
    /// <param name="tests">The tests.</param>
    /// <param name="rule">The id of the only rule to change; <see langword="null"/> for all, and what they use.</param>
    /// <param name="limits">How much work it may be for each change that no test notices to find the scenario, or to prove that there is
    /// none;
    /// <see langword="null"/> for <see cref="AnalysisLimits.Default"/>.</param>
    /// <exception cref="ArgumentException">A test fails on the rules as they are; or they were not read from a rule file; or they have no
    /// rule
    /// of that id in it.</exception>
    public static MutationResults Mutate(this RuleTests tests, string? rule = null, AnalysisLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(tests);
        if (rule is not null && tests.Rules.Rules.All(one => one.Id != rule))
        {
            throw new ArgumentException($"There is no rule '{rule}'.", nameof(rule));
        }

        var told = new Dictionary<TellingCase, SuggestedTest>(ReferenceEqualityComparer.Instance);
        var names = new HashSet<string>(tests.Names, StringComparer.Ordinal);
        var mutants = new List<RuleMutant>();
        foreach (var answer in new Mutator(tests, limits ?? AnalysisLimits.Default).Ask(rule))
        {
            SuggestedTest? test = null;
            if (answer.Telling is { } telling && !told.TryGetValue(telling, out test))
            {
                told.Add(telling, test = SuggestedTest.Of(telling, names));
            }

            mutants.Add(new RuleMutant(answer, test));
        }

        return new MutationResults(tests, mutants);
    }

    /// <summary>Finds the tests that are missing for each condition of each rule to be seen to decide, either way.</summary>
    /// <remarks>Of each condition that has no other in it, two scenarios are wanted in which the rule hangs on it: if it always held, the
    /// rule would come out otherwise than if it never did. In one the rule is as if it held, in the other as if it did not (masking
    /// MC/DC). What the tests there are show already is not asked for again. Only rules of the file that the tests name are looked at, and
    /// none that it includes.</remarks>
    /// <param name="tests">The tests there are. Those that fail show nothing.</param>
    /// <param name="rule">The id of the only rule to look at; <see langword="null"/> for all.</param>
    /// <param name="limits">How much work it may be for each test that is missing to find one; <see langword="null"/> for
    /// <see cref="AnalysisLimits.Default"/>.</param>
    /// <exception cref="ArgumentException">There is no rule of that id.</exception>
    public static TestSuggestions Suggest(this RuleTests tests, string? rule = null, AnalysisLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(tests);
        return rule is not null && tests.Rules.Rules.All(one => one.Id != rule)
            ? throw new ArgumentException($"There is no rule '{rule}'.", nameof(rule))
            : new TestSuggestions(tests, [.. new TestSuggester(tests, limits ?? AnalysisLimits.Default).Ask(rule)]);
    }
}
