namespace NegotiationRules.Generation.Options;

/// <summary>What C# to write.</summary>
internal sealed record CSharpOptions
{
    /// <summary>The namespace of all that is written.</summary>
    public required string Namespace { get; init; }

    /// <summary>Whether it needs nothing of this library where it runs, and is C# 9 for netstandard2.1.</summary>
    public bool IsStandalone { get; init; }

    /// <summary>Whether no fact is ever unknown and every list is complete: what is written asks less then.</summary>
    public bool AreAllKnown { get; init; }

    /// <summary>Types that are there already, by the paths of the facts that they hold: the empty path is the scenario. Where the scenario
    /// has none, classes are written for all.</summary>
    public IReadOnlyDictionary<string, string> OwnTypes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
