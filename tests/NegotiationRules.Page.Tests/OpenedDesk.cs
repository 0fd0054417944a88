using System.Text.Json.Nodes;
using NegotiationRules.Tests.Cli;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Page.Tests;

/// <summary>A desk with a rule set on it, asked as the page asks.</summary>
internal sealed class OpenedDesk : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Desk _desk;

    public OpenedDesk(params (string Path, string Text)[] files)
    {
        _desk = new Desk(_folder.Path);
        Ask("write", ("files", new JsonObject(files.Select(file => KeyValuePair.Create(file.Path, (JsonNode?)file.Text)))));
    }

    /// <summary>One of the rule sets of the repository.</summary>
    public static OpenedDesk Shipped(string name) =>
        new([.. FilesOf(name).Select(path => (path, File.ReadAllText(Repository.At($"rules/{name}/{path}"))))]);

    public static IReadOnlyList<string> FilesOf(string name) =>
    [
        .. Directory.EnumerateFiles(Repository.At($"rules/{name}"), "*.json*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.At($"rules/{name}"), path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("broken", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    public JsonObject Ask(string kind, params (string Name, JsonNode? Value)[] more)
    {
        var question = new JsonObject { ["ask"] = kind };
        foreach (var (name, value) in more)
        {
            question[name] = value;
        }

        return JsonNode.Parse(_desk.Answer(question.ToJsonString()))!.AsObject();
    }

    public JsonObject Look(string rules, string scenario, params (string Name, JsonNode? Value)[] more) =>
        Ask("look", [("rules", rules), ("scenario", scenario), .. more]);

    /// <summary>A text after edits, as the page makes them.</summary>
    public static string Edited(string text, JsonNode edits)
    {
        foreach (var edit in edits.AsArray().OrderByDescending(edit => edit!["start"]!.GetValue<int>()))
        {
            var start = edit!["start"]!.GetValue<int>();
            text = text[..start] + edit["text"]!.GetValue<string>() + text[(start + edit["length"]!.GetValue<int>())..];
        }

        return text;
    }

    public void Dispose() => _folder.Dispose();
}
