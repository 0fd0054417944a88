using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;

namespace NegotiationRules.Explanation;

/// <summary>Says once what is unknown of several elements: "the votes of Germany, Italy and Sweden are not known".</summary>
internal static class UnknownFacts
{
    /// <summary>The lines, those that say the same of several elements put together where the first of them stands.</summary>
    /// <param name="nodes">The lines.</param>
    /// <param name="scenario">The type of the scenario.</param>
    /// <param name="most">How many elements are named in a line.</param>
    public static IReadOnlyList<ExplanationNode> Together(IReadOnlyList<ExplanationNode> nodes, RecordType scenario, int most) =>
        nodes.Count < 2 ? nodes : AllTogether(nodes, scenario, most);

    private static List<ExplanationNode> AllTogether(IReadOnlyList<ExplanationNode> nodes, RecordType scenario, int most)
    {
        var together = new List<ExplanationNode>();
        var done = new HashSet<int>();
        for (var i = 0; i < nodes.Count; i++)
        {
            if (!done.Add(i))
            {
                continue;
            }

            var same = Of(nodes[i]) is { } claim
                ? Enumerable.Range(i + 1, nodes.Count - i - 1).Where(j => Of(nodes[j]) is { } other && IsSame(claim, other)).ToList()
                : [];
            done.UnionWith(same);
            together.Add(same.Count == 0 ? nodes[i] : Together([nodes[i], .. same.Select(j => nodes[j])], Of(nodes[i])!, scenario, most));
        }

        return together;
    }

    /// <summary>Whether the line says of elements of a list that one fact is not known.</summary>
    public static bool IsOne(ExplanationNode node) =>
        node is { Children.Count: 0, Claims.Count: > 0 } && node.Claims.All(claim => claim is UnknownClaim);

    private static ExplanationNode Together(List<ExplanationNode> nodes, UnknownClaim claim, RecordType scenario, int most)
    {
        // Around several elements may be one and the same; what stands in a parameter has no path.
        var elements = nodes.Select(n => Of(n)!.At.At(claim.Fact.Depth)).DistinctBy(e => e.Path is { Length: > 0 } path ? path : (object)e)
            .ToList();
        if (elements.Count == 1)
        {
            return nodes[0];
        }

        var question = ConditionWording.QuestionOfAll(claim.Fact, Naming.At(claim.At, scenario), Labels.OfAll(elements, most));
        var text = question.StartsWith("whether ", StringComparison.Ordinal) ? $"it is not known {question}" : $"{question} are not known";
        return new ExplanationNode(text, ExplanationMark.Unknown)
        {
            Claims = [.. nodes.SelectMany(n => n.Claims)],
            Facts = [.. nodes.SelectMany(n => n.Facts).Distinct(StringComparer.Ordinal)],
            Sources = [.. nodes.SelectMany(n => n.Sources).DistinctBy(s => s.ToString())],
        };
    }

    private static UnknownClaim? Of(ExplanationNode node) =>
        node is { Children.Count: 0, Claims: [UnknownClaim { Fact: { Depth: > 0, Slots.IsEmpty: false } fact, At: var at } claim] }
            && at.At(fact.Depth).List is not null ? claim : null;

    private static bool IsSame(UnknownClaim a, UnknownClaim b) =>
        SameFact.Are(a.Fact, b.Fact)
        && ReferenceEquals(Labels.TypeOf(a.At.At(a.Fact.Depth)), Labels.TypeOf(b.At.At(b.Fact.Depth)));
}
