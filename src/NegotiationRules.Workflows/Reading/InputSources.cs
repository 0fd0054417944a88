using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Reading;

/// <summary>Gathers for the workflows of a file what their inputs are inferred from. What the actions of one pass on to another tells what
/// its inputs are, and so on from there.</summary>
internal sealed class InputSources
{
    // What is passed on from workflow to workflow further than this is taken by how it is used.
    private const int MostRounds = 8;

    private readonly Dictionary<WorkflowSyntax, (ScopedExpressions Expressions, InferenceSources Sources)> _all = new(
        ReferenceEqualityComparer.Instance
    );

    /// <param name="workflows">The workflows, each with its rules and those that are injected.</param>
    /// <param name="expressions">The expressions of the file.</param>
    /// <param name="settings">How it is read.</param>
    public InputSources(
        IEnumerable<(WorkflowSyntax Syntax, IReadOnlyList<WorkflowRuleSyntax> Rules)> workflows,
        ParsedExpressions expressions,
        WorkflowSettings settings
    )
    {
        foreach (var (workflow, rules) in workflows)
        {
            var found = ScopedExpressions.Of(workflow, rules, expressions);
            _all.Add(workflow, (found, new InferenceSources(found.All)
            {
                Samples = settings.Samples,
                SamplesTellWhole = settings.SamplesTellWhole,
                IsCaseSensitive = settings.Translation.IsCaseSensitive,
                Clock = settings.Translation.Clock,
            }));
        }

        List<ScalarKind?> last = [];
        for (var round = 0; round < MostRounds && PassOn() is var next && !next.SequenceEqual(last); round++)
        {
            last = next;
        }
    }

    public InferenceSources Of(WorkflowSyntax workflow) => _all[workflow].Sources;

    // What is known now of all that is passed on, in the order of the file.
    private List<ScalarKind?> PassOn()
    {
        var passedOn = _all.Values.SelectMany(all => all.Expressions.PassedOn).ToList();
        var kinds = _all.Values.Where(all => all.Expressions.PassedOn.Count > 0)
            .SelectMany(all => InputInference.KindsOf([.. all.Expressions.PassedOn.Select(p => p.Value)], all.Sources))
            .ToList();
        var byWorkflow = passedOn
            .Zip(kinds)
            .Where(p => p.Second is not null)
            .ToLookup(p => p.First.Into, p => Input(p.First, p.Second!.Value), StringComparer.Ordinal);
        foreach (var (workflow, (expressions, sources)) in _all.ToList())
        {
            _all[workflow] = (expressions, sources with { PassedOn = [.. byWorkflow[workflow.Name.Text]] });
        }

        return kinds;
    }

    private static PassedOnInput Input(PassedOnExpression passedOn, ScalarKind kind) =>
        new(
            passedOn.Name,
            kind,
            new Evidence($"passed on as {ExpressionWords.Of(passedOn.Value.Expression)}", passedOn.Value.Expression.Span)
        );
}
