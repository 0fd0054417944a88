namespace NegotiationRules.Cli.Streaming;

/// <summary>A block of lines on its way through the stream: read, then evaluated beside other blocks, then answered in its turn. Used again
/// and again.</summary>
/// <param name="evaluator">What makes answers of its lines.</param>
/// <param name="answers">Takes them until it is their turn.</param>
internal sealed class StreamBlock(ILineEvaluator evaluator, IAnswers answers)
{
    public LineBlock Lines { get; } = new();

    public IAnswers Answers => answers;

    /// <summary>Done when all lines have their answers.</summary>
    public Task Evaluation { get; private set; } = Task.CompletedTask;

    public void Start() => Evaluation = Task.Run(() => evaluator.Evaluate(Lines.Lines, answers));
}
