namespace NegotiationRules;

/// <summary>How large a file or a text may be before it is refused with a diagnostic.</summary>
/// <remarks>Immutable and safe to share between threads. The defaults let through anything a person writes and most of what a program
/// does.</remarks>
public sealed record ReadingLimits
{
    /// <summary>The limits in force when none are given.</summary>
    public static ReadingLimits Default { get; } = new();

    /// <summary>The longest text that is read, in UTF-16 units. The default is 256 Mi.</summary>
    public int Characters { get; init; } = 256 * 1024 * 1024;

    /// <summary>How deep objects and lists may be nested. The default is 64.</summary>
    public int Depth { get; init; } = 64;

    /// <summary>How many values (objects, lists, texts, numbers, …) one text may hold. The default is 20 million.</summary>
    public int Values { get; init; } = 20_000_000;

    /// <summary>How many elements one list may hold. The default is 5 million.</summary>
    public int ListLength { get; init; } = 5_000_000;
}
