using System.Globalization;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using NegotiationRules.Benchmarks.Workload;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;
using NegotiationRules.Text;

namespace NegotiationRules.Benchmarks;

/// <summary>What does a scenario cost when a million of them are evaluated together? Times are for one scenario with its ten
/// outcomes.</summary>
/// <remarks>
/// The floor goes over objects in the order in which they were made, which is kind to it; the second floor goes over arrays of facts. What
/// the rules read of the columns is also copied, to show what the memory allows.
/// </remarks>
[MemoryDiagnoser]
public class ManyScenariosBenchmarks
{
    private const int Scenarios = 1_000_000;

    private readonly RuleSet _rules = TenRules.Load();
    private readonly int[] _outcomes = new int[Scenarios];
    private Situation[] _objects = [];
    private SituationColumns _columns = null!;
    private BatchEvaluator _batch = null!;
    private BatchEvaluator _plain = null!;
    private byte[] _copy = [];

    [GlobalSetup]
    public void Setup()
    {
        var program = ProgramCompiler.Compile(_rules.Checked);
        _batch = new BatchEvaluator(_rules.Checked, program);
        _plain = new BatchEvaluator(_rules.Checked, program) { Width = VectorWidth.None };
        _objects = [.. Enumerable.Range(0, Scenarios).Select(Situations.Varied)];
        _columns = new SituationColumns(_objects);
        foreach (var situation in _objects)
        {
            var bag = new DiagnosticBag();
            var facts = Scenario.From(situation, PropertyNaming.AsDeclared).Bind(_rules.Vocabulary, bag);
            _batch.Table.Add(facts);
            _plain.Table.Add(facts);
        }

        _copy = new byte[CopyOfColumns(measureOnly: true)];
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"// {_copy.Length / (double)Scenarios:0.0} bytes of columns a scenario")
        );

        int[] expected = [.. _objects.Select(HandWritten.Evaluate)];
        AssertAgree(expected, Objects);
        AssertAgree(expected, Columns);
        AssertAgree(expected, () => Satisfied(_batch, () => Batch()));
        AssertAgree(expected, () => Satisfied(_batch, () => BatchOnBothCores()));
        AssertAgree(expected, () => Satisfied(_plain, () => BatchWithoutVectors()));
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Scenarios)]
    public int[] Objects()
    {
        for (var i = 0; i < _objects.Length; i++)
        {
            _outcomes[i] = HandWritten.Evaluate(_objects[i]);
        }

        return _outcomes;
    }

    [Benchmark(OperationsPerInvoke = Scenarios)]
    public int[] Columns()
    {
        for (var i = 0; i < _outcomes.Length; i++)
        {
            _outcomes[i] = _columns.Evaluate(i);
        }

        return _outcomes;
    }

    [Benchmark(OperationsPerInvoke = Scenarios)]
    public object Batch()
    {
        _batch.Evaluate(NeverAsked);
        return _batch.Outcomes;
    }

    [Benchmark(OperationsPerInvoke = Scenarios)]
    public object BatchOnBothCores()
    {
        _batch.Evaluate(NeverAsked, threads: 2);
        return _batch.Outcomes;
    }

    [Benchmark(OperationsPerInvoke = Scenarios)]
    public object BatchWithoutVectors()
    {
        _plain.Evaluate(NeverAsked);
        return _plain.Outcomes;
    }

    [Benchmark(OperationsPerInvoke = Scenarios)]
    public int CopyOfColumns() => CopyOfColumns(measureOnly: false);

    // What the program reads, no more: nothing is unknown, so not what is known; of days only the first, for none is partial.
    private int CopyOfColumns(bool measureOnly)
    {
        var at = 0;
        foreach (var level in _batch.Table.Levels.AsSpan(1))
        {
            Take(MemoryMarshal.AsBytes(level.Offsets));
        }

        foreach (var column in _batch.Table.Columns)
        {
            Take(column.Column.Storage switch
            {
                ColumnStorage.Bits => MemoryMarshal.AsBytes(column.Values),
                ColumnStorage.Longs => MemoryMarshal.AsBytes(column.Longs),
                _ => MemoryMarshal.AsBytes(column.Ints),
            });
        }

        return at;

        void Take(ReadOnlySpan<byte> bytes)
        {
            if (!measureOnly)
            {
                bytes.CopyTo(_copy.AsSpan(at));
            }

            at += bytes.Length;
        }
    }

    private static FactRecord NeverAsked(int scenario) => throw new InvalidOperationException($"scenario {scenario} was not to be walked");

    private int[] Satisfied(BatchEvaluator evaluator, Action evaluate)
    {
        evaluate();
        var bits = new int[Scenarios];
        var plane = new ulong[evaluator.Outcomes.Words];
        for (var rule = 0; rule < _rules.Rules.Count; rule++)
        {
            evaluator.Outcomes.CopyPlane(rule, RuleOutcome.Satisfied, plane);
            for (var i = 0; i < bits.Length; i++)
            {
                bits[i] |= (int)(plane[i >> 6] >> i & 1) << rule;
            }
        }

        return bits;
    }

    private static void AssertAgree(int[] expected, Func<int[]> contender)
    {
        if (!expected.AsSpan().SequenceEqual(contender()))
        {
            throw new InvalidOperationException("The contenders do not agree.");
        }
    }
}
