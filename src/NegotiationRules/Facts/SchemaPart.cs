using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>One of the types that a schema says a fact must be all of: its own, one it refers to, or one of <c>allOf</c>.</summary>
/// <param name="Type">What it describes, or <see langword="null"/> if it is at fault.</param>
/// <param name="At">Where it stands.</param>
internal sealed record SchemaPart(DescribedType? Type, Span At);
