using System.Globalization;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Calls of the methods of single values.</summary>
internal sealed class ValueCalls(
    TranslationContext context, Nulls nulls, ScalarValues scalars, Texts texts, Dates dates,
    Comparisons comparisons, Alternatives alternatives
)
{
    public Meaning? CallOnValue(Method method, Span span, Name name, ValueMeaning value, Meaning[] arguments)
    {
        if (method == Method.GetValueOrDefault && value.Type.IsNullable)
        {
            var otherwise = arguments.Length == 1 ? arguments[0] : arguments.Length == 0 ? ValueMeaning.DefaultOf(span, value.Kind) : null;
            return otherwise is null ? null : alternatives.Coalesce(span, value, otherwise);
        }

        var use = nulls.FaultOfUse(span, value);
        var sure = value with { Fault = use, Nothing = nulls.NothingUsed(value), Type = value.Type with { IsNullable = false } };
        return (method, arguments) switch
        {
            (Method.EqualTo or Method.ComparedTo, [ValueMeaning other]) when IsOfAnotherType(method, value, other) =>
                context.Broken(say => say.GoesByTypes(name), span),
            // What may be null has this method all the same.
            (Method.EqualTo, [ValueMeaning other]) when value.Type.IsNullable && value.Kind is not null && other.Kind == value.Kind =>
                Equal(value, other),
            (Method.EqualTo, [ValueMeaning other])
                when value.IsNumber && !other.Type.IsNullable && ValueMeaning.As(other, value.Kind!.Value) is { } like => Equal(sure, like),
            (Method.EqualTo, [ValueMeaning other]) when other.Type is EnumInput || other.Kind == value.Kind => Equal(sure, other),
            (Method.EqualTo, [TruthMeaning other]) when value.Kind == ScalarKind.Boolean => Equal(sure, other),
            (Method.EqualTo, [EnumWordMeaning other]) => Equal(sure, other),
            (Method.ComparedTo, [ValueMeaning other])
                when !other.Type.IsNullable && scalars.Promote(value, other, readsTexts: false) is var (_, b) && b.Kind == value.Kind =>
                new OrderMeaning(span, sure, b, false, true),
            (Method.Add, [ValueMeaning { Kind: ScalarKind.TimeSpan } other]) => dates.Moved(span, BinaryOperator.Add, sure, other),
            (Method.Subtract, [ValueMeaning { Kind: ScalarKind.TimeSpan or ScalarKind.DateTime } other]) => dates.Moved(
                span, BinaryOperator.Subtract, sure, other
            ),
            (Method.AsText, [])
                when value.Kind is ScalarKind.Character or ScalarKind.Guid
                    || (value.Type is EnumInput type && type.Names.SequenceEqual(type.Texts)) => sure with
                    {
                        Span = span,
                        Type = new ScalarInput(ScalarKind.Text, false),
                    },
            (Method.AsText, []) when value.Constant is int or long => ValueMeaning.Of(
                span,
                Convert.ToString(value.Constant, System.Globalization.CultureInfo.InvariantCulture)!
            ),
            (Method.AsText, []) when value.Type is EnumInput => new WrittenMeaning(span, sure),
            (Method.AsText, [])
                when value.Kind is ScalarKind.Int32 or ScalarKind.Int64
                    || (value is { Kind: ScalarKind.Double, IsRough: false } && !context.Options.KeysAreMembers) =>
                new WrittenMeaning(span, sure),
            _ when value.Kind is ScalarKind.DateTime or ScalarKind.DateTimeOffset or ScalarKind.DateOnly => dates.Move(
                method, sure, name, span, arguments
            ),
            _ => null,
        };

        Meaning Equal(ValueMeaning one, Meaning other) =>
            comparisons.Compare(span, name.Span, BinaryOperator.Equal, one, other, readsTexts: false);
    }

    // `Equals` and `CompareTo` take a number of a type that becomes theirs; any other is never equal, and cannot be compared. Of what is
    // known by scenarios it hangs on how a number is written there which of the two it is: `20` is none of the floating ones, and is not
    // equal to `20.0`.
    private bool IsOfAnotherType(Method method, ValueMeaning value, ValueMeaning other) =>
        value.IsNumber && other.IsNumber && (!context.AreTypesGiven
            ? other.Kind == ScalarKind.Decimal || (other.Kind == ScalarKind.Double
                && !(method == Method.EqualTo && other.Constant is double real && real != Math.Truncate(real)))
            : value.Kind != other.Kind && (value.Type.IsNullable || !Becomes(other, value.Kind!.Value)));

    private static bool Becomes(ValueMeaning number, ScalarKind kind) =>
        number.Constant is not null ? ValueMeaning.As(number, kind) is not null
        : number.Kind == ScalarKind.Int32 || (number.Kind == ScalarKind.Int64 && kind != ScalarKind.Int32);

    public Meaning? CallOnText(Method method, Span span, Name name, ValueMeaning text, Meaning[] a) =>
        method switch
        {
            Method.Contains => texts.Piece(span, name, text, a, ComparisonOperator.Contains),
            Method.StartsWith => texts.Piece(span, name, text, a, ComparisonOperator.StartsWith),
            Method.EndsWith => texts.Piece(span, name, text, a, ComparisonOperator.EndsWith),
            Method.EqualTo => comparisons.TextEquals(span, name, text, a),
            Method.ComparedTo =>
                a is [ValueMeaning { IsText: true } other]
                    ? new OrderMeaning(span, text, other, IgnoresCase: false, IsOrdinal: false) { Fault = nulls.FaultOfUse(span, text) }
                    : null,
            Method.ToLower => Cased(span, OperandFunction.LowerCase, text, a, isByCulture: true),
            Method.ToUpper => Cased(span, OperandFunction.UpperCase, text, a, isByCulture: true),
            Method.ToLowerInvariant => Cased(span, OperandFunction.LowerCase, text, a, isByCulture: false),
            Method.ToUpperInvariant => Cased(span, OperandFunction.UpperCase, text, a, isByCulture: false),
            Method.Trim =>
                a.Length > 0 ? null
                : text.Constant is string constant ? ValueMeaning.Of(span, constant.Trim())
                : texts.OfText(span, OperandFunction.Trimmed, text),
            Method.AsText =>
                a.Length == 0
                    ? text with
                    {
                        Span = span,
                        Fault = nulls.FaultOfUse(span, text),
                        Nothing = context.IsExact ? Logic.False : text.Nothing,
                    }
                    : null,
            Method.Substring => texts.Substring(span, text, a),
            Method.IndexOf => texts.IndexOf(span, name, text, a),
            Method.Replace => texts.Replace(span, text, a),
            Method.Split => Texts.Split(span, text, a),
            _ => throw new InvalidOperationException($"`{method}` is translated nowhere"),
        };

    // What the culture of the machine makes of a text is the same everywhere only of ASCII.
    private ValueMeaning? Cased(Span span, OperandFunction function, ValueMeaning text, Meaning[] a, bool isByCulture) =>
        a.Length > 0 ? null
        : texts.OfText(span, function, text) is var cased && isByCulture
            ? cased with { Fault = nulls.Faults(span, cased.Fault, texts.UnlessAscii(text)) }
        : cased;
}
