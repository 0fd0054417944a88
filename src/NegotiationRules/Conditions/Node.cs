using System.Collections.Immutable;
using NegotiationRules.Text;

namespace NegotiationRules.Conditions;

/// <summary>A condition or an operand: what a rule is made of.</summary>
/// <remarks>
/// Immutable. A named condition that is used twice in the same place is the same object, so the whole is a graph without cycles. Nodes are
/// classes and no records: a record would compare, and hash, all that it reaches, each way to it anew; identity is what is meant
/// everywhere. Who looks at all of a rule goes over <see cref="Children"/>; a switch over the kinds of nodes is for who evaluates, compiles
/// or words them.
/// </remarks>
internal abstract class Node(Span span, Reach reach)
{
    // What was asked of it: nothing of most nodes, and of some over and over.
    private Views? _views;

    public Span Span { get; } = span;

    /// <summary>Which elements it reads.</summary>
    public Reach Reach { get; } = reach;

    /// <summary>The fact that it reads itself, if it reads one.</summary>
    public virtual FactReference? Fact => null;

    /// <summary>The list that it goes over itself, if it goes over one.</summary>
    public virtual ListReference? List => null;

    /// <summary>What it is evaluated from, in the order in which that is read; what the elements of its list are selected by comes
    /// first.</summary>
    public ImmutableArray<Child> Children => Once(ref Asked.Children, static node => node.MakeChildren());

    /// <summary>What stands in it as it was written. A form that is defined by others is evaluated from what nobody wrote.</summary>
    public ImmutableArray<Child> Written => Once(ref Asked.Written, static node => node.MakeWritten());

    /// <summary>The operands that it is worked out of, in the same place: not those of the elements of its list.</summary>
    public IEnumerable<Operand> Operands =>
        Children.Where(child => child is { List: null, IsOfSelection: false }).Select(child => child.Node).OfType<Operand>();

    /// <summary>The facts that it names itself, not through a list, in the order in which it reads them.</summary>
    public ImmutableArray<FactReference> Facts => Once(ref Asked.Facts, static node => [.. Nodes.FactsOf(node)]);

    /// <summary>What there is in it.</summary>
    public Inside Inside => Asked.Inside is not Inside.NotAsked and var known ? known : (Asked.Inside = Nodes.InsideOf(this));

    private Views Asked => _views ?? Interlocked.CompareExchange(ref _views, new Views(), null) ?? _views;

    protected static ImmutableArray<Child> Of(IEnumerable<Node> nodes) => [.. nodes.Select(node => new Child(node))];

    protected virtual ImmutableArray<Child> MakeChildren() => [];

    protected virtual ImmutableArray<Child> MakeWritten() => Children;

    // Asked over and over by explanations, and never by who evaluates.
    private ImmutableArray<T> Once<T>(ref ImmutableArray<T> made, Func<Node, ImmutableArray<T>> make)
    {
        if (made.IsDefault)
        {
            ImmutableInterlocked.InterlockedInitialize(ref made, make(this));
        }

        return made;
    }

    private sealed class Views
    {
        public ImmutableArray<Child> Children;
        public ImmutableArray<Child> Written;
        public ImmutableArray<FactReference> Facts;
        public Inside Inside;
    }
}

/// <summary>A node directly inside another one.</summary>
/// <param name="Node">The inner one.</param>
/// <param name="List">The list whose elements it is about; <see langword="null"/> if it is read where the outer node is.</param>
/// <param name="Guard">If this is false, the inner node is not asked for.</param>
internal readonly record struct Child(Node Node, ListReference? List = null, Condition? Guard = null)
{
    /// <summary>Whether it is read in the scenario, wherever the outer node stands.</summary>
    public bool IsInScenario { get; init; }

    /// <summary>Whether it says how many elements of a list are picked: then the outer node is not worked out of it.</summary>
    public bool IsOfSelection { get; init; }

    /// <summary>Those that are there.</summary>
    public static ImmutableArray<Child> InElements(ListReference list, params ReadOnlySpan<(Node? Node, Condition? Guard)> nodes)
    {
        var ofList = list.Children;
        var children = ImmutableArray.CreateBuilder<Child>(ofList.Length + nodes.Length);
        children.AddRange(ofList);
        foreach (var (node, guard) in nodes)
        {
            if (node is not null)
            {
                children.Add(new Child(node, list, guard));
            }
        }

        return children.DrainToImmutable();
    }
}
