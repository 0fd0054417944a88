using System.Collections.Immutable;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Reading;

/// <summary>Rules that are left open because of errors in them, each known by its place. Immutable.</summary>
internal sealed class FaultyRules
{
    private readonly ImmutableDictionary<Span, ImmutableArray<Diagnostic>> _faults;

    private FaultyRules(ImmutableDictionary<Span, ImmutableArray<Diagnostic>> faults) => _faults = faults;

    public static FaultyRules None { get; } = new(ImmutableDictionary<Span, ImmutableArray<Diagnostic>>.Empty);

    public bool Contains(WorkflowRuleSyntax rule) => _faults.ContainsKey(rule.Span);

    /// <summary>These and those in which errors were found; the same object if there are none that are not among these.</summary>
    /// <param name="found">What was found while these were left open.</param>
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

    /// <summary>Whether an error was found that lies in the workflow, but not in a rule that is left open.</summary>
    public bool LeavesFaultsIn(WorkflowSyntax workflow, DiagnosticBag found) => FaultsLeftIn([workflow], found).Any();

    /// <summary>The errors that were found in the workflows, but not in a rule that is left open.</summary>
    public IEnumerable<Diagnostic> FaultsLeftIn(IReadOnlyCollection<WorkflowSyntax> workflows, DiagnosticBag found) =>
        found
            .ToSorted()
            .Where(d =>
                d.Severity == DiagnosticSeverity.Error
                && workflows.Any(w => Holds(w.Span, d.Span))
                && !_faults.Keys.Any(rule => Holds(rule, d.Span))
            );

    /// <summary>Why a rule is left open, in words; <see langword="null"/> if it is not.</summary>
    public string? WhyOpen(WorkflowRuleSyntax rule) => _faults.TryGetValue(rule.Span, out var found) ? found[0].Message : null;

    /// <summary>The rules of a workflow, with what is wrong in those that are left open.</summary>
    public IReadOnlyList<RuleWork<CheckedFormula>> Among(IEnumerable<RuleWork<CheckedFormula>> rules) =>
        [.. rules.Select(rule => _faults.TryGetValue(rule.Syntax.Span, out var found) ? rule with { Faults = found } : rule)];

    /// <summary>Whether a place lies in another.</summary>
    public static bool Holds(Span outer, Span inner) =>
        outer.Source == inner.Source && outer.Start <= inner.Start && inner.Start < outer.End;
}
