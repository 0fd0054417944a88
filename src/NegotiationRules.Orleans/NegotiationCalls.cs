namespace NegotiationRules;

/// <summary>Single changes of a negotiation.</summary>
public static class NegotiationCalls
{
    /// <summary>States a fact, a whole list or an object, and evaluates.</summary>
    /// <param name="negotiation">The negotiation.</param>
    /// <param name="path">The path, with elements of lists counted from 0: <c>talks.start</c>, <c>parties[1].delegates</c>. Objects on the
    /// way are made where they are missing.</param>
    /// <param name="value">The value, as for <see cref="Scenario.With(string, object?)"/>; <see langword="null"/> makes the fact
    /// unknown.</param>
    /// <returns>What flipped.</returns>
    /// <inheritdoc cref="INegotiation.ChangeAsync" path="/exception"/>
    public static Task<NegotiationFlips> SetAsync(this INegotiation negotiation, string path, object? value) =>
        Change(negotiation, NegotiationChange.Set(path, value));

    /// <summary>Adds an element at the end of a list, and evaluates.</summary>
    /// <param name="negotiation">The negotiation.</param>
    /// <param name="path">The path of the list: <c>parties[1].delegates</c>.</param>
    /// <param name="element">The element, as for <see cref="Scenario.WithAdded"/>.</param>
    /// <returns>What flipped.</returns>
    /// <inheritdoc cref="INegotiation.ChangeAsync" path="/exception"/>
    public static Task<NegotiationFlips> AddAsync(this INegotiation negotiation, string path, object? element) =>
        Change(negotiation, NegotiationChange.Add(path, element));

    /// <summary>Takes an element out of a list, and evaluates; those behind it move up.</summary>
    /// <param name="negotiation">The negotiation.</param>
    /// <param name="path">The path of the list: <c>parties[1].delegates</c>.</param>
    /// <param name="index">Which element, counted from 0.</param>
    /// <returns>What flipped.</returns>
    /// <inheritdoc cref="INegotiation.ChangeAsync" path="/exception"/>
    public static Task<NegotiationFlips> RemoveAsync(this INegotiation negotiation, string path, int index) =>
        Change(negotiation, NegotiationChange.Remove(path, index));

    private static Task<NegotiationFlips> Change(INegotiation negotiation, NegotiationChange change)
    {
        ArgumentNullException.ThrowIfNull(negotiation);
        return negotiation.ChangeAsync([change]);
    }
}
