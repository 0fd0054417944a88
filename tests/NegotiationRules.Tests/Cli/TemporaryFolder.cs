namespace NegotiationRules.Tests.Cli;

/// <summary>A folder that is there as long as a test runs.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("negotiate").FullName;

    public string At(string path) => System.IO.Path.Combine(Path, path);

    /// <summary>Writes a file, with the folders on the way.</summary>
    /// <returns>Its full path.</returns>
    public string Write(string path, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
        return At(path);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
