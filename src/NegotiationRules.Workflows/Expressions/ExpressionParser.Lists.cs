using NegotiationRules.Syntax;

namespace NegotiationRules.Workflows.Expressions;

/// <summary><c>in</c> and <c>new</c>: what lists values.</summary>
internal sealed partial class ExpressionParser
{
    private bool IsInAhead() =>
        IsWord(Current, "in") || IsWord(Current, "not_in") || (KindAsOperator(Current) == ExpressionTokenKind.Not && IsWord(Next, "in"));

    // `x in (1) in (2)` asks for x in either list, and a list without parentheses takes the place of what stands before it.
    private ExpressionSyntax ParseIn(int start, ExpressionSyntax item, ref int height)
    {
        var itemHeight = height;
        ExpressionSyntax? found = null;
        while (IsInAhead())
        {
            var word = _position;
            var isNegated = !IsWord(Current, "in");
            _position += KindAsOperator(Current) == ExpressionTokenKind.Not ? 2 : 1;
            if (isNegated && MayReport())
            {
                _diagnostics.NotInIsNewer(SpanFrom(word));
            }

            if (At(ExpressionTokenKind.OpenParenthesis))
            {
                var values = ParseValuesOfIn();
                var isNegatedHere = isNegated && found is null;
                var part = new InExpression(SpanFrom(start), item, values, IsList: false, isNegatedHere);
                var partHeight = Higher(itemHeight, _height);
                height = found is null ? partHeight : Higher(height, partHeight);
                found = found is null ? part : new BinaryExpression(SpanFrom(start), BinaryOperator.Or, SpanOf(word), found, part);
                found = isNegated && !isNegatedHere ? new UnaryExpression(SpanFrom(start), UnaryOperator.Not, found) : found;
            }
            else if (At(ExpressionTokenKind.Name) && Next.Kind != ExpressionTokenKind.Arrow)
            {
                var list = ParsePrimary(_position);
                found = new InExpression(SpanFrom(start), item, [list], IsList: true, isNegated);
                height = Higher(itemHeight, _height);
            }
            else
            {
                ReportListMissing(word);
                return Recover(start);
            }
        }

        return found!;
    }

    // Whatever stands between two values separates them: `(a + b)` is read as `(a, b)`.
    private List<ExpressionSyntax> ParseValuesOfIn()
    {
        var values = new List<ExpressionSyntax>();
        var open = _position;
        var height = 0;
        do
        {
            _position++;
            values.Add(ParseUnary());
            height = Math.Max(height, _height);
            if (IsFaulty(Current))
            {
                ReportNotJoined();
                Recover(open);
            }

            if (At(ExpressionTokenKind.End))
            {
                break;
            }

            if (!At(ExpressionTokenKind.Comma) && !At(ExpressionTokenKind.CloseParenthesis) && MayReport())
            {
                _diagnostics.ReadAsComma(SpanOf(_position), TextOf(Current));
            }
        }
        while (!At(ExpressionTokenKind.CloseParenthesis));
        Close(open, ExpressionTokenKind.CloseParenthesis);
        _height = height;
        return values;
    }

    private ExpressionSyntax ParseNew()
    {
        var start = _position++;
        if (!TryParseTypeOfNew(out var type))
        {
            return Recover(start);
        }

        var isArray = At(ExpressionTokenKind.OpenBracket);
        if (isArray)
        {
            _position++;
            if (!Take(ExpressionTokenKind.CloseBracket) || !At(ExpressionTokenKind.OpenBrace))
            {
                ReportNewArray(start);
                return Recover(start);
            }
        }
        else if (!At(ExpressionTokenKind.OpenParenthesis) && !At(ExpressionTokenKind.OpenBrace))
        {
            ReportNewNeedsBracket(start, type);
            return Recover(start);
        }

        var members = ParseMembersOfNew(type, isArray);
        return isArray
            ? new NewArrayExpression(SpanFrom(start), type, [.. members.Select(m => m.Value)])
            : new NewObjectExpression(SpanFrom(start), type, members);
    }

    private bool TryParseTypeOfNew(out Name? type)
    {
        type = null;
        var start = _position;
        if (!At(ExpressionTokenKind.Name))
        {
            return true;
        }

        _position++;
        while (Current.Kind is ExpressionTokenKind.Dot or ExpressionTokenKind.Plus)
        {
            _position++;
            if (!At(ExpressionTokenKind.Name))
            {
                ReportNameMissing();
                return false;
            }

            _position++;
        }

        type = new Name(string.Concat(_tokens[start.._position].Select(TextOf)), SpanFrom(start));
        return true;
    }

    // Either closing bracket closes either opening one, and a comma may stand behind the last.
    private List<NewMember> ParseMembersOfNew(Name? type, bool isArray)
    {
        var members = new List<NewMember>();
        var open = _position++;
        var height = 0;
        var isReported = isArray;
        while (Current.Kind is not (ExpressionTokenKind.CloseParenthesis or ExpressionTokenKind.CloseBrace))
        {
            var value = ParseConditional();
            height = Math.Max(height, _height);
            var isNamed = IsWord(Current, "as") && !isArray;
            members.Add(new NewMember(isNamed ? ParseNameOfMember() : null, value));

            // Once is enough: who leaves one name out mostly leaves out all.
            if (!isNamed && !isReported && !HasName(value) && MayReport())
            {
                isReported = true;
                _diagnostics.MemberOfNewWithoutName(value, type);
            }

            if (!Take(ExpressionTokenKind.Comma))
            {
                break;
            }
        }

        Close(open, At(ExpressionTokenKind.CloseBrace) ? ExpressionTokenKind.CloseBrace : ExpressionTokenKind.CloseParenthesis);
        _height = Higher(height, 0);
        return members;
    }

    private Name? ParseNameOfMember()
    {
        _position++;
        if (At(ExpressionTokenKind.Name))
        {
            return ParsePlainName();
        }

        ReportNameMissing();
        Recover(_position);
        return null;
    }

    private bool HasName(ExpressionSyntax value) =>
        value switch
        {
            MemberExpression or BrokenExpression => true,
            NameExpression { Name: var name } => DialectWords.KeywordOf(name, _isCaseSensitive) is null && !_parameters.Contains(name),
            BinaryExpression { Operator: BinaryOperator.Coalesce, Left: var left } => left is MemberExpression or NameExpression
                && HasName(left),
            CallExpression { Target: not null, Arguments: [TextExpression { IsCharacter: false }] } => true,
            IndexExpression { Arguments: [TextExpression { IsCharacter: false }] } => true,
            _ => false,
        };
}
