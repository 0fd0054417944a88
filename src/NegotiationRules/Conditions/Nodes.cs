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

    /// <summary>Whether there is a choice in it that is made in the same place, or a value that hangs on a day.</summary>
    public static bool HasChoices(this Node node) => (node.Inside & Inside.Choices) != 0;

    /// <summary>Whether there is a named quantity in it that is worked out in the same place.</summary>
    public static bool HasQuantities(this Node node) => (node.Inside & Inside.Quantities) != 0;

    /// <summary>Whether it goes over selected elements of a list itself, or what is worked out in the same place does.</summary>
    public static bool HasSelections(this Node node) => (node.Inside & Inside.Selections) != 0;

    /// <summary>Whether it looks at facts and not into lists, so that one sentence tells all of it.</summary>
    public static bool IsPlain(this Node node) => (node.Inside & Inside.Lists) == 0;

    /// <inheritdoc cref="Node.Inside"/>
    public static Inside InsideOf(Node node)
    {
        var found = Inside.Asked
            | (node is ChoiceOperand or TableOperand ? Inside.Choices : default)
            | (node is NamedOperand ? Inside.Quantities : default)
            | (node.List is { Selection: not null } ? Inside.Selections : default)
            | (node.List is not null || node is AtLeastOf or RuleReference or Containment or Membership { Values.List: not null }
                ? Inside.Lists : default);
        foreach (var child in node.Written)
        {
            var isHere = child is { List: null, Node: Operand };
            found |= child.Node.Inside & (Inside.Lists
                | (isHere ? Inside.Selections : default)
                | (isHere && !child.IsOfSelection ? Inside.Choices | Inside.Quantities : default));
        }

        return found;
    }

    /// <summary>Whether it names a parameter itself, and not what is inside.</summary>
    public static bool NamesParameter(this Node node) =>
        node is Constant { Parameter: not null } || ValuesOf(node) is { AreParameters: true }
            || (node.List is { } list && NamesParameter(list));

    /// <summary>Whether it looks at no more than facts of one place and what is written out, so that there is nothing in it to look
    /// at.</summary>
    public static bool IsOfFacts(this Node node) => node is FactOperand or Constant or KnownTest
        or RelationTest { Left: FactOperand, Right: Constant or FactOperand }
        or TextTest { Left: FactOperand, Right: Constant or FactOperand }
        or PatternTest { Left: FactOperand };

    /// <summary>What it is evaluated from, without the tests for each value of a parameter: those may be thousands, and others in another
    /// negotiation.</summary>
    public static FixedChildren FixedChildren(this Node node) =>
        ValuesOf(node) is not { AreParameters: true } ? new FixedChildren(node)
            : node is Membership membership ? new FixedChildren([new Child(membership.Item)]) : default;

    private static Values? ValuesOf(Node node) => (node as Membership)?.Values ?? (node as Containment)?.Values;

    private static bool NamesParameter(ListReference list) =>
        list.IsParameter || (list.Selection is { } selection && (selection.IsVaried || NamesParameter(selection.From)));

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
