using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>What functions, and the members of types, tell of what they are given.</summary>
internal sealed partial class UseReader
{
    private Shape VisitFunction(CallExpression call, UseScope scope)
    {
        switch (call.Name.Text.ToUpperInvariant(), call.Arguments)
        {
            case ("NP", [var value, ..]):
                var shape = Visit(value, scope);
                shape.Root.IsNullable = true;
                if (call.Arguments is [_, var substitute])
                {
                    Relate(call.Span, "replaced by", value, shape, substitute, Visit(substitute, scope));
                }

                return shape;
            case ("IIF", [var test, var then, var otherwise]):
                return VisitChoice(call.Span, test, then, otherwise, scope);
            case ("ISNULL", [var value, var instead]):
                return VisitCoalesce(call.Span, value, instead, scope);
            case ("NOT", [var operand]):
                MustBeTruth(Visit(operand, scope), operand);
                return Truth();
        }

        var kind = KnownTypes.KindOf(call.Name.Text);
        foreach (var argument in call.Arguments)
        {
            var shape = Visit(argument, scope);
            if (call.Arguments.Count > 1 && kind is ShapeKind.DateTime or ShapeKind.DateOnly or ShapeKind.TimeSpan)
            {
                MustBeWhole(shape, new Evidence($"given to `{InputDiagnostics.Clean(call.Name.Text)}`", call.Span));
            }
            else if (call.Arguments.Count == 1 && kind == ShapeKind.Number)
            {
                questions.Add(
                    new ReadTextQuestion(
                        shape,
                        OfType(call.Name.Text),
                        new Evidence($"turned into a number by `{InputDiagnostics.Clean(call.Name.Text)}`", call.Span)
                    )
                    {
                        MayBeNumber = true,
                    }
                );
            }
        }

        return OfType(call.Name.Text);
    }

    private Shape VisitHelper(HelperExpression helper, UseScope scope)
    {
        var inside = scope;
        foreach (var argument in helper.Arguments)
        {
            inside = inside.Within(argument.Name.Text, Visit(argument.Value, scope));
        }

        return Visit(helper.Body, inside);
    }

    private static Shape OfType(string type) => new()
    {
        Kind = KnownTypes.KindOf(type),
        IsFractional = KnownTypes.IsFractional(type),
        IsWhole = KnownTypes.KindOf(type) == ShapeKind.Number && !KnownTypes.IsFractional(type),
        IsDecimal = KnownTypes.IsDecimal(type),
    };

    private static Shape StaticMember(string type, string member) =>
        (type, member) switch
        {
            ("Math", _) => new Shape { Kind = ShapeKind.Number, IsFractional = true },
            ("DateTimeOffset", "Now" or "UtcNow") or (_, "MinValue" or "MaxValue" or "Empty" or "Zero" or "Now" or "UtcNow" or "Today") =>
                OfType(type),
            _ => new Shape(),
        };

    private Shape VisitStatic(string type, CallExpression call, UseScope scope)
    {
        var name = call.Name.Text;
        var arguments = call.Arguments.Select(a => Visit(a, scope)).ToList();
        void All(ShapeKind kind)
        {
            foreach (var argument in arguments)
            {
                shapes.Fix(argument, kind, new Evidence($"given to `{type}.{InputDiagnostics.Clean(name)}`", call.Span));
            }
        }

        switch (type, name)
        {
            case ("Math", _):
                All(ShapeKind.Number);
                return name == "Sign" ? Whole()
                    : name is "Abs" or "Max" or "Min" && arguments.Count > 0 ? Joined(call, arguments)
                    : new Shape
                    {
                        Kind = ShapeKind.Number,
                        IsFractional = arguments.Any(a => a.Root.IsFractional),
                        IsDecimal = arguments.Any(a => a.Root.IsDecimal),
                    };
            case ("string" or "String", "IsNullOrEmpty" or "IsNullOrWhiteSpace"):
                All(ShapeKind.Text);
                return Truth();
            case ("string" or "String", "Equals" or "Compare"):
                arguments.RemoveRange(Math.Min(2, arguments.Count), Math.Max(0, arguments.Count - 2));
                All(ShapeKind.Text);
                return name == "Equals" ? Truth() : Whole();
            case ("DateTime", "Compare"):
                All(ShapeKind.DateTime);
                return Whole();
            case ("DateTime", "DaysInMonth" or "IsLeapYear"):
                arguments.ForEach(argument =>
                    MustBeWhole(argument, new Evidence($"given to `{type}.{InputDiagnostics.Clean(name)}`", call.Span))
                );
                return name == "IsLeapYear" ? Truth() : Whole();
            case ("DateOnly", "FromDateTime"):
                All(ShapeKind.DateTime);
                return OfType(type);
            case ("TimeSpan", _) when name.StartsWith("From", StringComparison.Ordinal):
                All(ShapeKind.Number);
                return OfType(type);
            case (_, "Parse") when arguments.Count == 1:
                questions.Add(new ReadTextQuestion(arguments[0], OfType(type), new Evidence($"read by `{type}.Parse`", call.Span)));
                return OfType(type);
            case ("Regex", "IsMatch") or ("ExpressionUtils", "CheckContains"):
                All(ShapeKind.Text);
                return Truth();
            case ("Convert", _) when name.StartsWith("To", StringComparison.Ordinal):
                var converted = OfType(name[2..]);
                if (arguments.Count == 1 && converted.Kind is ShapeKind.Number or ShapeKind.DateTime)
                {
                    questions.Add(
                        new ReadTextQuestion(
                            arguments[0],
                            converted,
                            new Evidence(
                                $"turned into {InputDiagnostics.InWords(converted.Kind)} by `Convert.{InputDiagnostics.Clean(name)}`",
                                call.Span
                            )
                        )
                        {
                            MayBeNumber = true,
                        }
                    );
                }

                return converted;
            case ("Guid", "NewGuid") or (_, "ParseExact"):
                return OfType(type);
            case ("string" or "String", "Concat" or "Join" or "Format"):
                return OfType(type);
            default:
                return new Shape();
        }
    }

    private Shape Joined(CallExpression call, List<Shape> values)
    {
        var evidence = new Evidence($"given to `{InputDiagnostics.Clean(call.Name.Text)}`", call.Span);
        foreach (var other in values.Skip(1))
        {
            shapes.Join(values[0], evidence, other, evidence);
        }

        return values[0];
    }
}
