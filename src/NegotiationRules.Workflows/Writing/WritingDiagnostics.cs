using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Writing;

/// <summary>What a workflow cannot say of a rule set. Codes NR7300 to NR7319, NR7325, NR7341.</summary>
internal sealed class WritingDiagnostics
{
    private readonly DiagnosticBag _bag = new();
    private readonly SortedSet<string> _read = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _defaults = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _languages = new(StringComparer.Ordinal);
    private bool _reckons;

    public void CannotBeWritten(Rule rule, UnwritableException fault) =>
        _bag.Error(
            "NR7300",
            fault.Span.Source is null ? Opening(rule.Span) : fault.Span,
            $"the rule `{rule.Id}` cannot be written, and never succeeds in the workflow: {fault.Message}",
            fault.Help
        );

    public void NeedsALostRule(Rule rule, string nested) =>
        _bag.Error(
            "NR7300",
            Opening(rule.Span),
            $"the rule `{rule.Id}` cannot be written, and never succeeds in the workflow: it needs `{nested}`, which cannot either",
            $"see what is said of `{nested}`"
        );

    /// <param name="stage">The stage.</param>
    /// <param name="isAll">Whether no other stage has any rules either.</param>
    public void NoRules(string stage, bool isAll) => _bag.Add(new Diagnostic(
        "NR7341",
        isAll ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
        default,
        $"nothing is written for the stage `{stage}`: it has no rules, and a workflow must have some",
        "give the stage a rule, or leave it out"));

    public void NotReadBack(Rule? rule, string id, Diagnostic fault) => _bag.Warning(
        "NR7325",
        rule is null ? default : Opening(rule.Span),
        $"`{id}` is written, but is not read back from the workflow: {fault.Message}",
        "keep the rule file, which says the same; what RulesEngine makes of the workflow is not concerned");

    public void Pending(Rule rule) => _bag.Warning(
        "NR7302",
        (rule.By ?? rule.Each!.By)!.Span,
        $"a workflow has no rule that is pending: until the day has passed, `{rule.Id}` succeeds there",
        "give the day as the member `asOf` of the input");

    public void NothingToChooseFrom(Span at, string what) => _bag.Warning(
        "NR7306",
        at,
        $"{what} of nothing is unknown; in a workflow, where there is nothing, the comparison is false",
        "ask first whether there are elements, if it matters");

    public void MonthsAsDays(Span at, Duration months, long days) => _bag.Warning(
        "NR7307",
        at,
        $"a duration in a workflow has no months: `{months}` is compared as {days} days",
        "write the duration in days if it must be exact; where months decide the comparison here, it comes out the same");

    public void ElementInReason(Rule rule, string element) =>
        _bag.Warning(
            "NR7309",
            Opening(rule.Span),
            $"the message of `{rule.Id}` cannot name `{element}`: a workflow does not tell which elements decided",
            "say it without the element"
        );

    public void KnownOfAValue(Span at, string fact) =>
        _bag.Warning(
            "NR7310",
            at,
            $"whether `{fact}` is known can only be asked of a member that may be absent",
            "make the member nullable; one that is not is always known there"
        );

    public void OtherLanguages(IEnumerable<string> languages) => _languages.UnionWith(languages);

    /// <summary>Notes a fact that is read, by its path from the scenario.</summary>
    public void Reads(string path) => _read.Add(path);

    public void HasDefault(string path) => _defaults.Add(path);

    public void ReckonsInWholeNumbers() => _reckons = true;

    /// <summary>All that was found, with what holds for the rule set as a whole.</summary>
    public ImmutableArray<Diagnostic> Finish(RuleSet rules)
    {
        if (_read.Count > 0)
        {
            Note(
                "NR7301",
                "a workflow knows no unknown: where a fact is absent, a rule that reads it is true, or false, or fails, and where a "
                    + "param reads it, every rule fails",
                $"give {Spelling.List(_read, "and")}"
            );
        }

        NoteRules(
            "NR7303",
            rules.Rules.Where(r => r.Strength == Strength.Preferred),
            "a workflow has no score and no weights",
            "an application has to add up the weights under `Properties`"
        );
        NoteRules(
            "NR7304",
            rules.Rules.Where(r => r.Strength == Strength.Claim),
            "a workflow has no claims",
            "one that is refuted fails like any rule; `Properties` tell that it is a claim"
        );
        NoteRules(
            "NR7304",
            rules.Rules.Where(r => r.Strength == Strength.Expected || r.IsRisk),
            "a workflow has no warnings",
            "a rule that only warns fails like any rule; `Properties` tell that it does"
        );
        if (rules.Rules.Any(r => r.Holder is not null))
        {
            NoteRules(
                "NR7305",
                rules.Rules.Where(r => r.Holder is not null),
                "a workflow has no verdict for a party",
                "the party is under `Properties`"
            );
        }

        if (rules.Rules.Any(r => r.Each is not null))
        {
            NoteRules(
                "NR7305",
                rules.Rules.Where(r => r.Each is not null),
                "a workflow has no outcome for each element of a list",
                "such a rule succeeds there if no element violates it");
        }

        Note(
            "NR7305",
            "a workflow has no verdict for a stage or for the whole: it has an outcome for each rule",
            "a stage is valid if every required rule of it succeeds"
        );
        if (rules.Checked.StageConditions.OfType<StageCondition>().Select(stage => stage.Stage).ToList() is { Count: > 0 } stages)
        {
            Note(
                "NR7305",
                $"a workflow has no stage that does not apply: what {Spelling.List(stages, "and")} asks stands in each of its rules",
                "where it does not hold, these rules succeed"
            );
        }

        if (_languages.Count > 0)
        {
            Note(
                "NR7308",
                $"a workflow has messages in one language: those in {Spelling.List(_languages, "and")} are kept under `Properties`, "
                    + "where nothing reads them",
                null
            );
        }

        if (rules.Parameters.Count > 0)
        {
            Note(
                "NR7311",
                $"a workflow has no parameters: the values of {Spelling.List(rules.Parameters.Select(p => p.Name), "and")} are written out",
                "to try other values, change them here and write the workflow again"
            );
        }

        if (rules.Rules.Any(r => r.Sources.Count > 0))
        {
            Note("NR7312", "a workflow has no sources: they are kept under `Properties`, where nothing reads them", null);
        }

        if (_defaults.Count > 0)
        {
            Note(
                "NR7313",
                $"a workflow has no defaults: nothing fills in {Spelling.List(_defaults, "and")}",
                "give the members these values when the input is made"
            );
        }

        if (_reckons)
        {
            Note(
                "NR7314",
                "whole numbers are reckoned in 64 bits there: beyond 19 digits a sum or product is another number, without a fault",
                "keep them smaller"
            );
        }

        return _bag.ToSorted();
    }

    private void Note(string code, string message, string? help) => _bag.Warning(code, default, message, help);

    private void NoteRules(string code, IEnumerable<Rule> rules, string message, string help)
    {
        var ids = rules.Select(r => r.Id).ToList();
        if (ids.Count > 0)
        {
            Note(code, $"{message}: {Spelling.List(ids, "and")}", help);
        }
    }

    // A rule may go on for pages; its first character says where it stands.
    private static Span Opening(Span rule) => rule.Source is null ? default : rule with { Length = Math.Min(1, rule.Length) };
}
