using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>What facts mean.</summary>
internal sealed class FactMeanings(TranslationContext context, TranslationState state)
{
    /// <summary>What a fact means.</summary>
    public Meaning Fact(Span span, string path, InputType type, ConditionSyntax fault, IReadOnlyList<Lift> lifts)
    {
        // In C# what cannot be null never is; in a scenario anything may be missing.
        var nothing = type.IsNullable || !context.IsExact ? Logic.Known(span, path, isKnown: false) : Logic.False;
        return type switch
        {
            OpaqueInput { IsReported: true } => new BrokenMeaning(span),
            RecordInput record => new ObjectMeaning(span, path, record) { Fault = fault, Lifts = lifts, Nothing = nothing },
            ListInput list => ListOf(span, path, list.Element, null) with
            {
                Fault = fault,
                Lifts = lifts,
                Nothing = nothing,
                CountedBy = list.CountedBy,
            },
            OpaqueInput opaque => new OpaqueMeaning(span, path, opaque.Description)
            {
                Fault = fault,
                Lifts = lifts,
                Nothing = nothing,
            },
            _ => new ValueMeaning(span, new FactOperandSyntax(span, new Name(path, span)), type)
            {
                Fault = fault,
                Lifts = lifts,
                Nothing = nothing,
            },
        };
    }

    public ListMeaning ListOf(Span span, string path, InputType elementType, OpenElement? through)
    {
        var element = state.OpenElement(elementType, WishFor(path), through);
        var item = Fact(span, element.Mark, elementType, Logic.False, []);
        if (elementType is RecordInput)
        {
            // An object stands in a list or does not; nothing stands there in its place.
            item = item with { Nothing = Logic.False };
        }

        return new ListMeaning(span, new ListSyntax(span, new Name(path, span), false), element, item);
    }

    // "orders" are gone over order by order.
    private static string WishFor(string path)
    {
        var last = path[(path.LastIndexOf('.') + 1)..];
        return last.Length > 2 && last[0] != OpenElement.MarkStart && last.EndsWith('s') && !last.EndsWith("ss", StringComparison.Ordinal)
            ? last.EndsWith("ies", StringComparison.Ordinal)
                ? last[..^3] + "y"
                : last[..^1]
            : "element";
    }
}
