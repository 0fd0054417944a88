using System.Globalization;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Comparisons, and enumerations beside texts, numbers and each other.</summary>
internal sealed class Comparisons(
    TranslationContext context, Nulls nulls, TruthValues truths, ScalarValues scalars, Texts texts
)
{
    public Meaning Compare(Span span, Span at, BinaryOperator by, Meaning left, Meaning right, bool readsTexts)
    {
        var isEquality = by is BinaryOperator.Equal or BinaryOperator.NotEqual;
        switch (left, right)
        {
            case (BrokenMeaning, _) or (_, BrokenMeaning):
                return new BrokenMeaning(span);
            case (NullMeaning, NullMeaning) when isEquality:
                return new TruthMeaning(span, Logic.Constant(by == BinaryOperator.Equal));
            case (NullMeaning, ValueMeaning or ObjectMeaning or ListMeaning or OpaqueMeaning) when isEquality:
                return Nulls.NullTest(span, right, by == BinaryOperator.Equal);
            case (ValueMeaning or ObjectMeaning or ListMeaning or OpaqueMeaning, NullMeaning) when isEquality:
                return Nulls.NullTest(span, left, by == BinaryOperator.Equal);
            case (OrderMeaning order, ValueMeaning { Constant: 0 }):
                return CompareOrdered(span, at, by, order);
            case (ValueMeaning { Constant: 0 }, OrderMeaning order):
                return CompareOrdered(span, at, RelatedValues.Mirror(by), order);
            case (WrittenMeaning written, _):
                return CompareWritten(span, at, by, written, right);
            case (_, WrittenMeaning written):
                return CompareWritten(span, at, RelatedValues.Mirror(by), written, left);
            case (EnumWordMeaning word, ValueMeaning { Type: EnumInput type }):
                return scalars.ResolveWord(word, type) is { } constant
                    ? Compare(span, at, by, constant, right, readsTexts)
                    : new BrokenMeaning(span);
            case (ValueMeaning { Type: EnumInput type }, EnumWordMeaning word):
                return scalars.ResolveWord(word, type) is { } other ? Compare(
                    span, at, by, left, other, readsTexts
                ) : new BrokenMeaning(span);
            case (EnumWordMeaning word, ValueMeaning { IsText: true }) when IsText(word):
                return Compare(span, at, by, TextOf(word), right, readsTexts);
            case (ValueMeaning { IsText: true }, EnumWordMeaning word) when IsText(word):
                return Compare(span, at, by, left, TextOf(word), readsTexts);
            case (EnumWordMeaning word, _):
                return context.Broken(say => say.UnknownType(word), span);
            case (_, EnumWordMeaning word):
                return context.Broken(say => say.UnknownType(word), span);
            case (TruthMeaning, TruthMeaning or ValueMeaning { Kind: ScalarKind.Boolean })
            or (ValueMeaning { Kind: ScalarKind.Boolean }, TruthMeaning) when isEquality:
                return CompareTruths(span, at, by, left, right);
            case (TruthMeaning truth, ValueMeaning):
                return Compare(span, at, by, TruthValues.AsValue(truth), right, readsTexts);
            case (ValueMeaning, TruthMeaning truth):
                return Compare(span, at, by, left, TruthValues.AsValue(truth), readsTexts);
            case (ValueMeaning a, ValueMeaning b):
                return CompareValues(span, at, by, a, b, readsTexts);
            default:
                return context.Broken(say => say.CannotCompare(at, MeaningWords.Of(left), MeaningWords.Of(right)), span);
        }
    }

    // Unless an input that is misspelt is meant.
    private bool IsText(EnumWordMeaning word) =>
        context.Options.MayNameEnums && char.IsUpper(word.Type.Text[0]) && Spelling.Nearest(word.Type.Text, word.Names) is null;

    private ValueMeaning TextOf(EnumWordMeaning word)
    {
        context.InputDiagnostics.TakenForEnumeration(word.Type.Text, word.Type.Text, word.Word, word.Span);
        return ValueMeaning.Of(word.Span, word.Word.Text);
    }

    private Meaning CompareValues(Span span, Span at, BinaryOperator by, ValueMeaning left, ValueMeaning right, bool readsTexts)
    {
        if ((left.Type is EnumInput) != (right.Type is EnumInput))
        {
            return left.Type is EnumInput type
                ? CompareWithEnum(span, at, by, left, type, right)
                : CompareWithEnum(span, at, RelatedValues.Mirror(by), right, (EnumInput)right.Type, left);
        }

        if (scalars.Promote(left, right, readsTexts) is not var (a, b))
        {
            return BrokenMeaning.After(() => ReportCannotCompare(at, left, right, readsTexts), span);
        }

        if (by is BinaryOperator.NotEqual)
        {
            return truths.Negate(span, CompareValues(span, at, BinaryOperator.Equal, left, right, readsTexts));
        }

        // The engine has no order for enumerations that may be null.
        if (
            a.Type is EnumInput names
            && (a.Constant ?? b.Constant) is int
            && (by == BinaryOperator.Equal || !context.IsExact || !(a.Type.IsNullable || b.Type.IsNullable))
        )
        {
            return b.Constant is null ? CompareEnum(span, at, RelatedValues.Mirror(by), b, names, names.Numbers[(int)a.Constant!])
                : CompareEnum(span, at, by, a, names, names.Numbers[(int)b.Constant]);
        }

        if (
            by != BinaryOperator.Equal
            && (a.Type is EnumInput || a.Kind is ScalarKind.Text or ScalarKind.Character or ScalarKind.Boolean or ScalarKind.Guid)
        )
        {
            return context.Broken(say => say.NoOrder(at, MeaningWords.Of(a)), span);
        }

        var fault = nulls.Faults(span, a.Fault, b.Fault);
        if (a.Constant is { } x && b.Constant is { } y)
        {
            return new TruthMeaning(span, Logic.Constant(RelatedValues.Decide(by, x, y)));
        }

        var test = RelatedValues.DecidedByRange(by, left, b) ?? RelatedValues.DecidedByRange(RelatedValues.Mirror(by), right, a)
            ?? Doubles.RelateWhole(span, at, by, left, b) ?? Doubles.RelateWhole(span, at, RelatedValues.Mirror(by), right, a)
            ?? (a.IsRough || b.IsRough ? RelatedValues.RelateQuotient(span, at, by, a, b) : RelatedValues.Relate(span, at, by, a, b));
        return test is null ? context.Broken(say => say.NotExact(span), span)
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
            context.Diagnostics.NotReadable(written.Span, text, MeaningWords.Of(value));
        }
        else
        {
            context.Diagnostics.CannotCompare(at, MeaningWords.Of(left), MeaningWords.Of(right));
        }
    }

    /// <summary>A comparison with what null means for it: two nulls are equal, and no other comparison with null holds.</summary>
    private ConditionSyntax Guarded(Span span, ValueMeaning a, ValueMeaning b, bool isEquality, ConditionSyntax test)
    {
        var guardsA = context.IsExact || a.HasOwnNull ? Logic.Not(span, a.Nothing) : Logic.True;
        var guardsB = context.IsExact || b.HasOwnNull ? Logic.Not(span, b.Nothing) : Logic.True;
        var same = Nulls.Close(span, Nulls.LiftsOf(a, b), Logic.All(span, guardsA, guardsB, test));
        return isEquality && context.IsExact && Nulls.MayBeNull(a) && Nulls.MayBeNull(b)
            ? Logic.Any(span, same, Logic.All(span, Nulls.NullOf(a), Nulls.NullOf(b)))
            : same;
    }

    private Meaning CompareTruths(Span span, Span at, BinaryOperator by, Meaning left, Meaning right)
    {
        // A nullable truth beside a sure one is a comparison of values.
        if (left is ValueMeaning { Type.IsNullable: true } nullable && context.IsExact)
        {
            return CompareValues(
                span, at, by, nullable, right is TruthMeaning r ? TruthValues.TruthValue(r) : (ValueMeaning)right, readsTexts: false
            );
        }

        if (right is ValueMeaning { Type.IsNullable: true } other && context.IsExact)
        {
            return CompareValues(span, at, by, TruthValues.TruthValue((TruthMeaning)left), other, readsTexts: false);
        }

        if (truths.AsTruth(left) is not { } a || truths.AsTruth(right) is not { } b)
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
        return new TruthMeaning(
            span, by == BinaryOperator.Equal ? same : Logic.Not(span, same)
        )
        { Fault = nulls.Faults(span, a.Fault, b.Fault) };
    }

    private Meaning CompareOrdered(Span span, Span at, BinaryOperator by, OrderMeaning order)
    {
        if (!order.Left.IsText)
        {
            return WithFault(CompareValues(span, at, by, order.Left, order.Right, readsTexts: false), order.Fault);
        }

        if (by is not (BinaryOperator.Equal or BinaryOperator.NotEqual))
        {
            return context.Broken(say => say.NoOrder(at, "text"), span);
        }

        var (left, right) = order.IgnoresCase ? (Texts.Upper(order.Left), Texts.Upper(order.Right)) : (order.Left, order.Right);
        var compared = CompareValues(span, at, by, left, right, readsTexts: false);
        return WithFault(
            compared,
            order.IsOrdinal ? order.Fault : nulls.Faults(span, order.Fault, texts.UnlessAscii(order.Left), texts.UnlessAscii(order.Right))
        );
    }

    private Meaning WithFault(Meaning compared, ConditionSyntax fault) =>
        compared with { Fault = nulls.Faults(compared.Span, compared.Fault, fault) };

    private Meaning CompareWithEnum(Span span, Span at, BinaryOperator by, ValueMeaning value, EnumInput type, ValueMeaning other)
    {
        switch (other.Constant)
        {
            case string text when !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _):
                return scalars.EnumConstant(other.Span, type, text.Trim(), other.Span) is ValueMeaning { Constant: int index }
                    ? CompareEnum(span, at, by, value, type, type.Numbers[index])
                    : new BrokenMeaning(span);
            case string digits:
                return CompareEnum(span, at, by, value, type, long.Parse(digits, CultureInfo.InvariantCulture));
            case int or long:
                return CompareEnum(span, at, by, value, type, Convert.ToInt64(other.Constant, CultureInfo.InvariantCulture));
            default:
                return context.Broken(say => say.CannotCompare(at, MeaningWords.Of(value), MeaningWords.Of(other)), span);
        }
    }

    // Names stand for numbers, by which they are compared: two names may stand for the same.
    private Meaning CompareEnum(Span span, Span at, BinaryOperator by, ValueMeaning value, EnumInput type, long number)
    {
        if (by == BinaryOperator.NotEqual)
        {
            return truths.Negate(span, CompareEnum(span, at, BinaryOperator.Equal, value, type, number));
        }

        if (value.Constant is int index)
        {
            return new TruthMeaning(span, Logic.Constant(RelatedValues.Decide(by, type.Numbers[index], number)));
        }

        var texts = type
            .Texts.Where((_, i) => RelatedValues.Decide(by, type.Numbers[i], number))
            .Distinct(StringComparer.Ordinal)
            .Select(text => (OperandSyntax)new LiteralSyntax(at, new JsonText(at, text)))
            .ToList();
        var test = texts.Count switch
        {
            0 => Logic.False,
            1 => Logic.Test(span, value.Operand, ComparisonOperator.Is, texts[0], at),
            _ => Logic.Test(span, value.Operand, ComparisonOperator.In, new OperandListSyntax(at, texts), at),
        };
        return new TruthMeaning(
            span, Guarded(span, value, ValueMeaning.Of(span, type, 0), isEquality: false, test)
        )
        { Fault = value.Fault };
    }

    // The sign before a number, and the point in it, depend on the machine; what has neither is written the same everywhere.
    private Meaning CompareWritten(Span span, Span at, BinaryOperator by, WrittenMeaning written, Meaning other)
    {
        if (other is not ValueMeaning { Constant: string text } || by is not (BinaryOperator.Equal or BinaryOperator.NotEqual))
        {
            return context.Broken(say => say.WrittenOnlyCompared(at), span);
        }

        if (written.Value.Type is EnumInput names)
        {
            var word = names.Names.ToList().IndexOf(text);
            return word < 0 ? Never() : Compare(span, at, by, written.Value, ValueMeaning.Of(other.Span, names, word), readsTexts: false);
        }

        // In floating point, numbers of more than fifteen digits are written otherwise.
        if (
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == text
            && text.Length <= 15
        )
        {
            return Compare(
                span, at, by, written.Value,
                ValueMeaning.Of(other.Span, number <= int.MaxValue ? (int)number : number, text),
                readsTexts: false
            );
        }

        return text.All(char.IsAsciiLetter) || (text.All(char.IsAsciiDigit) && text.Length <= 15) ? Never()
            : context.Broken(say => say.WrittenOnlyCompared(at), span);

        TruthMeaning Never() => new(span, Logic.Constant(by == BinaryOperator.NotEqual)) { Fault = written.Value.Fault };
    }

    public Meaning? StaticEquals(Span span, Name name, Meaning[] arguments)
    {
        if (arguments is not [var first, var second, .. var rest] || rest.Length > 1
            || Texts.LetterCase(rest) is not var (ignoresCase, isOrdinal)
            || first is not (NullMeaning or ValueMeaning { IsText: true }) || second is not (NullMeaning or ValueMeaning { IsText: true }))
        {
            return null;
        }

        if (first is not ValueMeaning a || second is not ValueMeaning b)
        {
            return Compare(span, name.Span, BinaryOperator.Equal, first, second, readsTexts: false);
        }

        return texts.WithCulture(
            Compare(
                span, name.Span, BinaryOperator.Equal, ignoresCase ? Texts.Upper(a) : a, ignoresCase ? Texts.Upper(b) : b, readsTexts: false
            ),
            isOrdinal, a, b
        );
    }

    public Meaning? TextEquals(Span span, Name name, ValueMeaning text, Meaning[] arguments)
    {
        if (
            arguments is not [var first, .. var rest]
            || rest.Length > 1
            || Texts.LetterCase(rest) is not var (ignoresCase, isOrdinal)
            || first is not (ValueMeaning { IsText: true } or NullMeaning)
        )
        {
            return null;
        }

        var use = nulls.FaultOfUse(span, text);
        if (first is not ValueMeaning other)
        {
            return new TruthMeaning(span, Logic.False) { Fault = use };
        }

        // Null does not equal what has a method.
        var sure = text with { Nothing = nulls.NothingUsed(text), Fault = use };
        var (a, b) = ignoresCase ? (Texts.Upper(sure), Texts.Upper(other)) : (sure, other);
        return texts.WithCulture(Compare(span, name.Span, BinaryOperator.Equal, a, b, readsTexts: false), isOrdinal, text, other);
    }
}
