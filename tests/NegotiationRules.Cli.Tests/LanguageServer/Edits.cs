using System.Text.Json.Nodes;

namespace NegotiationRules.Cli.Tests.LanguageServer;

/// <summary>What becomes of a text by edits, as an editor makes them.</summary>
internal static class Edits
{
    public static string Applied(string text, JsonArray edits) => edits
        .Select(edit => (Start: Offset(text, edit!["range"]!["start"]!), End: Offset(text, edit["range"]!["end"]!),
            New: (string)edit["newText"]!))
        .OrderByDescending(edit => edit.Start)
        .Aggregate(text, (all, edit) => all[..edit.Start] + edit.New + all[edit.End..]);

    private static int Offset(string text, JsonNode position) =>
        text.Split('\n').Take((int)position["line"]!).Sum(line => line.Length + 1) + (int)position["character"]!;
}
