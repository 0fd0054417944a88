using NegotiationRules.Arrow.Outcomes;
using NegotiationRules.Cli.Streaming;
using NegotiationRules.Cli.Verdicts;

namespace NegotiationRules.Cli.Tables;

/// <summary>Gathers the outcomes of rows or lines in a table, as many rows together as make a file that is read quickly: what they came
/// in, many small pieces perhaps, is no measure for that.</summary>
internal sealed class OutcomeTable : ITableSink
{
    // A byte for each outcome.
    private const int MostOutcomes = 16 * 1024 * 1024;
    private const int MostRows = 131_072;
    private const int FewRows = 1024;

    private readonly RecordFile _file;
    private readonly OutcomeTally _tally;
    private readonly NameColumn _names;
    private readonly RepeatedNames _repeated;
    private readonly int _most;
    private readonly StageOutcome[] _stages;
    private readonly RuleOutcome[] _rules;
    private OutcomeColumns _outcomes;
    private int _count;
    private bool _isWritten;

    /// <summary>Begins a table.</summary>
    /// <param name="file">Where it goes.</param>
    /// <param name="tally">Tells which stages and rules there are.</param>
    /// <param name="names">What rows are called.</param>
    /// <param name="repeated">Finds names that come again.</param>
    public OutcomeTable(RecordFile file, OutcomeTally tally, NameColumn names, RepeatedNames repeated)
    {
        (_file, _tally, _names, _repeated) = (file, tally, names, repeated);
        (_stages, _rules) = (new StageOutcome[tally.Stages.Count], new RuleOutcome[tally.Rules.Count]);
        _most = Math.Clamp(MostOutcomes / Math.Max(1, _stages.Length + _rules.Length), FewRows, MostRows);
        _outcomes = NewOutcomes();
    }

    public void Write(OutcomeColumns outcomes, int count, RowIds ids)
    {
        for (var row = 0; row < count; row++)
        {
            var name = ids.TextOf(row);
            if (name is not null)
            {
                _repeated.Add(RepeatedNames.DigestOf(System.Text.Encoding.UTF8.GetBytes(ids.JsonOf(row))), ids.NumberOf(row));
            }

            if (outcomes.ErrorOf(row) is { } error)
            {
                AddFault(ids.NumberOf(row), name, error);
            }
            else
            {
                outcomes.Read(row, _stages, _rules);
                Add(ids.NumberOf(row), name, _stages, _rules);
            }
        }
    }

    /// <summary>Adds the outcomes of one row or line.</summary>
    public void Add(long number, string? name, ReadOnlySpan<StageOutcome> stages, ReadOnlySpan<RuleOutcome> rules)
    {
        _outcomes.Write(_count, stages, rules);
        Take(number, name);
    }

    /// <summary>Adds one that has none, and why.</summary>
    public void AddFault(long number, string? name, string error)
    {
        _outcomes.WriteError(_count, error);
        Take(number, name);
    }

    /// <summary>Writes what is left, and ends the file.</summary>
    public void Dispose()
    {
        if (_count > 0 || (!_isWritten && _file.NeedsRows))
        {
            Write();
        }

        _file.Dispose();
    }

    private void Take(long number, string? name)
    {
        _names.Add(number, name);
        if (++_count == _most)
        {
            Write();
        }
    }

    private void Write()
    {
        _file.Write(_outcomes.ToRecordBatch(_file.Schema, _count, _names.Build()));
        (_count, _isWritten) = (0, true);
        _outcomes = NewOutcomes();
    }

    private OutcomeColumns NewOutcomes() => new(_tally.Stages, [.. _tally.Rules.Select(rule => rule.Id)], _most);
}
