namespace NegotiationRules.Benchmarks.Workload;

/// <summary>The rule sets of the repository.</summary>
internal static class ShippedRules
{
    /// <summary>The folder of a rule set.</summary>
    public static string At(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "rules", name);
            if (Directory.Exists(path) && File.Exists(Path.Combine(folder.FullName, "NegotiationRules.sln")))
            {
                return path;
            }
        }

        throw new DirectoryNotFoundException($"The rule set {name} is not there.");
    }
}
