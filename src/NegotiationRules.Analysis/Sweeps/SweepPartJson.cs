using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NegotiationRules.Analysis.Sweeps;

/// <summary>A part of a sweep as JSON: what it is of, from where to where, and all counts.</summary>
internal static class SweepPartJson
{
    private const int Form = 2;

    public static string Write(SweepHeader header, SweepShard shard, SweepTally tally)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("sweepPart", Form);
            Write(json, header);
            json.WriteString("shard", shard.ToString());
            json.WriteNumber("done", tally.Done);
            json.WriteNumber("faulty", tally.Faulty);
            json.WriteStartObject("counts");
            foreach (var (name, counts) in tally.Parts)
            {
                json.WriteStartArray(name);
                foreach (var count in counts)
                {
                    json.WriteNumberValue(count);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>Reads a part.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static (SweepHeader Header, SweepShard Shard, SweepTally Tally) Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var json = document.RootElement;
            if (json.GetProperty("sweepPart").GetInt32() != Form)
            {
                throw new FormatException("it is a part of a sweep in a form that this version does not know");
            }

            var header = ReadHeader(json);
            var shard = json.GetProperty("shard").GetString()!.Split('/') is [var number, var of]
                ? new SweepShard(int.Parse(number, provider: null), int.Parse(of, provider: null))
                : throw new FormatException();
            var tally = new SweepTally(header.Stages.Count, header.RuleNames.Count, header.Classes)
            {
                Done = json.GetProperty("done").GetInt64(),
                Faulty = json.GetProperty("faulty").GetInt64(),
            };
            ReadCounts(json.GetProperty("counts"), tally);
            return tally.Done < 0 || tally.Done > shard.End(header.Scenarios) - shard.Start(header.Scenarios)
                ? throw new FormatException("it says that more was done than there is") : (header, shard, tally);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("it is no part of a sweep", fault);
        }
    }

    private static void ReadCounts(JsonElement json, SweepTally tally)
    {
        foreach (var (name, counts) in tally.Parts)
        {
            var written = json.GetProperty(name);
            if (written.GetArrayLength() != counts.Length)
            {
                throw new FormatException("it has more or fewer counts than it has rules and values");
            }

            var i = 0;
            foreach (var count in written.EnumerateArray())
            {
                counts[i++] = count.GetInt64();
            }
        }
    }

    private static void Write(Utf8JsonWriter json, SweepHeader header)
    {
        json.WriteString("version", header.Version);
        json.WriteString("rules", header.Rules);
        json.WriteString("rulesHash", header.RulesHash);
        json.WriteString("given", header.Given);
        json.WriteString("givenHash", header.GivenHash);
        json.WriteString("method", header.Method?.ToString());
        json.WriteNumber("seed", header.Seed);
        json.WriteNumber("scenarios", header.Scenarios);
        json.WriteStartArray("dimensions");
        foreach (var dimension in header.Dimensions)
        {
            json.WriteStartObject();
            json.WriteString("name", dimension.Name);
            json.WriteBoolean("isParameter", dimension.IsParameter);
            json.WriteNumber("values", dimension.Values);
            json.WriteString("hash", dimension.Hash);
            WriteTexts(json, "classes", dimension.Classes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteTexts(json, "stages", header.Stages);
        json.WriteStartArray("ruleNames");
        foreach (var rule in header.RuleNames)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteString("title", rule.Title);
            json.WriteString("stage", rule.Stage);
            json.WriteString("strength", rule.Strength.ToString());
            json.WriteBoolean("isRisk", rule.IsRisk);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static SweepHeader ReadHeader(JsonElement json) => new(
        Text(json, "version"), Text(json, "rules"), Text(json, "rulesHash"), Text(json, "given"), Text(json, "givenHash"),
        json.GetProperty("method").GetString() is { } method ? Enum.Parse<SamplingMethod>(method) : null,
        json.GetProperty("seed").GetInt32(),
        json.GetProperty("scenarios").GetInt64(),
        [
            .. json.GetProperty("dimensions").EnumerateArray().Select(one => new HeadedDimension(
                Text(one, "name"), one.GetProperty("isParameter").GetBoolean(), one.GetProperty("values").GetInt32(), Text(one, "hash"),
                Texts(one, "classes"))),
        ],
        Texts(json, "stages"),
        [
            .. json.GetProperty("ruleNames").EnumerateArray().Select(one => new HeadedRule(
                Text(one, "id"), one.GetProperty("title").GetString(), Text(one, "stage"), Enum.Parse<Strength>(Text(one, "strength")),
                one.GetProperty("isRisk").GetBoolean())),
        ]);

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException();

    private static string[] Texts(JsonElement json, string name) =>
        [.. json.GetProperty(name).EnumerateArray().Select(text => text.GetString() ?? string.Empty)];
}
