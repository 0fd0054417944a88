using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Output;

/// <summary>Writes JSON for programs: indented for documents, in one line each for streams.</summary>
internal static class JsonOutput
{
    // The output is no part of a web page: letters of all languages stay legible.
    public static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly JsonWriterOptions Indented = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    public static void PrintDocument(TextWriter output, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            write(json);
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan).ReplaceLineEndings("\n"));
    }
}
