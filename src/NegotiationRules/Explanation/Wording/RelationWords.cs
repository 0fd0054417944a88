using NegotiationRules.Conditions;

namespace NegotiationRules.Explanation.Wording;

/// <summary>How two values stand to each other, in words.</summary>
internal static class RelationWords
{
    /// <summary>The words before the value: "at least", "before". Not for equality.</summary>
    public static string Of(Relation relation, MeasureKind kind) => (relation, IsTime(kind)) switch
    {
        (Relation.Less, false) => "less than",
        (Relation.LessOrEqual, false) => "at most",
        (Relation.Greater, false) => "more than",
        (Relation.GreaterOrEqual, false) => "at least",
        (Relation.Less, true) => "before",
        (Relation.LessOrEqual, true) => "on or before",
        (Relation.Greater, true) => "after",
        (Relation.GreaterOrEqual, true) => "on or after",
        (Relation.Equal, _) => "exactly",
        _ => "other than",
    };

    /// <summary>The words before a number of things: "at least", "fewer than".</summary>
    public static string OfCount(Relation relation) => relation == Relation.Less ? "fewer than" : Of(relation, MeasureKind.Exact);

    /// <summary>What the bound of a demand is there for.</summary>
    public static string NeededOrAllowed(Relation wanted) => wanted is Relation.Less or Relation.LessOrEqual ? "allowed" : "needed";

    public static bool IsTime(MeasureKind kind) => kind is MeasureKind.Day or MeasureKind.Instant;

    public static bool IsEquality(this Relation relation) => relation is Relation.Equal or Relation.NotEqual;
}
