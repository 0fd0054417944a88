namespace NegotiationRules.RulesEngine;

/// <summary>In what a <see cref="NegotiationRulesEngine"/> is to differ from RulesEngine.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed record NegotiationRulesEngineOptions
{
    /// <summary>Whether a fact that is missing is unknown. The default is <see langword="false"/>: null is a value, as in RulesEngine.</summary>
    /// <remarks>
    /// <para>If so, a rule that depends on a missing fact does not succeed, and neither does its negation; its <c>ExceptionMessage</c> names the facts that would settle it,
    /// <c>unknown: input1.Venue.City is missing</c>, in place of its own message. A rule that is settled without the fact is what it is. A nested rule is unknown if those in it
    /// that are known do not decide it. <c>OnFailure</c> is carried out, as for any rule that does not succeed.</para>
    /// <para>Rules that are handed over are still evaluated as RulesEngine does: see <see cref="HandedOverRules"/>.</para>
    /// </remarks>
    public bool MissingIsUnknown { get; init; }
}
