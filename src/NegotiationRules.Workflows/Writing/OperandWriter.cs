using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Writing;

/// <summary>Says operands: literals, facts, arithmetic with numbers, functions and dates.</summary>
internal sealed partial class OperandWriter
{
    private readonly WritingDiagnostics _diagnostics;
    private readonly FactWriter _facts;
    private readonly WritingState _state;
    private readonly ExpressionWriter _conditions;

    public OperandWriter(WritingDiagnostics diagnostics, FactWriter facts, WritingState state, ExpressionWriter conditions) =>
        (_diagnostics, _facts, _state, _conditions) = (diagnostics, facts, state, conditions);

    public ExpressionSyntax WriteOperand(Operand operand, WritingPlace place) => operand switch
    {
        Constant constant => WriteConstant(constant),
        FactOperand fact => _facts.Write(fact.Fact, place),
        CountOperand count => _conditions.WriteCount(count, place),
        AggregateOperand aggregate => _conditions.WriteAggregate(aggregate, place),
        OnlyOperand only => throw new UnwritableException(
            only.Span, "there is no asking whether an element is the only one", "state what is worked out of it as a fact"),
        MoveOperand move => WriteMove(move, place),
        FunctionOperand function => WriteFunction(function, place),
        ChoiceOperand choice => WriteChoice(choice, place),
        TableOperand table => WriteTable(table, place),
        ArithmeticOperand { Measure.Kind: MeasureKind.Duration, Kind: ArithmeticKind.Times } times => throw new UnwritableException(
            times.Span, "a duration cannot be multiplied there", "state the product as a fact"),
        ArithmeticOperand { Measure.Kind: MeasureKind.Duration } => WriteDuration(operand, place),
        ArithmeticOperand { Right.Measure.Kind: MeasureKind.Duration } shift => WriteShift(shift, place),
        ArithmeticOperand arithmetic => WriteArithmetic(arithmetic, place),
        _ => throw new InvalidOperationException($"no expression for {operand.GetType().Name}"),
    };

    private ExpressionSyntax WriteArithmetic(ArithmeticOperand arithmetic, WritingPlace place)
    {
        var sign = arithmetic.Kind switch
        {
            ArithmeticKind.Times => BinaryOperator.Multiply,
            ArithmeticKind.Plus => BinaryOperator.Add,
            ArithmeticKind.Minus => BinaryOperator.Subtract,
        };
        if (arithmetic.Measure.Kind == MeasureKind.Real)
        {
            return Compose.Binary(sign, WriteReal(arithmetic.Left, place), WriteReal(arithmetic.Right, place));
        }

        if (arithmetic.Measure.Scale == 0)
        {
            _diagnostics.ReckonsInWholeNumbers();
        }

        return Compose.Binary(sign, WriteTerm(arithmetic.Left, arithmetic, place), WriteTerm(arithmetic.Right, arithmetic, place));
    }

    // Members may be of 32 bits: with a literal of 64, nothing is reckoned in fewer.
    private ExpressionSyntax WriteTerm(Operand term, ArithmeticOperand arithmetic, WritingPlace place) =>
        term is Constant constant && arithmetic.Measure.Scale == 0
            ? Compose.Number(constant.Value.Steps, constant.Measure.Scale, isDecimal: false, wholeSuffix: "L")
            : WriteOperand(term, place);

    // An exact number beside a floating one is compared as floating. Whole numbers are converted without being told.
    public ExpressionSyntax WriteReal(Operand operand, WritingPlace place) =>
        operand switch
        {
            Constant { Measure: { Kind: MeasureKind.Exact, Scale: var scale }, Value.Steps: var steps } => Compose.Real(
                Scales.ToReal(steps, scale)
            ),
            _ => IsDecimal(operand) ? WriteDouble(operand, place) : WriteOperand(operand, place),
        };

    public ExpressionSyntax WriteConstant(Constant constant)
    {
        var value = constant.Value;
        return constant.Measure.Kind switch
        {
            MeasureKind.Boolean => Compose.Boolean(value.Boolean),
            MeasureKind.Exact => Compose.Number(value.Steps, constant.Measure.Scale, isDecimal: false),
            MeasureKind.Real => Compose.Real(value.Real),
            MeasureKind.Text => Compose.Text(value.Text),
            MeasureKind.Day when !value.Date.IsDay => throw new UnwritableException(
                constant.Span, $"`{value.Date}` would have to be one day", "write the day that is meant"),
            MeasureKind.Day => WriteDay(value.Date.First),
            MeasureKind.Instant => WriteInstant(value.UtcTicks),
            _ => WriteTime(value.Duration.Months == 0 ? value.Duration.Ticks : throw new UnwritableException(
                constant.Span, $"`{value.Duration}` has no one length", "write it in days")),
        };
    }

    public ExpressionSyntax WriteDay(int dayNumber)
    {
        var day = DateOnly.FromDayNumber(dayNumber);
        return Compose.Call(
            null, _facts.TypeName("DateOnly"), Compose.Number(day.Year), Compose.Number(day.Month), Compose.Number(day.Day)
        );
    }

    private ExpressionSyntax WriteInstant(long utcTicks)
    {
        var at = new DateTime(utcTicks, DateTimeKind.Utc);
        int[] parts = at.Ticks % TimeSpan.TicksPerDay / TimeSpan.TicksPerSecond == 0
            ? [at.Year, at.Month, at.Day]
            : [at.Year, at.Month, at.Day, at.Hour, at.Minute, at.Second];
        var second = Compose.Call(null, _facts.TypeName("DateTime"), [.. parts.Select(p => Compose.Number(p))]);
        var rest = utcTicks % TimeSpan.TicksPerSecond;
        return rest == 0 ? second : Compose.Call(second, "AddTicks", Compose.Number(rest));
    }

    private ExpressionSyntax WriteTime(long ticks)
    {
        var time = new TimeSpan(ticks);
        return ticks % TimeSpan.TicksPerSecond == 0
            ? Compose.Call(
                null, _facts.TypeName("TimeSpan"), Compose.Number(time.Days), Compose.Number(time.Hours),
                Compose.Number(time.Minutes), Compose.Number(time.Seconds)
            )
            : Compose.Call(null, _facts.TypeName("TimeSpan"), Compose.Number(ticks, "L"));
    }

    // What is worked out for each element must have a value for each: there is no place to ask first.
    public ExpressionSyntax WriteForEach(Operand operand, WritingPlace place)
    {
        var outer = _state.Guards;
        _state.Guards = [];
        var written = WriteOperand(operand, place);
        if (_state.Guards.Count > 0)
        {
            throw new UnwritableException(
                operand.Span, "what is worked out for each element may have no value",
                "ask in `where` that it has one, or state it as a fact"
            );
        }

        _state.Guards = outer;
        return written;
    }
}
