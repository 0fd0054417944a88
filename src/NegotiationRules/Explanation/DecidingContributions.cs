using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation;

/// <summary>Of the elements that a quantity is worked out from, those whose part in it works for what came of a comparison.</summary>
/// <remarks>
/// Where the comparison would come out otherwise if there were fewer, or less, these are the elements that count; where only more would do,
/// those that do not. Which of the two it is, is found by trying other values in the quantity's place, so it does not matter what is worked
/// out from it.
/// </remarks>
internal static class DecidingContributions
{
    private const int MostTried = 256;

    public static IReadOnlyList<Scope> Of(CountOperand count, Condition comparison, Scope scope)
    {
        var elements = Elements.Of(count.List, scope).Known.Select(e => (Element: e, Meets: Meets(count.Where, e))).ToList();
        var least = elements.Count(e => e.Meets == Truth.True);
        var most = elements.Count(e => e.Meets != Truth.False);
        var fewer = Enumerable.Range(0, least).Reverse().Select(n => FactValue.OfSteps(n));
        var more = Enumerable.Range(most + 1, elements.Count - most).Select(n => FactValue.OfSteps(n));
        var counting = CountsAgainst(comparison, count, fewer, more, scope) ?? least > 0 ? Truth.True : Truth.False;
        return [.. elements.Where(e => e.Meets == counting).Select(e => e.Element)];
    }

    public static IReadOnlyList<Scope> Of(AggregateOperand aggregate, Condition comparison, Scope scope)
    {
        var elements = Elements.Of(aggregate.List, scope).Known.Select(e => (Element: e, Meets: Meets(aggregate.Where, e))).ToList();
        return aggregate.Kind == QuantityKind.Sum
            ? OfSum(aggregate, elements, comparison, scope)
            : OfExtreme(aggregate, [.. elements.Where(e => e.Meets == Truth.True).Select(e => e.Element)], comparison, scope);
    }

    /// <summary>Those of the share where it is too great, those of the rest where it is too small.</summary>
    public static IReadOnlyList<Scope> Of(ShareTest share, Scope scope)
    {
        var isMet = TreeWalk.Evaluate(share, scope) == Truth.True;
        var wantsMore = share.Relation switch
        {
            Relation.Less or Relation.LessOrEqual => isMet,
            Relation.Greater or Relation.GreaterOrEqual => !isMet,
            Relation.Equal or Relation.NotEqual => TreeWalk.Evaluate(share.With(Relation.Less), scope) == Truth.True,
        };
        return [.. Elements.Of(share.List, scope).Known.Where(e => Meets(share.Among, e) == Truth.True
            && Meets(share.Where, e) == (wantsMore ? Truth.False : Truth.True)
            && (share.Weight is null || NumberOf(share.Weight, e) != 0))];
    }

    private static IReadOnlyList<Scope> OfSum(
        AggregateOperand sum, List<(Scope Element, Truth Meets)> elements, Condition comparison, Scope scope)
    {
        var parts = elements.ConvertAll(e => (e.Element, IsIn: e.Meets == Truth.True, Number: NumberOf(sum.Item, e.Element) ?? 0));
        var now = parts.Where(p => p.IsIn).Sum(p => p.Number);
        var counting = parts.FindAll(p => p.IsIn ? p.Number > 0 : p.Number < 0 && sum.Where is not null);
        var missing = parts.FindAll(p => p.IsIn ? p.Number < 0 : p.Number > 0);
        var rest = sum.Where is null ? Math.Abs(now) + parts.Sum(p => Math.Abs(p.Number)) + 1 : 0;
        var fewer = counting.Select(p => now - Math.Abs(p.Number))
            .Append(now - counting.Sum(p => Math.Abs(p.Number))).Append(now - rest).Select(Value);
        var more = missing.Select(p => now + Math.Abs(p.Number))
            .Append(now + missing.Sum(p => Math.Abs(p.Number))).Append(now + rest).Select(Value);
        var deciding = CountsAgainst(comparison, sum, fewer, more, scope) ?? true ? counting : missing;
        return [.. (deciding.Count > 0 ? deciding : parts.FindAll(p => p.IsIn)).Select(p => p.Element)];

        FactValue Value(double number) => sum.Measure.Kind == MeasureKind.Real ? FactValue.Of(number)
            : FactValue.OfSteps((long)Math.Round(number * Scales.Power(sum.Measure.Scale)));
    }

    // Those that would leave it as it is if the least or the greatest were theirs; of an equality, those on the side on which it is off.
    private static IReadOnlyList<Scope> OfExtreme(
        AggregateOperand aggregate, IReadOnlyList<Scope> elements, Condition comparison, Scope scope)
    {
        comparison = comparison is RelationTest { Relation: Relation.Equal or Relation.NotEqual } equality
            ? SideOf(equality, scope)
            : comparison;
        var truth = TreeWalk.Evaluate(comparison, scope);
        var own = OperandValues.Of(aggregate, scope);
        return [.. elements.Where(e => OperandValues.Of(aggregate.Item, e) is { IsKnown: true } value
            && (comparison is RelationTest ? Substitution.TruthWith(comparison, aggregate, value, scope) == truth : value.IsSame(own)))];
    }

    private static RelationTest SideOf(RelationTest equality, Scope scope) =>
        !equality.Left.Measure.IsOrdered
            ? equality
            : new[] { Relation.Less, Relation.Greater }
                .Select(side => new RelationTest(equality.Span, equality.Left, side, equality.Right))
                .FirstOrDefault(side => TreeWalk.Evaluate(side, scope) == Truth.True)
                ?? equality;

    /// <summary>Whether it comes out otherwise with less; false if only with more; <see langword="null"/> if with neither.</summary>
    private static bool? CountsAgainst(
        Condition comparison, Operand quantity, IEnumerable<FactValue> fewer, IEnumerable<FactValue> more, Scope scope)
    {
        var truth = TreeWalk.Evaluate(comparison, scope);
        return Turns(fewer) ? true
            : Turns(more) ? false
            : comparison is RelationTest test ? TendsAgainst(test, quantity, fewer.LastOrDefault(), more.LastOrDefault(), truth, scope)
            : null;

        bool Turns(IEnumerable<FactValue> values) =>
            values.Take(MostTried).Any(value => Substitution.TruthWith(comparison, quantity, value, scope) == truth.Not());
    }

    // Where this quantity alone cannot change it: whether with less of it the sides come nearer to what would.
    private static bool? TendsAgainst(RelationTest test, Operand quantity, FactValue least, FactValue most, Truth truth, Scope scope)
    {
        var wanted = test.Relation switch
        {
            Relation.Greater or Relation.GreaterOrEqual => truth == Truth.False ? Relation.Less : Relation.Greater,
            Relation.Less or Relation.LessOrEqual => truth == Truth.False ? Relation.Greater : Relation.Less,
            _ => TreeWalk.Evaluate(new RelationTest(test.Span, test.Left, Relation.Less, test.Right), scope) == Truth.True
                ? Relation.Less : Relation.Greater,
        };
        return !test.Left.Measure.IsOrdered ? null : Nears(least) ? true : Nears(most) ? false : null;

        bool Nears(FactValue value)
        {
            var other = new Constant(quantity.Span, quantity.Measure, value, null);
            return value.IsKnown && (Holds(test.Left, Substitution.In(test.Left, quantity, other))
                || Holds(Substitution.In(test.Right, quantity, other), test.Right));
        }

        bool Holds(Operand left, Operand right) =>
            TreeWalk.Evaluate(new RelationTest(test.Span, left, wanted, right), scope) == Truth.True;
    }

    private static Truth Meets(Condition? where, Scope element) => where is null ? Truth.True : TreeWalk.Evaluate(where, element);

    private static double? NumberOf(Operand operand, Scope element) =>
        Quantities.Real(operand, element) is { IsNothing: false, IsValue: true, Low: { } number } ? number : null;
}
