using NegotiationRules.Syntax;

namespace NegotiationRules.Workflows.Expressions;

/// <summary><c>in</c> and <c>new</c>: what lists values.</summary>
internal sealed partial class ExpressionParser
{
    // `x in (1) in (2)` asks for x in either list, and a list without parentheses takes the place of what stands before it.
    private ExpressionSyntax ParseIn(int start, ExpressionSyntax item, ref int height)
    {
        var itemHeight = height;
        ExpressionSyntax? found = null;
        while (_tokens.IsInAhead())
        {
            var word = _tokens.Position;
            var isNegated = !_tokens.IsWord(_tokens.Current, "in");
            _tokens.Position += _tokens.KindAsOperator(_tokens.Current) == ExpressionTokenKind.Not ? 2 : 1;
            if (isNegated && _faults.MayReport())
            {
                _diagnostics.NotInIsNewer(_tokens.SpanFrom(word));
            }

            if (_tokens.At(ExpressionTokenKind.OpenParenthesis))
            {
                var values = ParseValuesOfIn();
                var isNegatedHere = isNegated && found is null;
                var part = new InExpression(_tokens.SpanFrom(start), item, values, IsList: false, isNegatedHere);
                var partHeight = _limits.Higher(itemHeight, _height);
                height = found is null ? partHeight : _limits.Higher(height, partHeight);
                found = found is null ? part : new BinaryExpression(
                    _tokens.SpanFrom(start), BinaryOperator.Or, _tokens.SpanOf(word), found, part
                );
                found = isNegated && !isNegatedHere ? new UnaryExpression(_tokens.SpanFrom(start), UnaryOperator.Not, found) : found;
            }
            else if (_tokens.At(ExpressionTokenKind.Name) && _tokens.Next.Kind != ExpressionTokenKind.Arrow)
            {
                var list = ParsePrimary(_tokens.Position);
                found = new InExpression(_tokens.SpanFrom(start), item, [list], IsList: true, isNegated);
                height = _limits.Higher(itemHeight, _height);
            }
            else
            {
                _faults.ListMissing(word);
                return Recover(start);
            }
        }

        return found!;
    }

    // Whatever stands between two values separates them: `(a + b)` is read as `(a, b)`.
    private List<ExpressionSyntax> ParseValuesOfIn()
    {
        var values = new List<ExpressionSyntax>();
        var open = _tokens.Position;
        var height = 0;
        do
        {
            _tokens.Position++;
            values.Add(ParseUnary());
            height = Math.Max(height, _height);
            if (ParsingFaults.IsFaulty(_tokens.Current))
            {
                _faults.NotJoined();
                Recover(open);
            }

            if (_tokens.At(ExpressionTokenKind.End))
            {
                break;
            }

            if (!_tokens.At(ExpressionTokenKind.Comma) && !_tokens.At(ExpressionTokenKind.CloseParenthesis) && _faults.MayReport())
            {
                _diagnostics.ReadAsComma(_tokens.Here, _tokens.TextOf(_tokens.Current));
            }
        }
        while (!_tokens.At(ExpressionTokenKind.CloseParenthesis));
        Close(open, ExpressionTokenKind.CloseParenthesis);
        _height = height;
        return values;
    }

    private ExpressionSyntax ParseNew()
    {
        var start = _tokens.Position++;
        if (!TryParseTypeOfNew(out var type))
        {
            return Recover(start);
        }

        var isArray = _tokens.At(ExpressionTokenKind.OpenBracket);
        if (isArray)
        {
            _tokens.Position++;
            if (!_tokens.Take(ExpressionTokenKind.CloseBracket) || !_tokens.At(ExpressionTokenKind.OpenBrace))
            {
                _faults.NewArray(start);
                return Recover(start);
            }
        }
        else if (!_tokens.At(ExpressionTokenKind.OpenParenthesis) && !_tokens.At(ExpressionTokenKind.OpenBrace))
        {
            _faults.NewNeedsBracket(start, type);
            return Recover(start);
        }

        var members = ParseMembersOfNew(type, isArray);
        return isArray
            ? new NewArrayExpression(_tokens.SpanFrom(start), type, [.. members.Select(m => m.Value)])
            : new NewObjectExpression(_tokens.SpanFrom(start), type, members);
    }

    private bool TryParseTypeOfNew(out Name? type)
    {
        type = null;
        var start = _tokens.Position;
        if (!_tokens.At(ExpressionTokenKind.Name))
        {
            return true;
        }

        _tokens.Position++;
        while (_tokens.Current.Kind is ExpressionTokenKind.Dot or ExpressionTokenKind.Plus)
        {
            _tokens.Position++;
            if (!_tokens.At(ExpressionTokenKind.Name))
            {
                _faults.NameMissing();
                return false;
            }

            _tokens.Position++;
        }

        type = new Name(string.Concat(_tokens.All[start.._tokens.Position].Select(_tokens.TextOf)), _tokens.SpanFrom(start));
        return true;
    }

    // Either closing bracket closes either opening one, and a comma may stand behind the last.
    private List<NewMember> ParseMembersOfNew(Name? type, bool isArray)
    {
        var members = new List<NewMember>();
        var open = _tokens.Position++;
        var height = 0;
        var isReported = isArray;
        while (_tokens.Current.Kind is not (ExpressionTokenKind.CloseParenthesis or ExpressionTokenKind.CloseBrace))
        {
            var value = ParseConditional();
            height = Math.Max(height, _height);
            var isNamed = _tokens.IsWord(_tokens.Current, "as") && !isArray;
            members.Add(new NewMember(isNamed ? ParseNameOfMember() : null, value));

            // Once is enough: who leaves one name out mostly leaves out all.
            if (!isNamed && !isReported && !HasName(value) && _faults.MayReport())
            {
                isReported = true;
                _diagnostics.MemberOfNewWithoutName(value, type);
            }

            if (!_tokens.Take(ExpressionTokenKind.Comma))
            {
                break;
            }
        }

        Close(open, _tokens.At(ExpressionTokenKind.CloseBrace) ? ExpressionTokenKind.CloseBrace : ExpressionTokenKind.CloseParenthesis);
        _height = _limits.Higher(height, 0);
        return members;
    }

    private Name? ParseNameOfMember()
    {
        _tokens.Position++;
        if (_tokens.At(ExpressionTokenKind.Name))
        {
            return ParsePlainName();
        }

        _faults.NameMissing();
        Recover(_tokens.Position);
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
