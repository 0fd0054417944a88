namespace NegotiationRules.Cli.Sources;

/// <summary>The reasons for the outcome of a rule, in a line or two.</summary>
internal static class VerdictReasons
{
    /// <summary>The lines of an explanation that are verdicts on rules, by their ids.</summary>
    public static Dictionary<string, ExplanationNode> LinesOf(Verdict verdict, ExplanationOptions options) => verdict
        .Explain(options)
        .Outline.Children.SelectMany(stage => stage.Children)
        .Where(node => node.RuleId is not null)
        .ToDictionary(node => node.RuleId!);

    /// <summary>Of a violated rule what its author says and the fact that decided; of an unknown one the facts that would settle it; of a
    /// pending one the deadline.</summary>
    public static IEnumerable<string> Of(RuleVerdict rule, ExplanationNode line)
    {
        switch (rule.Outcome)
        {
            case RuleOutcome.Unknown:
                return NotKnown(rule) is { } facts ? [facts] : [];
            case RuleOutcome.Pending:
                return line.Children.Where(child => child.Mark == ExplanationMark.Pending).Take(1)
                    .Select(child => child.Short ?? child.Text);
            default:
                var reasons = new[] { rule.Reason(), DecisiveFact(line) }.OfType<string>();

                // A warning decides nothing, so a line is enough.
                return line.Mark == ExplanationMark.Warning ? reasons.Take(1) : reasons;
        }
    }

    /// <summary>The facts that would settle a rule, or why nothing can; <see langword="null"/> if it is decided.</summary>
    public static string? NotKnown(RuleVerdict rule)
    {
        try
        {
            return rule.Unsettled.Count == 0 ? rule.ToBeSettled : $"not known: {rule.ToBeSettled}";
        }
        catch (ScenarioException)
        {
            // The verdict stands; only what would settle it is beyond the limit on work.
            return "what settles this would take too long to find out";
        }
    }

    /// <summary>The first line that says something of a fact: those with more than remarks under them are headings.</summary>
    public static string? DecisiveFact(ExplanationNode node)
    {
        var against = node.Children.Where(child => child.Mark is ExplanationMark.Violated or ExplanationMark.Warning).ToList();
        return against.FirstOrDefault(child => child.Children.All(under => under.Mark == ExplanationMark.Note))?.Text
            ?? against.Select(child => DecisiveFact(child) ?? child.Text).FirstOrDefault();
    }
}
