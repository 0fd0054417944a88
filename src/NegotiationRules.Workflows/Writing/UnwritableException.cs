using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Writing;

/// <summary>A condition has no counterpart in an expression. Never leaves the assembly: it becomes a diagnostic for the rule, which is left
/// out.</summary>
internal sealed class UnwritableException(Span span, string why, string help) : Exception(why)
{
    public Span Span { get; } = span;

    public string Help { get; } = help;
}
