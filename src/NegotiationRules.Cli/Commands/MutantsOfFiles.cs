namespace NegotiationRules.Cli.Commands;

/// <summary>Changes the rules of tests files, one after the other.</summary>
/// <param name="rule">The id of the only rule to change; <see langword="null"/> for all.</param>
/// <param name="limits">How much work each change that no test notices may be.</param>
internal sealed class MutantsOfFiles(string? rule, AnalysisLimits limits)
{
    private readonly List<string> _rules = [];

    /// <summary>The ids of the rules that there are.</summary>
    public IReadOnlyCollection<string> Rules => [.. _rules.Distinct(StringComparer.Ordinal)];

    /// <summary>The rule that is to be changed, if no file has it.</summary>
    public string? MissedRule => rule is not null && _rules.Count > 0 && !_rules.Contains(rule) ? rule : null;

    /// <summary>What the tests of a file say of changed rules; nothing of those of another format, and of those that have not the
    /// rule.</summary>
    public MutationResults? Of(RuleTests tests)
    {
        _rules.AddRange(tests.Rules.Rules.Select(one => one.Id));
        return tests.Rules.Text is null || (rule is not null && tests.Rules.Rules.All(one => one.Id != rule)) ? null
            : tests.Mutate(rule, limits);
    }
}
