using System.Text;

namespace NegotiationRules.Workflows.Expressions;

/// <summary>Writes an expression in the dialect, with no more parentheses than it needs: what is written reads as the same tree.</summary>
/// <remarks>A tree that no text has (a number with other characters than digits, a name with a space) is written as it comes.</remarks>
internal sealed class ExpressionPrinter
{
    private readonly StringBuilder _text = new();

    private ExpressionPrinter()
    {
    }

    public static string Print(ExpressionSyntax expression)
    {
        var printer = new ExpressionPrinter();
        printer.Write(expression, Precedence.Anything);
        return printer._text.ToString();
    }

    private void Write(ExpressionSyntax expression, Precedence least)
    {
        if (PrecedenceOf(expression) < least)
        {
            _text.Append('(');
            WriteBare(expression);
            _text.Append(')');
        }
        else
        {
            WriteBare(expression);
        }
    }

    private void WriteBare(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case NumberExpression { Digits: var digits, Suffix: var suffix }:
                _text.Append(digits).Append(suffix);
                break;
            case TextExpression { Value: var value, IsCharacter: var isCharacter }:
                var quote = isCharacter ? '\'' : '"';
                _text.Append(quote).Append(TextEscapes.Write(value, quote)).Append(quote);
                break;
            case BooleanExpression { Value: var value }:
                _text.Append(value ? "true" : "false");
                break;
            case NullExpression:
                _text.Append("null");
                break;
            case NameExpression { Name: var name }:
                _text.Append(name);
                break;
            case TypeExpression { Name: var name }:
                // Without the space, `?.` would be one sign.
                _text.Append(name).Append(name.EndsWith('?') ? " " : string.Empty);
                break;
            case MemberExpression member:
                WriteTarget(member.Target);
                _text.Append(member.IsNullPropagating ? "?." : ".").Append(Plain(member.Name.Text));
                break;
            case CallExpression call:
                WriteCall(call);
                break;
            case IndexExpression index:
                WriteTarget(index.Target);
                WriteList('[', index.Arguments, ']');
                break;
            case LambdaExpression lambda:
                _text.AppendJoin(", ", lambda.Parameters.Select(p => Plain(p.Text))).Append(" => ");
                Write(lambda.Body, Precedence.Anything);
                break;
            case NewArrayExpression array:
                _text.Append("new").Append(array.Type is null ? string.Empty : $" {array.Type.Text}").Append("[] ");
                WriteList('{', array.Items, '}');
                break;
            case NewObjectExpression made:
                WriteNew(made);
                break;
            default:
                WriteOperator(expression);
                break;
        }
    }

    private void WriteOperator(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case UnaryExpression unary:
                WriteUnary(unary);
                break;
            case BinaryExpression { Operator: BinaryOperator.Coalesce } binary:
                Write(binary.Left, Precedence.Or);
                _text.Append(" ?? ");
                Write(binary.Right, Precedence.Anything);
                break;
            case BinaryExpression binary:
                var (sign, precedence) = BinaryOperators.WrittenAs(binary.Operator);
                Write(binary.Left, precedence);
                _text.Append(' ').Append(sign).Append(' ');
                Write(binary.Right, precedence + 1);
                break;
            case InExpression search:
                Write(search.Item, Precedence.In + 1);
                _text.Append(search.IsNegated ? " not in " : " in ");
                WriteValues(search);
                break;
            case ConditionalExpression choice:
                // Behind a type, `? (` would make it nullable.
                Write(choice.If, EndsInType(choice.If) ? Precedence.Primary + 1 : Precedence.Or);
                _text.Append(" ? ");
                Write(choice.Then, Precedence.Anything);
                _text.Append(" : ");
                Write(choice.Else, Precedence.Anything);
                break;
        }
    }

    // Where the minus of a number makes it another, as in `-5U` or below the range of 32 bits, parentheses keep the two apart.
    private void WriteUnary(UnaryExpression unary)
    {
        _text.Append(unary.Operator == UnaryOperator.Minus ? '-' : '!');
        var isApart =
            unary is { Operator: UnaryOperator.Minus, Operand: NumberExpression { Digits: var digits, Suffix: var suffix } }
            && NumberLiteral.Read(digits + suffix, digits.AsSpan().ContainsAny('.', 'e', 'E'), isNegative: true)
                is not { Fault: NumberFault.None, ReadAs: null };
        Write(unary.Operand, isApart ? Precedence.Primary + 1 : Precedence.Unary);
    }

    private void WriteValues(InExpression search)
    {
        if (search.IsList)
        {
            Write(search.Values[0], Precedence.Primary);
            return;
        }

        _text.Append('(');
        for (var i = 0; i < search.Values.Count; i++)
        {
            _text.Append(i > 0 ? ", " : string.Empty);
            Write(search.Values[i], Precedence.Unary);
        }

        _text.Append(')');
    }

    // `5.Name` would begin a fraction, and the minus of `-5[0]` belongs to the number.
    private void WriteTarget(ExpressionSyntax target) =>
        Write(target, target is NumberExpression ? Precedence.Primary + 1 : Precedence.Primary);

    private void WriteCall(CallExpression call)
    {
        if (call.Target is null)
        {
            var isQuoted = call.Name.Text.StartsWith("System.", StringComparison.Ordinal);
            _text.Append(
                isQuoted ? $"\"{call.Name.Text.TrimEnd('?')}\"{(call.Name.Text.EndsWith('?') ? "?" : string.Empty)}" : call.Name.Text
            );
        }
        else
        {
            WriteTarget(call.Target);
            _text.Append(call.IsNullPropagating ? "?." : ".").Append(Plain(call.Name.Text));
        }

        WriteList('(', call.Arguments, ')');
    }

    private void WriteList(char opening, IReadOnlyList<ExpressionSyntax> items, char closing)
    {
        var space = opening == '{' ? " " : string.Empty;
        _text.Append(opening).Append(space);
        for (var i = 0; i < items.Count; i++)
        {
            _text.Append(i > 0 ? ", " : string.Empty);
            Write(items[i], Precedence.Anything);
        }

        _text.Append(items.Count > 0 ? space : string.Empty).Append(closing);
    }

    private void WriteNew(NewObjectExpression made)
    {
        _text.Append("new ").Append(made.Type?.Text).Append(made.Type is null ? "(" : " (");
        for (var i = 0; i < made.Members.Count; i++)
        {
            _text.Append(i > 0 ? ", " : string.Empty);
            Write(made.Members[i].Value, Precedence.Anything);
            _text.Append(made.Members[i].Name is { } name ? $" as {Plain(name.Text)}" : string.Empty);
        }

        _text.Append(')');
    }

    // Behind a point, only operators need the `@`.
    private static string Plain(string name) =>
        DialectWords.OperatorOf(name, isCaseSensitive: false) == ExpressionTokenKind.Name ? name : $"@{name}";

    private static Precedence PrecedenceOf(ExpressionSyntax expression) => expression switch
    {
        LambdaExpression or ConditionalExpression => Precedence.Anything,
        BinaryExpression binary => BinaryOperators.WrittenAs(binary.Operator).Precedence,
        InExpression => Precedence.In,
        UnaryExpression => Precedence.Unary,
        _ => Precedence.Primary,
    };

    private static bool EndsInType(ExpressionSyntax expression) => LastOf(expression) switch
    {
        NameExpression { Name: var name } => DialectWords.IsType(name),
        TextExpression { Value: var value, IsCharacter: false } => DialectWords.IsFullTypeName(value),
        _ => false,
    };

    // What is written last of it.
    private static ExpressionSyntax LastOf(ExpressionSyntax expression) => expression switch
    {
        BinaryExpression { Operator: not BinaryOperator.Coalesce, Right: var right } => LastOf(right),
        UnaryExpression { Operand: var operand } => LastOf(operand),
        InExpression { IsList: true, Values: [var list] } => LastOf(list),
        _ => expression,
    };
}
