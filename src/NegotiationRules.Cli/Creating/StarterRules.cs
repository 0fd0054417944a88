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

    /// <summary>Writes all files into a folder that is empty or does not exist yet. If one cannot be written, nothing of them is
    /// left.</summary>
    /// <returns>The paths, in the order in which they were written.</returns>
    public static IReadOnlyList<string> Write(string folder, string name)
    {
        var isNew = !Directory.Exists(folder);
        var files = Texts(folder, name).ToList();
        var done = 0;
        try
        {
            for (; done < files.Count; done++)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(files[done].Path)!);
                File.WriteAllText(files[done].Path, files[done].Text);
            }

            return [.. files.Select(file => file.Path)];
        }
        catch
        {
            Remove(folder, isNew, files.Take(done + 1).Select(file => file.Path));
            throw;
        }
    }

    // The folder was empty, so all that is in those inside it was made here.
    private static void Remove(string folder, bool isNew, IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            if (File.Exists(file))
            {
                File.Delete(file);
            }
        }

        foreach (
            var inside in files
                .Select(file => Path.GetDirectoryName(file)!)
                .Where(inside => inside != folder && Directory.Exists(inside))
                .Distinct()
        )
        {
            Directory.Delete(inside);
        }

        if (isNew && Directory.Exists(folder))
        {
            Directory.Delete(folder);
        }
    }

    private static IEnumerable<(string Path, string Text)> Texts(string folder, string name)
    {
        foreach (var (resource, path) in Files)
        {
            yield return (
                Path.Combine(folder, path.Replace(Name, name, StringComparison.Ordinal)),
                Template(resource).Replace(Name, name, StringComparison.Ordinal)
            );
        }

        var vocabulary = Vocabulary.Negotiation;
        foreach (
            var (kind, schema) in new[]
            {
                ("rules", RuleSchema.Of(vocabulary)),
                ("scenario", ScenarioSchema.Of(vocabulary)),
                ("tests", TestsSchema.Of(vocabulary)),
            }
        )
        {
            yield return (Path.Combine(folder, "schema", $"{kind}.schema.json"), SchemaNodes.Print(schema));
        }
    }

    private static string Template(string resource)
    {
        using var stream = typeof(StarterRules).Assembly.GetManifestResourceStream($"template/{resource}")!;
        using var text = new StreamReader(stream);
        return text.ReadToEnd();
    }
}
