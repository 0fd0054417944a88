namespace NegotiationRules.Cli.Trials;

/// <summary>Finds in an explanation what tells why something is not as a test expects it.</summary>
internal static class DifferenceReasons
{
    private const string Rule = "rule ";
    private const string Stage = "stage ";

    /// <summary>The lines on the rule that differs, or on those that decide a stage.</summary>
    public static IEnumerable<ExplanationNode> Of(RuleTestDifference difference, Verdict verdict)
    {
        if (difference.What.StartsWith(Rule, StringComparison.Ordinal))
        {
            return On([difference.What[Rule.Length..]], verdict);
        }

        // Of the rules that a test names, those that differ speak for themselves.
        return difference.What.StartsWith(Stage, StringComparison.Ordinal)
            ? On([.. verdict.Stage(difference.What[Stage.Length..]).Blocking.Select(rule => rule.Rule.Id)], verdict)
            : [];
    }

    // What came out well is told in one line, unless all is told.
    private static IEnumerable<ExplanationNode> On(IReadOnlyCollection<string> rules, Verdict verdict)
    {
        foreach (var id in rules)
        {
            var isShort = verdict.Rule(id).Outcome is RuleOutcome.Satisfied or RuleOutcome.NotApplicable;
            var outline = verdict.Explain(ExplanationOptions.Default with { ShowAll = isShort }).Outline;
            yield return outline
                .Children.SelectMany(stage => stage.Children)
                .SelectMany(node => node.IsFolded ? node.Children : [node])
                .First(node => node.RuleId == id);
        }
    }
}
