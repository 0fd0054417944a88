using NegotiationRules.Cli.Schemas;

namespace NegotiationRules.Cli.Creating;

/// <summary>The files that <c>negotiate new</c> makes.</summary>
internal static class StarterRules
{
    // Stands for the name in the names and texts of the template.
    private const string Name = "NAME";

    private static readonly (string Resource, string Path)[] Files =
    [
        ("NAME.rules.json", "NAME.rules.json"),
        ("NAME.tests.json", "NAME.tests.json"),
        ("port.scenario.json", "scenarios/port.scenario.json"),
    ];

    /// <summary>Writes all files into a folder that is empty or does not exist yet.</summary>
    /// <returns>The paths, as they are written.</returns>
    public static IEnumerable<string> Write(string folder, string name)
    {
        foreach (var (resource, path) in Files)
        {
            yield return WriteFile(Path.Combine(folder, path.Replace(Name, name, StringComparison.Ordinal)), Template(resource).Replace(Name, name, StringComparison.Ordinal));
        }

        var vocabulary = Vocabulary.Negotiation;
        foreach (var (kind, schema) in new[] { ("rules", RuleSchema.Of(vocabulary)), ("scenario", ScenarioSchema.Of(vocabulary)), ("tests", TestsSchema.Of(vocabulary)) })
        {
            yield return WriteFile(Path.Combine(folder, "schema", $"{kind}.schema.json"), SchemaNodes.Print(schema));
        }
    }

    private static string WriteFile(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private static string Template(string resource)
    {
        using var stream = typeof(StarterRules).Assembly.GetManifestResourceStream($"template/{resource}")!;
        using var text = new StreamReader(stream);
        return text.ReadToEnd();
    }
}
