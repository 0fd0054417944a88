using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Telling;

/// <summary>Facts as a scenario.</summary>
internal static class Witness
{
    [return: NotNullIfNotNull(nameof(facts))]
    public static Scenario? Of(FactRecord? facts) =>
        facts is null ? null : Scenario.Parse(JsonPrinter.Print(FactText.ToJson(facts, facts.Type), indented: true), "<witness>");
}
