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
    private readonly VariedPlaces[] _places;
    private readonly int[] _drawn = new int[MostScenarios];
    private readonly SweepTally _tally;
    private readonly OutcomeCounter _counter;

    public SweepWorker(SweepPlan plan)
    {
        _plan = plan;
        _places = [.. Enumerable.Range(0, plan.Dimensions.Count - plan.Parameters).Select(_ => new VariedPlaces(MostScenarios))];
        _tally = plan.NewTally();
        _counter = new OutcomeCounter(plan, _tally, MostScenarios);
    }

    /// <summary>Adds what was counted to another tally, and begins anew.</summary>
    public void MoveTo(SweepTally tally)
    {
        _counter.End();
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
            EvaluateByRules(first, count);
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
                var dimension = _plan.Parameters + fact;
                if (grid.OnlyPlace(dimension, from, run) is >= 0 and var only)
                {
                    _places[fact].SetOnly(run, only);
                }
                else if (_plan.Dimensions[dimension].Values.Count == 2)
                {
                    grid.ReadBits(dimension, from, _places[fact].WriteBits(run));
                }
                else
                {
                    grid.Read(dimension, from, _places[fact].WriteEach(run));
                }
            }

            batch.Evaluate(run, _places);
            _counter.Count(batch.Batch, run, _plan.Rules.PlacesOf(rules), _places);
            at += run;
        }
    }

    private void EvaluateSample(long rules, long first, ReadOnlySpan<int> offsets, int count)
    {
        var batch = BatchOf(rules);
        var parameters = _plan.Rules.PlacesOf(rules);
        for (var at = 0; at < count;)
        {
            var run = Math.Min(count - at, Room(batch));
            for (var fact = 0; fact < _places.Length; fact++)
            {
                Draw(
                    _plan.Parameters + fact, offsets.IsEmpty ? first + at : first, offsets.IsEmpty ? [] : offsets.Slice(at, run), run,
                    _places[fact]);
            }

            batch.Evaluate(run, _places);
            _counter.Count(batch.Batch, run, parameters, _places);
            at += run;
        }
    }

    // Which scenarios have which parameters; those of one combination together, in their order.
    private void EvaluateByRules(long first, int count)
    {
        var (rules, ends) = (new int[count], new int[_plan.Rules.Count]);
        for (var at = 0; at < count; at += MostScenarios)
        {
            var some = rules.AsSpan(at, Math.Min(count - at, MostScenarios));
            for (var parameter = 0; parameter < _plan.Parameters; parameter++)
            {
                var places = _drawn.AsSpan(0, some.Length);
                _plan.Numbers!.Read(parameter, first + at, [], _plan.Dimensions[parameter].Weights, places);
                for (var i = 0; i < some.Length; i++)
                {
                    some[i] = (some[i] * _plan.Dimensions[parameter].Values.Count) + places[i];
                }
            }
        }

        foreach (var combination in rules)
        {
            ends[combination]++;
        }

        for (var (combination, end) = (0, 0); combination < ends.Length; combination++)
        {
            (ends[combination], end) = (end, end + ends[combination]);
        }

        var offsets = new int[count];
        for (var i = 0; i < count; i++)
        {
            offsets[ends[rules[i]]++] = i;
        }

        for (var (combination, start) = (0, 0); combination < ends.Length; start = ends[combination++])
        {
            var mine = offsets.AsSpan(start..ends[combination]);
            if (mine.Length > 0)
            {
                EvaluateSample(combination, first, mine, mine.Length);
            }
        }
    }

    private void Draw(int dimension, long first, ReadOnlySpan<int> offsets, int run, VariedPlaces places)
    {
        var (numbers, weights) = (_plan.Numbers!, _plan.Dimensions[dimension].Weights);
        if (weights.Count == 1)
        {
            places.SetOnly(run, 0);
        }
        else if (weights.Count == 2)
        {
            numbers.ReadBits(dimension, first, offsets, weights, run, places.WriteBits(run));
        }
        else
        {
            numbers.Read(dimension, first, offsets, weights, places.WriteEach(run));
        }
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
