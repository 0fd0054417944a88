using System.Collections.Immutable;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Which rules may become others when a part of a rule file does: those that name it, and those that name what names it.</summary>
/// <remarks>Whatever a rule uses, it names in a text; a text that only happens to be the name of something costs some work, and no
/// more.</remarks>
internal sealed class Dependants
{
    private readonly ImmutableArray<Rule> _rules;
    private readonly ILookup<string, string> _naming;

    public Dependants(RuleSet rules)
    {
        _rules = rules.Checked.Rules;
        var named = new List<(string Name, string By)>();
        foreach (var text in rules.Texts)
        {
            if (JsonReader.Read(text, ReadingLimits.Default, new DiagnosticBag()) is JsonObject file)
            {
                named.AddRange(PartsOf(file).SelectMany(part => TextsIn(part.Value).Distinct().Select(name => (name, part.Name))));
            }
        }

        _naming = named.ToLookup(pair => pair.Name, pair => pair.By, StringComparer.Ordinal);
    }

    /// <summary>The places of the rules.</summary>
    public ImmutableArray<int> Of(MutatedPart part)
    {
        // A rule need not say of which stage it is.
        if (part.Kind == "stage")
        {
            return [.. Enumerable.Range(0, _rules.Length)];
        }

        var reached = new HashSet<string>(StringComparer.Ordinal) { part.Name };
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var name))
        {
            foreach (var by in _naming[name].Where(reached.Add))
            {
                open.Enqueue(by);
            }
        }

        return [.. _rules.Where(rule => reached.Contains(rule.Id)).Select(rule => rule.Index)];
    }

    private static IEnumerable<(string Name, JsonValue Value)> PartsOf(JsonObject file)
    {
        foreach (var member in file.Members)
        {
            switch (member)
            {
                case { Name: "conditions" or "quantities" or "parameters", Value: JsonObject parts }:
                    foreach (var part in parts.Members)
                    {
                        yield return (part.Name, part.Value);
                    }

                    break;
                case { Name: "rules", Value: JsonArray rules }:
                    foreach (var rule in rules.Items.OfType<JsonObject>())
                    {
                        yield return ((rule.Find("id")?.Value as JsonText)?.Value ?? string.Empty, rule);
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private static IEnumerable<string> TextsIn(JsonValue value) => value switch
    {
        JsonText text => [text.Value],
        JsonArray list => list.Items.SelectMany(TextsIn),
        JsonObject parts => parts.Members.SelectMany(member => TextsIn(member.Value)),
        _ => [],
    };
}
