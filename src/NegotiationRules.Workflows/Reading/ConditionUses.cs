using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Reading;

/// <summary>Finds the named conditions that rules refer to, themselves or by way of others.</summary>
internal static class ConditionUses
{
    public static IReadOnlySet<string> Of(IEnumerable<RuleSyntax> rules, IReadOnlyCollection<NamedConditionSyntax> conditions)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        if (conditions.Count == 0)
        {
            return used;
        }

        var byName = conditions.ToDictionary(c => c.Name.Text, StringComparer.Ordinal);
        var open = new Queue<ConditionSyntax>(rules.SelectMany(r => new[] { r.Require, r.WarnWhen }).OfType<ConditionSyntax>());
        while (open.TryDequeue(out var condition))
        {
            foreach (var name in In(condition))
            {
                if (used.Add(name) && byName.TryGetValue(name, out var named))
                {
                    open.Enqueue(named.Condition);
                }
            }
        }

        return used;
    }

    // As it is written: there a reference looks the same wherever it stands.
    private static IEnumerable<string> In(ConditionSyntax condition) => HasBroken(condition) ? [] : In(ConditionWriter.ToJson(condition));

    private static IEnumerable<string> In(JsonValue value) => value switch
    {
        JsonObject { Members: [{ Name: "condition", Value: JsonText name }] } => [name.Value],
        JsonObject o => o.Members.SelectMany(m => In(m.Value)),
        JsonArray list => list.Items.SelectMany(In),
        _ => [],
    };

    private static bool HasBroken(ConditionSyntax condition) => condition switch
    {
        BrokenConditionSyntax => true,
        CompositionSyntax composition => composition.Conditions.Any(HasBroken),
        NotSyntax not => HasBroken(not.Condition),
        _ => false,
    };
}
