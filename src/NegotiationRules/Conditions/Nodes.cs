namespace NegotiationRules.Conditions;

/// <summary>What is often asked of a node with all that it is made of.</summary>
internal static class Nodes
{
    /// <summary>The node and all that is inside, as it is evaluated: outermost first, each once.</summary>
    public static IReadOnlyList<Node> All(this Node node)
    {
        var found = new List<Node>();
        Add(node, _ => true, found, []);
        return found;
    }

    /// <inheritdoc cref="Node.Facts"/>
    public static IEnumerable<FactReference> FactsOf(Node node)
    {
        var found = new List<Node>();
        Add(node, child => child.List is null, found, []);
        return found.Select(inner => inner.Fact).OfType<FactReference>();
    }

    /// <summary>Whether there is a choice in it that is made in the same place.</summary>
    public static bool HasChoices(this Node node)
    {
        foreach (var child in node.Written)
        {
            if (child.List is null && child.Node is Operand && (child.Node is ChoiceOperand || child.Node.HasChoices()))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a parameter is somewhere in it.</summary>
    public static bool HasParameters(this Node node) =>
        node.All().Any(inner => inner is Constant { Parameter: not null } || (inner.List is { } list && HasParameters(list)));

    private static bool HasParameters(ListReference list) =>
        list.IsParameter || (list.Selection is { } selection && (selection.IsVaried || HasParameters(selection.From)));

    // What a name stands for may be met by many ways, and it is enough to look at it once.
    private static void Add(Node node, Func<Child, bool> isWanted, List<Node> found, HashSet<Node> seen)
    {
        if (!seen.Add(node))
        {
            return;
        }

        found.Add(node);
        foreach (var child in node.Children)
        {
            if (isWanted(child))
            {
                Add(child.Node, isWanted, found, seen);
            }
        }
    }
}
