using System.Globalization;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using NegotiationRules.Benchmarks.Workload;
using NegotiationRules.Cli;
using NegotiationRules.Cli.Output;

namespace NegotiationRules.Benchmarks;

/// <summary>How fast does <c>negotiate evaluate --scenarios</c> get through JSON Lines?</summary>
/// <remarks>
/// The floor reads the same lines, deserialises each by generated code, evaluates the ten conditions and counts; it writes no answers,
/// while the tool writes one for each line.
/// </remarks>
public class StreamingBenchmarks
{
    private const int Lines = 100_000;

    private readonly string _rules = Path.Combine(AppContext.BaseDirectory, "Workload", "ten-rules.rules.json");
    private byte[] _json = [];

    [GlobalSetup]
    public void Setup()
    {
        _json = MakeLines();
        var expected = ByHand();
        using var answers = new MemoryStream();
        Run(answers);
        var given = new long[10];
        foreach (var line in Encoding.UTF8.GetString(answers.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var answer = JsonDocument.Parse(line);
            var rule = 0;
            foreach (var outcome in answer.RootElement.GetProperty("rules").EnumerateObject())
            {
                given[rule++] += outcome.Value.ValueEquals("satisfied") ? 1 : 0;
            }
        }

        if (!given.SequenceEqual(expected))
        {
            throw new InvalidOperationException("The contenders do not agree.");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"// {_json.Length / 1e6:0.0} MB in {Lines} lines"));
    }

    [Benchmark(Baseline = true)]
    public long[] ByHand()
    {
        var satisfied = new long[10];
        var rest = _json.AsSpan();
        for (var end = rest.IndexOf((byte)'\n'); end >= 0; end = rest.IndexOf((byte)'\n'))
        {
            var bits = HandWritten.Evaluate(JsonSerializer.Deserialize(rest[..end], SituationJson.Default.Situation)!);
            for (var rule = 0; rule < satisfied.Length; rule++)
            {
                satisfied[rule] += (bits >> rule) & 1;
            }

            rest = rest[(end + 1)..];
        }

        return satisfied;
    }

    [Benchmark]
    public int Tool() => Run(Stream.Null);

    private int Run(Stream answers)
    {
        using var input = new MemoryStream(_json);
        using var output = new StreamWriter(answers, leaveOpen: true);
        return NegotiateTool.Run(
            ["evaluate", _rules, "--scenarios", "-"],
            new Terminal
            {
                Input = input,
                Output = answers,
                Out = output,
                Error = TextWriter.Null,
            }
        );
    }

    private static byte[] MakeLines()
    {
        using var lines = new MemoryStream();
        foreach (var situation in Enumerable.Range(0, Lines).Select(Situations.Varied))
        {
            JsonSerializer.Serialize(lines, situation, SituationJson.Default.Situation);
            lines.WriteByte((byte)'\n');
        }

        return lines.ToArray();
    }
}
