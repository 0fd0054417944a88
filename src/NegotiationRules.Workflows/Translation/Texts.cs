using System.Globalization;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Texts: their members and methods.</summary>
internal sealed class Texts(TranslationContext context, Nulls nulls)
{
    public static Meaning? Split(Span span, ValueMeaning text, Meaning[] arguments)
    {
        var options = StringSplitOptions.None;
        if (arguments is [.., EnumWordMeaning { Type.Text: var type, Word.Text: var word }] && Spelt.Same(type, "StringSplitOptions"))
        {
            if (!Enum.TryParse(word, ignoreCase: true, out options) || !Enum.IsDefined(options))
            {
                return null;
            }

            arguments = arguments[..^1];
        }

        // A text is split at characters; at another text only with what is done about empty parts beside it.
        var separators = arguments is [ArrayMeaning { When.Count: 0, Items: var items }] ? items : arguments;
        if (separators.Count == 0 || separators.Any(s => s is not ValueMeaning { Constant: char }))
        {
            return null;
        }

        var at = separators.Select(s => (char)((ValueMeaning)s).Constant!).ToArray();
        return text.Constant is string whole ? new ArrayMeaning(
            span, [.. whole.Split(at, options).Select(part => ValueMeaning.Of(span, part))]
        )
            : at is [var one] && options == StringSplitOptions.None ? new PartsMeaning(span, text, one)
            : null;
    }

    public static TruthMeaning? IsEmpty(Span span, Meaning text, bool trims)
    {
        if (text is NullMeaning)
        {
            return new TruthMeaning(span, Logic.True);
        }

        if (text is not ValueMeaning { IsText: true } value)
        {
            return null;
        }

        if (value.Constant is string constant)
        {
            return new TruthMeaning(span, Logic.Constant(trims ? string.IsNullOrWhiteSpace(constant) : constant.Length == 0));
        }

        var operand = trims ? Operands.Function(span, OperandFunction.Trimmed, value.Operand) : value.Operand;
        var isEmpty = Nulls.Close(
            span, value.Lifts, Logic.Test(span, operand, ComparisonOperator.Is, Literals.Write(span, string.Empty)!, span)
        );
        return new TruthMeaning(span, Logic.Any(span, Nulls.NullOf(value), isEmpty)) { Fault = value.Fault };
    }

    // Only an application that lets rules see the type has it there, and whether this one does is not known here.
    public Meaning? IsMatch(Span span, Name name, Meaning[] arguments) =>
        context.IsExact ? context.Broken(say => say.UnknownCall(span, "Regex.IsMatch", arguments.Length, []), span)
        : arguments is [ValueMeaning { IsText: true, Constant: null } text, ValueMeaning { Constant: string pattern } written]
            && DotNetPattern.ToRules(pattern) is { } same
            ? new TruthMeaning(
                span,
                Nulls.Close(
                    span,
                    text.Lifts,
                    Logic.Test(span, text.Operand, ComparisonOperator.Matches, Literals.Write(written.Span, same)!, name.Span)
                )
            )
        : null;

    /// <summary>What a function makes of a text; null has no methods.</summary>
    public ValueMeaning OfText(Span span, OperandFunction function, ValueMeaning text, params IReadOnlyList<ValueMeaning> others)
    {
        var worked = nulls.Combined(
            span,
            Operands.Function(span, function, [text.Operand, .. others.Select(o => o.Operand)]),
            new ScalarInput(ScalarKind.Text, false),
            [text with { Nothing = nulls.NothingUsed(text) }, .. others.Select(o => o with { Nothing = nulls.NothingUsed(o) })]);
        ConditionSyntax[] faultsOfOthers = [.. others.Select(o => nulls.FaultOfUse(span, o))];
        return worked with
        {
            Fault = nulls.Faults(span, [nulls.FaultOfUse(span, text), .. faultsOfOthers]),
            HardFault = nulls.Faults(span, [text.HardFault, .. faultsOfOthers]),
        };
    }

    public static ValueMeaning Upper(ValueMeaning text) =>
        text.Constant is string constant ? ValueMeaning.Of(text.Span, constant.ToUpperInvariant())
        : text with { Operand = Operands.Function(text.Span, OperandFunction.UpperCase, text.Operand) };

    /// <summary>The fault of a method that goes by the language of the machine: where other letters than those of English stand, its answer
    /// is its own.</summary>
    public ConditionSyntax UnlessAscii(ValueMeaning text)
    {
        if (!context.IsExact)
        {
            return Logic.False;
        }

        if (text.Constant is string or char)
        {
            return Logic.Constant(text.Constant.ToString()!.AsSpan().IndexOfAnyExceptInRange(' ', '~') >= 0);
        }

        var isAscii = Logic.Test(text.Span, text.Operand, ComparisonOperator.Matches, Literals.Write(text.Span, "^[ -~]*$")!, text.Span);
        return Logic.All(
            text.Span, Logic.Not(text.Span, Nulls.NullOf(text)), Logic.Not(text.Span, Nulls.Close(text.Span, text.Lifts, isAscii))
        );
    }

    public TruthMeaning? Piece(Span span, Name name, ValueMeaning text, Meaning[] arguments, ComparisonOperator comparison)
    {
        if (
            arguments is not [ValueMeaning { Kind: ScalarKind.Text or ScalarKind.Character } piece, .. var rest]
            || LetterCase(rest) is not var (ignoresCase, isOrdinal)
            || rest.Length > 1
        )
        {
            return null;
        }

        // A character, and any piece that is only contained, is looked for letter by letter; the start and end of a text go by the language
        // of the machine.
        var byCulture = rest.Length == 0 ? piece.IsText && comparison != ComparisonOperator.Contains : !isOrdinal;
        var fault = nulls.Faults(
            span, nulls.FaultOfUse(span, text), nulls.FaultOfUse(span, piece),
            byCulture ? Logic.Any(span, UnlessAscii(text), UnlessAscii(piece)) : Logic.False
        );
        if (text.Constant is string whole && piece.Constant?.ToString() is { } part && !byCulture)
        {
            var how = ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
            return new TruthMeaning(span, Logic.Constant(comparison switch
            {
                ComparisonOperator.Contains => whole.Contains(part, how),
                ComparisonOperator.StartsWith => whole.StartsWith(part, how),
                _ => whole.EndsWith(part, how),
            }));
        }

        var (left, right) = ignoresCase ? (Upper(text), Upper(piece)) : (text, piece);
        return new TruthMeaning(
            span,
            Nulls.Close(span, Nulls.LiftsOf(text, piece), Logic.Test(span, left.Operand, comparison, right.Operand, name.Span))
        )
        {
            Fault = fault,
        };
    }

    // What a last argument of a text method says of letter case and language; nothing if it is something else.
    public static (bool IgnoresCase, bool IsOrdinal)? LetterCase(Meaning[] rest) => rest switch
    {
        [] => (false, true),
        [EnumWordMeaning { Type.Text: var type, Word.Text: var word }] when Spelt.Same(
            type, "StringComparison"
        ) => word.ToUpperInvariant() switch
        {
            "ORDINAL" => (false, true),
            "ORDINALIGNORECASE" => (true, true),
            "INVARIANTCULTURE" or "CURRENTCULTURE" => (false, false),
            "INVARIANTCULTUREIGNORECASE" or "CURRENTCULTUREIGNORECASE" => (true, false),
            _ => null,
        },
        [ValueMeaning { Constant: int and >= 0 and <= 5 and var number }] => (number % 2 == 1, number >= 4),
        [TruthMeaning { Condition: var ignores }] when Logic.IsTrue(ignores) || Logic.IsFalse(ignores) => (Logic.IsTrue(ignores), false),
        _ => null,
    };

    public Meaning WithCulture(Meaning compared, bool isOrdinal, ValueMeaning a, ValueMeaning b) =>
        isOrdinal ? compared : compared with { Fault = nulls.Faults(compared.Span, compared.Fault, UnlessAscii(a), UnlessAscii(b)) };

    public ValueMeaning? Substring(Span span, ValueMeaning text, Meaning[] arguments)
    {
        if (arguments.Length is < 1 or > 2 || arguments.Any(a => a is not ValueMeaning { Kind: ScalarKind.Int32, Type.IsNullable: false }))
        {
            return null;
        }

        var places = arguments.Cast<ValueMeaning>().ToList();
        var part = OfText(span, OperandFunction.Part, text, places);
        var outside = Logic.Any(
            span,
            [
                .. places.Select(p => Negative(span, p)),
                EndsBefore(span, text, places is [var start, var length] ? Sum(span, start, length) : places[0]),
            ]
        );
        return nulls.Failing(part, outside);
    }

    private static ConditionSyntax Negative(Span span, ValueMeaning number) =>
        RelatedValues.TestNumber(span, number, BinaryOperator.Less, 0);

    private static ValueTestSyntax EndsBefore(Span span, ValueMeaning text, ValueMeaning place) =>
        new ValueTestSyntax(
            span,
            Operands.Function(span, OperandFunction.Length, text.Operand),
            new ComparisonSyntax(span, ComparisonOperator.LessThan, place.Operand)
        );

    private static ValueMeaning Sum(Span span, ValueMeaning a, ValueMeaning b) =>
        a.Constant is int x && b.Constant is int y ? ValueMeaning.Of(span, (long)x + y)
        : a with { Operand = new ArithmeticSyntax(span, ArithmeticKind.Plus, a.Operand, b.Operand), Constant = null };

    public ValueMeaning? IndexOf(Span span, Name name, ValueMeaning text, Meaning[] arguments)
    {
        if (
            arguments is not [ValueMeaning { Kind: ScalarKind.Text or ScalarKind.Character } piece, .. var rest]
            || rest.Length > 1
            || rest is [not EnumWordMeaning]
            || LetterCase(rest) is not var (ignoresCase, isOrdinal)
        )
        {
            return null;
        }

        var position = ignoresCase
            ? OfText(name.Span, OperandFunction.PositionOf, Upper(text), Upper(piece))
            : OfText(name.Span, OperandFunction.PositionOf, text, piece);
        var byCulture = rest.Length == 0 ? piece.IsText : !isOrdinal;
        return position with
        {
            Span = span,
            Type = new ScalarInput(ScalarKind.Int32, false),
            Fault = nulls.Faults(span, position.Fault, byCulture ? Logic.Any(span, UnlessAscii(text), UnlessAscii(piece)) : Logic.False),
        };
    }

    // To replace nothing is an exception there, and what replaces it may be null.
    public ValueMeaning? Replace(Span span, ValueMeaning text, Meaning[] arguments) =>
        !context.IsExact && arguments is [ValueMeaning { IsText: true, Constant: not "" } sought, ValueMeaning { IsText: true } instead]
            ? OfText(span, OperandFunction.Replaced, text, sought, instead)
        : arguments is [ValueMeaning { Constant: string { Length: > 0 } or char } old, ValueMeaning { Constant: string or char } with]
            ? OfText(span, OperandFunction.Replaced, text, old, with)
        : null;

    /// <summary>Texts one after the other; null is nothing.</summary>
    public Meaning Concatenate(Span span, IReadOnlyList<Meaning> parts)
    {
        var texts = new List<ValueMeaning>(parts.Count);
        foreach (var part in parts)
        {
            switch (part)
            {
                case BrokenMeaning:
                    return new BrokenMeaning(span);
                case NullMeaning:
                    break;
                case ValueMeaning { Constant: string or char or int or long } constant:
                    texts.Add(
                        ValueMeaning.Of(
                            constant.Span, Convert.ToString(constant.Constant, System.Globalization.CultureInfo.InvariantCulture)!
                        )
                    );
                    break;
                case ValueMeaning { Kind: ScalarKind.Text or ScalarKind.Character } text:
                    texts.Add(text);
                    break;
                default:
                    return context.Broken(say => say.NotJoined(part.Span, MeaningWords.Of(part)), span);
            }
        }

        if (texts.TrueForAll(t => t.Constant is string))
        {
            return ValueMeaning.Of(span, string.Concat(texts.Select(t => (string)t.Constant!)));
        }

        var operands = new List<OperandSyntax>(texts.Count);
        foreach (var text in texts)
        {
            if (text.Lifts.Count > 0 && Nulls.MayBeNull(text with { Lifts = [] }) && context.IsExact)
            {
                return context.Broken(say => say.ElementOnlyCompared(text.Span, MeaningWords.Of(text)), span);
            }

            var operand =
                context.IsExact && !Logic.IsFalse(text.Nothing)
                    ? new ChoiceSyntax(text.Span, text.Nothing, Literals.Write(text.Span, string.Empty)!, text.Operand)
                    : text.Operand;
            operands.AddRange(operand is FunctionSyntax { Function: OperandFunction.Joined } joined ? joined.Arguments : [operand]);
        }

        return operands.Count == 1
            ? texts[0] with
            {
                Span = span,
                Operand = operands[0],
                Nothing = nulls.NothingUsed(texts[0]),
            }
            : nulls.Combined(
                span, Operands.Function(span, OperandFunction.Joined, operands), new ScalarInput(ScalarKind.Text, false),
                [.. texts.Select(t => t with { Nothing = nulls.NothingUsed(t) })]
            );
    }
}
