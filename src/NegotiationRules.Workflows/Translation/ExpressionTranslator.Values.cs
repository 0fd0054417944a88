using System.Globalization;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <content>Constants, and what becomes what beside what.</content>
internal sealed partial class ExpressionTranslator
{
    private static ValueMeaning Constant(Span span, object value, string? digits = null) =>
        new(
            span,
            Literals.Write(span, value) ?? throw new ArgumentException($"no literal for {value}"),
            new ScalarInput(Literals.KindOf(value), false)
        )
        {
            Constant = value,
            Digits = digits,
        };

    // From here on single precision takes a whole number for the next.
    private const float ExactInSingle = 1 << 24;

    private Meaning Number(Span span, string digits, string suffix)
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
                    ? Constant(span, (double)single, ((double)single).ToString("R", CultureInfo.InvariantCulture)) with { IsSingle = true }
                    : Untranslatable(() => _diagnostics.SinglePrecision(span, digits), span);
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

        return value is null ? Untranslatable(() => _diagnostics.NumberOutOfRange(span, digits), span) : Constant(span, value, digits);
    }

    /// <summary>Both values as one type, as C# would have it beside an operator; nothing if there is none.</summary>
    /// <param name="left">The left side.</param>
    /// <param name="right">The right side.</param>
    /// <param name="readsTexts">Whether a text that is written out is read as the other side.</param>
    /// <param name="isOperator">Whether it is an operator that has to choose between forms of itself.</param>
    private (ValueMeaning Left, ValueMeaning Right)? Promote(ValueMeaning left, ValueMeaning right, bool readsTexts, bool isOperator = true)
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
        if (options.KeysAreMembers && left.IsText && left.Constant is null && right.Constant is char one)
        {
            _diagnostics.TakenForCharacter(right.Span, one);
            return (left, Constant(right.Span, one.ToString()));
        }

        if (options.KeysAreMembers && right.IsText && right.Constant is null && left.Constant is char)
        {
            return Promote(right, left, readsTexts, isOperator) is var (text, character) ? (character, text) : null;
        }

        if (left.IsNumber && right.IsNumber)
        {
            var kind = isOperator && (IsAmbiguous(left, right) || IsAmbiguous(right, left)) ? null : Wider(left, right);
            return kind is { } both && As(left, both) is { } a && As(right, both) is { } b ? (a, b) : null;
        }

        return !readsTexts ? null
            : right is { IsText: true, Constant: string r }
            && left.Type is ScalarInput { Kind: var k }
            && Read(right.Span, r, k) is { } readRight
                ? (left, Constant(right.Span, readRight))
            : left is { IsText: true, Constant: string l }
            && right.Type is ScalarInput { Kind: var m }
            && Read(left.Span, l, m) is { } readLeft
                ? (Constant(left.Span, readLeft), right)
            : null;
    }

    // A number with a point is a double or a decimal, and what may be null becomes either just as well: the engine cannot choose.
    private bool IsAmbiguous(ValueMeaning left, ValueMeaning right) =>
        IsExact
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

    private static ValueMeaning? As(ValueMeaning value, ScalarKind kind) =>
        value.Kind == kind ? value
        : value.Constant is null
            ? value.Kind is ScalarKind.Decimal or ScalarKind.Double ? null
                : value with { Type = new ScalarInput(kind, value.Type.IsNullable) }
        : Literals.Widen(value.Constant, value.Digits, kind) is { } widened ? Constant(value.Span, widened, value.Digits)
        : null;

    private Meaning EnumConstant(Span span, EnumInput type, string word, Span wordSpan)
    {
        for (var i = 0; i < type.Names.Count; i++)
        {
            if (string.Equals(type.Names[i], word, StringComparison.OrdinalIgnoreCase))
            {
                return EnumConstant(span, type, i);
            }
        }

        return Untranslatable(() => _diagnostics.UnknownEnumName(wordSpan, word, type), span);
    }

    private static ValueMeaning EnumConstant(Span span, EnumInput type, int index) =>
        new(span, new LiteralSyntax(span, new JsonText(span, type.Texts[index])), type with { IsNullable = false }) { Constant = index };

    /// <summary>In words for a message.</summary>
    private static string Describe(Meaning meaning) => meaning switch
    {
        TruthMeaning => "true or false",
        ValueMeaning { Type: var type } => Describe(type),
        ObjectMeaning o => $"the object `{o.Record.Name}`",
        ListMeaning or ArrayMeaning => "a list",
        GroupsMeaning => "the groups of a list",
        PartsMeaning => "what a text is split into",
        WrittenMeaning => "a value as text",
        NullMeaning => "`null`",
        TypeMeaning type => $"the type `{type.Name}`",
        ShapeMeaning => "a new object",
        OpaqueMeaning opaque => opaque.Description,
        OrderMeaning => "a number",
        EnumWordMeaning word => $"`{word.Type.Text}.{word.Word.Text}`",
        _ => "something",
    };

    private static string Describe(InputType type) => type switch
    {
        EnumInput e => $"the enumeration `{e.Name}`",
        RecordInput record => $"the object `{record.Name}`",
        ListInput => "a list",
        OpaqueInput opaque => opaque.Description,
        ScalarInput { Kind: var kind } => kind switch
        {
            ScalarKind.Boolean => "true or false",
            ScalarKind.Int32 or ScalarKind.Int64 => "a whole number",
            ScalarKind.Double => "a number (double)",
            ScalarKind.Decimal => "a number (decimal)",
            ScalarKind.Text => "text",
            ScalarKind.Character => "a character",
            ScalarKind.DateOnly => "a date",
            ScalarKind.TimeSpan => "a duration",
            ScalarKind.Guid => "a GUID",
            _ => "a date and time",
        },
        _ => "something",
    };
}
