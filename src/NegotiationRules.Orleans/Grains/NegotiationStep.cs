using NegotiationRules.Orleans.Storing;

namespace NegotiationRules.Orleans.Grains;

/// <summary>What a change comes to, before it is stored.</summary>
/// <param name="State">What there is to store; what was not told before is not in it yet.</param>
/// <param name="Flips">What flipped.</param>
/// <param name="IsOther">Whether anything is other than what is stored.</param>
internal sealed record NegotiationStep(NegotiationState State, NegotiationFlips Flips, bool IsOther);
