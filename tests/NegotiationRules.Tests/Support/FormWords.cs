using NegotiationRules.Syntax;

namespace NegotiationRules.Tests.Support;

/// <summary>Every key that belongs to a form of the language: of conditions, operands and selections.</summary>
internal static class FormWords
{
    public static IReadOnlyList<FormRow> Forms { get; } = [.. ConditionForms.Table, .. OperandForms.Table, SelectionForm.Row];

    public static IReadOnlyList<string> All { get; } =
    [
        .. Forms.Select(form => form.Keyword)
            .Concat(Forms.SelectMany(form => form.Members).Concat(OperandForms.GoingOn).Select(member => member.Key))
            .Distinct(),
    ];
}
