using System.Buffers;
using System.Text.Json;
using NegotiationRules.Cli.Output;

namespace NegotiationRules.Cli.Serving;

/// <summary>What the page is told of a folder, as JSON.</summary>
internal static class FolderJson
{
    /// <summary>The whole of it: its name, its files, and in words what is left out.</summary>
    public static byte[] Of(ServedFolder folder) => Object(json =>
    {
        var look = folder.Look();
        json.WriteString("name", folder.Name);
        json.WriteStartObject("files");
        foreach (var path in look.Files.Keys.Order(StringComparer.Ordinal))
        {
            if (folder.Read(path) is { } text)
            {
                json.WriteString(path, text);
            }
        }

        json.WriteEndObject();
        WriteLeftOut(json, look.LeftOut);
    });

    /// <summary>A file that has changed; without a text, it is gone.</summary>
    public static byte[] OfChange(string path, string? text) => Object(json =>
    {
        json.WriteString("path", path);
        json.WriteString("text", text);
    });

    /// <summary>What is left out now.</summary>
    public static byte[] OfLeftOut(IReadOnlyList<LeftOutFile> leftOut) => Object(json => WriteLeftOut(json, leftOut));

    private static void WriteLeftOut(Utf8JsonWriter json, IReadOnlyList<LeftOutFile> leftOut)
    {
        json.WriteStartArray("leftOut");
        foreach (var line in LeftOutFile.Tell(leftOut))
        {
            json.WriteStringValue(line);
        }

        json.WriteEndArray();
    }

    private static byte[] Object(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonOutput.OneLine))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
