using NegotiationRules.Conditions;

namespace NegotiationRules.Analysis.Cells;

/// <summary>Two operands that rules compare, wherever they do: neither goes over a list.</summary>
internal sealed record ComparedSides(Side Left, Side Right)
{
    /// <summary>Whether the values of one fact in several elements are compared with each other.</summary>
    public bool IsAmongElements { get; init; }

    public MeasureKind Kind => Left.Operand.Measure.Kind == MeasureKind.Real ? MeasureKind.Real : Right.Operand.Measure.Kind;

    /// <summary>The scale at which both are whole.</summary>
    public int Scale => Math.Max(Left.Operand.Measure.Scale, Right.Operand.Measure.Scale);

    /// <summary>The facts on both sides.</summary>
    public IEnumerable<string> Keys => Left.Keys.Concat(Right.Keys);

    /// <summary>The facts that are compared with a fact, or with one that is; it among them.</summary>
    public static HashSet<string> Together(string key, IReadOnlyList<ComparedSides> links)
    {
        HashSet<string> found = [key];
        for (var before = 0; before < found.Count;)
        {
            before = found.Count;
            foreach (var keys in links.Select(link => link.Keys).Where(keys => keys.Any(found.Contains)))
            {
                found.UnionWith(keys);
            }
        }

        return found;
    }
}
