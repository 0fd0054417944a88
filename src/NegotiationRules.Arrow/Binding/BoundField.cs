using Apache.Arrow.Types;
using NegotiationRules.Facts;

namespace NegotiationRules.Arrow.Binding;

/// <summary>A field of a schema, found to be a fact.</summary>
/// <param name="Name">Its name in the object around it.</param>
/// <param name="Path">The path of the fact, without numbers.</param>
/// <param name="Role">What it is.</param>
/// <param name="Type">The type of the fact.</param>
/// <param name="Index">Its place among the arrays of the struct around it; of a group, which has no array, and of elements of lists
/// 0.</param>
/// <param name="Arrow">The type of its array; <see langword="null"/> of a group.</param>
internal sealed record BoundField(string Name, string Path, FieldRole Role, FactType Type, int Index, IArrowType? Arrow)
{
    /// <summary>The facts of an object, the one kind of element of a list, or what a statement says.</summary>
    public List<BoundField> Inside { get; } = [];

    /// <summary>A fact of an object by its name.</summary>
    public BoundField? Find(string name) => Inside.Find(field => field.Name == name);
}
