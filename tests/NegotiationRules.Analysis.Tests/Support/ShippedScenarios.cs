using NegotiationRules.Tests.Support;

namespace NegotiationRules.Analysis.Tests.Support;

/// <summary>The rule sets that ship, each with its scenarios.</summary>
internal static class ShippedScenarios
{
    /// <summary>The paths of rules and of their scenarios from the root of the repository, in alphabetical order.</summary>
    public static IEnumerable<(string Rules, IReadOnlyList<string> Scenarios)> All() =>
        from folder in Directory.GetDirectories(Repository.At("rules")).Order(StringComparer.Ordinal)
        let rules = Path.Combine(folder, $"{Path.GetFileName(folder)}.rules.json")
        where File.Exists(rules)
        let scenarios = Directory.GetFiles(Path.Combine(folder, "scenarios"), "*.scenario.json")
        select (Relative(rules), (IReadOnlyList<string>)[.. scenarios.Order(StringComparer.Ordinal).Select(Relative)]);

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');
}
