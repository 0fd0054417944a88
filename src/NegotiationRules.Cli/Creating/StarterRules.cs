using NegotiationRules.Cli.Schemas;
using NegotiationRules.Facts;
using NegotiationRules.Schemas;

namespace NegotiationRules.Cli.Creating;

/// <summary>The files that <c>negotiate new</c> makes.</summary>
internal static class StarterRules
{
    /// <summary>Writes all files into a folder that is empty or does not exist yet. If one cannot be written, nothing of them is
    /// left.</summary>
    /// <returns>The paths, in the order in which they were written.</returns>
    public static IReadOnlyList<string> Write(Template template, string folder, string name)
    {
        var isNew = !Directory.Exists(folder);
        var files = Texts(template, name).ConvertAll(file => (Path: Path.Combine(folder, file.Path), file.Text));
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

    private static List<(string Path, string Text)> Texts(Template template, string name)
    {
        var files = template.Files(name).ToList();
        var (path, text) = files.Find(file => FileKinds.Of(file.Path) == FileKind.Vocabulary);
        var vocabulary = Vocabulary.Parse(text, path);
        files.Add(("schema/rules.schema.json", SchemaNodes.Print(RuleSchema.Of(vocabulary))));
        files.Add(("schema/scenario.schema.json", SchemaNodes.Print(ScenarioSchema.Of(vocabulary))));
        files.Add(("schema/tests.schema.json", SchemaNodes.Print(TestsSchema.Of(vocabulary))));
        if (files.Exists(file => FileKinds.Of(file.Path) == FileKind.Analysis))
        {
            files.Add(("schema/analysis.schema.json", ShippedSchema.Text("analysis")));
        }

        return files;
    }
}
