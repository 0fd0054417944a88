using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Analysis.Sweeps;

/// <summary>Evaluates stretches of a sweep, one after the other, and counts.</summary>
/// <remarks>One for each thread.</remarks>
internal sealed class SweepWorker
{
    // What they need stays near the processor.
    private const int MostScenarios = 8_192;
    private const int MostElements = 131_072;
    private const int MostBatches = 256;

    private readonly SweepPlan _plan;
    private readonly Dictionary<long, SweepBatch> _batches = [];
    private readonly int[][] _places;
    private readonly ulong[] _numbers = new ulong[MostScenarios];
    private readonly int[] _drawn = new int[MostScenarios];
    private readonly SweepTally _tally;
    private readonly OutcomeCounter _counter;

    public SweepWorker(SweepPlan plan)
    {
        _plan = plan;
        _places = [.. Enumerable.Range(0, plan.Dimensions.Count - plan.Parameters).Select(_ => new int[MostScenarios])];
        _tally = plan.NewTally();
        _counter = new OutcomeCounter(plan, _tally, Bits.Words(MostScenarios));
    }

    /// <summary>Adds what was counted to another tally, and begins anew.</summary>
    public void MoveTo(SweepTally tally)
    {
        tally.Add(_tally);
        _tally.Clear();
    }

    /// <summary>Evaluates some scenarios that follow one another.</summary>
    public void Evaluate(long first, int count)
    {
        if (_plan.Grid is { } grid)
        {
            EvaluateGrid(grid, first, count);
        }
        else if (_plan.Rules.Count == 1)
        {
            EvaluateSample(0, first, [], count);
        }
        else
        {
            foreach (var (rules, offsets) in ByRules(first, count))
            {
                EvaluateSample(rules, first, offsets, offsets.Length);
            }
        }
    }

    private void EvaluateGrid(GridPlaces grid, long first, int count)
    {
        var stride = grid.StrideOf(_plan.Parameters);
        for (var at = 0; at < count;)
        {
            var (rules, from) = ((first + at) / stride, first + at);
            var batch = BatchOf(rules);
            var run = (int)Math.Min(Math.Min(stride - (from % stride), count - at), Room(batch));
            for (var fact = 0; fact < _places.Length; fact++)
            {
                grid.Read(_plan.Parameters + fact, from, _places[fact].AsSpan(0, run));
            }

            batch.Evaluate(run, _places);
            _counter.Count(
                batch.Batch, run, _plan.Rules.PlacesOf(rules), _places, fact => grid.OnlyPlace(_plan.Parameters + fact, from, run));
            at += run;
        }
    }

    private void EvaluateSample(long rules, long first, int[] offsets, int count)
    {
        var batch = BatchOf(rules);
        var parameters = _plan.Rules.PlacesOf(rules);
        for (var at = 0; at < count;)
        {
            var run = Math.Min(count - at, Room(batch));
            for (var fact = 0; fact < _places.Length; fact++)
            {
                Draw(_plan.Parameters + fact, offsets.Length == 0 ? first + at : first, offsets.AsSpan(Math.Min(at, offsets.Length)), run)
                    .CopyTo(_places[fact]);
            }

            batch.Evaluate(run, _places);
            _counter.Count(batch.Batch, run, parameters, _places, _ => -1);
            at += run;
        }
    }

    // Which scenarios have which parameters; those of one combination together, in their order.
    private IEnumerable<(long Rules, int[] Offsets)> ByRules(long first, int count)
    {
        var rules = new long[count];
        for (var at = 0; at < count; at += MostScenarios)
        {
            var run = Math.Min(count - at, MostScenarios);
            for (var parameter = 0; parameter < _plan.Parameters; parameter++)
            {
                var places = Draw(parameter, first + at, [], run);
                for (var i = 0; i < run; i++)
                {
                    rules[at + i] = (rules[at + i] * _plan.Dimensions[parameter].Values.Count) + places[i];
                }
            }
        }

        var offsets = Enumerable.Range(0, count).ToArray();
        Array.Sort((long[])rules.Clone(), offsets);
        return offsets.GroupBy(offset => rules[offset], (key, same) => (key, same.Order().ToArray()));
    }

    private ReadOnlySpan<int> Draw(int dimension, long first, ReadOnlySpan<int> offsets, int run)
    {
        _plan.Numbers!.Draw(dimension, first, offsets.IsEmpty ? [] : offsets[..run], _numbers.AsSpan(0, run));
        _plan.Dimensions[dimension].Weights.Read(_numbers.AsSpan(0, run), _drawn);
        return _drawn.AsSpan(0, run);
    }

    private SweepBatch BatchOf(long rules)
    {
        if (!_batches.TryGetValue(rules, out var batch))
        {
            if (_batches.Count >= MostBatches)
            {
                _batches.Clear();
            }

            batch = new SweepBatch(_plan.Rules.Of(rules), _plan.Facts);
            _batches.Add(rules, batch);
        }

        return batch;
    }

    private static int Room(SweepBatch batch) => Math.Clamp(MostElements / Math.Max(1, batch.Elements), 64, MostScenarios);
}
