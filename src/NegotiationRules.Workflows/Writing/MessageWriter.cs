using System.Text;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Workflows.Writing;

/// <summary>Writes a rule's reason as the message of its failure, facts as <c>$(input1.a.b)</c>.</summary>
internal static class MessageWriter
{
    private const string English = "en";

    /// <summary>The reason in English, or in the first language there is; <see langword="null"/> if the rule gives none.</summary>
    public static Reason? Choose(Rule rule) =>
        rule.Because.FirstOrDefault(r => r.Language.Length == 0)
        ?? rule.Because.FirstOrDefault(r => r.Language == English)
        ?? rule.Because.FirstOrDefault();

    /// <summary>The message.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="reason">One of its reasons.</param>
    /// <param name="scenario">The type of the scenario.</param>
    /// <param name="input">The input that the scenario is; <see langword="null"/> if its facts are inputs.</param>
    /// <param name="diagnostics">Hears of elements, which no message can name.</param>
    public static string Write(Rule rule, Reason reason, RecordType scenario, string? input, WritingDiagnostics diagnostics)
    {
        var message = new StringBuilder();
        foreach (var part in reason.Parts)
        {
            switch (part)
            {
                case ReasonWords words:
                    message.Append(words.Text);
                    break;
                case ReasonParameter parameter:
                    message.Append(parameter.Value);
                    break;
                case ReasonFact { Fact.Slots: var slots }:
                    message
                        .Append("$(")
                        .Append(input)
                        .Append(input is null ? string.Empty : ".")
                        .Append(PathOf(scenario, slots))
                        .Append(')');
                    break;
                case ReasonElement element:
                    diagnostics.ElementInReason(rule, NameOf(element));
                    message.Append('…');
                    break;
            }
        }

        return message.ToString();
    }

    /// <summary>As the rule file names it: <c>party.id</c>.</summary>
    public static string NameOf(ReasonElement element) => element.Fact.Path.Length == 0 ? element.As : element.Fact.Path;

    private static string PathOf(RecordType scenario, IEnumerable<int> slots)
    {
        FactType type = scenario;
        var names = new List<string>();
        foreach (var slot in slots)
        {
            var property = ((RecordType)type).Properties[slot];
            names.Add(property.Name);
            type = property.Type;
        }

        return string.Join('.', names);
    }
}
