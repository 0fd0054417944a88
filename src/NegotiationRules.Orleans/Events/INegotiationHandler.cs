namespace NegotiationRules;

/// <summary>Is told what flips in negotiations: writes it to a queue or a stream, into a database, to a screen.</summary>
/// <remarks>
/// <para>Add it on every silo with <c>AddNegotiationHandler</c>. It is a singleton there, and many negotiations call it at the same
/// time.</para>
/// <para>What flipped was stored with the facts before anybody is told, and is kept until all handlers have returned without an exception.
/// So each is told of everything at least once, of one negotiation in the order of the numbers: again where a handler threw, or where a
/// silo was lost before it was noted down that all were told. <see cref="NegotiationFlips.Negotiation"/> and
/// <see cref="NegotiationFlips.Number"/> tell what is a repeat.</para>
/// <para>It may call the negotiation that tells it: that goes on meanwhile.</para>
/// </remarks>
public interface INegotiationHandler
{
    /// <summary>Takes note of what flipped.</summary>
    /// <param name="flips">What flipped.</param>
    /// <param name="cancellationToken">The negotiation leaves this silo; what was not taken note of is told again where it goes.</param>
    /// <returns>A task that ends when it need not be told again. What it throws is logged, and the same is told again a little
    /// later.</returns>
    Task OnFlipsAsync(NegotiationFlips flips, CancellationToken cancellationToken);
}
