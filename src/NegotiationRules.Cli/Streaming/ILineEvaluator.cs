namespace NegotiationRules.Cli.Streaming;

/// <summary>Evaluates the scenarios of a block of lines. How many at a time, and in which way, is its own affair; the answers come in the
/// order of the lines.</summary>
/// <remarks>Has memory of its own: one for each block that is under way.</remarks>
internal interface ILineEvaluator
{
    /// <summary>Writes one answer for each line.</summary>
    void Evaluate(IReadOnlyList<ScenarioLine> lines, IAnswers answers);
}
