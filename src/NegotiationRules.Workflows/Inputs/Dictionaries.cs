using NegotiationRules.Facts;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>What expressions do with dictionaries. In a scenario a dictionary is an object, and what it has under a key is a member;
/// how many keys there are and which, no fact says.</summary>
internal static class Dictionaries
{
    private const string Keys = "Keys";

    private static readonly HashSet<string> Names = new([Keys, "Values", "Count", "Comparer"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Methods = new(
        ["ContainsKey", "ContainsValue", "TryGetValue"],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Whether every dictionary has a member of that name.</summary>
    public static bool Has(string name) => Names.Contains(name);

    /// <summary>Whether only dictionaries have a method of that name.</summary>
    public static bool HasMethod(string name) => Methods.Contains(name);

    /// <summary>The dictionary and the key that a call asks it for: <c>X.ContainsKey("k")</c>, <c>X.Keys.Contains("k")</c>.</summary>
    public static (ExpressionSyntax Dictionary, TextExpression Key, MemberExpression? Keys)? Asked(CallExpression call) =>
        call is not { IsNullPropagating: false, Target: { } target, Arguments: [TextExpression key] } || !Property.IsName(key.Value) ? null
        : Is(call.Name.Text, "ContainsKey") ? (target, key, null)
        : Is(call.Name.Text, "Contains") && target is MemberExpression { IsNullPropagating: false } keys && Is(keys.Name.Text, Keys)
            ? (keys.Target, key, keys)
        : null;

    /// <summary>Whether what an object was asked for is no member of its own: samples of the object do not have it, it is asked for what it
    /// has under keys, or, where nothing tells, it was asked for its <c>Keys</c>.</summary>
    public static bool AreAsked(Shape root, ShapeMember member) =>
        Has(member.Name) && member is { Samples: 0, IsKey: false } && (root.Objects > 0 || root.IsKeyed || Is(member.Name, Keys));

    /// <summary>Whether a member is taken for one of an object's own though it may be that of a dictionary: no sample tells.</summary>
    public static bool MayBeAsked(Shape root, ShapeMember member) =>
        Is(member.Name, "Values") && member is { Samples: 0, IsKey: false } && root is { Objects: 0, IsKeyed: false };

    /// <summary>The keys that an object has as a member of its own; <see langword="null"/> if it has none.</summary>
    public static Shape? OwnKeys(Shape root) =>
        root.Members.TryFind(Keys, out var member) && !AreAsked(root, member) ? member.Shape : null;

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
