namespace NegotiationRules.Analysis.Telling;

/// <summary>Why something changed on a day, and the facts that it hangs on.</summary>
/// <param name="Because">The sentences.</param>
/// <param name="Facts">The paths of the facts.</param>
internal sealed record ChangeReasons(IReadOnlyList<string> Because, IReadOnlyList<string> Facts);
