using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <content>Texts: their members and methods.</content>
internal sealed partial class ExpressionTranslator
{
    private delegate Meaning? TextMethod(ExpressionTranslator translator, Span span, Name name, ValueMeaning text, Meaning[] arguments);

    private static readonly Dictionary<string, TextMethod> TextMethods = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Contains"] = (t, span, name, text, a) => t.Piece(span, name, text, a, ComparisonOperator.Contains),
        ["StartsWith"] = (t, span, name, text, a) => t.Piece(span, name, text, a, ComparisonOperator.StartsWith),
        ["EndsWith"] = (t, span, name, text, a) => t.Piece(span, name, text, a, ComparisonOperator.EndsWith),
        ["Equals"] = (t, span, name, text, a) => t.TextEquals(span, name, text, a),
        ["CompareTo"] = (t, span, name, text, a) =>
            a is [ValueMeaning { IsText: true } other]
                ? new OrderMeaning(span, text, other, IgnoresCase: false, IsOrdinal: false) { Fault = t.FaultOfUse(span, text) }
                : null,
        ["ToLower"] = (t, span, _, text, a) =>
            a.Length == 0
                ? t.OfText(span, OperandFunction.LowerCase, text) is var lower
                    ? lower with
                    {
                        Fault = t.Faults(span, lower.Fault, t.UnlessAscii(text)),
                    }
                    : null
                : null,
        ["ToUpper"] = (t, span, _, text, a) =>
            a.Length == 0
                ? t.OfText(span, OperandFunction.UpperCase, text) is var upper
                    ? upper with
                    {
                        Fault = t.Faults(span, upper.Fault, t.UnlessAscii(text)),
                    }
                    : null
                : null,
        ["ToLowerInvariant"] = (t, span, _, text, a) => a.Length == 0 ? t.OfText(span, OperandFunction.LowerCase, text) : null,
        ["ToUpperInvariant"] = (t, span, _, text, a) => a.Length == 0 ? t.OfText(span, OperandFunction.UpperCase, text) : null,
        ["Trim"] = (t, span, _, text, a) =>
            a.Length > 0 ? null
            : text.Constant is string constant ? Constant(span, constant.Trim())
            : t.OfText(span, OperandFunction.Trimmed, text),
        ["ToString"] = (t, span, _, text, a) =>
            a.Length == 0
                ? text with
                {
                    Span = span,
                    Fault = t.FaultOfUse(span, text),
                    Nothing = t.IsExact ? Logic.False : text.Nothing,
                }
                : null,
        ["Substring"] = (t, span, _, text, a) => t.Substring(span, text, a),
        ["IndexOf"] = (t, span, name, text, a) => t.IndexOf(span, name, text, a),
        ["Replace"] = (t, span, _, text, a) => t.Replace(span, text, a),
        ["Split"] = (_, span, _, text, a) => Split(span, text, a),
    };

    private Meaning ValueMember(ValueMeaning value, string name, Span span, Span nameSpan)
    {
        var found = value switch
        {
            { Type.IsNullable: true, IsText: false } when Is(name, "HasValue") => NullTest(span, value, isNull: false),
            { Type.IsNullable: true, IsText: false } when Is(name, "Value") => value with
            {
                Span = span,
                Type = value.Type with { IsNullable = false },
                Nothing = IsExact ? Logic.False : value.Nothing,
                Fault = FaultOfUse(span, value),
            },
            { Type.IsNullable: true, IsText: false } when IsExact => null,
            { IsText: true } when Is(name, "Length") => value.Constant is string text ? Constant(span, text.Length)
                : OfText(span, OperandFunction.Length, value) with { Type = new ScalarInput(ScalarKind.Int32, false) },
            { Kind: ScalarKind.DateTime or ScalarKind.DateTimeOffset or ScalarKind.DateOnly } => DateMember(value, name, span),
            { Kind: ScalarKind.TimeSpan } => LengthMember(value, name, span),
            _ => null,
        };
        return found
            ?? Untranslatable(() => _diagnostics.UnknownMemberOfValue(nameSpan, name, Describe(value.Type), MembersOf(value)), span);
    }

    private static IEnumerable<string> MembersOf(ValueMeaning value) => [.. value.Kind switch
    {
        ScalarKind.Text => (IEnumerable<string>)["Length"],
        ScalarKind.DateTime => [.. DateParts.Keys, .. TimeParts.Keys, "Date", "TimeOfDay", "DayOfWeek"],
        ScalarKind.DateOnly => [.. DateParts.Keys, "DayOfWeek"],
        ScalarKind.TimeSpan => [.. Totals.Keys, .. WholeParts.Keys],
        _ => [],
    }, .. value is { Type.IsNullable: true, IsText: false } ? ["HasValue", "Value"] : Array.Empty<string>()];

    /// <summary>What a function makes of a text; null has no methods.</summary>
    private ValueMeaning OfText(Span span, OperandFunction function, ValueMeaning text, params IReadOnlyList<ValueMeaning> others)
    {
        var worked = Combined(
            span,
            Function(span, function, [text.Operand, .. others.Select(o => o.Operand)]),
            new ScalarInput(ScalarKind.Text, false),
            [text with { Nothing = NothingUsed(text) }, .. others.Select(o => o with { Nothing = NothingUsed(o) })]);
        ConditionSyntax[] faultsOfOthers = [.. others.Select(o => FaultOfUse(span, o))];
        return worked with
        {
            Fault = Faults(span, [FaultOfUse(span, text), .. faultsOfOthers]),
            HardFault = Faults(span, [text.HardFault, .. faultsOfOthers]),
        };
    }

    private ConditionSyntax NothingUsed(Meaning used) => IsExact ? Logic.False : used.Nothing;

    private static ValueMeaning Upper(ValueMeaning text) =>
        text.Constant is string constant ? Constant(text.Span, constant.ToUpperInvariant())
        : text with { Operand = Function(text.Span, OperandFunction.UpperCase, text.Operand) };

    /// <summary>The fault of a method that goes by the language of the machine: where other letters than those of English stand, its answer
    /// is its own.</summary>
    private ConditionSyntax UnlessAscii(ValueMeaning text)
    {
        if (!IsExact)
        {
            return Logic.False;
        }

        if (text.Constant is string or char)
        {
            return Logic.Constant(text.Constant.ToString()!.AsSpan().IndexOfAnyExceptInRange(' ', '~') >= 0);
        }

        var isAscii = Logic.Test(text.Span, text.Operand, ComparisonOperator.Matches, Literals.Write(text.Span, @"^[ -~]*\z")!, text.Span);
        return Logic.All(text.Span, Logic.Not(text.Span, NullOf(text)), Logic.Not(text.Span, Close(text.Span, text.Lifts, isAscii)));
    }

    private TruthMeaning? Piece(Span span, Name name, ValueMeaning text, Meaning[] arguments, ComparisonOperator comparison)
    {
        if (
            arguments is not [ValueMeaning { Kind: ScalarKind.Text or ScalarKind.Character } piece, .. var rest]
            || Comparison(rest) is not var (ignoresCase, isOrdinal)
            || rest.Length > 1
        )
        {
            return null;
        }

        // A character, and any piece that is only contained, is looked for letter by letter; the start and end of a text go by the language
        // of the machine.
        var byCulture = rest.Length == 0 ? piece.IsText && comparison != ComparisonOperator.Contains : !isOrdinal;
        var fault = Faults(
            span, FaultOfUse(span, text), FaultOfUse(span, piece),
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
            Close(span, LiftsOf(text, piece), Logic.Test(span, left.Operand, comparison, right.Operand, name.Span))
        )
        {
            Fault = fault,
        };
    }

    // What a last argument of a text method says of letter case and language; nothing if it is something else.
    private static (bool IgnoresCase, bool IsOrdinal)? Comparison(Meaning[] rest) => rest switch
    {
        [] => (false, true),
        [EnumWordMeaning { Type.Text: var type, Word.Text: var word }] when Is(type, "StringComparison") => word.ToUpperInvariant() switch
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

    private Meaning? TextEquals(Span span, Name name, ValueMeaning text, Meaning[] arguments)
    {
        if (
            arguments is not [var first, .. var rest]
            || rest.Length > 1
            || Comparison(rest) is not var (ignoresCase, isOrdinal)
            || first is not (ValueMeaning { IsText: true } or NullMeaning)
        )
        {
            return null;
        }

        var use = FaultOfUse(span, text);
        if (first is not ValueMeaning other)
        {
            return new TruthMeaning(span, Logic.False) { Fault = use };
        }

        // Null does not equal what has a method.
        var sure = text with { Nothing = NothingUsed(text), Fault = use };
        var (a, b) = ignoresCase ? (Upper(sure), Upper(other)) : (sure, other);
        return WithCulture(Compare(span, name.Span, BinaryOperator.Equal, a, b, readsTexts: false), isOrdinal, text, other);
    }

    private Meaning WithCulture(Meaning compared, bool isOrdinal, ValueMeaning a, ValueMeaning b) =>
        isOrdinal ? compared : compared with { Fault = Faults(compared.Span, compared.Fault, UnlessAscii(a), UnlessAscii(b)) };

    private ValueMeaning? Substring(Span span, ValueMeaning text, Meaning[] arguments)
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
                Beyond(span, text, places is [var start, var length] ? Sum(span, start, length) : places[0]),
            ]
        );
        return part with { Fault = Faults(span, part.Fault, Close(span, part.Lifts, outside)) };
    }

    private static ConditionSyntax Negative(Span span, ValueMeaning number) =>
        TestNumber(span, number, BinaryOperator.Less, 0);

    private static ConditionSyntax Beyond(Span span, ValueMeaning text, ValueMeaning place) =>
        new ValueTestSyntax(
            span,
            Function(span, OperandFunction.Length, text.Operand),
            new ComparisonSyntax(span, ComparisonOperator.LessThan, place.Operand)
        );

    private static ValueMeaning Sum(Span span, ValueMeaning a, ValueMeaning b) =>
        a.Constant is int x && b.Constant is int y ? Constant(span, (long)x + y)
        : a with { Operand = new ArithmeticSyntax(span, ArithmeticKind.Plus, a.Operand, b.Operand), Constant = null };

    private ValueMeaning? IndexOf(Span span, Name name, ValueMeaning text, Meaning[] arguments)
    {
        if (
            arguments is not [ValueMeaning { Kind: ScalarKind.Text or ScalarKind.Character } piece, .. var rest]
            || rest.Length > 1
            || rest is [not EnumWordMeaning]
            || Comparison(rest) is not var (ignoresCase, isOrdinal)
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
            Fault = Faults(span, position.Fault, byCulture ? Logic.Any(span, UnlessAscii(text), UnlessAscii(piece)) : Logic.False),
        };
    }

    // To replace nothing is an exception there, and what replaces it may be null.
    private ValueMeaning? Replace(Span span, ValueMeaning text, Meaning[] arguments) =>
        !IsExact && arguments is [ValueMeaning { IsText: true, Constant: not "" } sought, ValueMeaning { IsText: true } instead]
            ? OfText(span, OperandFunction.Replaced, text, sought, instead)
        : arguments is [ValueMeaning { Constant: string { Length: > 0 } or char } old, ValueMeaning { Constant: string or char } with]
            ? OfText(span, OperandFunction.Replaced, text, old, with)
        : null;

    /// <summary>Texts one after the other; null is nothing.</summary>
    private Meaning Concatenate(Span span, IReadOnlyList<Meaning> parts)
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
                        Constant(constant.Span, Convert.ToString(constant.Constant, System.Globalization.CultureInfo.InvariantCulture)!)
                    );
                    break;
                case ValueMeaning { Kind: ScalarKind.Text or ScalarKind.Character } text:
                    texts.Add(text);
                    break;
                default:
                    return Untranslatable(() => _diagnostics.NotJoined(part.Span, Describe(part)), span);
            }
        }

        if (texts.TrueForAll(t => t.Constant is string))
        {
            return Constant(span, string.Concat(texts.Select(t => (string)t.Constant!)));
        }

        var operands = new List<OperandSyntax>(texts.Count);
        foreach (var text in texts)
        {
            if (text.Lifts.Count > 0 && MayBeNull(text with { Lifts = [] }) && IsExact)
            {
                return Untranslatable(() => _diagnostics.ElementOnlyCompared(text.Span, Describe(text)), span);
            }

            var operand =
                IsExact && !Logic.IsFalse(text.Nothing)
                    ? new ChoiceSyntax(text.Span, text.Nothing, Literals.Write(text.Span, string.Empty)!, text.Operand)
                    : text.Operand;
            operands.AddRange(operand is FunctionSyntax { Function: OperandFunction.Joined } joined ? joined.Arguments : [operand]);
        }

        return operands.Count == 1
            ? texts[0] with
            {
                Span = span,
                Operand = operands[0],
                Nothing = NothingUsed(texts[0]),
            }
            : Combined(
                span, Function(span, OperandFunction.Joined, operands), new ScalarInput(ScalarKind.Text, false),
                [.. texts.Select(t => t with { Nothing = NothingUsed(t) })]
            );
    }
}
