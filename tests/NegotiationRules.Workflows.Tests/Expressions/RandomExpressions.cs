using FsCheck;
using FsCheck.Fluent;
using NegotiationRules.Syntax;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Tests.Expressions;

/// <summary>Trees of every kind that some text has.</summary>
internal static class RandomExpressions
{
    private static readonly Gen<Name> Names = Gen.Elements(
            "a", "Total", "le", "not", "in", "as", "it", "new", "DateTime", "out", "_x1", "é"
        )
        .Select(Of);
    private static readonly Gen<string> Parameters = Gen.Elements("x", "y", "le", "_");

    private static readonly Gen<ExpressionSyntax> Leaves = Gen.OneOf(
        Gen.Elements("input1", "a", "it", "parent", "root", "DateTime", "Guid", "@0", "@not", "in", "out1", "Straße")
            .Select(n => (ExpressionSyntax)new NameExpression(default, n)),
        Gen.Elements("5", "0", "2147483648", "18446744073709551615")
            .SelectMany(d => Gen.Elements("", "L", "U", "UL", "M", "F", "D").Select(s => (ExpressionSyntax)Number(d, s))),
        Gen.Elements("1.5", "0.25", "1e5", "2.5E-3")
            .SelectMany(d => Gen.Elements("", "F", "D").Select(s => (ExpressionSyntax)Number(d, s))),
        Gen.Elements("", "a b", "it's \"so\"", "C:\\d\n\t\u0001", "System.Int32", "a\"\"b", "😀")
            .Select(t => (ExpressionSyntax)new TextExpression(default, t, false)),
        Gen.Elements("a", "'", "\"", "\\", "\n").Select(t => (ExpressionSyntax)new TextExpression(default, t, true)),
        Gen.Elements(true, false).Select(b => (ExpressionSyntax)new BooleanExpression(default, b)),
        Gen.Constant((ExpressionSyntax)new NullExpression(default)));

    public static Gen<ExpressionSyntax> Trees { get; } = Gen.Sized(size => Tree(Math.Min(size, 40), []));

    private static Name Of(string text) => new(text, default);

    private static NumberExpression Number(string digits, string suffix) => new NumberExpression(default, digits, suffix);

    // Parameters are those of the lambdas around: one may not be named twice. The form is drawn before its parts are made, or making them
    // all would take ages.
    private static Gen<ExpressionSyntax> Tree(int size, IReadOnlyList<string> parameters)
    {
        if (size <= 1)
        {
            return Leaves;
        }

        Gen<ExpressionSyntax> Half() => Tree(size / 2, parameters);
        Gen<ExpressionSyntax> Third() => Tree(size / 3, parameters);
        Gen<IReadOnlyList<ExpressionSyntax>> Some(int least) =>
            Third().ArrayOf(3).SelectMany(all => Gen.Choose(least, 3).Select(n => (IReadOnlyList<ExpressionSyntax>)all[..n]));
        Func<Gen<ExpressionSyntax>>[] forms =
        [
            () => Binary(Half()),
            () => Binary(Half()),
            () =>
                Tree(size - 1, parameters)
                    .SelectMany(e =>
                        Gen.Elements(UnaryOperator.Not, UnaryOperator.Minus)
                            .Select(o => (ExpressionSyntax)new UnaryExpression(default, o, e))
                    ),
            () =>
                Third()
                    .SelectMany(i =>
                        Third().SelectMany(t => Third().Select(e => (ExpressionSyntax)new ConditionalExpression(default, i, t, e)))
                    ),
            () =>
                Half()
                    .SelectMany(i =>
                        Some(1)
                            .SelectMany(v =>
                                Gen.Elements(true, false).Select(n => (ExpressionSyntax)new InExpression(default, i, v, false, n))
                            )
                    ),
            () =>
                Half()
                    .SelectMany(i =>
                        List(Third())
                            .SelectMany(l =>
                                Gen.Elements(true, false).Select(n => (ExpressionSyntax)new InExpression(default, i, [l], true, n))
                            )
                    ),
            () => Half().SelectMany(t => Names.Select(n => (ExpressionSyntax)new MemberExpression(default, t, n, false))),
            () =>
                Half()
                    .SelectMany(t =>
                        Names.SelectMany(n => Some(0).Select(a => (ExpressionSyntax)new CallExpression(default, t, n, a, false)))
                    ),
            () =>
                Gen.Elements("f", "DateTime", "int?", "System.Int32", "System.Guid?", "@iif", "in")
                    .SelectMany(n => Some(0).Select(a => (ExpressionSyntax)new CallExpression(default, null, Of(n), a, false))),
            () =>
                Third()
                    .SelectMany(a =>
                        Third()
                            .SelectMany(b =>
                                Third().Select(c => (ExpressionSyntax)new CallExpression(default, null, Of("iif"), [a, b, c], false))
                            )
                    ),
            () => Half().SelectMany(t => Some(1).Select(a => (ExpressionSyntax)new IndexExpression(default, t, a))),
            () =>
                Names.SelectMany(n =>
                    Some(0).Select(a => (ExpressionSyntax)new CallExpression(default, new TypeExpression(default, "int?"), n, a, false))
                ),
            () => Lambda(size, parameters),
            () =>
                Some(0)
                    .SelectMany(i =>
                        Gen.Elements(null, "int", "A.B+C")
                            .Select(t => (ExpressionSyntax)new NewArrayExpression(default, t is null ? null : Of(t), i))
                    ),
            () => Some(0).SelectMany(New),
        ];
        return Gen.Choose(0, forms.Length - 1).SelectMany(i => forms[i]());
    }

    private static Gen<ExpressionSyntax> Binary(Gen<ExpressionSyntax> side) =>
        side.SelectMany(l =>
            side.SelectMany(r =>
                Gen.Elements(Enum.GetValues<BinaryOperator>())
                    .Select(o => (ExpressionSyntax)new BinaryExpression(default, o, default, l, r))
            )
        );

    private static Gen<ExpressionSyntax> Lambda(int size, IReadOnlyList<string> parameters) =>
        Parameters.SelectMany(p =>
            parameters.Contains(p)
                ? Leaves
                : Tree(size - 1, [.. parameters, p]).Select(body => (ExpressionSyntax)new LambdaExpression(default, [Of(p)], body))
        );

    // Only a member may go without a name here: it has one.
    private static Gen<ExpressionSyntax> New(IReadOnlyList<ExpressionSyntax> values) =>
        Names
            .ArrayOf(3)
            .SelectMany(names =>
                Gen.Elements(null, "T", "A.B+C")
                    .Select(type =>
                        (ExpressionSyntax)
                            new NewObjectExpression(
                                default,
                                type is null ? null : Of(type),
                                [
                                    .. values.Select(
                                        (value, at) => new NewMember(value is MemberExpression && at == 0 ? null : names[at], value)
                                    ),
                                ]
                            )
                    )
            );

    // Behind `in`, a list without parentheses begins with a name.
    private static Gen<ExpressionSyntax> List(Gen<ExpressionSyntax> inner) => Gen.OneOf(
        Gen.Constant((ExpressionSyntax)new MemberExpression(default, new NameExpression(default, "input1"), Of("Codes"), false)),
        Gen.Constant((ExpressionSyntax)new NameExpression(default, "codes")),
        inner.Select(e => (ExpressionSyntax)new CallExpression(default, new NameExpression(default, "codes"), Of("Where"), [e], false)),
        inner.Select(e => (ExpressionSyntax)new NewArrayExpression(default, null, [e])));
}
