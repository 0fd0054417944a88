using System.Numerics;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Syntax;

namespace NegotiationRules.Evaluation;

/// <summary>Makes a test of the elements of a list, laid out side by side, of a condition on one of them.</summary>
/// <remarks>What reads nothing but the element is worked out here, for each; what reads nothing of it, by each who uses the test. Only
/// comparisons may read both.</remarks>
internal sealed class ElementTestBuilder(FactList elements, FactReference list, Scope around, VectorWidth width)
{
    private readonly Scope[] _elements = [.. Enumerable.Range(0, elements.Count).Select(i => around.Enter(elements[i], list, i))];

    private enum Reads
    {
        Nothing,
        Around,
        Element,
        Both,
    }

    /// <summary>A test for the elements that a quantifier looks for; <see langword="null"/> if it is for the tree walk.</summary>
    public ElementTest? Build(Condition? where, Condition? satisfy)
    {
        var first = where is null ? null : Build(where);
        var second = satisfy is null ? null : Build(satisfy);
        if ((where is not null && first is null) || (satisfy is not null && second is null))
        {
            return null;
        }

        var breaks = second is null ? null : new ElementNegation(second);
        return first is null ? breaks : breaks is null ? first : new ElementJunction([first, breaks], isAll: true);
    }

    private ElementTest? Build(Condition condition) => ReadsOf(condition.Reach) switch
    {
        Reads.Nothing or Reads.Around => new AroundElements(condition),
        Reads.Element => Within(condition),
        _ => condition switch
        {
            Composition composition => Join(composition),
            Negation negation => Build(negation.Part) is { } part ? new ElementNegation(part) : null,
            Defined defined => Build(defined.Meaning),
            RelationTest test => Relate(test),
            _ => null,
        },
    };

    private ElementTest? Join(Composition composition)
    {
        var parts = new List<ElementTest>();
        foreach (var part in composition.Parts)
        {
            if (Build(part) is not { } test)
            {
                return null;
            }

            parts.Add(test);
        }

        var joined = new ElementJunction([.. parts], composition.Kind == CompositionKind.All);
        return composition.Kind == CompositionKind.None ? new ElementNegation(joined) : joined;
    }

    private WithinElements? Within(Condition condition)
    {
        var holds = new ulong[Bits.Words(_elements.Length)];
        for (var i = 0; i < _elements.Length; i++)
        {
            var truth = TreeWalk.Evaluate(condition, _elements[i]);
            if (truth == Truth.Unknown)
            {
                return null;
            }

            Bits.Set(holds, i, truth == Truth.True);
        }

        return new WithinElements(holds);
    }

    private ElementTest? Relate(RelationTest test)
    {
        var (left, relation, right) = (test.Left, test.Relation, test.Right);
        if (ReadsOf(left.Reach) is Reads.Nothing or Reads.Around)
        {
            (left, relation, right) = (right, relation.Mirror(), left);
        }

        switch (left.Measure.Kind)
        {
            case MeasureKind.Text:
                return ReadsOf(left.Reach) == Reads.Element && ReadsOf(right.Reach) is Reads.Nothing or Reads.Around
                    && Collect(left, scope => TreeWalk.ReadText(left, scope)) is { } texts
                        ? new ElementTexts(texts, right, relation == Relation.Equal)
                        : null;
            case MeasureKind.Duration:
                return null;
            case MeasureKind.Day when Periods.MayBe(left) || Periods.MayBe(right):
                return null;
            case MeasureKind.Exact or MeasureKind.Real when left.Measure.Kind == MeasureKind.Real || right.Measure.Kind == MeasureKind.Real:
                return Reals(left) is { } reals && Reals(right) is { } otherReals ? new ElementReals(reals, relation, otherReals) : null;
            default:
                var scale = Math.Max(left.Measure.Scale, right.Measure.Scale);
                return Steps(left, scale) is { } steps && Steps(right, scale) is { } otherSteps
                    ? new ElementSteps(steps, relation, otherSteps, width)
                    : null;
        }
    }

    // As the tree walk reckons: sums at their own scale, products each at its own.
    private ElementNumbers<long>? Steps(Operand operand, int scale)
    {
        if (
            operand is not ArithmeticOperand { Measure.Kind: MeasureKind.Exact, Left.Measure.Kind: MeasureKind.Exact } sum
            || ReadsOf(operand.Reach) != Reads.Both
        )
        {
            return Leaf(operand, scope => StepsOf(operand, scope, scale));
        }

        var (left, right) =
            sum.Kind == ArithmeticKind.Times ? (sum.Left.Measure.Scale, sum.Right.Measure.Scale) : (sum.Measure.Scale, sum.Measure.Scale);
        return Steps(sum.Left, left) is not { } a || Steps(sum.Right, right) is not { } b ? null
            : new ReckonedNumbers<long>(sum.Kind, a, b) is var reckoned && scale == sum.Measure.Scale ? reckoned
            : new ReckonedNumbers<long>(
                ArithmeticKind.Times,
                reckoned,
                new CommonNumber<long>(_ => Scales.Power(scale - sum.Measure.Scale))
            );
    }

    private ElementNumbers<double>? Reals(Operand operand) =>
        operand is ArithmeticOperand { Measure.Kind: MeasureKind.Real } sum && ReadsOf(operand.Reach) == Reads.Both
            ? Reals(sum.Left) is { } left && Reals(sum.Right) is { } right
                ? new ReckonedNumbers<double>(sum.Kind, left, right)
                : null
            : Leaf(
                operand,
                scope => Quantities.Real(operand, scope) is { IsNothing: false, IsValue: true, Low: { } real } ? real : (double?)null
            );

    private ElementNumbers<T>? Leaf<T>(Operand operand, Func<Scope, T?> read)
        where T : unmanaged, INumber<T>
    {
        switch (ReadsOf(operand.Reach))
        {
            case Reads.Nothing or Reads.Around:
                return new CommonNumber<T>(read);
            case Reads.Element:
                var numbers = new T[_elements.Length];
                for (var i = 0; i < numbers.Length; i++)
                {
                    if (read(_elements[i]) is not { } number)
                    {
                        return null;
                    }

                    numbers[i] = number;
                }

                return new OwnNumbers<T>(numbers);
            default:
                return null;
        }
    }

    private static long? StepsOf(Operand operand, Scope scope, int scale) =>
        operand.Measure.Kind == MeasureKind.Exact && PlainNumbers.TryRead(operand, scope, scale, out var plain) ? plain
        : Quantities.Exact(operand, scope, scale) is { IsNothing: false, IsValue: true, Low: { } steps }
        && steps >= long.MinValue / 4
        && steps <= long.MaxValue / 4
            ? (long)steps
        : null;

    private string[]? Collect(Operand operand, Func<Scope, string?> read)
    {
        var texts = new string[_elements.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            if (read(_elements[i]) is not { } text)
            {
                return null;
            }

            texts[i] = text;
        }

        return texts;
    }

    // What lies deeper than the element are elements of lists that the condition goes over itself.
    private Reads ReadsOf(Reach reach)
    {
        var depth = around.Depth + 1;
        if (depth >= 63)
        {
            return Reads.Both;
        }

        var (isOfElement, isOfAround) = ((reach.Depths >> depth & 1) != 0, (reach.Depths & ((1ul << depth) - 1)) != 0);
        return isOfElement ? (isOfAround ? Reads.Both : Reads.Element) : isOfAround ? Reads.Around : Reads.Nothing;
    }
}
