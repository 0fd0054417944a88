using NegotiationRules.Syntax;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Puts together what an expression means, once all of it is known: only then are elements of lists given the names that they
/// need.</summary>
internal sealed class FinishedTranslation(TranslationContext context, TranslationState state, TranslationScope scope)
{
    private readonly TruthValues _truths = new(context, new Nulls(context));

    private readonly Nulls _nulls = new(context);

    private readonly PathNaming _naming = new(
        state.Elements, new HashSet<string>([.. scope.Inputs, context.Options.Clock], StringComparer.Ordinal), context.Diagnostics
    );

    /// <summary>The whole; <see langword="null"/>, with a diagnostic, if the language has no way to say it.</summary>
    public Translation? Of(Meaning meaning, bool isCondition)
    {
        var whole = isCondition ? _truths.AsTruth(meaning) : meaning;
        return whole is not null && Finish(whole) is { } translation && !_naming.IsAmbiguous
            ? translation with { ClockAt = state.ClockAt }
            : null;
    }

    private Translation? Finish(Meaning meaning)
    {
        switch (meaning)
        {
            case BrokenMeaning:
                return null;
            case ValueMeaning { Kind: ScalarKind.Boolean } value when !Nulls.MayBeNull(value) && _truths.AsTruth(value) is { } truth:
                return Finish(truth);
            case TruthMeaning truth:
                bool? decided =
                    Logic.IsTrue(truth.Condition) ? true
                    : Logic.IsFalse(truth.Condition) ? false
                    : null;
                return new Translation(
                    Finished(truth.Condition), null, new ScalarInput(ScalarKind.Boolean, false),
                    FaultOf(truth), state.Clocks
                )
                {
                    Decided = decided,
                };
            case ValueMeaning { IsRough: true }:
                context.Diagnostics.NotExact(meaning.Span);
                return null;
            case ValueMeaning value when _nulls.Settle(value) is { } settled:
                var nothing = Logic.IsFalse(settled.Nothing) ? null : Finished(settled.Nothing);
                return new Translation(null, _naming.Settle(settled.Operand), settled.Type, FaultOf(settled), state.Clocks)
                {
                    Nothing = nothing,
                };
            case ValueMeaning:
                return null;
            case ShapeMeaning shape:
                var members = shape.Members.Select(m => (m.Name, Value: Finish(m.Value))).ToList();
                return members.Exists(m => m.Value is null)
                    ? null
                    : new Translation(null, null, new OpaqueInput("a new object"), null, state.Clocks)
                    {
                        Members = [.. members.Select(m => (m.Name, m.Value!))],
                    };
            default:
                context.Diagnostics.NotAValue(meaning);
                return null;
        }
    }

    private ConditionSyntax? FaultOf(Meaning meaning) =>
        Logic.IsFalse(meaning.Fault) ? null : Finished(meaning.Fault);

    private ConditionSyntax Finished(ConditionSyntax condition)
    {
        var isTrue = Logic.IsTrue(condition);
        if (isTrue || Logic.IsFalse(condition))
        {
            return Logic.Decided(condition.Span, isTrue, scope.Inputs.FirstOrDefault() ?? context.Options.Clock);
        }

        return _naming.Settle(new Simplifier().Rewrite(condition));
    }
}
