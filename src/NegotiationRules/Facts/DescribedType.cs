namespace NegotiationRules.Facts;

/// <summary>What a part of a vocabulary says of a fact.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Default">Its value where a scenario gives none; unknown if the vocabulary gives none either.</param>
/// <param name="Size">How many facts the type has with all references written out.</param>
internal sealed record DescribedType(FactType Type, FactValue Default, int Size);
