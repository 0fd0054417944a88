using NegotiationRules.Text;
using Orleans;

namespace NegotiationRules;

/// <summary>One change of the facts of a negotiation: for <see cref="INegotiation.ChangeAsync"/>, which makes several at once.</summary>
/// <remarks>Immutable and safe to share between threads. The value travels as JSON, with all the digits of its numbers.</remarks>
[GenerateSerializer]
[Immutable]
[Alias("NegotiationRules.NegotiationChange")]
public sealed record NegotiationChange
{
    private NegotiationChange(NegotiationChangeKind kind, string path, string? json, int index) =>
        (Kind, Path, Json, Index) = (kind, path, json, index);

    /// <summary>What it does.</summary>
    [Id(0)]
    public NegotiationChangeKind Kind { get; }

    /// <summary>The path of the fact or of the list.</summary>
    [Id(1)]
    public string Path { get; }

    /// <summary>The value or the element as JSON; <see langword="null"/> where an element is taken out.</summary>
    [Id(2)]
    public string? Json { get; }

    /// <summary>Which element is taken out, counted from 0; 0 for other changes.</summary>
    [Id(3)]
    public int Index { get; }

    /// <summary>States a fact, a whole list or an object.</summary>
    /// <param name="path">The path, with elements of lists counted from 0: <c>talks.start</c>, <c>parties[1].delegates</c>. Objects on the
    /// way are made where they are missing.</param>
    /// <param name="value">The value, as for <see cref="Scenario.With(string, object?)"/>; <see langword="null"/> makes the fact
    /// unknown.</param>
    /// <exception cref="ArgumentException">The value cannot be a fact.</exception>
    public static NegotiationChange Set(string path, object? value)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new NegotiationChange(NegotiationChangeKind.Set, path, JsonOf(value, nameof(value)), 0);
    }

    /// <summary>Adds an element at the end of a list.</summary>
    /// <param name="path">The path of the list: <c>parties[1].delegates</c>.</param>
    /// <param name="element">The element, as for <see cref="Scenario.WithAdded"/>.</param>
    /// <exception cref="ArgumentException">The element cannot be a fact.</exception>
    public static NegotiationChange Add(string path, object? element)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new NegotiationChange(NegotiationChangeKind.Add, path, JsonOf(element, nameof(element)), 0);
    }

    /// <summary>Takes an element out of a list; those behind it move up.</summary>
    /// <param name="path">The path of the list: <c>parties[1].delegates</c>.</param>
    /// <param name="index">Which element, counted from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is less than 0.</exception>
    public static NegotiationChange Remove(string path, int index)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return new NegotiationChange(NegotiationChangeKind.Remove, path, null, index);
    }

    /// <summary>The change in one line: <c>talks.start = "2022-01-10"</c>.</summary>
    public override string ToString() => Kind switch
    {
        NegotiationChangeKind.Set => $"{Path} = {Json}",
        NegotiationChangeKind.Add => $"{Path} + {Json}",
        NegotiationChangeKind.Remove => $"{Path} - [{Index}]",
    };

    private static string JsonOf(object? value, string parameter) =>
        JsonPrinter.Print(Scenario.BuildFact(value, parameter), indented: false);
}
