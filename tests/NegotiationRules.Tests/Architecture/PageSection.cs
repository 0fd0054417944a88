namespace NegotiationRules.Tests.Architecture;

/// <summary>What the page says of one code.</summary>
/// <param name="Code">The code; empty for what stands before the first one.</param>
/// <param name="Heading">The whole heading.</param>
/// <param name="Prose">What is said in words.</param>
/// <param name="Example">The mistake that is shown; <see langword="null"/> where words must do.</param>
internal sealed record PageSection(string Code, string Heading, string Prose, PageExample? Example);
