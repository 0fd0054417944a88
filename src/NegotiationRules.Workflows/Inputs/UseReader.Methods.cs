using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>What methods tell of the values they are called on.</summary>
internal sealed partial class UseReader
{
    private Shape VisitCall(CallExpression call, UseScope scope)
    {
        if (call.Target is null)
        {
            return scope.Element is { Name: null } element && IsMethod(call.Name.Text)
                ? VisitMethod(call, element.Shape, scope)
                : VisitFunction(call, scope);
        }

        if (OwnType(call.Target, scope) is not null)
        {
            VisitAll(call, scope);
            return new Shape();
        }

        return TypeNamed(call.Target, scope) is { } type ? VisitStatic(type, call, scope)
            : Dictionaries.Asked(call) is var (dictionary, key, keys) ? VisitKey(call, Visit(dictionary, scope), key.Value, keys)
            : VisitMethod(call, Visit(call.Target, scope), scope);
    }

    private static bool IsMethod(string name) =>
        TextMethods.OnText(name) is not null
        || TextMethods.OnDate(name) is not null
        || ListMethods.Find(name) is not null
        || name is "Contains" or "Equals";

    private Shape VisitMethod(CallExpression call, Shape target, UseScope scope)
    {
        var name = call.Name.Text;
        if (TextMethods.OnText(name) is { } ofText)
        {
            return VisitTextMethod(call, ofText, target, scope);
        }

        if (TextMethods.OnDate(name) is { } ofDate)
        {
            return VisitDateMethod(call, ofDate, target, scope);
        }

        if (ListMethods.Find(name) is { } method && target.Root.Kind != ShapeKind.Text)
        {
            return VisitListMethod(call, method, target, scope);
        }

        switch (name.ToUpperInvariant())
        {
            case "CONTAINS":
                return VisitContains(call, target, scope);
            case "EQUALS" or "COMPARETO" when call.Arguments.Count > 0:
                return VisitEquals(call, target, scope);
            case var asked when Dictionaries.HasMethod(asked):
                shapes.FixDictionary(target, new Evidence($"used as a dictionary by `{InputDiagnostics.Clean(name)}`", call.Span));
                VisitAll(call, scope);
                return Truth();
            case "TOSTRING":
                return new Shape { Kind = ShapeKind.Text };
            case "GETVALUEORDEFAULT":
                target.Root.IsNullable = true;
                foreach (var argument in call.Arguments)
                {
                    Relate(call.Span, "replaced by", call.Target ?? call, target, argument, Visit(argument, scope));
                }

                return target;
            case "ADD" or "SUBTRACT" when call is { Target: { } on, Arguments: [var other] }:
                return VisitSum(call.Span, on, other, name.Equals("Subtract", StringComparison.OrdinalIgnoreCase), scope);
            default:
                VisitAll(call, scope);
                return new Shape();
        }
    }

    private Shape VisitTextMethod(CallExpression call, ShapeKind result, Shape target, UseScope scope)
    {
        var evidence = new Evidence($"used as text by `{InputDiagnostics.Clean(call.Name.Text)}`", call.Span);
        shapes.Fix(target, ShapeKind.Text, evidence);
        foreach (var argument in call.Arguments)
        {
            var shape = Visit(argument, scope);
            if (shape.Root.Kind == ShapeKind.Open && TextMethods.TakesTexts(call.Name.Text))
            {
                shapes.Fix(shape, ShapeKind.Text, evidence);
            }
            else if (TextMethods.TakesWhole(call.Name.Text))
            {
                MustBeWhole(shape, new Evidence($"given to `{InputDiagnostics.Clean(call.Name.Text)}`", call.Span));
            }
        }

        return result == ShapeKind.List
            ? new Shape
            {
                Kind = ShapeKind.List,
                Element = new Shape { Kind = ShapeKind.Text },
            }
            : new Shape { Kind = result, IsWhole = result == ShapeKind.Number };
    }

    private Shape VisitDateMethod(CallExpression call, ShapeKind result, Shape target, UseScope scope)
    {
        var evidence = new Evidence($"used as a date by `{InputDiagnostics.Clean(call.Name.Text)}`", call.Span);
        if (target.Root.Kind is not (ShapeKind.DateTimeOffset or ShapeKind.DateOnly))
        {
            shapes.Join(
                target,
                evidence,
                new Shape { Kind = ShapeKind.DateTime, MayBeDay = TextMethods.MovesDays(call.Name.Text) },
                evidence
            );
        }

        foreach (var argument in call.Arguments)
        {
            var given = new Evidence($"given to `{InputDiagnostics.Clean(call.Name.Text)}`", call.Span);
            if (TextMethods.TakesWhole(call.Name.Text))
            {
                MustBeWhole(Visit(argument, scope), given);
            }
            else
            {
                shapes.Fix(Visit(argument, scope), ShapeKind.Number, given);
            }
        }

        // What is moved stays what it is.
        return result == ShapeKind.DateTime ? target : new Shape { Kind = result };
    }

    private Shape VisitContains(CallExpression call, Shape target, UseScope scope)
    {
        var evidence = new Evidence("asked what it contains", call.Span);
        if (call.Arguments is not [var argument])
        {
            // With a comparison beside it, only a text can be meant.
            shapes.Fix(target, ShapeKind.Text, evidence);
            VisitAll(call, scope);
            return Truth();
        }

        if (OwnType(argument, scope) is not null)
        {
            // The word of an enumeration is no part of a text.
            var element = shapes.ElementOf(target, evidence);
            shapes.Join(element, evidence, Visit(argument, scope), evidence);
            return Truth();
        }

        questions.Add(new ContainsQuestion(
            target,
            evidence,
            Visit(argument, scope),
            new Evidence($"looked for in {(call.Target is null ? "its list" : ExpressionWords.Of(call.Target))}", call.Span),
            new Evidence($"compared with {ExpressionWords.Of(argument)}", call.Span)));
        return Truth();
    }

    private Shape VisitEquals(CallExpression call, Shape target, UseScope scope)
    {
        var argument = call.Arguments[0];
        Relate(call.Span, "compared with", call.Target ?? call, target, argument, Visit(argument, scope));
        if (call.Arguments.Count > 1)
        {
            shapes.Fix(target, ShapeKind.Text, new Evidence("compared as text", call.Span));
        }

        return new Shape
        {
            Kind = call.Name.Text.Equals("Equals", StringComparison.OrdinalIgnoreCase) ? ShapeKind.Boolean : ShapeKind.Number,
        };
    }

    private void VisitAll(CallExpression call, UseScope scope)
    {
        foreach (var argument in call.Arguments)
        {
            Visit(argument, scope);
        }
    }
}
