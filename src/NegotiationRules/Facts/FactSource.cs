namespace NegotiationRules.Facts;

/// <summary>Who stated a fact, in the scenario's own words. At least one part is given.</summary>
internal sealed record FactSource(string? Text, string? Document, string? Speaker, string? Article, string? Quote, string? Url);
