using NegotiationRules.Cli.Sources;
using NegotiationRules.Cli.Verdicts;

namespace NegotiationRules.Cli.Streaming;

/// <summary>Takes the answers to a block of lines, and keeps them until it is their turn.</summary>
internal interface IAnswers
{
    /// <summary>The outcomes of all stages and rules.</summary>
    /// <param name="number">The number of the line.</param>
    /// <param name="name">The scenario's name as JSON; empty if it goes by its number.</param>
    /// <param name="stages">What became of each stage.</param>
    /// <param name="rules">What became of each rule.</param>
    void WriteOutcomes(long number, ReadOnlySpan<byte> name, ReadOnlySpan<StageOutcome> stages, ReadOnlySpan<RuleOutcome> rules);

    /// <summary>An answer with all that belongs to it.</summary>
    /// <param name="number">The number of the line.</param>
    /// <param name="name">The scenario's name as JSON; empty if it goes by its number.</param>
    /// <param name="answer">The answer.</param>
    void Write(long number, ReadOnlySpan<byte> name, Answer answer);

    /// <summary>A line for which there is no verdict.</summary>
    /// <param name="number">The number of the line.</param>
    /// <param name="name">The scenario's name as JSON; empty if it has none, or goes by its number.</param>
    /// <param name="fault">What is wrong with the line.</param>
    void WriteFault(long number, ReadOnlySpan<byte> name, string fault);

    /// <summary>Writes all of them, adds what was counted and what they were called, and starts anew.</summary>
    /// <param name="output">Where lines go.</param>
    /// <param name="total">What has been counted so far.</param>
    /// <param name="names">What lines have been called so far.</param>
    void MoveTo(Stream output, OutcomeTally total, RepeatedNames names);
}
