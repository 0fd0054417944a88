namespace NegotiationRules;

/// <summary>How the properties of .NET objects are taken as facts.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed record ObjectOptions
{
    private static readonly ObjectOptions Declared = new() { Naming = PropertyNaming.AsDeclared };

    /// <summary>What is done when nothing else is asked for.</summary>
    public static ObjectOptions Default { get; } = new();

    /// <summary>How properties without an attribute are called. The default is <see cref="PropertyNaming.CamelCase"/>.</summary>
    public PropertyNaming Naming { get; init; }

    /// <summary>Whether properties that are no facts of the vocabulary are passed over, unread: for types that were not made for the rules
    /// and have more to them, such as links back to what they are part of.</summary>
    /// <remarks>The default is <see langword="false"/>: such a property is an error, or a misspelt one would never be noticed.</remarks>
    public bool IgnoreExtraProperties { get; init; }

    internal static ObjectOptions Of(PropertyNaming naming) => naming == PropertyNaming.AsDeclared ? Declared : Default;
}
