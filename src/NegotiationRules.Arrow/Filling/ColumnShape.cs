using NegotiationRules.Arrow.Binding;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Arrow.Filling;

/// <summary>Whether rows may be taken column by column, or only one by one.</summary>
internal static class ColumnShape
{
    /// <summary>Whether no field says more than a column does: a source, that a list is not complete, or a list in the elements of a
    /// list of lists.</summary>
    public static bool IsPlain(BoundField root, ColumnFiller filler) =>
        root.Role != FieldRole.Statement
        && AreListsPlain(root, filler)
        && root.Inside.TrueForAll(field => IsPlain(field, filler))
        && (root.Role != FieldRole.List || root.Inside[0].Role is FieldRole.Object or FieldRole.Value);

    // A list that another fact calls complete, or that has elements where nothing is said of it, is not what a column of lists says.
    private static bool AreListsPlain(BoundField field, ColumnFiller filler) =>
        field.Type is not RecordType type
        || type.Properties.All(property =>
            property is not { Type: ListType list } || !IsRead(field, property.Name, filler)
            || (list.CompleteBy is null && !property.Default.IsKnown));

    private static bool IsRead(BoundField around, string name, ColumnFiller filler)
    {
        var path = around.Path.Length == 0 ? name : $"{around.Path}.{name}";
        return filler.LevelOf(path) >= 0 || filler.PresenceOfList(path) >= 0;
    }
}
