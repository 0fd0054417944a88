namespace NegotiationRules.Cli.Timelines;

/// <summary>Prints timelines in some format.</summary>
internal interface ITimelinePrinter
{
    /// <param name="file">The scenario's file.</param>
    /// <param name="timeline">What becomes of it.</param>
    void Print(string file, Timeline timeline);
}
