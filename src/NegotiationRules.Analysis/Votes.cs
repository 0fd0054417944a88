namespace NegotiationRules;

/// <summary>Who votes, and how a vote for something and one against it are said.</summary>
/// <param name="List">The path of the list of those that vote, such as <c>members</c>; through lists as in rules:
/// <c>parties.delegates</c>.</param>
/// <param name="Fact">The path of the fact, in each of them, that says how it votes: <c>vote</c>.</param>
/// <param name="For">The value of a vote for it, as for <see cref="Scenario.With(string, object?)"/>: <c>"yes"</c>.</param>
/// <param name="Against">The value of any other vote: <c>"no"</c>, or <c>"abstain"</c>, if that is what is asked about.</param>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed record Votes(string List, string Fact, object For, object Against);
