using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Expressions;

/// <summary>What can be wrong with lambdas, functions, lists and new objects.</summary>
internal sealed partial class ExpressionDiagnostics
{
    public void LambdaWithoutParameter(Span at) =>
        bag.Error(
            "NR7116",
            at,
            "no parameter stands before `=>`",
            "write x => x.a > 1, or leave the arrow out and name the members alone: a > 1; greater or equal is `>=`"
        );

    public void LambdaWithOtherParameter(Span arrow, string before) =>
        bag.Error(
            "NR7116", arrow, $"`{Shorten(before)}` is no parameter of a lambda",
            "one name stands before `=>`, which is not a type, a literal or a keyword; greater or equal is `>=`"
        );

    public void ParameterInParentheses(Span at, string parameter) =>
        bag.Error("NR7116", at, "the parameter of a lambda stands without parentheses", $"write {Shorten(parameter)} => …");

    public void SeveralParameters(Span at) =>
        bag.Error("NR7116", at, "a lambda has one parameter", "write x => …; an index or a running total cannot be had");

    public void ParameterTwice(Name parameter) =>
        bag.Error(
            "NR7116",
            parameter.Span,
            $"the lambda around this one has a parameter `{Shorten(parameter.Text)}` too",
            "give this one another name"
        );

    public void LambdaWithBlock(Span brace, Name parameter) =>
        bag.Error(
            "NR7116", brace, "a lambda is one expression, not a block of statements",
            $"write {Shorten(parameter.Text)} => and the value itself"
        );

    public void FunctionWithoutArguments(Span at, string function) =>
        bag.Error(
            "NR7117", at, $"`{function}` is a function, and no arguments follow it",
            $"write {UseOf(function)}; a member of this name is written @{function}"
        );

    public void WrongNumberOfArguments(CallExpression call, int least, int most) =>
        bag.Error(
            "NR7117",
            call.Name.Span,
            $"`{call.Name.Text}` takes {(least == most ? $"{least}" : $"{least} or {most}")} arguments, and here "
                + $"{(call.Arguments.Count == 1 ? "is" : "are")} {Count(call.Arguments.Count)}",
            $"write {UseOf(call.Name.Text)}"
        );

    public void OutArgument(Span at) =>
        bag.Error("NR7123", at, "no method that hands values out by `out` can be called", "give the value as an input of its own type");

    public void NoNullableForm(Span at, string type) =>
        bag.Error(
            "NR7124", at, $"`{type}` can be null anyway, so there is no `{type}?`", "leave the `?` out",
            at.Characters is [.., '?'] ? Cure.Replace(at with { Start = at.End - 1, Length = 1 }, string.Empty) : null
        );

    public void TextsSideBySide(Span at) =>
        bag.Error("NR7125", at, "texts that stand side by side must be in quotation marks of the same kind", "join them with `+`");

    public void NewNeedsBracket(Span at, Name? type, bool isGeneric) =>
        bag.Error(
            "NR7118",
            at,
            $"no bracket follows `new{(type is null ? string.Empty : $" {Shorten(type.Text)}")}`",
            isGeneric
                ? "a list is written new[] { 1, 2 }: types with `<…>` or `?` cannot be named here"
                : "write new (x.a as b) for an object and new[] { 1, 2 } for a list"
        );

    public void NewArrayWithSize(Span at) =>
        bag.Error("NR7118", at, "a new list is written with its values", "write new[] { 1, 2 } or new int[] { 1, 2 }");

    public void MemberOfNewWithoutName(ExpressionSyntax value, Name? type) =>
        bag.Error(
            "NR7118", value.Span, "this member of the new object has no name",
            value is BinaryExpression { Operator: BinaryOperator.Equal, Left: NameExpression { Name: var name } }
                    ? $"put the value first: new (… as {Shorten(name)})"
                : type is not null && DialectWords.IsType(type.Text) ? $"leave `new` out to call what makes a {type.Text}: {type.Text}(…)"
                : "write the name behind it: new (x.a + 1 as b)"
        );

    public void ListInParentheses(Span comma) =>
        bag.Error(
            "NR7111",
            comma,
            "one value stands in parentheses, and here a second follows",
            "a list is written new[] { 1, 2 }, or x in (1, 2)"
        );

    public void ListInBrackets(Span at) =>
        bag.Error("NR7119", at, "the dialect has no list in square brackets", "write new[] { 1, 2 }, or x in (1, 2)");

    public void BraceWithoutNew(Span at) =>
        bag.Error("NR7119", at, "braces stand only behind `new`", "write new[] { 1, 2 } for a list and new (x.a as b) for an object");

    public void ListMissing(Span word, bool isBracket) => bag.Error("NR7120", word, "no list follows `in`",
        isBracket ? "write the values in parentheses: x in (1, 2)" : "write x in (1, 2), or the name of a list: x in input1.codes");

    public void ReadAsComma(Span at, string text) =>
        bag.Warning(
            "NR7121",
            at,
            $"between the values of a list, `{Shorten(text)}` counts as a comma",
            "put a value that is worked out into parentheses: x in ((a + b), c)"
        );

    public void NotInIsNewer(Span at) => bag.Warning("NR7122", at, "the dialect knows `not in` only since System.Linq.Dynamic.Core 1.6.4",
        "write !(x in (…)), which every version reads");

    private static string UseOf(string function) => function switch
    {
        "iif" => "iif(condition, value, otherwise)",
        "isnull" => "isnull(x.a, otherwise)",
        "np" => "np(x.a.b) or np(x.a.b, otherwise)",
        _ => $"{function}(x, \"Type\")",
    };
}
