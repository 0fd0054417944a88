using NegotiationRules.Generation.Facts;
using NegotiationRules.Generation.Options;

namespace NegotiationRules.Build;

/// <summary>One <c>NegotiationRules</c> item of a project.</summary>
/// <param name="File">The rule file.</param>
/// <param name="Output">The file of C#.</param>
/// <param name="Namespace">The namespace; <see langword="null"/> for the name of the rules.</param>
/// <param name="Types">Types of the project that hold the facts, as <c>negotiate generate csharp --type</c> takes them.</param>
/// <param name="AllKnown">Whether no fact is ever unknown: <c>true</c> or <c>false</c>.</param>
/// <param name="Standalone">Whether it needs nothing of the library: <c>true</c> or <c>false</c>.</param>
internal sealed record RulesItem(string File, string Output, string? Namespace, OwnTypes Types, string AllKnown, string Standalone)
{
    /// <summary>Reads a line of the targets: what the item says, with tabs between.</summary>
    public static RulesItem Parse(string line) => line.Split('\t') is [var file, var output, var space, var types, var known, var alone]
        ? new RulesItem(file, output, space.Trim() is { Length: > 0 } name ? name : null, OwnTypes.Parse(types.Split(';')), known, alone)
        : throw new FormatException($"A line of the targets has six parts, with tabs between: `{line}`");

    /// <summary>What is wrong with what the item says.</summary>
    public IEnumerable<string> Faults()
    {
        if (Namespace is not null && !CSharpNames.IsName(Namespace))
        {
            yield return $"Namespace takes a name of C#, such as Council.Rules, not `{Namespace}`";
        }

        foreach (var fault in Types.Faults("Type"))
        {
            yield return fault;
        }

        foreach (var (name, value) in new[] { (nameof(AllKnown), AllKnown), (nameof(Standalone), Standalone) })
        {
            if (!bool.TryParse(value, out _))
            {
                yield return $"{name} takes true or false, not `{value}`";
            }
        }
    }

    /// <summary>What C# it asks for; nothing may be wrong with it.</summary>
    public CSharpOptions OptionsFor(RuleSet rules) => new()
    {
        Namespace = Namespace ?? CSharpNames.Pascal(rules.Name),
        AreAllKnown = bool.Parse(AllKnown),
        IsStandalone = bool.Parse(Standalone),
        OwnTypes = Types.ByPath,
    };
}
