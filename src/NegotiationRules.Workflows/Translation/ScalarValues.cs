using System.Globalization;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Single values that are written out, and what becomes what beside what.</summary>
internal sealed class ScalarValues(TranslationContext context)
{
    // From here on single precision takes a whole number for the next.
    private const float ExactInSingle = 1 << 24;

    public ValueMeaning? ResolveWord(EnumWordMeaning word, EnumInput type)
    {
        if (!string.Equals(word.Type.Text, type.Name, StringComparison.OrdinalIgnoreCase))
        {
            context.Diagnostics.OtherEnum(word.Type.Span, word.Type.Text, type.Name);
            return null;
        }

        return EnumConstant(word.Span, type, word.Word.Text, word.Word.Span) as ValueMeaning;
    }

    // Where what is missing is unknown, so is what is worked out from it: that it may be missing is no matter of types then.
    public Meaning[] Definite(Meaning[] arguments) =>
        context.IsExact
            ? arguments
            :
            [
                .. arguments.Select(a =>
                    a is ValueMeaning { IsNumber: true, HasOwnNull: false, Type.IsNullable: true } number
                        ? number with { Type = number.Type with { IsNullable = false } }
                        : a
                ),
            ];

    // A moment with a zone is one in UTC here; there it is turned into the time of the machine.
    public object? Read(Span at, string text, ScalarKind kind)
    {
        if (Literals.Read(text, kind) is { } value)
        {
            return value;
        }

        if (context.IsExact || kind != ScalarKind.DateTime || Literals.Read(text, ScalarKind.DateTimeOffset) is not DateTimeOffset moment)
        {
            return null;
        }

        context.Diagnostics.ReadInUtc(at, text);
        return DateTime.SpecifyKind(moment.UtcDateTime, DateTimeKind.Unspecified);
    }

    public Meaning Number(Span span, string digits, string suffix)
    {
        object? value = null;
        const NumberStyles Whole = NumberStyles.AllowLeadingSign;
        switch (suffix.ToUpperInvariant())
        {
            case "M":
                value = decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var money) ? money : null;
                break;
            case "F"
                when float.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var single)
                    && float.IsFinite(single):
                return MathF.Abs(single) < ExactInSingle
                    ? ValueMeaning.Of(
                        span, (double)single, ((double)single).ToString("R", CultureInfo.InvariantCulture)
                    ) with
                    { Single = span }
                    : context.Broken(say => say.SinglePrecision(span), span);
            case "F":
                break;
            case "L" or "UL" or "LU" or "U":
                value = long.TryParse(digits, Whole, CultureInfo.InvariantCulture, out var wide) ? wide : null;
                break;
            default:
                value = suffix.Length == 0 && int.TryParse(digits, Whole, CultureInfo.InvariantCulture, out var small) ? small
                    : suffix.Length == 0 && long.TryParse(digits, Whole, CultureInfo.InvariantCulture, out var large) ? large
                    : double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var real)
                    && double.IsFinite(real)
                    && (suffix.Length > 0 || digits.AsSpan().IndexOfAny('.', 'e', 'E') >= 0)
                        ? real
                    : null;
                break;
        }

        return value is null ? context.Broken(say => say.NumberOutOfRange(span, digits), span) : ValueMeaning.Of(span, value, digits);
    }

    /// <summary>The number that is written in single precision for whose sake C# takes both in it; nothing, if it does not.</summary>
    public Span? SingleOf(ValueMeaning left, ValueMeaning right) => SingleBeside(left, right) ?? SingleBeside(right, left);

    // Beside a double a float becomes one, any other number beside a float becomes a float. What is known by scenarios may be either.
    private Span? SingleBeside(ValueMeaning single, ValueMeaning other) =>
        context.Options.KeysAreMembers || other.Single is not null || other.Kind != ScalarKind.Double ? single.Single : null;

    /// <summary>What is one of two numbers, in single precision where both are taken in it. That is a fault where one of them may be a
    /// whole number that is not the same in it.</summary>
    public Meaning OneOf(Meaning chosen, ValueMeaning left, ValueMeaning right) =>
        chosen is not ValueMeaning value || SingleOf(left, right) is not { } single ? chosen
        : MayBeRounded(left) || MayBeRounded(right) ? context.Broken(say => say.SinglePrecision(single), chosen.Span)
        : value with { Single = single };

    private static bool MayBeRounded(ValueMeaning value) =>
        value.Kind is ScalarKind.Int32 or ScalarKind.Int64
        && !(value.Constant is { } whole && Math.Abs(Convert.ToDouble(whole, CultureInfo.InvariantCulture)) < ExactInSingle);

    /// <summary>Both values as one type, as C# would have it beside an operator; nothing if there is none.</summary>
    /// <param name="left">The left side.</param>
    /// <param name="right">The right side.</param>
    /// <param name="readsTexts">Whether a text that is written out is read as the other side.</param>
    /// <param name="isOperator">Whether it is an operator that has to choose between forms of itself.</param>
    public (ValueMeaning Left, ValueMeaning Right)? Promote(ValueMeaning left, ValueMeaning right, bool readsTexts, bool isOperator = true)
    {
        if (left.Type is EnumInput && right.Type is EnumInput)
        {
            return ((EnumInput)left.Type).Name == ((EnumInput)right.Type).Name ? (left, right) : null;
        }

        if (left.Kind == right.Kind)
        {
            return (left, right);
        }

        // What is text in a scenario may be a single character there, and must be beside one.
        if (context.Options.KeysAreMembers && left.IsText && left.Constant is null && right.Constant is char one)
        {
            context.Diagnostics.TakenForCharacter(right.Span, one);
            return (left, ValueMeaning.Of(right.Span, one.ToString()));
        }

        if (context.Options.KeysAreMembers && right.IsText && right.Constant is null && left.Constant is char)
        {
            return Promote(right, left, readsTexts, isOperator) is var (text, character) ? (character, text) : null;
        }

        if (left.IsNumber && right.IsNumber)
        {
            var kind = isOperator && (IsAmbiguous(left, right) || IsAmbiguous(right, left)) ? null : Wider(left, right);
            return kind is { } both && ValueMeaning.As(left, both) is { } a && ValueMeaning.As(right, both) is { } b ? (a, b) : null;
        }

        return !readsTexts ? null
            : right is { IsText: true, Constant: string r }
            && left.Type is ScalarInput { Kind: var k }
            && Read(right.Span, r, k) is { } readRight
                ? (left, ValueMeaning.Of(right.Span, readRight))
            : left is { IsText: true, Constant: string l }
            && right.Type is ScalarInput { Kind: var m }
            && Read(left.Span, l, m) is { } readLeft
                ? (ValueMeaning.Of(left.Span, readLeft), right)
            : null;
    }

    // A number with a point is a double or a decimal, and what may be null becomes either just as well: the engine cannot choose.
    private bool IsAmbiguous(ValueMeaning left, ValueMeaning right) =>
        context.IsExact
        && left is { Type.IsNullable: true, Kind: ScalarKind.Int32 or ScalarKind.Int64 }
        && right is { Kind: ScalarKind.Double, Digits: not null };

    private static ScalarKind? Wider(ValueMeaning left, ValueMeaning right)
    {
        var (a, b) = (left.Kind!.Value, right.Kind!.Value);
        if (a is ScalarKind.Decimal || b is ScalarKind.Decimal)
        {
            // A number written with a point is a double, but beside a decimal it is read as one.
            var other = a is ScalarKind.Decimal ? right : left;
            return other.Kind != ScalarKind.Double || other.Digits is not null ? ScalarKind.Decimal : null;
        }

        return a is ScalarKind.Double || b is ScalarKind.Double ? ScalarKind.Double : ScalarKind.Int64;
    }

    public Meaning EnumConstant(Span span, EnumInput type, string word, Span wordSpan)
    {
        for (var i = 0; i < type.Names.Count; i++)
        {
            if (string.Equals(type.Names[i], word, StringComparison.OrdinalIgnoreCase))
            {
                return ValueMeaning.Of(span, type, i);
            }
        }

        return context.Broken(say => say.UnknownEnumName(wordSpan, word, type), span);
    }
}
