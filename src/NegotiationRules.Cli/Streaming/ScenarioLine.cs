namespace NegotiationRules.Cli.Streaming;

/// <summary>One line of input, without its line break. The text is valid until the next lines are read.</summary>
/// <param name="Number">Counted from 1; empty lines count.</param>
/// <param name="Text">In UTF-8; empty if the line is too long.</param>
/// <param name="IsTooLong">Whether the line is longer than any that is read.</param>
internal readonly record struct ScenarioLine(long Number, ReadOnlyMemory<byte> Text, bool IsTooLong = false);
