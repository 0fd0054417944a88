using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>Reads from expressions what their inputs must be. It understands no more than types: whether an expression is good is for the
/// translation to say.</summary>
internal sealed partial class UseReader(
    Shapes shapes, InputNames inputs, OpenQuestions questions, StringComparer names, InputDiagnostics diagnostics
)
{
    private readonly Dictionary<ScopedParam, Shape> _params = new(ReferenceEqualityComparer.Instance);
    private readonly StaticUses _statics = new(shapes, questions);

    /// <summary>The only input, whose members may stand alone; <see langword="null"/> if there are several or they are not known
    /// yet.</summary>
    public Shape? OnlyInput { get; init; }

    public WorkedOutNumbers WorkedOut { get; } = new();

    /// <summary>Whether a part of an expression could not be read, which might have told more.</summary>
    public bool HasUnread { get; private set; }

    public Shape Read(ScopedExpression expression)
    {
        ReadParams(expression.Params);
        var shape = Visit(expression.Expression, new UseScope(expression.Params, null));
        if (expression.IsCondition)
        {
            MustBeTruth(shape, expression.Expression);
        }

        return shape;
    }

    private Shape Visit(ExpressionSyntax expression, UseScope scope) => expression switch
    {
        NumberExpression number => NumberOf(number),
        TextExpression text => new Shape { Kind = ShapeKind.Text, IsCharacter = text.IsCharacter },
        BooleanExpression => Shape.Truth(),
        NameExpression name => VisitName(name, scope),
        MemberExpression member => VisitMember(member, scope),
        CallExpression call => VisitCall(call, scope),
        IndexExpression index => VisitIndex(index, scope),
        UnaryExpression unary => VisitUnary(unary, scope),
        BinaryExpression binary => VisitBinary(binary, scope),
        InExpression @in => VisitIn(@in, scope),
        ConditionalExpression conditional => VisitChoice(conditional.Span, conditional.If, conditional.Then, conditional.Else, scope),
        LambdaExpression lambda => Visit(lambda.Body, scope),
        NewArrayExpression array => VisitArray(array, scope),
        NewObjectExpression @object => VisitNew(@object, scope),
        HelperExpression helper => VisitHelper(helper, scope),
        BrokenExpression => Unread(),
        _ => new Shape(),
    };

    private Shape Unread()
    {
        HasUnread = true;
        return new Shape();
    }

    private static Shape NumberOf(NumberExpression number) => new()
    {
        Kind = ShapeKind.Number,
        IsWritten = true,
        IsDecimal = number.Suffix == "M",
        IsFractional = number.Suffix is "M" or "F" or "D" || number.Digits.AsSpan().IndexOfAny('.', 'e', 'E') >= 0,

        // A suffix says so, and so does a number that floating point cannot tell from the next.
        IsWhole = number.Suffix.AsSpan().IndexOfAny('L', 'U') >= 0 || FloatingPoint.MayConfuse(number.Digits),
        IsBeyondFloating = number.Suffix is "" or "L" && FloatingPoint.MayConfuse(number.Digits),
    };

    private void MustBeTruth(Shape shape, ExpressionSyntax at) =>
        shapes.Fix(shape, ShapeKind.Boolean, new Evidence("used as a condition", at.Span));

    private Shape VisitName(NameExpression name, UseScope scope)
    {
        if (FindElement(name.Name, scope) is { } element)
        {
            return element;
        }

        if (inputs.FindParam(name.Name, scope.Params) is { } param)
        {
            return _params[param];
        }

        if (inputs.Contains(name.Name))
        {
            return shapes.Ask(shapes.Inputs, name.Name, name.Span);
        }

        return scope.Element is { Name: null } within ? shapes.Ask(within.Shape, name.Name, name.Span)
            : KnownTypes.Has(name.Name) || inputs.IsType(name.Name) ? new Shape()
            : OnlyInput is { } only ? shapes.Ask(only, name.Name, name.Span)
            : new Shape();
    }

    private Shape? FindElement(string name, UseScope scope)
    {
        for (var element = scope.Element; element is not null; element = element.Outer)
        {
            if (element.Name == name)
            {
                return element.Shape;
            }
        }

        return name switch
        {
            "it" => scope.Element?.Shape ?? OnlyInput,
            "parent" => scope.Element?.Outer?.Shape,
            "root" => scope.Element is null ? OnlyInput : OnlyInput ?? Outermost(scope.Element).Shape,
            _ => null,
        };
    }

    private static UseElement Outermost(UseElement element) => element.Outer is { } outer ? Outermost(outer) : element;

    // In the order declared, so that those used by a parameter are known before it: a long chain of them takes no deep stack.
    private void ReadParams(ScopedParam? last)
    {
        var unread = new Stack<ScopedParam>();
        for (var param = last; param is not null && !_params.ContainsKey(param); param = param.Before)
        {
            unread.Push(param);
        }

        foreach (var param in unread)
        {
            _params.Add(param, Visit(param.Expression, new UseScope(param.Before, null)));
        }
    }

    private Shape VisitMember(MemberExpression member, UseScope scope)
    {
        if (OwnType(member, scope) is { } own)
        {
            // The word of an enumeration, of which a scenario has the text.
            if (KnownTypes.IsLike(own))
            {
                return new Shape();
            }

            diagnostics.TakenForEnumeration(own, InputNames.Dotted(member.Target) ?? own, member.Name, member.Span);
            return new Shape { Kind = ShapeKind.Text };
        }

        if (TypeNamed(member.Target, scope) is { } type)
        {
            return StaticUses.Member(type, member.Name.Text);
        }

        return shapes.Ask(Visit(member.Target, scope), member.Name.Text, member.Span);
    }

    // The type of the user's own that a chain of names begins with.
    private string? OwnType(ExpressionSyntax expression, UseScope scope) =>
        expression switch
        {
            NameExpression { Name: var name }
                when inputs.IsType(name) && FindElement(name, scope) is null && inputs.FindParam(name, scope.Params) is null => name,
            MemberExpression { IsNullPropagating: false } member => OwnType(member.Target, scope),
            _ => null,
        };

    // A type is only meant where nothing else has its name.
    private string? TypeNamed(ExpressionSyntax target, UseScope scope) =>
        target is NameExpression { Name: var name } && KnownTypes.Has(name) && !inputs.Contains(name) && FindElement(name, scope) is null
            ? name
            : null;
}
