using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>What is said of a call that means nothing.</summary>
internal sealed class UnknownCalls(TranslationContext context)
{
    public BrokenMeaning UnknownMethod(CallExpression call, Meaning target) =>
        UnknownCall(
            call,
            context.Options.KeysAreMembers && target is ObjectMeaning { Record: var record } && Dictionaries.HasMethod(call.Name.Text)
                ? () => context.Diagnostics.MethodOfDictionary(call.Name, record)
                : () =>
                    context.Diagnostics.UnknownMethod(
                        call.Name, MeaningWords.Of(target), target is ValueMeaning value ? Methods.NamesOn(ReceiverOf(value)) : []
                    )
        );

    // An argument that the parser could not read is reported, and may be just what such a method takes: `int.TryParse(x, out _)`.
    public static BrokenMeaning UnknownCall(CallExpression call, Action report) =>
        call.Arguments.Any(a => a is BrokenExpression) ? new BrokenMeaning(call.Span) : BrokenMeaning.After(report, call.Span);

    public static Receiver ReceiverOf(ValueMeaning value) => value.Kind switch
    {
        ScalarKind.Text => Receiver.Text,
        ScalarKind.DateTime or ScalarKind.DateTimeOffset => Receiver.Moment | Receiver.Value,
        ScalarKind.DateOnly => Receiver.Day | Receiver.Value,
        _ => Receiver.Value,
    };
}
