using NegotiationRules.Arrow.Outcomes;

namespace NegotiationRules.Cli.Tables;

/// <summary>Takes the outcomes of rows.</summary>
internal interface ITableSink : IDisposable
{
    /// <summary>Writes the outcomes of rows.</summary>
    /// <param name="outcomes">The outcomes.</param>
    /// <param name="count">Of how many rows.</param>
    /// <param name="ids">What these are called.</param>
    void Write(OutcomeColumns outcomes, int count, RowIds ids);
}
