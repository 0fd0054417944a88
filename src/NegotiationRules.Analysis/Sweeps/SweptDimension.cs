namespace NegotiationRules;

/// <summary>What varied in a sweep.</summary>
/// <param name="Name">The path of the fact, or the name of the parameter.</param>
/// <param name="IsParameter">Whether it is a parameter.</param>
/// <param name="Values">How many values it had.</param>
/// <param name="Classes">The classes in which they were counted: each value by itself, or, of many values in a sample, up to 64 classes of
/// values that follow one another, each about as likely as the others.</param>
public sealed record SweptDimension(string Name, bool IsParameter, int Values, IReadOnlyList<string> Classes);
