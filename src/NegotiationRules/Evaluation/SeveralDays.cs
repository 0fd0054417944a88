using NegotiationRules.Conditions;

namespace NegotiationRules.Evaluation;

/// <summary>A date of the scenario that stands for each of several days at once, and who reads it.</summary>
/// <remarks>To be partly known is another thing: then it is one of the days, and it is not known which. What asks what is known hears the
/// difference. It remembers what it has looked at, so one thread uses it.</remarks>
/// <param name="day">The fact, which is one of the scenario itself.</param>
internal sealed class SeveralDays(FactReference day)
{
    private readonly Dictionary<Node, bool> _reads = new(ReferenceEqualityComparer.Instance);

    /// <summary>The fact.</summary>
    public FactReference Day { get; } = day;

    /// <summary>Whether it is that fact.</summary>
    public bool Are(FactReference fact) => SameFact.Are(fact, Day);

    /// <summary>Whether a condition or an operand reads the fact, itself or by what it is made of.</summary>
    public bool AreReadBy(Node? node)
    {
        if (node is null)
        {
            return false;
        }

        if (!_reads.TryGetValue(node, out var reads))
        {
            reads = node.Fact is { } fact && Are(fact);
            foreach (var child in node.Children)
            {
                reads = reads || AreReadBy(child.Node);
            }

            _reads[node] = reads;
        }

        return reads;
    }
}
