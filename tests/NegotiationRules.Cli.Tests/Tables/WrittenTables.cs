using System.Text;
using System.Text.RegularExpressions;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using DuckDB.NET.Data;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Tests.Tables;

/// <summary>Scenarios as files of the kinds that the tool takes, and what it says of them in a form that can be compared.</summary>
internal static partial class WrittenTables
{
    public static string ToLines(string path, IEnumerable<JsonObject> scenarios)
    {
        File.WriteAllLines(path, scenarios.Select(one => JsonPrinter.Print(one, indented: false)));
        return path;
    }

    public static string ToArrow(string path, RecordBatch rows, bool asStream)
    {
        using var file = File.Create(path);
        using var writer = asStream ? new ArrowStreamWriter(file, rows.Schema) : new ArrowFileWriter(file, rows.Schema);
        writer.WriteRecordBatch(rows);
        writer.WriteEnd();
        return path;
    }

    /// <summary>Facts that are in no list, a column each by its path; whether there are others.</summary>
    public static bool TryToCsv(string path, IReadOnlyList<JsonObject> scenarios)
    {
        var rows = scenarios.Select(one => Flat(one, string.Empty).ToList()).ToList();
        if (rows.Exists(row => row.Exists(cell => cell.Text is null)))
        {
            return false;
        }

        var names = rows.SelectMany(row => row.Select(cell => cell.Path)).Distinct().ToList();
        var text = new StringBuilder().AppendJoin(',', names.Select(Quoted)).Append("\r\n");
        foreach (var row in rows)
        {
            var cells = names.Select(name => row.Find(cell => cell.Path == name).Text ?? string.Empty);
            text.AppendJoin(',', cells).Append("\r\n");
        }

        File.WriteAllText(path, text.ToString());
        return names.Count > 0;
    }

    /// <summary>Answers of the tool, and of faulty scenarios only that they are.</summary>
    public static string Comparable(string answers) => Fault().Replace(answers, "\"faulty\"");

    /// <summary>What DuckDB answers, a line for each row.</summary>
    public static string Ask(string query)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        }

        return string.Join('\n', lines);
    }

    private static IEnumerable<(string Path, string? Text)> Flat(JsonObject o, string around) =>
        o.Members.SelectMany(member => member.Value switch
        {
            JsonObject inside when inside.Find("value") is null && inside.Find("known") is null => Flat(inside, $"{around}{member.Name}."),
            JsonText text => [(around + member.Name, (string?)Quoted(text.Value))],
            JsonNumber number => [(around + member.Name, number.Digits)],
            JsonBoolean truth => [(around + member.Name, truth.Value ? "True" : "false")],
            JsonNull => [],
            _ => [(around + member.Name, null)],
        });

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex("\"(row|line)\":\\d+,\"error\":.*")]
    private static partial Regex Fault();
}
