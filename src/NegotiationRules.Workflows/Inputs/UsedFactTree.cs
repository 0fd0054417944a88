namespace NegotiationRules.Workflows.Inputs;

/// <summary>The facts that expressions use, as a tree of names: of a type without end only these can be in a vocabulary.
/// Immutable.</summary>
internal sealed class UsedFactTree
{
    private readonly Dictionary<string, UsedFactTree> _members = new(StringComparer.Ordinal);

    private UsedFactTree()
    {
    }

    public IEnumerable<string> Names => _members.Keys;

    /// <param name="paths">Paths of facts, <c>input1.party.name</c>. A fact of the elements of a list is <c>input1.orders.total</c> or
    /// <c>input1.orders[].total</c>.</param>
    public static UsedFactTree Of(IEnumerable<string> paths)
    {
        var root = new UsedFactTree();
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            var at = root;
            foreach (var name in path.Replace("[]", string.Empty, StringComparison.Ordinal).Split('.'))
            {
                if (!at._members.TryGetValue(name, out var inner))
                {
                    at._members.Add(name, inner = new UsedFactTree());
                }

                at = inner;
            }
        }

        return root;
    }

    /// <summary>What is used of a member; <see langword="null"/> if nothing is.</summary>
    public UsedFactTree? Find(string fact) => _members.GetValueOrDefault(fact);
}
