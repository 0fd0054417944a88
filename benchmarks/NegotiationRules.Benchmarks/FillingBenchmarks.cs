using System.Text.Json;
using System.Text.Json.Serialization;
using BenchmarkDotNet.Attributes;
using NegotiationRules.Benchmarks.Workload;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;

namespace NegotiationRules.Benchmarks;

/// <summary>What does it cost to lay the facts of a scenario out in columns, from JSON text, from a typed object and from the records of
/// the plain way?</summary>
[MemoryDiagnoser]
public partial class FillingBenchmarks
{
    private readonly NegotiationRules.Programs.Program _program = ProgramCompiler.Compile(TenRules.Load().Checked);
    private readonly Situation _situation = Situations.Mixed();
    private FactTable _table = null!;
    private JsonTableReader _fromJson = null!;
    private ObjectTableReader<Situation> _fromObjects = null!;
    private Facts.FactRecord _facts = null!;
    private byte[] _json = [];

    [GlobalSetup]
    public void Setup()
    {
        _table = new FactTable(_program.Layout, _program.Texts);
        _fromJson = new JsonTableReader(_program.Layout);
        _fromObjects = new ObjectTableReader<Situation>(_program.Layout, ObjectOptions.Of(PropertyNaming.AsDeclared));
        _json = JsonSerializer.SerializeToUtf8Bytes(_situation);
        _facts = Scenario.Parse(_json).Bind(TenRules.Vocabulary, new Text.DiagnosticBag());
        FromRecord();
        var expected = Values();
        if (!FromJson() || Values() != expected || !FromObject() || Values() != expected)
        {
            throw new InvalidOperationException("The contenders do not fill in the same.");
        }
    }

    /// <summary>The floor: the typed object that hand-written rules would then be evaluated on.</summary>
    [Benchmark(Baseline = true)]
    public object Deserialize() => JsonSerializer.Deserialize(_json, Context.Default.Situation)!;

    [Benchmark]
    public bool FromJson()
    {
        _table.Clear();
        return _fromJson.TryAdd(_json, _table);
    }

    [Benchmark]
    public bool FromObject()
    {
        _table.Clear();
        return _fromObjects.TryAdd(_situation, _table);
    }

    [Benchmark]
    public void FromRecord()
    {
        _table.Clear();
        _table.Add(_facts);
    }

    // Texts that no rule names may have any code beyond those that rules name.
    private string Values() => string.Join(';', _table.Columns.Select(c => string.Join(
        ',',
        Enumerable.Range(0, c.Count).Select(i => c.Column.Storage switch
        {
            ColumnStorage.Bits => Bits.Get(c.Values, i) ? 1 : 0,
            ColumnStorage.Longs => c.Longs[i],
            ColumnStorage.Codes => Math.Min(c.Ints[i], _table.Texts.Other),
            _ => c.Ints[i],
        }))));

    [JsonSerializable(typeof(Situation))]
    private sealed partial class Context : JsonSerializerContext;
}
