namespace NegotiationRules.Workflows.Inputs;

/// <summary>The type that an input of a workflow, or a part of it, has for its expressions. Immutable.</summary>
/// <param name="IsNullable">Whether there may be nothing: a reference, or a value type with a question mark.</param>
internal abstract record InputType(bool IsNullable);

/// <summary>A single value.</summary>
internal sealed record ScalarInput(ScalarKind Kind, bool IsNullable) : InputType(IsNullable);

/// <summary>What a single value is. The smaller whole numbers are <see cref="Int32"/>, as they are in any arithmetic.</summary>
internal enum ScalarKind
{
    Boolean,
    Int32,
    Int64,
    Double,
    Decimal,
    Text,
    Character,
    DateTime,
    DateTimeOffset,
    DateOnly,
    TimeSpan,
    Guid,
}

/// <summary>One of a few named values; in a scenario it is the text of the name.</summary>
/// <param name="Name">The name of the enumeration, as expressions may write it.</param>
/// <param name="Names">The names that expressions use, in order.</param>
/// <param name="Texts">What each is in a scenario; of the same length.</param>
/// <param name="Numbers">The number of each; of the same length.</param>
/// <param name="IsNullable">Whether there may be nothing.</param>
internal sealed record EnumInput(
    string Name, IReadOnlyList<string> Names, IReadOnlyList<string> Texts, IReadOnlyList<long> Numbers,
    bool IsNullable
) : InputType(IsNullable);

/// <summary>A list of elements of one type. Always a reference.</summary>
internal sealed record ListInput(InputType Element) : InputType(true)
{
    /// <summary>Which property tells how many elements it has. Of what was inferred, or is in a vocabulary, either may.</summary>
    public CountNames CountedBy { get; init; } = CountNames.Either;
}

/// <summary>The properties that tell how many elements lists of .NET have.</summary>
[Flags]
internal enum CountNames
{
    /// <summary>None: only a method counts them.</summary>
    None = 0,

    /// <summary>That of most lists.</summary>
    Count = 1,

    /// <summary>That of arrays.</summary>
    Length = 2,

    /// <summary>One of the two, and it is not known which.</summary>
    Either = Count | Length,
}

/// <summary>An object with named members. Its members are looked up, not listed, for a .NET type may lead back to itself.</summary>
/// <param name="Name">What to call it in a message.</param>
internal abstract record RecordInput(string Name) : InputType(true)
{
    /// <summary>The names of all members, for suggestions.</summary>
    public abstract IReadOnlyList<string> MemberNames { get; }

    /// <summary>The member of that name; with several that differ only in letter case, the one spelt exactly so, else none.</summary>
    public abstract InputMember? Find(string name, bool isCaseSensitive);
}

/// <summary>Something that no fact can hold. Expressions that only pass it on may still be understood.</summary>
/// <param name="Description">What it is, in words for a message: "a dictionary", "the type `Uri`".</param>
internal sealed record OpaqueInput(string Description) : InputType(true)
{
    /// <summary>Whether a diagnostic says so already, wherever it is used.</summary>
    public bool IsReported { get; init; }
}

/// <summary>A member of a record.</summary>
/// <param name="Name">The name as expressions write it.</param>
/// <param name="Fact">The name of the fact in a scenario.</param>
/// <param name="Type">Its type.</param>
internal sealed record InputMember(string Name, string Fact, InputType Type);
