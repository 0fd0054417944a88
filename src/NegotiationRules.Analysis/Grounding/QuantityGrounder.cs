using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Syntax;

namespace NegotiationRules.Analysis.Grounding;

/// <summary>Exact numbers, days and instants in the scenarios of a frame.</summary>
internal sealed class QuantityGrounder(
    Circuit circuit, WorkLimits work, int mostRows, CellTables tables, GroundElements elements, Func<Condition, GroundPlace, Rails> ground)
{
    /// <summary>What is known of an operand, in steps of a scale; <see langword="null"/> if its form has no place here.</summary>
    public Quantity? Of(Operand operand, GroundPlace place, int scale) =>
        operand.Measure.Kind is not (MeasureKind.Exact or MeasureKind.Day or MeasureKind.Instant) ? null
        : Plain(operand, place, scale) ?? WorkedOut(operand, place, scale);

    /// <summary>The same of an operand that goes over no list, value by value.</summary>
    public PlainQuantity? Plain(Operand operand, GroundPlace place, int scale) =>
        PlainFacts.Of(operand, place, work) is { } facts && facts.Rows <= mostRows
            ? new PlainQuantity(circuit, facts.Tabulate(circuit, tables, scale, scope => Exact(operand, scope, scale))) : null;

    // What lies beyond what can be represented is a fault of the scenario: nothing is said of it here.
    private static Interval<Int128> Exact(Operand operand, Scope scope, int scale)
    {
        try
        {
            return Quantities.Exact(operand, scope, scale);
        }
        catch (OverflowException)
        {
            return Interval<Int128>.Nothing;
        }
    }

    private Quantity? WorkedOut(Operand operand, GroundPlace place, int scale)
    {
        switch (operand)
        {
            case NamedOperand named:
                return Of(named.Meaning, place, scale);
            case ChoiceOperand choice:
                return Of(choice.Then, place, scale) is { } then && Of(choice.Else, place, scale) is { } otherwise
                    ? new ChosenQuantity(circuit, ground(choice.If, place), then, otherwise) : null;
            case CountOperand count:
                return elements.Of(count.List, place) is { } counted ? Count(count, counted, scale) : null;
            case AggregateOperand { Kind: QuantityKind.Sum } sum:
                return elements.Of(sum.List, place) is { } added ? Added(sum, added, scale) : null;
            case AggregateOperand extreme:
                return elements.Of(extreme.List, place) is { } among ? Extreme(extreme, among, scale) : null;
            case FunctionOperand { Function: OperandFunction.Least or OperandFunction.Greatest } function:
                List<Quantity?> arguments = [.. function.Arguments.Select(argument => Of(argument, place, scale))];
                return arguments.Contains(null) ? null : new ExtremeQuantity(
                    circuit, [.. arguments.Select(argument => (Rails.Always, argument!))], supposesSome: false,
                    isLeast: function.Function == OperandFunction.Least);
            case ArithmeticOperand { Kind: ArithmeticKind.Times, Right: Constant { Measure.Kind: MeasureKind.Exact } factor } product
                when Of(product.Left, place, product.Left.Measure.Scale) is { } whole:
                return Times(whole, factor.Value.Steps * (Int128)Scales.Power(scale - operand.Measure.Scale));
            case ArithmeticOperand { Kind: not ArithmeticKind.Times, Right: Constant { Measure.Kind: MeasureKind.Exact } by } moved
                when Of(moved.Left, place, scale) is { Sums: null } from:
                var steps = by.Value.Steps * (Int128)Scales.Power(scale - by.Measure.Scale);
                return new MovedQuantity(circuit, from, moved.Kind == ArithmeticKind.Plus ? steps : -steps);
            case ArithmeticOperand { Kind: not ArithmeticKind.Times, Right.Measure.Kind: not MeasureKind.Duration } arithmetic
                when Of(arithmetic.Left, place, scale) is { Sums: { } left } one
                    && Of(arithmetic.Right, place, scale) is { Sums: { } right } other:
                var shift = arithmetic.Kind == ArithmeticKind.Plus ? right : new Sums(right.High.Times(-1), right.Low.Times(-1));
                return new SummedQuantity(
                    circuit, new Sums(left.Low.Plus(shift.Low, circuit), left.High.Plus(shift.High, circuit)),
                    circuit.Or(one.Nothing, other.Nothing));
            default:
                return null;
        }
    }

    private Quantity Times(Quantity whole, Int128 factor) => whole.Sums is { } sums
        ? new SummedQuantity(
            circuit,
            factor < 0 ? new Sums(sums.High.Times(factor), sums.Low.Times(factor))
                : new Sums(sums.Low.Times(factor), sums.High.Times(factor)),
            whole.Nothing)
        : factor == 0 ? new SummedQuantity(circuit, new Sums(Sum.Of(0), Sum.Of(0)), whole.Nothing)
        : new MultipliedQuantity(circuit, whole, factor);

    private Rails Counts(Condition? where, GroundElement element) =>
        where is null ? element.Exists : circuit.And(element.Exists, ground(where, element.Place));

    private SummedQuantity Count(CountOperand count, IReadOnlyList<GroundElement> counted, int scale)
    {
        var (low, high, unbounded) = (new List<IReadOnlyList<Weighted>>(), new List<IReadOnlyList<Weighted>>(), Edge.False);
        Int128 one = Scales.Power(scale);
        foreach (var element in counted)
        {
            var counts = Counts(count.Where, element);
            low.Add([new Weighted(counts.True, one)]);
            if (element.Most is null)
            {
                unbounded = circuit.Or(unbounded, !counts.False);
            }
            else
            {
                high.AddRange(element.Most.Select(term =>
                    new[] { new Weighted(circuit.And(!counts.False, term.Edge), term.Weight * one) }));
            }
        }

        return new SummedQuantity(circuit, new Sums(new Sum(0, low, Edge.False), new Sum(0, high, unbounded)), Edge.False);
    }

    private SummedQuantity? Added(AggregateOperand sum, IReadOnlyList<GroundElement> added, int scale)
    {
        var (low, high) = (new SumOfElements(circuit, isLow: true), new SumOfElements(circuit, isLow: false));
        var nothing = Edge.False;
        foreach (var element in added)
        {
            var counts = Counts(sum.Where, element);
            if (Of(sum.Item, element.Place, scale) is not { } item || !SumOfElements.IsTold(item))
            {
                return null;
            }

            low.Add(counts, item, element.Most);
            high.Add(counts, item, element.Most);
            nothing = circuit.Or(nothing, circuit.And(!counts.False, item.Nothing));
        }

        return new SummedQuantity(circuit, new Sums(low.Sum, high.Sum), nothing);
    }

    private ExtremeQuantity? Extreme(AggregateOperand extreme, IReadOnlyList<GroundElement> among, int scale)
    {
        var items = new List<(Rails Counts, Quantity Value)>();
        foreach (var element in among)
        {
            if (Of(extreme.Item, element.Place, scale) is not { } item)
            {
                return null;
            }

            items.Add((Counts(extreme.Where, element), item));
        }

        return new ExtremeQuantity(circuit, items, extreme.SupposesSome, extreme.Kind == QuantityKind.Min);
    }
}
