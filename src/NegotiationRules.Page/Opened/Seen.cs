using NegotiationRules.Text;

namespace NegotiationRules.Page.Opened;

/// <summary>What a question is about: the rules with the parameters in force, the scenario, and the verdict, as far as there are no
/// errors.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Scenario">The scenario.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Found">What was found in the files of both.</param>
internal sealed record Seen(RuleSet? Rules, Scenario? Scenario, Verdict? Verdict, IReadOnlyList<Diagnostic> Found)
{
    /// <summary>Reads what a question is about.</summary>
    public static Seen Of(PageQuestion question, OpenFolder folder, RulesOnDesk opened)
    {
        var rules = opened.Read(question.Rules, question.Parameters, out var found);
        var read = Scenario.TryLoad(folder.At(question.Scenario), out var scenario, out var faults);
        Verdict? verdict = null;
        if (read && rules is not null)
        {
            rules.TryEvaluate(scenario!, out verdict, out faults);
        }

        return new Seen(rules, scenario, verdict, [.. found, .. faults]);
    }

    /// <summary>The verdict, where nothing can be answered without one.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public Verdict Needed => Verdict ?? throw new ArgumentException("there is no verdict while the files have errors");
}
