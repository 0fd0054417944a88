namespace NegotiationRules.Page.Opened;

/// <summary>What a question is about: the rules with the parameters in force, the scenario, and the verdict.</summary>
/// <param name="Written">The rules with their own parameters, as they last were without errors; <see langword="null"/> if they never
/// were.</param>
/// <param name="Rules">These with the parameters in force; <see langword="null"/> if a value is refused, too.</param>
/// <param name="Scenario">The scenario; <see langword="null"/> if it cannot be read.</param>
/// <param name="Verdict">What became of it; <see langword="null"/> if it cannot be evaluated.</param>
/// <param name="OfRules">What was found in the rules, as they are now.</param>
/// <param name="OfScenario">What was found in the scenario.</param>
internal sealed record Seen(
    RuleSet? Written, RuleSet? Rules, Scenario? Scenario, Verdict? Verdict, IReadOnlyList<Diagnostic> OfRules,
    IReadOnlyList<Diagnostic> OfScenario)
{
    /// <summary>Whether the rules have a mistake now, so that the verdict is that of the rules before it.</summary>
    public bool IsBeforeMistake { get; private init; }

    /// <summary>Reads what a question is about.</summary>
    public static Seen Of(PageQuestion question, OpenFolder folder, RulesOnDesk opened)
    {
        var now = opened.Read(question.Rules, out var found);
        var written = now ?? opened.Last(question.Rules);
        IReadOnlyList<Diagnostic> refused = [];
        var rules = written is null ? null : opened.With(written, question.Parameters, out refused);
        var read = Scenario.TryLoad(folder.At(question.Scenario), out var scenario, out var faults);
        Verdict? verdict = null;
        if (read && rules is not null)
        {
            rules.TryEvaluate(scenario!, out verdict, out faults);
        }

        // What does not fit the rules before a mistake may fit those that are being written.
        var isBefore = now is null && written is not null;
        return new Seen(written, rules, scenario, verdict, [.. found, .. refused], isBefore && read ? [] : faults)
        {
            IsBeforeMistake = isBefore,
        };
    }

    /// <summary>The verdict, where nothing can be answered without one.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public Verdict Needed => Verdict ?? throw new ArgumentException("there is no verdict");
}
