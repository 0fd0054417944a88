namespace NegotiationRules.Cli.Files;

/// <summary>Files that travel with the tool: rule sets, templates for new ones, and pages of the documentation.</summary>
internal static class ShippedFiles
{
    private static readonly System.Reflection.Assembly Tool = typeof(ShippedFiles).Assembly;

    // Windows writes the folders of a name with another stroke.
    private static readonly Lazy<Dictionary<string, string>> Resources = new(() =>
        Tool.GetManifestResourceNames().ToDictionary(name => name.Replace('\\', '/'), StringComparer.Ordinal));

    /// <summary>The files in a folder and all folders in it: those of the folder itself first, then by name.</summary>
    /// <param name="folder">Such as <c>rules/</c>, with <c>/</c> at its end.</param>
    /// <returns>Paths within the folder, with <c>/</c>.</returns>
    public static IEnumerable<string> In(string folder) => Resources.Value.Keys
        .Where(path => path.StartsWith(folder, StringComparison.Ordinal))
        .Select(path => path[folder.Length..])
        .OrderBy(path => path.Contains('/'))
        .ThenBy(path => path, StringComparer.Ordinal);

    public static bool Exists(string path) => Resources.Value.ContainsKey(path);

    public static string Text(string path)
    {
        using var text = new StreamReader(Tool.GetManifestResourceStream(Resources.Value[path])!);
        return text.ReadToEnd();
    }
}
