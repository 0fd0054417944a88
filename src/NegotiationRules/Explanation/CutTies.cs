using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;

namespace NegotiationRules.Explanation;

/// <summary>Tells where elements that stand level were parted by nothing but the order in which they are listed.</summary>
internal static class CutTies
{
    /// <summary>A line for each list of the condition that was cut so; none if none was.</summary>
    public static IReadOnlyList<ExplanationNode> NotesOf(Condition condition, Scope scope, int most)
    {
        if (!condition.HasSelections())
        {
            return [];
        }

        var notes = new List<ExplanationNode>();
        Add(condition, scope, most, notes);
        return notes;
    }

    private static void Add(Node node, Scope scope, int most, List<ExplanationNode> notes)
    {
        for (var list = node.List; list?.Selection is { } selection; list = selection.From)
        {
            var around = Elements.Around(list, scope);
            if (list.Element is RecordType && Selections.LeftOutThoughLevel(selection, around) is { Count: > 0 } left)
            {
                var (stand, are) = left.Count == 1 ? ("stands", "is") : ("stand", "are");
                var last = selection.IsOfOne ? "it" : "the last of these";
                notes.Add(new ExplanationNode(
                    $"{Series.And(left, Labels.Of, most)} {stand} level with {last}, and {are} left out by the order of the list",
                    ExplanationMark.Note)
                { Claims = [new LevelClaim(around, list, left)] });
            }
        }

        foreach (var child in node is Condition and not (RelationTest or ShareOfTwo or TextTest or PatternTest) ? [] : node.Written)
        {
            if (child is { List: null, Node: Operand operand })
            {
                Add(operand, scope, most, notes);
            }
        }
    }
}
