using System.Collections.Immutable;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Reading;

/// <summary>Rules that are left out because of errors in them, each known by its place. Immutable.</summary>
internal sealed class FaultyRules
{
    private readonly ImmutableDictionary<Span, ImmutableArray<Diagnostic>> _faults;

    private FaultyRules(ImmutableDictionary<Span, ImmutableArray<Diagnostic>> faults) => _faults = faults;

    public static FaultyRules None { get; } = new(ImmutableDictionary<Span, ImmutableArray<Diagnostic>>.Empty);

    public bool Contains(WorkflowRuleSyntax rule) => _faults.ContainsKey(rule.Span);

    /// <summary>These and those in which errors were found; the same object if there are none that are not among these.</summary>
    /// <param name="found">What was found while these were left out.</param>
    /// <param name="workflows">The workflows of the file.</param>
    public FaultyRules With(DiagnosticBag found, IReadOnlyList<WorkflowSyntax> workflows)
    {
        var rules = workflows.SelectMany(w => w.Rules).Where(r => !Contains(r)).Select(r => r.Span).OrderBy(s => s.Start).ToList();
        var faults = _faults;
        foreach (var error in found.ToSorted().Where(d => d.Severity == DiagnosticSeverity.Error))
        {
            if (rules.Find(r => Holds(r, error.Span)) is { Source: not null } at)
            {
                faults = faults.SetItem(at, faults.GetValueOrDefault(at, []).Add(error));
            }
        }

        return faults == _faults ? this : new FaultyRules(faults);
    }

    /// <summary>Whether an error was found that lies in the workflow, but not in a rule that is left out.</summary>
    public bool LeavesFaultsIn(WorkflowSyntax workflow, DiagnosticBag found) => FaultsLeftIn([workflow], found).Any();

    /// <summary>The errors that were found in the workflows, but not in a rule that is left out.</summary>
    public IEnumerable<Diagnostic> FaultsLeftIn(IReadOnlyCollection<WorkflowSyntax> workflows, DiagnosticBag found) => found.ToSorted().Where(d =>
        d.Severity == DiagnosticSeverity.Error && workflows.Any(w => Holds(w.Span, d.Span)) && !_faults.Keys.Any(rule => Holds(rule, d.Span)));

    /// <summary>All rules of a workflow in their order, those that are left out among the others.</summary>
    public IReadOnlyList<RuleWork<CheckedFormula>> Among(IReadOnlyList<WorkflowRuleSyntax> rules, IEnumerable<RuleWork<CheckedFormula>> others)
    {
        using var sound = others.GetEnumerator();
        return [.. rules.Select(rule => Contains(rule) ? LeftOut(rule) with { Faults = _faults[rule.Span] } : sound.MoveNext() ? sound.Current : LeftOut(rule))];
    }

    /// <summary>Whether a place lies in another.</summary>
    public static bool Holds(Span outer, Span inner) => outer.Source == inner.Source && outer.Start <= inner.Start && inner.Start < outer.End;

    private static RuleWork<CheckedFormula> LeftOut(WorkflowRuleSyntax rule) => new() { Syntax = rule, Rules = [.. rule.Rules.Select(LeftOut)] };
}
