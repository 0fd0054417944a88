using NegotiationRules.Cli.LanguageServer.Knowledge;
using NegotiationRules.Cli.LanguageServer.Protocol;
using NegotiationRules.Cli.LanguageServer.Texts;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.LanguageServer.Answers;

/// <summary>What there is of what rules ask, on the scenario that is chosen: <c>18 of 20</c> beside the number that is asked.</summary>
internal static class MarginHints
{
    public static IReadOnlyList<InlayHint> In(Workspace workspace, OpenDocument document, TextRange range, CancellationToken stop)
    {
        if (document.Kind != FileKind.Rules || workspace.VerdictOn(document.Path) is not { Verdict: { } verdict } chosen)
        {
            return [];
        }

        var (start, end) = (range.Start.In(document.Source), range.End.In(document.Source));
        var scope = verdict.Evaluated.NewScope();
        var hints = new List<InlayHint>();
        var seen = new HashSet<Node>();
        foreach (var rule in verdict.Rules.Select(one => one.Rule))
        {
            stop.ThrowIfCancellationRequested();
            foreach (var part in new Node?[] { rule.When, rule.Require })
            {
                Add(part);
            }
        }

        return [.. hints.DistinctBy(hint => hint.Position)];

        // What is asked of the elements of a list has no one value.
        void Add(Node? node)
        {
            if (node is null || !seen.Add(node))
            {
                return;
            }

            if (node.Span.Source?.Name is { } name && Path.GetFullPath(name) == document.Path && Of(node, scope) is var (place, label)
                && place.Source == node.Span.Source && place.End >= start && place.End <= end)
            {
                hints.Add(new InlayHint(
                    TextPosition.Of(document.Source, place.End), label, $"on the scenario {chosen.Scenario}", PaddingLeft: true));
            }

            foreach (var child in node.Children.Where(child => child.List is null))
            {
                Add(child.Node);
            }
        }
    }

    // What there is, and behind what it is shown.
    private static (Span Behind, string Label)? Of(Node node, Scope scope)
    {
        try
        {
            return node switch
            {
                RelationTest test when test.Left.Measure.IsNumber || test.Left.Measure.Kind == MeasureKind.Day => Of(test, scope),
                ShareTest { Weight: null } share => Of(share, scope),
                _ => null,
            };
        }
        catch (Exception fault) when (fault is OverflowException or ScenarioException)
        {
            // The verdict stands without it.
            return null;
        }
    }

    private static (Span Behind, string Label)? Of(RelationTest test, Scope scope)
    {
        if (KnownValue.Of(test.Left, scope) is not { IsBounded: true } have)
        {
            return null;
        }

        var isOf = test.Left.Measure.IsNumber && test.Relation is Relation.GreaterOrEqual or Relation.Greater;
        return (test.Right.Span, isOf ? $"{have.Text} of {KnownValue.Of(test.Right, scope).Text}" : have.Text);
    }

    // Heads, where it is settled of each whether it counts.
    private static (Span Behind, string Label)? Of(ShareTest share, Scope scope)
    {
        var elements = Elements.Of(share.List, scope);
        var (part, all) = (0, 0);
        foreach (var element in elements.Known)
        {
            var among = share.Among is null ? Truth.True : TreeWalk.Evaluate(share.Among, element);
            var where = TreeWalk.Evaluate(share.Where, element);
            if (among == Truth.Unknown || (among == Truth.True && where == Truth.Unknown))
            {
                return null;
            }

            all += among == Truth.True ? 1 : 0;
            part += among == Truth.True && where == Truth.True ? 1 : 0;
        }

        return elements.Further.Any() ? null : (share.Bound.Span, $"{part} of {all}");
    }
}
