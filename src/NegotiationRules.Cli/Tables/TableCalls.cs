using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Streaming;
using NegotiationRules.Cli.Verdicts;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Tables;

/// <summary>The door to tables. Whoever does not come through it never loads what reads them.</summary>
internal static class TableCalls
{
    /// <summary>Evaluates the rows of a table.</summary>
    /// <param name="path">How the table is called.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="input">The file; it is closed.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="tally">Counts the answers.</param>
    /// <param name="terminal">Where answers and summary go.</param>
    /// <returns>Whether the end was reached; <see langword="null"/> if the table cannot be read, which standard error says.</returns>
    /// <exception cref="TableException">It has not the columns that are asked for.</exception>
    public static bool? Run(string path, TableKind kind, Stream input, TableQuestion question, OutcomeTally tally, Terminal terminal)
    {
        try
        {
            using var source = TableFiles.Open(kind, input);
            return new TableStream(question, tally).Run(source, terminal);
        }
        catch (InvalidDataException fault)
        {
            terminal.Report(ToolDiagnostics.CannotRead(path, OneLine.Of(fault.Message)));
            return null;
        }
        catch (ScenarioException fault)
        {
            terminal.Report(fault.Diagnostics.Select(one => Finding.Of(one).In(path)));
            return null;
        }
    }

    /// <summary>Evaluates lines, and writes the outcomes as a table.</summary>
    /// <param name="input">The lines.</param>
    /// <param name="wanted">The kind of the table.</param>
    /// <param name="hasNames">Whether the scenarios have names in their lines.</param>
    /// <param name="newEvaluator">Makes what makes answers of lines.</param>
    /// <param name="tally">Counts the answers.</param>
    /// <param name="terminal">Where answers and summary go.</param>
    /// <returns>Whether the end was reached.</returns>
    public static bool RunLines(
        Stream input, TableKind wanted, bool hasNames, Func<ILineEvaluator> newEvaluator, OutcomeTally tally, Terminal terminal)
    {
        using var table = TableFiles.BeginTable(
            wanted, terminal.Output, tally, new NameColumn(type: null, hasNames), new RepeatedNames());
        return ScenarioStream.Run(input, () => new TableAnswers(table, tally.Empty()), newEvaluator, tally, terminal);
    }
}
