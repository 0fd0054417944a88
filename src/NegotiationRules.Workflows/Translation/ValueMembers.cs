using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Members of single values.</summary>
internal sealed class ValueMembers(TranslationContext context, Nulls nulls, Texts texts, Dates dates)
{
    public Meaning ValueMember(ValueMeaning value, string name, Span span, Span nameSpan)
    {
        var found = value switch
        {
            { Type.IsNullable: true, IsText: false } when Spelt.Same(name, "HasValue") => Nulls.NullTest(span, value, isNull: false),
            { Type.IsNullable: true, IsText: false } when Spelt.Same(name, "Value") => value with
            {
                Span = span,
                Type = value.Type with { IsNullable = false },
                Nothing = context.IsExact ? Logic.False : value.Nothing,
                Fault = nulls.FaultOfUse(span, value),
            },
            { Type.IsNullable: true, IsText: false } when context.IsExact => null,
            { IsText: true } when Spelt.Same(name, "Length") => value.Constant is string text ? ValueMeaning.Of(span, text.Length)
                : texts.OfText(span, OperandFunction.Length, value) with { Type = new ScalarInput(ScalarKind.Int32, false) },
            { Kind: ScalarKind.DateTime or ScalarKind.DateTimeOffset or ScalarKind.DateOnly } => dates.DateMember(value, name, span),
            { Kind: ScalarKind.TimeSpan } => dates.LengthMember(value, name, span),
            _ => null,
        };
        return found
            ?? context.Broken(say => say.UnknownMemberOfValue(nameSpan, name, MeaningWords.Of(value.Type), MembersOf(value)), span);
    }

    public static IEnumerable<string> MembersOf(ValueMeaning value) => [.. value.Kind switch
    {
        ScalarKind.Text => (IEnumerable<string>)["Length"],
        ScalarKind.DateTime => [.. Dates.DateParts.Keys, .. Dates.TimeParts.Keys, "Date", "TimeOfDay", "DayOfWeek"],
        ScalarKind.DateOnly => [.. Dates.DateParts.Keys, "DayOfWeek"],
        ScalarKind.TimeSpan => [.. Dates.Totals.Keys, .. Dates.WholeParts.Keys],
        _ => [],
    }, .. value is { Type.IsNullable: true, IsText: false } ? ["HasValue", "Value"] : Array.Empty<string>()];
}
