using System.Collections.Immutable;
using NegotiationRules.Cli.Files;

namespace NegotiationRules.Cli.LanguageServer.Knowledge;

/// <summary>The scenarios whose verdicts are shown beside rules. Immutable.</summary>
/// <param name="Setting">The one that the settings name, for all rules that have it: its name beside the rules, or its path.</param>
/// <param name="ByRules">The ones that were chosen for rule files, by their full paths; <see langword="null"/> for none.</param>
internal sealed record ScenarioChoice(string? Setting, ImmutableDictionary<string, string?> ByRules)
{
    public static ScenarioChoice None { get; } = new(null, ImmutableDictionary.Create<string, string?>(StringComparer.Ordinal));

    /// <summary>The full path of the scenario for a rule file; <see langword="null"/> if none is chosen.</summary>
    public string? For(string rules)
    {
        if (ByRules.TryGetValue(rules, out var chosen))
        {
            return chosen;
        }

        return Setting is { Length: > 0 } && ScenarioPaths.Resolve(rules, Setting) is var path && File.Exists(path)
            ? Path.GetFullPath(path)
            : null;
    }

    /// <summary>The scenarios that lie beside a rule file.</summary>
    public static IReadOnlyList<string> Beside(string rules)
    {
        try
        {
            return [.. SampleScenarios.Beside(rules).Select(Path.GetFullPath)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
