namespace NegotiationRules;

/// <summary>How a rule set of an application is.</summary>
/// <remarks>Immutable: as it was when it was asked for.</remarks>
public sealed record RuleSetStatus
{
    /// <summary>The name under which it was added.</summary>
    public required string Name { get; init; }

    /// <summary>Since when its rules are in force; <see langword="null"/> if it could never be used.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The whole report of what was wrong when it was read last, so that the rules of before are in force, if there are any;
    /// <see langword="null"/> if nothing was.</summary>
    public string? Fault { get; init; }

    /// <summary>What was found in its files when they were read last, warnings too, sorted by file and position. None if it was not the
    /// files that could not be used, but the options.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>How many times other rules came into force since the first ones did.</summary>
    public int Reloads { get; init; }
}
