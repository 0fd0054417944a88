namespace NegotiationRules.Extensions.Tests.Support;

/// <summary>A folder of rule files that goes away with the test.</summary>
internal sealed class RuleFolder : IDisposable
{
    /// <summary>Ten years at least, unless a parameter says otherwise.</summary>
    public const string Talks =
        """
        {
          "name": "talks", "stages": ["talks"], "parameters": { "leastTermYears": 10 },
          "rules": [{ "id": "long-term", "require": { "agreement.termYears": { "atLeast": { "parameter": "leastTermYears" } } } }]
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("negotiation-rules-");

    public string Path => _folder.FullName;

    public string At(string name) => System.IO.Path.Combine(_folder.FullName, name);

    /// <summary>Writes a file as it is.</summary>
    public string Write(string name, string text)
    {
        var path = At(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Writes a file beside it and gives it the name, as editors do.</summary>
    public void WriteByRename(string name, string text)
    {
        var path = At(name);
        File.WriteAllText(path + "~", text);
        File.Move(path + "~", path, overwrite: true);
    }

    /// <summary>The same rules with another least term.</summary>
    public static string TalksOf(int years) => Talks.Replace("10", $"{years}", StringComparison.Ordinal);

    public void Dispose() => _folder.Delete(recursive: true);
}
