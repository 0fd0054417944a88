using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Reading;

/// <summary>Puts what is meant in the place of calls of methods that nobody here knows: what the user says, or what methods of that name
/// usually do.</summary>
/// <param name="helpers">What the user says.</param>
/// <param name="diagnostics">Receives what is wrong, and what was assumed.</param>
internal sealed class HelperReader(HelperTable helpers, HelperDiagnostics diagnostics)
{
    /// <summary>The expression in which every call has a meaning that can have one.</summary>
    public ExpressionSyntax Read(ExpressionSyntax expression)
    {
        var read = ExpressionRewriter.WithParts(expression, Read);
        return read is CallExpression { IsNullPropagating: false } call ? Called(call) ?? call : read;
    }

    private ExpressionSyntax? Called(CallExpression call)
    {
        var type = call.Target is null ? null : InputNames.Dotted(call.Target);
        if (helpers.Find(type, call.Name.Text) is { } helper)
        {
            return With(helper, call, call.Arguments);
        }

        if (call.Target is { } value && helpers.Find(null, call.Name.Text) is { } ofValues)
        {
            return With(ofValues, call, [value, .. call.Arguments]);
        }

        return Usual(call, type);
    }

    private ExpressionSyntax With(Helper helper, CallExpression call, IReadOnlyList<ExpressionSyntax> arguments)
    {
        if (helper.Parameters is null || helper.Parameters.Count == arguments.Count)
        {
            return helper.With(call.Span, arguments);
        }

        diagnostics.WrongNumberOfArguments(call.Span, helper.Name, arguments.Count, helper.Parameters.Count);
        return new BrokenExpression(call.Span);
    }

    // A class of somebody's own, or a value with a method more: `Utils.In(x, "a")`, `x.In("a")`.
    private ExpressionSyntax? Usual(CallExpression call, string? type)
    {
        if (type == "ExpressionUtils")
        {
            return call is { Name.Text: "CheckContains", Arguments: [var sought, not TextExpression and var among] }
                ? UsualHelpers.CheckContains(call.Span, sought!, among!)
                : null;
        }

        if (call.Target is null || (type is not null && KnownTypes.Has(type)))
        {
            return null;
        }

        var ofClass = type is null
            ? null
            : UsualHelpers.Find(call.Span, call.Name.Text, call.Arguments) ?? (IsLikeClass(type) ? UsualHelpers.FindStatic(call) : null);
        var ofValue = UsualHelpers.Find(call.Span, call.Name.Text, [call.Target, .. call.Arguments]);
        var isOfClass = type is not null && IsLikeClass(type) && !call.Arguments.All(IsWrittenOut);
        if ((isOfClass ? ofClass ?? ofValue : ofValue ?? ofClass) is not var (meaning, words))
        {
            return null;
        }

        var isStatic = ofClass?.Meaning == meaning;
        var method = isStatic ? $"{type}.{call.Name.Text}" : call.Name.Text;
        diagnostics.Assumed(call.Span, method, words, call.Arguments.Count + (isStatic ? 0 : 1));
        return meaning;
    }

    private static bool IsLikeClass(string type) => type.Split('.').All(word => char.IsUpper(word[0]));

    private static bool IsWrittenOut(ExpressionSyntax expression) =>
        expression is TextExpression or NumberExpression or BooleanExpression or NullExpression;
}
