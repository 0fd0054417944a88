using NegotiationRules.Facts;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>What lists and their methods tell of the elements, and what new lists and objects are.</summary>
internal sealed partial class UseReader
{
    private Shape VisitListMethod(CallExpression call, ListMethod method, Shape target, UseScope scope)
    {
        var evidence = new Evidence($"used as a list by `{InputDiagnostics.Clean(call.Name.Text)}`", call.Span);
        var element = shapes.ElementOf(target, evidence);
        Shape List(Shape of) => new() { Kind = ShapeKind.List, Element = of };
        switch (method)
        {
            case ListMethod.Truth or ListMethod.Filter or ListMethod.Counting or ListMethod.Choice:
                foreach (var argument in call.Arguments)
                {
                    MustBeTruth(OfElement(argument, element, scope), argument);
                }

                return method switch
                {
                    ListMethod.Truth => Shape.Truth(),
                    ListMethod.Counting => Shape.Whole(),
                    ListMethod.Filter => List(element),
                    _ => element,
                };
            case ListMethod.Total or ListMethod.Mean:
                var summed = Selected(call, element, scope);
                shapes.Fix(
                    summed,
                    ShapeKind.Number,
                    new Evidence($"taken as a number by `{InputDiagnostics.Clean(call.Name.Text)}`", call.Span)
                );
                return method == ListMethod.Mean
                    ? new Shape
                    {
                        Kind = ShapeKind.Number,
                        IsFractional = true,
                        IsDecimal = summed.Root.IsDecimal,
                    }
                    : summed;
            case ListMethod.Extreme:
                var compared = Selected(call, element, scope);
                compared.Root.IsOrdered = true;
                return compared;
            case ListMethod.Projection:
                return List(Selected(call, element, scope));
            case ListMethod.Flattening:
                return List(shapes.ElementOf(Selected(call, element, scope), evidence));
            case ListMethod.Order or ListMethod.Grouping:
                foreach (var argument in call.Arguments)
                {
                    OfElement(argument, element, scope).Root.IsOrdered |= method == ListMethod.Order;
                }

                return List(method == ListMethod.Order ? element : List(element));
            case ListMethod.Section or ListMethod.Place:
                foreach (var argument in call.Arguments)
                {
                    shapes.MustBeWhole(
                        Visit(argument, scope), new Evidence($"given to `{InputDiagnostics.Clean(call.Name.Text)}`", call.Span)
                    );
                }

                return method == ListMethod.Section ? List(element) : element;
            case ListMethod.Joining:
                foreach (var argument in call.Arguments)
                {
                    var others = shapes.ElementOf(Visit(argument, scope), evidence);
                    shapes.Join(element, evidence, others, evidence);
                }

                return Methods.Find(call.Name.Text) is { Method: Method.SequenceEqual } ? Shape.Truth() : List(element);
            default:
                VisitAll(call, scope);
                return List(element);
        }
    }

    private Shape Selected(CallExpression call, Shape element, UseScope scope) =>
        call.Arguments is [var argument, ..] ? OfElement(argument, element, scope) : element;

    // What stands in the brackets of a method that goes through the elements: a lambda, or an expression in which members stand alone.
    private Shape OfElement(ExpressionSyntax argument, Shape element, UseScope scope) => argument is LambdaExpression lambda
        ? Visit(lambda.Body, scope.Within(lambda.Parameters is [var name, ..] ? name.Text : null, element))
        : Visit(argument, scope.Within(null, element));

    private Shape VisitIndex(IndexExpression index, UseScope scope)
    {
        var target = Visit(index.Target, scope);
        if (index.Arguments is [TextExpression key] && Property.IsName(key.Value))
        {
            return shapes.UnderKey(target, key.Value, UnderKey(index.Span));
        }

        foreach (var argument in index.Arguments)
        {
            if (Visit(argument, scope) is var at && at.Root.Kind != ShapeKind.Text)
            {
                shapes.MustBeWhole(at, new Evidence("used as a place in a list", index.Span));
            }
        }

        if (index.Arguments is [TextExpression])
        {
            // A key that no fact can be called by.
            shapes.FixDictionary(target, UnderKey(index.Span));
            return new Shape();
        }

        var part = shapes.PartOf(target, index.Span);
        questions.Add(
            new IndexQuestion(
                target, part, new Evidence("used as a list by `[…]`", index.Span),
                new Evidence("asked for a character by `[…]`", index.Span)
            )
        );
        return part;
    }

    private Shape VisitKey(CallExpression call, Shape dictionary, string key, MemberExpression? keys)
    {
        if (keys is null)
        {
            shapes.UnderKey(dictionary, key, UnderKey(call.Span));
        }
        else
        {
            questions.Add(new KeyQuestion(dictionary, key, UnderKey(call.Span), new Evidence("asked what it contains", call.Span)));
        }

        return Shape.Truth();
    }

    private static Evidence UnderKey(Span at) => new("asked for what it has under a key", at);

    private Shape VisitArray(NewArrayExpression array, UseScope scope)
    {
        var element = new Shape();
        foreach (var item in array.Items)
        {
            var evidence = new Evidence("listed beside other values", item.Span);
            shapes.Join(Visit(item, scope), evidence, element, evidence);
        }

        return new Shape { Kind = ShapeKind.List, Element = element };
    }

    private Shape VisitNew(NewObjectExpression @object, UseScope scope)
    {
        var members = new ShapeMembers(names);
        foreach (var member in @object.Members)
        {
            var shape = Visit(member.Value, scope);
            var name = member.Name?.Text ?? (member.Value as MemberExpression)?.Name.Text ?? (member.Value as NameExpression)?.Name;
            if (name is not null && !members.TryFind(name, out _))
            {
                members.Add(new ShapeMember(name, shape));
            }
        }

        return @object.Type is null
            ? new Shape { Kind = ShapeKind.Record, Members = members }
            : new Shape { Kind = KnownTypes.KindOf(@object.Type.Text) };
    }
}
