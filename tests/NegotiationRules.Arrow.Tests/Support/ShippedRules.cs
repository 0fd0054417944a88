using NegotiationRules.Tests.Support;
using NegotiationRules.Text;

namespace NegotiationRules.Arrow.Tests.Support;

/// <summary>The rule sets that ship, each with the scenarios beside it.</summary>
internal static class ShippedRules
{
    public static IEnumerable<string> Files() =>
        Directory.GetFiles(Repository.At("rules"), "*.rules.json", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/broken/", StringComparison.Ordinal))
            .Where(path => Directory.Exists(ScenariosOf(path)) && RuleSet.TryLoad(Repository.At(path), Options, out _, out _))
            .Order(StringComparer.Ordinal);

    public static (RuleSet Rules, List<JsonObject> Scenarios) Load(string file)
    {
        var rules = RuleSet.Load(Repository.At(file), Options);
        var scenarios = Directory.GetFiles(ScenariosOf(file), "*.scenario.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Where(path => rules.TryEvaluate(Scenario.Load(path), out _, out _))
            .Select(path => Read(File.ReadAllText(path)));
        return (rules, [.. scenarios]);
    }

    public static JsonObject Read(string text)
    {
        var facts = (JsonObject)JsonReader.Read(new SourceText("scenario", text), ReadingLimits.Default, new DiagnosticBag())!;
        return facts with { Members = [.. facts.Members.Where(member => member.Name != "$schema")] };
    }

    private static RuleSetOptions Options => new() { Root = Repository.At("rules") };

    private static string ScenariosOf(string file) => Path.Combine(Path.GetDirectoryName(Repository.At(file))!, "scenarios");
}
