using System.Collections.Immutable;
using NegotiationRules.Text;

namespace NegotiationRules.Conditions;

/// <summary>A rule's <c>because</c> in one language, its braces resolved. A reason in no particular language has the language
/// <c>""</c>.</summary>
internal sealed record Reason(string Language, ImmutableArray<ReasonPart> Parts);

/// <summary>A part of a reason: words, or something filled in.</summary>
internal abstract record ReasonPart;

internal sealed record ReasonWords(string Text) : ReasonPart;

/// <summary><c>{agreement.termYears}</c>: the fact's value, looked up in the scenario.</summary>
internal sealed record ReasonFact(FactReference Fact) : ReasonPart;

/// <summary><c>{leastTermYears}</c>: the parameter's value.</summary>
/// <param name="Value">The value in words of no particular language.</param>
/// <param name="Stated">The value as it is stated.</param>
internal sealed record ReasonParameter(string Value, JsonValue Stated) : ReasonPart;

/// <summary><c>{party.id}</c>: the fact of each element that decided, for the quantifier whose element has that name.</summary>
/// <param name="As">The name; empty for the element of the rule's <c>forEach</c>, of which a fact may be named by itself.</param>
/// <param name="Fact">The fact.</param>
internal sealed record ReasonElement(string As, FactReference Fact) : ReasonPart;
