using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>What the members of types tell of what they are given.</summary>
internal sealed class StaticUses(Shapes shapes, OpenQuestions questions)
{
    public static Shape OfType(string type) => new()
    {
        Kind = KnownTypes.KindOf(type),
        IsFractional = KnownTypes.IsFractional(type),
        IsWhole = KnownTypes.KindOf(type) == ShapeKind.Number && !KnownTypes.IsFractional(type),
        IsDecimal = KnownTypes.IsDecimal(type),
    };

    public static Shape Member(string type, string member) =>
        (type, member) switch
        {
            ("Math", _) => new Shape { Kind = ShapeKind.Number, IsFractional = true },
            ("DateTimeOffset", "Now" or "UtcNow") or (_, "MinValue" or "MaxValue" or "Empty" or "Zero" or "Now" or "UtcNow" or "Today") =>
                OfType(type),
            _ => new Shape(),
        };

    public Shape Visit(string type, CallExpression call, IReadOnlyList<Shape> arguments)
    {
        var name = call.Name.Text;
        var given = new Evidence($"given to `{type}.{InputDiagnostics.Clean(name)}`", call.Span);
        void All(ShapeKind kind)
        {
            foreach (var argument in arguments)
            {
                shapes.Fix(argument, kind, given);
            }
        }

        var method = Methods.Find($"{KnownTypes.NameOf(type)}.{name}")?.Method;
        switch (method)
        {
            case Method.MathSign:
                All(ShapeKind.Number);
                return Shape.Whole();
            case Method.MathAbs or Method.MathMax or Method.MathMin when arguments.Count > 0:
                All(ShapeKind.Number);
                return Joined(call, arguments);
            case Method.StringIsNullOrEmpty or Method.StringIsNullOrWhiteSpace or Method.RegexIsMatch
                or Method.ExpressionUtilsCheckContains:
                All(ShapeKind.Text);
                return Shape.Truth();
            case Method.StringEquals or Method.StringCompare:
                foreach (var argument in arguments.Take(2))
                {
                    shapes.Fix(argument, ShapeKind.Text, given);
                }

                return method == Method.StringEquals ? Shape.Truth() : Shape.Whole();
            case Method.DateTimeCompare:
                All(ShapeKind.DateTime);
                return Shape.Whole();
            case Method.DateTimeDaysInMonth or Method.DateTimeIsLeapYear:
                foreach (var argument in arguments)
                {
                    shapes.MustBeWhole(argument, given);
                }

                return method == Method.DateTimeIsLeapYear ? Shape.Truth() : Shape.Whole();
            case Method.DateOnlyFromDateTime:
                All(ShapeKind.DateTime);
                return OfType(type);
            case Method.GuidNewGuid or Method.StringConcat or Method.StringJoin or Method.StringFormat:
                return OfType(type);
        }

        switch (type, name)
        {
            case ("Math", _):
                All(ShapeKind.Number);
                return new Shape
                {
                    Kind = ShapeKind.Number,
                    IsFractional = arguments.Any(a => a.Root.IsFractional),
                    IsDecimal = arguments.Any(a => a.Root.IsDecimal),
                };
            case ("TimeSpan", _) when name.StartsWith("From", StringComparison.Ordinal):
                All(ShapeKind.Number);
                return OfType(type);
            case (_, "Parse") when arguments.Count == 1:
                questions.Add(new ReadTextQuestion(arguments[0], OfType(type), new Evidence($"read by `{type}.Parse`", call.Span)));
                return OfType(type);
            case ("Convert", _) when name.StartsWith("To", StringComparison.Ordinal):
                return Converted(call, arguments);
            case (_, "ParseExact"):
                return OfType(type);
            default:
                return new Shape();
        }
    }

    private Shape Converted(CallExpression call, IReadOnlyList<Shape> arguments)
    {
        var converted = OfType(call.Name.Text[2..]);
        if (arguments.Count == 1 && converted.Kind is ShapeKind.Number or ShapeKind.DateTime)
        {
            var how = $"turned into {InputDiagnostics.InWords(converted.Kind)} by `Convert.{InputDiagnostics.Clean(call.Name.Text)}`";
            questions.Add(new ReadTextQuestion(arguments[0], converted, new Evidence(how, call.Span)) { MayBeNumber = true });
        }

        return converted;
    }

    private Shape Joined(CallExpression call, IReadOnlyList<Shape> values)
    {
        var evidence = new Evidence($"given to `{InputDiagnostics.Clean(call.Name.Text)}`", call.Span);
        foreach (var other in values.Skip(1))
        {
            shapes.Join(values[0], evidence, other, evidence);
        }

        return values[0];
    }
}
