namespace NegotiationRules.Generation.Steps;

/// <summary>How a list is gone over in C#.</summary>
/// <param name="Text">The list; <see langword="null"/> where nothing is known of it.</param>
/// <param name="Element">The variable for its elements.</param>
/// <param name="MayBeNull">Whether it may be unknown.</param>
/// <param name="Partial">Whether it may lack elements, if it is known; <see langword="null"/> if it never does.</param>
/// <param name="MaxItems">How many elements it can have.</param>
internal sealed record ListAccess(string? Text, string Element, bool MayBeNull, string? Partial, int? MaxItems)
{
    public bool MayBePartial => MayBeNull || Partial is not null;

    /// <summary>The condition under which there may be elements that nobody has named. Where it matters how many there may be at most, the
    /// variable <c>known</c> has how many are known.</summary>
    public string IsPartial => Text is null ? "true"
        : Partial is null ? $"{Text} is null"
        : MayBeNull ? $"({Text} is null || {Partial})"
        : $"({Partial})";

    /// <summary>How many there may be that nobody has named.</summary>
    public string MostFurther => MaxItems is { } most ? $"{most} - known" : "long.MaxValue";
}
