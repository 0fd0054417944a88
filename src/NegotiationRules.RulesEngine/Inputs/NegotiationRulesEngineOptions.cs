using System.Reflection;

namespace NegotiationRules.RulesEngine;

/// <summary>In what a <see cref="NegotiationRulesEngine"/> is to differ from RulesEngine.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed record NegotiationRulesEngineOptions
{
    /// <summary>Whether a fact that is missing is unknown. The default is <see langword="false"/>: null is a value, as in
    /// RulesEngine.</summary>
    /// <remarks>
    /// <para>If so, a rule that depends on a missing fact does not succeed, and neither does its negation; its <c>ExceptionMessage</c>
    /// names the facts that would settle it, <c>unknown: input1.Venue.City is missing</c>, in place of its own message. A rule that is
    /// settled without the fact is what it is. A nested rule is unknown if those in it
    /// that are known do not decide it. <c>OnFailure</c> is carried out, as for any rule that does not succeed.</para>
    /// <para>Rules that are handed over are still evaluated as RulesEngine does: see <see cref="HandedOverRules"/>.</para>
    /// </remarks>
    public bool MissingIsUnknown { get; init; }

    /// <summary>Which properties with code of their own give the same, and change nothing, however often they are read. By default none is
    /// taken to.</summary>
    /// <remarks>
    /// <para>RulesEngine reads a property whenever an expression comes to it; here it is read once for all rules, and also where no
    /// expression would have come to it. That makes no difference for a property that only holds a value, <c>public int Votes { get; set;
    /// }</c>, and such are read without being asked for. A rule that reads any other is handed over to RulesEngine, unless this says
    /// <see langword="true"/> of it: see <see cref="HandedOverRules"/>.
    /// For a type all of whose properties may be read, <c>property => property.DeclaringType == typeof(Treaty)</c>.</para>
    /// <para>What is said of a property holds for what overrides it. It is asked once for each property and type of object, from any
    /// thread.</para>
    /// </remarks>
    public Func<PropertyInfo, bool>? IsPure { get; init; }
}
