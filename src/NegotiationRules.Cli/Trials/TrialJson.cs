using System.Buffers;
using System.Text;
using System.Text.Json;
using NegotiationRules.Cli.Output;

namespace NegotiationRules.Cli.Trials;

/// <summary>For programs: every case, and the coverage if it is asked for.</summary>
internal sealed class TrialJson : ITrialPrinter
{
    private readonly Terminal _terminal;
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;
    private long _passed;
    private long _failed;

    public TrialJson(Terminal terminal)
    {
        _terminal = terminal;
        _json = new Utf8JsonWriter(_buffer, JsonOutput.Indented);
        _json.WriteStartObject();
        _json.WriteStartArray("files");
    }

    public void Begin(string file)
    {
        _json.WriteStartObject();
        _json.WriteString("file", file);
        _json.WriteStartArray("cases");
    }

    public void Print(RuleTestResult result)
    {
        _ = result.Passed ? _passed++ : _failed++;
        _json.WriteStartObject();
        _json.WriteString("name", result.Name);
        _json.WriteBoolean("passed", result.Passed);
        if (result.Deviation is not null)
        {
            _json.WriteString("deviation", result.Deviation);
        }

        if (!result.Passed)
        {
            WriteFailure(result);
        }

        _json.WriteEndObject();
    }

    public void EndOfFile(RuleTestCoverage? coverage, MutationResults? mutants)
    {
        _json.WriteEndArray();
        if (coverage is not null)
        {
            CoverageJson.Write(_json, coverage);
        }

        if (mutants is not null)
        {
            MutationJson.Write(_json, mutants);
        }

        _json.WriteEndObject();
    }

    public void PrintFault(string file, IReadOnlyList<Diagnostic> diagnostics)
    {
        _json.WriteStartObject();
        _json.WriteString("file", file);
        WriteErrors(diagnostics);
        _json.WriteEndObject();
        _terminal.Report(diagnostics);
    }

    public void End()
    {
        _json.WriteEndArray();
        _json.WriteNumber("passed", _passed);
        _json.WriteNumber("failed", _failed);
        _json.WriteEndObject();
        _json.Flush();
        _terminal.Out.WriteLine(Encoding.UTF8.GetString(_buffer.WrittenSpan).ReplaceLineEndings("\n"));
    }

    public void Dispose() => _json.Dispose();

    private void WriteFailure(RuleTestResult result)
    {
        _json.WriteString("file", result.Place.File);
        _json.WriteNumber("line", result.Place.Line);
        _json.WriteStartArray("differences");
        foreach (var difference in result.Differences)
        {
            _json.WriteStartObject();
            _json.WriteString("what", difference.What);
            _json.WriteString("expected", difference.Expected);
            _json.WriteString("actual", difference.Actual);
            _json.WriteNumber("line", difference.Place.Line);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        if (result.Verdict is null)
        {
            WriteErrors(result.Diagnostics);
        }
    }

    private void WriteErrors(IEnumerable<Diagnostic> diagnostics)
    {
        _json.WriteStartArray("errors");
        foreach (var diagnostic in diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error))
        {
            _json.WriteStartObject();
            _json.WriteString("code", diagnostic.Code);
            _json.WriteString("message", diagnostic.Message);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }
}
