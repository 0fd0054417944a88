using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Turns expressions into conditions and operands of the rule language.</summary>
/// <remarks>
/// What an expression may name stands in the tables of this class and in the types of the inputs; nothing is looked up in .NET. One
/// translator may be used for many expressions, one after the other.
/// </remarks>
[SuppressMessage(
    "Performance",
    "CA1859:Use concrete types when possible for improved performance",
    Justification = "Each part gives what an expression means, of whatever kind that is; that one gives a single kind so far is chance."
)]
internal sealed partial class ExpressionTranslator(DiagnosticBag bag, TranslationOptions options)
{
    // Parameters are put in place where they are used: one of them used twice in the next, and that twice in the next, grows beyond
    // measure.
    internal const int MostParts = 20_000;

    private readonly TranslationDiagnostics _diagnostics = new(bag);
    private readonly InputDiagnostics _inputDiagnostics = new(bag);
    private readonly Dictionary<string, OpenElement> _elements = new(StringComparer.Ordinal);
    private bool _isCondition;
    private int _parts;
    private ClockUse _clocks;
    private Span _clockAt;
    private PathNaming? _naming;

    private bool IsExact => !options.MissingIsUnknown;

    /// <summary>Whether the types are those of .NET, so that what the engine has no form for is refused. What was inferred, or is in a
    /// vocabulary, may be of a type that goes.</summary>
    private bool AreTypesGiven => IsExact && !options.KeysAreMembers;

    /// <summary>Translates what must be true or false; <see langword="null"/>, with a diagnostic, if it cannot be.</summary>
    public Translation? TranslateCondition(ExpressionSyntax expression, TranslationScope scope)
    {
        Begin();
        _isCondition = true;
        return AsTruth(Translate(expression, scope)) is { } truth ? FinishWhole(truth, scope) : null;
    }

    /// <summary>Translates what may be any single value; likewise. A truth is given as a condition.</summary>
    public Translation? TranslateValue(ExpressionSyntax expression, TranslationScope scope)
    {
        Begin();
        return FinishWhole(Translate(expression, scope), scope);
    }

    private void Begin()
    {
        _elements.Clear();
        (_parts, _clocks, _clockAt, _isCondition, _naming) = (0, ClockUse.None, default, false, null);
    }

    private Translation? FinishWhole(Meaning meaning, TranslationScope scope) =>
        Finish(meaning, scope) is { } translation && _naming?.IsAmbiguous != true ? translation with { ClockAt = _clockAt } : null;

    private Translation? Finish(Meaning meaning, TranslationScope scope)
    {
        switch (meaning)
        {
            case BrokenMeaning:
                return null;
            case ValueMeaning { Kind: ScalarKind.Boolean } value when !MayBeNull(value) && AsTruth(value) is { } truth:
                return Finish(truth, scope);
            case TruthMeaning truth:
                bool? decided =
                    Logic.IsTrue(truth.Condition) ? true
                    : Logic.IsFalse(truth.Condition) ? false
                    : null;
                return new Translation(
                    Settled(truth.Condition, scope), null, new ScalarInput(ScalarKind.Boolean, false),
                    Fault(truth, scope), _clocks
                )
                {
                    Decided = decided,
                };
            case ValueMeaning { IsRough: true }:
                _diagnostics.NotExact(meaning.Span);
                return null;
            case ValueMeaning value when Settle(value) is { } settled:
                var nothing = Logic.IsFalse(settled.Nothing) ? null : Settled(settled.Nothing, scope);
                return new Translation(null, Naming(scope).Settle(settled.Operand), settled.Type, Fault(settled, scope), _clocks)
                {
                    Nothing = nothing,
                };
            case ValueMeaning:
                return null;
            case ShapeMeaning shape:
                var members = shape.Members.Select(m => (m.Name, Value: Finish(m.Value, scope))).ToList();
                return members.Exists(m => m.Value is null)
                    ? null
                    : new Translation(null, null, new OpaqueInput("a new object"), null, _clocks)
                    {
                        Members = [.. members.Select(m => (m.Name, m.Value!))],
                    };
            default:
                _diagnostics.NotAValue(meaning);
                return null;
        }
    }

    private ConditionSyntax? Fault(Meaning meaning, TranslationScope scope) =>
        Logic.IsFalse(meaning.Fault) ? null : Settled(meaning.Fault, scope);

    private ConditionSyntax Settled(ConditionSyntax condition, TranslationScope scope)
    {
        var isTrue = Logic.IsTrue(condition);
        if (isTrue || Logic.IsFalse(condition))
        {
            return Logic.Decided(condition.Span, isTrue, scope.Inputs.FirstOrDefault() ?? options.Clock);
        }

        return Naming(scope).Settle(new Simplifier().Rewrite(condition));
    }

    private PathNaming Naming(TranslationScope scope) =>
        _naming ??= new PathNaming(_elements, new HashSet<string>([.. scope.Inputs, options.Clock], StringComparer.Ordinal), _diagnostics);

    private Meaning Translate(ExpressionSyntax expression, TranslationScope scope)
    {
        if (++_parts > MostParts)
        {
            if (_parts == MostParts + 1)
            {
                _diagnostics.TooLarge(expression.Span, MostParts);
            }

            return new BrokenMeaning(expression.Span);
        }

        return expression switch
        {
            // The parser has reported these: a type with a question mark stands nowhere by itself.
            BrokenExpression or TypeExpression => new BrokenMeaning(expression.Span),
            NumberExpression number => Number(number.Span, number.Digits, number.Suffix),
            TextExpression text => text.IsCharacter && text.Value.Length == 1
                ? Constant(text.Span, text.Value[0])
                : Constant(text.Span, text.Value),
            BooleanExpression truth => new TruthMeaning(truth.Span, Logic.Constant(truth.Value)),
            NullExpression => new NullMeaning(expression.Span),
            NameExpression name => Name(name, scope),
            MemberExpression member => Member(member, scope),
            CallExpression call => Call(call, scope),
            IndexExpression index => Index(index, scope),
            UnaryExpression unary => Unary(unary, scope),
            BinaryExpression binary => Binary(binary, scope),
            InExpression item => In(item, scope),
            ConditionalExpression choice => Choose(choice.Span, choice.If, choice.Then, choice.Else, scope),
            LambdaExpression lambda => Untranslatable(() => _diagnostics.LambdaOutOfPlace(lambda.Span), lambda.Span),
            NewArrayExpression array => new ArrayMeaning(array.Span, [.. array.Items.Select(i => Translate(i, scope))]),
            NewObjectExpression created => New(created, scope),
            HelperExpression helper => Helped(helper, scope),
            _ => throw new InvalidOperationException($"no translation of {expression.GetType().Name}"),
        };
    }

    private Meaning Unary(UnaryExpression unary, TranslationScope scope)
    {
        // The sign belongs to the number: there is no 2147483648 of 32 bits, but there is -2147483648.
        if (unary is { Operator: UnaryOperator.Minus, Operand: NumberExpression number })
        {
            return Number(unary.Span, "-" + number.Digits, number.Suffix);
        }

        var operand = Translate(unary.Operand, scope);
        return unary.Operator == UnaryOperator.Not ? Negate(unary.Span, operand) : Minus(unary.Span, operand);
    }

    private Meaning Binary(BinaryExpression binary, TranslationScope scope)
    {
        if (binary.Operator is BinaryOperator.And or BinaryOperator.Or)
        {
            return Chain(binary, scope);
        }

        var left = Translate(binary.Left, scope);
        var right = Translate(binary.Right, scope);
        if (left is BrokenMeaning || right is BrokenMeaning)
        {
            return new BrokenMeaning(binary.Span);
        }

        return binary.Operator switch
        {
            BinaryOperator.Equal
            or BinaryOperator.NotEqual
            or BinaryOperator.Less
            or BinaryOperator.LessOrEqual
            or BinaryOperator.Greater
            or BinaryOperator.GreaterOrEqual => Compare(binary.Span, binary.OperatorSpan, binary.Operator, left, right, readsTexts: true),
            BinaryOperator.BitAnd or BinaryOperator.BitOr => Bits(binary, left, right),
            BinaryOperator.Coalesce => Coalesce(binary.Span, left, right),
            BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight => Untranslatable(
                () => _diagnostics.BitsNotTranslated(binary.OperatorSpan),
                binary.Span
            ),
            _ => Calculate(binary.Span, binary.OperatorSpan, binary.Operator, left, right),
        };
    }

    private static BrokenMeaning Untranslatable(Action report, Span span)
    {
        report();
        return new BrokenMeaning(span);
    }
}
