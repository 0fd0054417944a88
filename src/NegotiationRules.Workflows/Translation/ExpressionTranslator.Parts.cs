using System.Globalization;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <content>What a text is split into, and numbers as texts.</content>
internal sealed partial class ExpressionTranslator
{
    private static Meaning? Split(Span span, ValueMeaning text, Meaning[] arguments)
    {
        var options = StringSplitOptions.None;
        if (arguments is [.., EnumWordMeaning { Type.Text: var type, Word.Text: var word }] && Is(type, "StringSplitOptions"))
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
        return text.Constant is string whole ? new ArrayMeaning(span, [.. whole.Split(at, options).Select(part => Constant(span, part))])
            : at is [var one] && options == StringSplitOptions.None ? new PartsMeaning(span, text, one)
            : null;
    }

    private Meaning CallOnParts(CallExpression call, PartsMeaning parts, TranslationScope scope)
    {
        switch (call.Name.Text.ToUpperInvariant(), call.Arguments)
        {
            case ("TOLIST" or "TOARRAY" or "ASENUMERABLE" or "ASQUERYABLE", []):
                return parts with { Span = call.Span };
            case ("CONTAINS", [var sought]):
                return IsPart(call.Name, call.Span, parts, Translate(sought, scope));
            case ("ANY", [LambdaExpression { Parameters: [var part], Body: BinaryExpression { Operator: BinaryOperator.Equal } test }]):
                var other =
                    IsName(test.Left, part.Text) ? test.Right
                    : IsName(test.Right, part.Text) ? test.Left
                    : null;
                return other is null || Names(other, part.Text)
                    ? OnlySought(call)
                    : IsPart(call.Name, call.Span, parts, Translate(other, scope));
            default:
                return OnlySought(call);
        }
    }

    private BrokenMeaning OnlySought(CallExpression call) => UnknownCall(call, () => _diagnostics.OnlySought(call.Name));

    private static bool IsName(ExpressionSyntax expression, string name) => expression is NameExpression other && other.Name == name;

    private static bool Names(ExpressionSyntax expression, string name) =>
        IsName(expression, name) || ExpressionParts.Of(expression).Any(part => Names(part, name));

    // Between two separators, with one put before the first part and one behind the last; what is sought holds none itself.
    private Meaning IsPart(Name name, Span span, PartsMeaning parts, Meaning sought)
    {
        if (sought is BrokenMeaning)
        {
            return sought;
        }

        if (sought is not ValueMeaning { IsText: true } text)
        {
            return Untranslatable(() => _diagnostics.CannotContain(span, Describe(parts), Describe(sought), isOfObjects: false), span);
        }

        var separator = Constant(span, parts.Separator.ToString());
        if (
            Concatenate(span, [separator, parts.Text, separator]) is not ValueMeaning whole
            || Concatenate(span, [separator, text, separator]) is not ValueMeaning part
            || Piece(span, name, text, [separator], ComparisonOperator.Contains) is not { } holdsSeveral
            || Piece(span, name, whole, [part], ComparisonOperator.Contains) is not { } isThere
        )
        {
            return new BrokenMeaning(span);
        }

        // Null is split into nothing there, which is an exception, and is no part of any text.
        var isSought = IsExact ? Logic.Not(span, NullOf(text)) : Logic.True;
        return new TruthMeaning(span, Logic.All(span, isSought, Logic.Not(span, holdsSeveral.Condition), isThere.Condition))
        {
            Fault = Faults(span, FaultOfUse(span, parts.Text), text.Fault),
        };
    }

    private Meaning CallOnWritten(CallExpression call, WrittenMeaning written, TranslationScope scope) =>
        Is(call.Name.Text, "Equals") && call.Arguments is [var other]
            ? Compare(call.Span, call.Name.Span, BinaryOperator.Equal, written, Translate(other, scope), readsTexts: false)
            : UnknownCall(call, () => _diagnostics.WrittenOnlyCompared(call.Name.Span));

    // The sign before a number, and the point in it, depend on the machine; what has neither is written the same everywhere.
    private Meaning CompareWritten(Span span, Span at, BinaryOperator by, WrittenMeaning written, Meaning other)
    {
        if (other is not ValueMeaning { Constant: string text } || by is not (BinaryOperator.Equal or BinaryOperator.NotEqual))
        {
            return Untranslatable(() => _diagnostics.WrittenOnlyCompared(at), span);
        }

        if (written.Value.Type is EnumInput names)
        {
            var word = names.Names.ToList().IndexOf(text);
            return word < 0 ? Never() : Compare(span, at, by, written.Value, EnumConstant(other.Span, names, word), readsTexts: false);
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
                Constant(other.Span, number <= int.MaxValue ? (int)number : number, text),
                readsTexts: false
            );
        }

        return text.All(char.IsAsciiLetter) || (text.All(char.IsAsciiDigit) && text.Length <= 15) ? Never()
            : Untranslatable(() => _diagnostics.WrittenOnlyCompared(at), span);

        TruthMeaning Never() => new(span, Logic.Constant(by == BinaryOperator.NotEqual)) { Fault = written.Value.Fault };
    }
}
