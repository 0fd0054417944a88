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

        return TypeNamed(call.Target, scope) is { } type ? _statics.Visit(type, call, [.. call.Arguments.Select(a => Visit(a, scope))])
            : Dictionaries.Asked(call) is var (dictionary, key, keys) ? VisitKey(call, Visit(dictionary, scope), key.Value, keys)
            : VisitMethod(call, Visit(call.Target, scope), scope);
    }

    private static bool IsMethod(string name) =>
        Methods.Find(name)
            is { OfText: not null }
                or { OfDate: not null }
                or { OfList: not null }
                or { Method: Method.Contains or Method.EqualTo };

    private Shape VisitMethod(CallExpression call, Shape target, UseScope scope)
    {
        if (Dictionaries.HasMethod(call.Name.Text))
        {
            shapes.FixDictionary(
                target, new Evidence($"used as a dictionary by `{InputDiagnostics.Clean(call.Name.Text)}`", call.Span)
            );
            VisitAll(call, scope);
            return Shape.Truth();
        }

        switch (Methods.Find(call.Name.Text))
        {
            case { OfText: { } } ofText:
                return VisitTextMethod(call, ofText, target, scope);
            case { OfDate: { } } ofDate:
                return VisitDateMethod(call, ofDate, target, scope);
            case { OfList: { } ofList } when target.Root.Kind != ShapeKind.Text:
                return VisitListMethod(call, ofList, target, scope);
            case { Method: Method.Contains }:
                return VisitContains(call, target, scope);
            case { Method: Method.EqualTo or Method.ComparedTo } when call.Arguments.Count > 0:
                return VisitEquals(call, target, scope);
            case { Method: Method.AsText }:
                return new Shape { Kind = ShapeKind.Text };
            case { Method: Method.GetValueOrDefault }:
                target.Root.IsNullable = true;
                foreach (var argument in call.Arguments)
                {
                    Relate(call.Span, "replaced by", call.Target ?? call, target, argument, Visit(argument, scope));
                }

                return target;
            case { Method: Method.Add or Method.Subtract } row when call is { Target: { } on, Arguments: [var other] }:
                return VisitSum(call.Span, on, other, row.Method == Method.Subtract, scope);
            default:
                VisitAll(call, scope);
                return new Shape();
        }
    }

    private Shape VisitTextMethod(CallExpression call, MethodRow method, Shape target, UseScope scope)
    {
        var evidence = new Evidence($"used as text by `{InputDiagnostics.Clean(call.Name.Text)}`", call.Span);
        shapes.Fix(target, ShapeKind.Text, evidence);
        foreach (var argument in call.Arguments)
        {
            var shape = Visit(argument, scope);
            if (shape.Root.Kind == ShapeKind.Open && method.Given == ShapeKind.Text)
            {
                shapes.Fix(shape, ShapeKind.Text, evidence);
            }
            else if (method.Given == ShapeKind.Number)
            {
                shapes.MustBeWhole(shape, new Evidence($"given to `{InputDiagnostics.Clean(call.Name.Text)}`", call.Span));
            }
        }

        return method.OfText is not { } result || result == ShapeKind.List
            ? new Shape { Kind = ShapeKind.List, Element = new Shape { Kind = ShapeKind.Text } }
            : new Shape { Kind = result, IsWhole = result == ShapeKind.Number };
    }

    private Shape VisitDateMethod(CallExpression call, MethodRow method, Shape target, UseScope scope)
    {
        var evidence = new Evidence($"used as a date by `{InputDiagnostics.Clean(call.Name.Text)}`", call.Span);
        if (target.Root.Kind is not (ShapeKind.DateTimeOffset or ShapeKind.DateOnly))
        {
            shapes.Join(
                target,
                evidence,
                new Shape { Kind = ShapeKind.DateTime, MayBeDay = method.On.HasFlag(Receiver.Day) },
                evidence
            );
        }

        foreach (var argument in call.Arguments)
        {
            var given = new Evidence($"given to `{InputDiagnostics.Clean(call.Name.Text)}`", call.Span);
            if (method.Given == ShapeKind.Number)
            {
                shapes.MustBeWhole(Visit(argument, scope), given);
            }
            else
            {
                var by = Visit(argument, scope);
                shapes.Fix(by, ShapeKind.Number, given);
                by.Root.MovesDate = true;
            }
        }

        // What is moved stays what it is.
        return method.OfDate is { } result && result != ShapeKind.DateTime ? new Shape { Kind = result } : target;
    }

    private Shape VisitContains(CallExpression call, Shape target, UseScope scope)
    {
        var evidence = new Evidence("asked what it contains", call.Span);
        if (call.Arguments is not [var argument])
        {
            // With a comparison beside it, only a text can be meant.
            shapes.Fix(target, ShapeKind.Text, evidence);
            VisitAll(call, scope);
            return Shape.Truth();
        }

        if (OwnType(argument, scope) is not null)
        {
            // The word of an enumeration is no part of a text.
            var element = shapes.ElementOf(target, evidence);
            shapes.Join(element, evidence, Visit(argument, scope), evidence);
            return Shape.Truth();
        }

        questions.Add(new ContainsQuestion(
            target,
            evidence,
            Visit(argument, scope),
            new Evidence($"looked for in {(call.Target is null ? "its list" : ExpressionWords.Of(call.Target))}", call.Span),
            new Evidence($"compared with {ExpressionWords.Of(argument)}", call.Span)));
        return Shape.Truth();
    }

    private Shape VisitEquals(CallExpression call, Shape target, UseScope scope)
    {
        var argument = call.Arguments[0];
        Relate(call.Span, "compared with", call.Target ?? call, target, argument, Visit(argument, scope));
        if (call.Arguments.Count > 1)
        {
            shapes.Fix(target, ShapeKind.Text, new Evidence("compared as text", call.Span));
        }

        return new Shape { Kind = Methods.Find(call.Name.Text) is { Method: Method.EqualTo } ? ShapeKind.Boolean : ShapeKind.Number };
    }

    private void VisitAll(CallExpression call, UseScope scope)
    {
        foreach (var argument in call.Arguments)
        {
            Visit(argument, scope);
        }
    }
}
