namespace NegotiationRules.Cli.Advising;

/// <summary>Prints advice in some format.</summary>
internal interface IAdvicePrinter
{
    /// <param name="file">The scenario's file.</param>
    /// <param name="verdict">What became of it.</param>
    /// <param name="advice">What to do about the stages that are told of.</param>
    void Print(string file, Verdict verdict, IReadOnlyList<Advice> advice);
}
