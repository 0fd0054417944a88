using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <content>Comparisons, and <c>in</c>.</content>
internal sealed partial class ExpressionTranslator
{
    private Meaning Compare(Span span, Span at, BinaryOperator by, Meaning left, Meaning right, bool readsTexts)
    {
        var isEquality = by is BinaryOperator.Equal or BinaryOperator.NotEqual;
        switch (left, right)
        {
            case (BrokenMeaning, _) or (_, BrokenMeaning):
                return new BrokenMeaning(span);
            case (NullMeaning, NullMeaning) when isEquality:
                return new TruthMeaning(span, Logic.Constant(by == BinaryOperator.Equal));
            case (NullMeaning, ValueMeaning or ObjectMeaning or ListMeaning or OpaqueMeaning) when isEquality:
                return NullTest(span, right, by == BinaryOperator.Equal);
            case (ValueMeaning or ObjectMeaning or ListMeaning or OpaqueMeaning, NullMeaning) when isEquality:
                return NullTest(span, left, by == BinaryOperator.Equal);
            case (OrderMeaning order, ValueMeaning { Constant: 0 }):
                return CompareOrdered(span, at, by, order);
            case (ValueMeaning { Constant: 0 }, OrderMeaning order):
                return CompareOrdered(span, at, Mirror(by), order);
            case (WrittenMeaning written, _):
                return CompareWritten(span, at, by, written, right);
            case (_, WrittenMeaning written):
                return CompareWritten(span, at, Mirror(by), written, left);
            case (EnumWordMeaning word, ValueMeaning { Type: EnumInput type }):
                return ResolveWord(word, type) is { } constant
                    ? Compare(span, at, by, constant, right, readsTexts)
                    : new BrokenMeaning(span);
            case (ValueMeaning { Type: EnumInput type }, EnumWordMeaning word):
                return ResolveWord(word, type) is { } other ? Compare(span, at, by, left, other, readsTexts) : new BrokenMeaning(span);
            case (EnumWordMeaning word, ValueMeaning { IsText: true }) when IsText(word):
                return Compare(span, at, by, TextOf(word), right, readsTexts);
            case (ValueMeaning { IsText: true }, EnumWordMeaning word) when IsText(word):
                return Compare(span, at, by, left, TextOf(word), readsTexts);
            case (EnumWordMeaning word, _):
                return Untranslatable(() => _diagnostics.UnknownType(word), span);
            case (_, EnumWordMeaning word):
                return Untranslatable(() => _diagnostics.UnknownType(word), span);
            case (TruthMeaning, TruthMeaning or ValueMeaning { Kind: ScalarKind.Boolean })
            or (ValueMeaning { Kind: ScalarKind.Boolean }, TruthMeaning) when isEquality:
                return CompareTruths(span, at, by, left, right);
            case (TruthMeaning truth, ValueMeaning):
                return Compare(span, at, by, AsValue(truth), right, readsTexts);
            case (ValueMeaning, TruthMeaning truth):
                return Compare(span, at, by, left, AsValue(truth), readsTexts);
            case (ValueMeaning a, ValueMeaning b):
                return CompareValues(span, at, by, a, b, readsTexts);
            default:
                return Untranslatable(() => _diagnostics.CannotCompare(at, Describe(left), Describe(right)), span);
        }
    }

    // Unless an input that is misspelt is meant.
    private bool IsText(EnumWordMeaning word) =>
        options.MayNameEnums && char.IsUpper(word.Type.Text[0]) && Spelling.Nearest(word.Type.Text, word.Names) is null;

    private ValueMeaning TextOf(EnumWordMeaning word)
    {
        _inputDiagnostics.TakenForEnumeration(word.Type.Text, word.Type.Text, word.Word, word.Span);
        return Constant(word.Span, word.Word.Text);
    }

    private Meaning CompareValues(Span span, Span at, BinaryOperator by, ValueMeaning left, ValueMeaning right, bool readsTexts)
    {
        if ((left.Type is EnumInput) != (right.Type is EnumInput))
        {
            return left.Type is EnumInput type
                ? CompareWithEnum(span, at, by, left, type, right)
                : CompareWithEnum(span, at, Mirror(by), right, (EnumInput)right.Type, left);
        }

        if (Promote(left, right, readsTexts) is not var (a, b))
        {
            return Untranslatable(() => ReportCannotCompare(at, left, right, readsTexts), span);
        }

        if (by is BinaryOperator.NotEqual)
        {
            return Negate(span, CompareValues(span, at, BinaryOperator.Equal, left, right, readsTexts));
        }

        // The engine has no order for enumerations that may be null.
        if (
            a.Type is EnumInput names
            && (a.Constant ?? b.Constant) is int
            && (by == BinaryOperator.Equal || !IsExact || !(a.Type.IsNullable || b.Type.IsNullable))
        )
        {
            return b.Constant is null ? CompareEnum(span, at, Mirror(by), b, names, names.Numbers[(int)a.Constant!])
                : CompareEnum(span, at, by, a, names, names.Numbers[(int)b.Constant]);
        }

        if (
            by != BinaryOperator.Equal
            && (a.Type is EnumInput || a.Kind is ScalarKind.Text or ScalarKind.Character or ScalarKind.Boolean or ScalarKind.Guid)
        )
        {
            return Untranslatable(() => _diagnostics.NoOrder(at, Describe(a)), span);
        }

        var fault = Faults(span, a.Fault, b.Fault);
        if (a.Constant is { } x && b.Constant is { } y)
        {
            return new TruthMeaning(span, Logic.Constant(Decide(by, x, y)));
        }

        var test = DecidedByRange(by, left, b) ?? DecidedByRange(Mirror(by), right, a)
            ?? RelateWhole(span, at, by, left, b) ?? RelateWhole(span, at, Mirror(by), right, a)
            ?? (a.IsRough || b.IsRough ? RelateQuotient(span, at, by, a, b) : Relate(span, at, by, a, b));
        return test is null ? Untranslatable(() => _diagnostics.NotExact(span), span)
            : new TruthMeaning(span, Guarded(span, a, b, by == BinaryOperator.Equal, test)) { Fault = fault };
    }

    private void ReportCannotCompare(Span at, ValueMeaning left, ValueMeaning right, bool readsTexts)
    {
        var (written, value) = left.IsText ? (left, right) : (right, left);
        if (
            readsTexts
            && written.Constant is string text
            && OpenQuestions.MayStandForAnother(text)
            && value.Kind is ScalarKind.DateTime or ScalarKind.DateTimeOffset or ScalarKind.DateOnly or ScalarKind.TimeSpan
        )
        {
            _diagnostics.NotReadable(written.Span, text, Describe(value));
        }
        else
        {
            _diagnostics.CannotCompare(at, Describe(left), Describe(right));
        }
    }

    /// <summary>A comparison with what null means for it: two nulls are equal, and no other comparison with null holds.</summary>
    private ConditionSyntax Guarded(Span span, ValueMeaning a, ValueMeaning b, bool isEquality, ConditionSyntax test)
    {
        var guardsA = IsExact || a.HasOwnNull ? Logic.Not(span, a.Nothing) : Logic.True;
        var guardsB = IsExact || b.HasOwnNull ? Logic.Not(span, b.Nothing) : Logic.True;
        var same = Close(span, LiftsOf(a, b), Logic.All(span, guardsA, guardsB, test));
        return isEquality && IsExact && MayBeNull(a) && MayBeNull(b) ? Logic.Any(span, same, Logic.All(span, NullOf(a), NullOf(b))) : same;
    }

    private static ConditionSyntax Relate(Span span, Span at, BinaryOperator by, ValueMeaning a, ValueMeaning b)
    {
        var (left, right) = (a.Operand, b.Operand);
        if (a.Kind == ScalarKind.DateTime)
        {
            (left, right) = Moments.Alike(a, b, by);
        }

        var comparison = OperatorFor(by, a.Kind);

        // What is constant is read as what it is compared with, which therefore comes first.
        return left is LiteralSyntax
            ? Logic.Test(span, right, Logic.Mirror(comparison), left, at)
            : Logic.Test(span, left, comparison, right, at);
    }

    private static readonly Dictionary<BinaryOperator, ComparisonOperator> OperatorsBySign = new()
    {
        [BinaryOperator.Equal] = ComparisonOperator.Is,
        [BinaryOperator.NotEqual] = ComparisonOperator.IsNot,
        [BinaryOperator.Less] = ComparisonOperator.LessThan,
        [BinaryOperator.LessOrEqual] = ComparisonOperator.AtMost,
        [BinaryOperator.Greater] = ComparisonOperator.MoreThan,
        [BinaryOperator.GreaterOrEqual] = ComparisonOperator.AtLeast,
    };

    private static ComparisonOperator OperatorFor(BinaryOperator by, ScalarKind? kind)
    {
        var isDate = kind is ScalarKind.DateTime or ScalarKind.DateOnly or ScalarKind.DateTimeOffset;
        var ofNumbers = OperatorsBySign[by];
        return isDate ? Operators.Of(ofNumbers).Twin ?? ofNumbers : ofNumbers;
    }

    private static BinaryOperator Mirror(BinaryOperator by) => by switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        _ => by,
    };

    // Both of one type.
    private static bool Decide(BinaryOperator by, object x, object y)
    {
        if (x is string a && y is string b)
        {
            return string.Equals(a, b, StringComparison.Ordinal);
        }

        var order = Comparer<object>.Default.Compare(x, y);
        return by switch
        {
            BinaryOperator.Equal => order == 0,
            BinaryOperator.Less => order < 0,
            BinaryOperator.LessOrEqual => order <= 0,
            BinaryOperator.Greater => order > 0,
            _ => order >= 0,
        };
    }

    private Meaning CompareTruths(Span span, Span at, BinaryOperator by, Meaning left, Meaning right)
    {
        // A nullable truth beside a sure one is a comparison of values.
        if (left is ValueMeaning { Type.IsNullable: true } nullable && IsExact)
        {
            return CompareValues(span, at, by, nullable, right is TruthMeaning r ? TruthValue(r) : (ValueMeaning)right, readsTexts: false);
        }

        if (right is ValueMeaning { Type.IsNullable: true } other && IsExact)
        {
            return CompareValues(span, at, by, TruthValue((TruthMeaning)left), other, readsTexts: false);
        }

        if (AsTruth(left) is not { } a || AsTruth(right) is not { } b)
        {
            return new BrokenMeaning(span);
        }

        var same = Logic.IsTrue(b.Condition) ? a.Condition
            : Logic.IsTrue(a.Condition) ? b.Condition
            : Logic.IsFalse(b.Condition) ? Logic.Not(span, a.Condition)
            : Logic.IsFalse(a.Condition) ? Logic.Not(span, b.Condition)
            : Logic.Any(
                span,
                Logic.All(span, a.Condition, b.Condition),
                Logic.All(span, Logic.Not(span, a.Condition), Logic.Not(span, b.Condition))
            );
        return new TruthMeaning(span, by == BinaryOperator.Equal ? same : Logic.Not(span, same)) { Fault = Faults(span, a.Fault, b.Fault) };
    }

    private static ValueMeaning TruthValue(TruthMeaning truth) =>
        Logic.IsTrue(truth.Condition) ? Constant(truth.Span, true)
        : Logic.IsFalse(truth.Condition) ? Constant(truth.Span, false)
        : AsValue(truth);

    private Meaning CompareOrdered(Span span, Span at, BinaryOperator by, OrderMeaning order)
    {
        if (!order.Left.IsText)
        {
            return WithFault(CompareValues(span, at, by, order.Left, order.Right, readsTexts: false), order.Fault);
        }

        if (by is not (BinaryOperator.Equal or BinaryOperator.NotEqual))
        {
            return Untranslatable(() => _diagnostics.NoOrder(at, "text"), span);
        }

        var (left, right) = order.IgnoresCase ? (Upper(order.Left), Upper(order.Right)) : (order.Left, order.Right);
        var compared = CompareValues(span, at, by, left, right, readsTexts: false);
        return WithFault(
            compared,
            order.IsOrdinal ? order.Fault : Faults(span, order.Fault, UnlessAscii(order.Left), UnlessAscii(order.Right))
        );
    }

    private Meaning WithFault(Meaning compared, ConditionSyntax fault) =>
        compared with
        {
            Fault = Faults(compared.Span, compared.Fault, fault),
        };
}
