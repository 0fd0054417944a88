using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Writing;

/// <content>Dates that are moved, and durations.</content>
internal sealed partial class OperandWriter
{
    // Before the first day there is no value, so that it must be asked first whether that is over.
    private ExpressionSyntax WriteTable(TableOperand table, WritingPlace place)
    {
        var value = table.Values[0];
        for (var i = 1; i < table.Days.Length; i++)
        {
            value = new ChoiceOperand(table.Span, table.Measure, IsOnOrAfter(table, i), table.Values[i], value);
        }

        _state.Guards.Add(_conditions.Write(IsOnOrAfter(table, 0), place));
        return WriteOperand(value, place);
    }

    private static RelationTest IsOnOrAfter(TableOperand table, int index)
    {
        var day = table.Days[index];
        var value = table.At.Measure.Kind == MeasureKind.Day
            ? FactValue.Of(new PartialDate(day, day)) : FactValue.OfUtcTicks(day * TimeSpan.TicksPerDay);
        return new RelationTest(
            table.Span, table.At, Relation.GreaterOrEqual, new Constant(table.Span, table.At.Measure, value, null));
    }

    private ExpressionSyntax WriteMove(MoveOperand move, WritingPlace place)
    {
        _state.MayFail++;
        var day = WriteOperand(move.Day, place);
        var (year, month, one) = (Compose.Member(day, "Year"), Compose.Member(day, "Month"), Compose.Number(1));
        var startOfMonth = Compose.Call(null, _facts.TypeName("DateOnly"), year, month, one);
        var startOfYear = Compose.Call(null, _facts.TypeName("DateOnly"), year, one, one);
        return move.Move switch
        {
            CalendarMove.StartOfMonth => startOfMonth,
            CalendarMove.EndOfMonth => Compose.Call(
                null, _facts.TypeName("DateOnly"), year, month, Compose.Call(_facts.Type("DateTime"), "DaysInMonth", year, month)
            ),
            CalendarMove.StartOfNextMonth => Compose.Call(startOfMonth, "AddMonths", one),
            CalendarMove.StartOfYear => startOfYear,
            CalendarMove.EndOfYear => Compose.Call(null, _facts.TypeName("DateOnly"), year, Compose.Number(12), Compose.Number(31)),
            _ => Compose.Call(startOfYear, "AddYears", one),
        };
    }

    // Months by the calendar, then days: as .NET adds them.
    private ExpressionSyntax WriteShift(ArithmeticOperand shift, WritingPlace place)
    {
        _state.MayFail++;
        if (shift.Right is FunctionOperand { Function: OperandFunction.Years or OperandFunction.Months or OperandFunction.Days } by
            && IsWhole(by.Arguments[0]))
        {
            var number = WriteInt(by.Arguments[0], place);
            return Compose.Call(
                WriteOperand(shift.Left, place), $"Add{by.Function}",
                shift.Kind == ArithmeticKind.Plus ? number : Compose.Binary(BinaryOperator.Subtract, Compose.Number(0), number)
            );
        }

        var terms = DurationTerms.Of(
            shift.Kind == ArithmeticKind.Plus ? shift.Right : new ArithmeticOperand(shift.Span, Zero.Measure, shift.Kind, Zero, shift.Right)
        );
        var moved = AddMonths(WriteOperand(shift.Left, place), terms.Months);
        if (shift.Measure.Kind == MeasureKind.Day)
        {
            return terms is { Ticks: 0, Open.Count: 0 } ? moved : Compose.Call(moved, "AddDays", WriteDays(terms, place));
        }

        if (terms.Ticks != 0)
        {
            moved = terms.Ticks % TimeSpan.TicksPerDay == 0
                ? Compose.Call(moved, "AddDays", Compose.Number(terms.Ticks / TimeSpan.TicksPerDay))
                : Compose.Binary(BinaryOperator.Add, moved, WriteTime(terms.Ticks));
        }

        return terms.Open.Aggregate(
            moved,
            (at, term) => Compose.Binary(term.IsNegative ? BinaryOperator.Subtract : BinaryOperator.Add, at, WriteTime(term.Operand, place))
        );
    }

    // Whole numbers are kept whole: .NET cuts off what it makes of others, and they are rounded here.
    private ExpressionSyntax WriteLength(FunctionOperand function, WritingPlace place)
    {
        var (none, count) = (Compose.Number(0), function.Arguments[0]);
        var at = function.Function switch
        {
            OperandFunction.Days => 0,
            OperandFunction.Hours => 1,
            OperandFunction.Minutes => 2,
            _ => throw new UnwritableException(function.Span, "months have no one length", "write the duration in days"),
        };
        if (!IsWhole(count))
        {
            throw new UnwritableException(
                function.Span, "what a number with decimals gives is rounded otherwise there", "make the number whole, or state a duration"
            );
        }

        var parts = new[] { none, none, none, none };
        parts[at] = WriteInt(count, place);
        return Compose.Call(null, _facts.TypeName("TimeSpan"), parts);
    }

    private ExpressionSyntax WriteMoment(FunctionOperand function, WritingPlace place)
    {
        var day = WriteOperand(function.Arguments[0], place);
        var start = Compose.Call(
            null, _facts.TypeName("DateTime"), Compose.Member(day, "Year"), Compose.Member(day, "Month"), Compose.Member(day, "Day")
        );
        return Compose.Binary(BinaryOperator.Add, start, WriteTime(function.Arguments[1], place));
    }

    // The months that the calendar counts from the earlier to the later, and one less where the last is not over.
    private ExpressionSyntax WriteWholeMonths(FunctionOperand function, WritingPlace place)
    {
        var (from, to) = (WriteOperand(function.Arguments[0], place), WriteOperand(function.Arguments[1], place));
        return Compose.Choice(
            Compose.Binary(BinaryOperator.LessOrEqual, from, to),
            Months(from, to),
            Compose.Binary(BinaryOperator.Subtract, Compose.Number(0), Months(to, from))
        );

        static ExpressionSyntax Months(ExpressionSyntax earlier, ExpressionSyntax later)
        {
            var months = Compose.Sum([
                Compose.Binary(BinaryOperator.Multiply, Difference("Year"), Compose.Number(12)), Difference("Month"),
            ]);
            return Compose.Choice(
                Compose.Binary(BinaryOperator.Greater, Compose.Call(earlier, "AddMonths", months), later),
                Compose.Binary(BinaryOperator.Subtract, months, Compose.Number(1)),
                months
            );

            ExpressionSyntax Difference(string part) =>
                Compose.Binary(BinaryOperator.Subtract, Compose.Member(later, part), Compose.Member(earlier, part));
        }
    }

    private static Constant Zero { get; } = new(default, new Measure(MeasureKind.Duration), FactValue.Of(new Duration(0, 0)), null);

    private static ExpressionSyntax AddMonths(ExpressionSyntax date, long months) =>
        months == 0 ? date
        : months % 12 == 0 ? Compose.Call(date, "AddYears", Compose.Number(months / 12))
        : Compose.Call(date, "AddMonths", Compose.Number(months));

    // Differences of dates are compared in days where both sides can be; months have a length that decides wherever months decide.
    public ExpressionSyntax WriteDurations(RelationTest test, WritingPlace place)
    {
        var (left, right) = (DurationTerms.Of(test.Left), DurationTerms.Of(test.Right));
        var months = right.Months - left.Months;
        if (months != 0)
        {
            _diagnostics.MonthsAsDays(test.Span, new Duration((int)Math.Abs(months), 0), Math.Abs(DurationTerms.DaysOf(months)));
            right = right with { Ticks = right.Ticks + (DurationTerms.DaysOf(months) * TimeSpan.TicksPerDay) };
        }

        var inDays = left.IsInDays && right.IsInDays;
        return Compose.Binary(
            ExpressionWriter.SignOf(test.Relation),
            inDays ? WriteDays(left, place) : WriteTime(left, place),
            inDays ? WriteDays(right, place) : WriteTime(right, place));
    }

    private ExpressionSyntax WriteDuration(Operand operand, WritingPlace place) => DurationTerms.Of(operand) is { Months: 0 } terms
        ? WriteTime(terms, place)
        : throw new UnwritableException(operand.Span, "months have no one length", "write the duration in days");

    private ExpressionSyntax WriteDays(DurationTerms terms, WritingPlace place) =>
        WriteSum(terms, operand => WriteDays(operand, place), ticks => Compose.Number(ticks / TimeSpan.TicksPerDay));

    private ExpressionSyntax WriteTime(DurationTerms terms, WritingPlace place) =>
        WriteSum(terms, operand => WriteTime(operand, place), WriteTime);

    // The whole days of a duration that is no sum.
    private ExpressionSyntax WriteDays(Operand operand, WritingPlace place) =>
        operand is ArithmeticOperand { Left.Measure.Kind: MeasureKind.Day } difference
            ? Compose.Binary(
                BinaryOperator.Subtract,
                Compose.Member(WriteOperand(difference.Left, place), "DayNumber"),
                Compose.Member(WriteOperand(difference.Right, place), "DayNumber")
            )
            : Compose.Member(WriteTime(operand, place), "Days");

    // A duration that is no sum.
    private ExpressionSyntax WriteTime(Operand operand, WritingPlace place)
    {
        var none = Compose.Number(0);
        return operand switch
        {
            ArithmeticOperand { Left.Measure.Kind: MeasureKind.Day } => Compose.Call(
                null, _facts.TypeName("TimeSpan"), WriteDays(operand, place), none, none, none
            ),
            ArithmeticOperand { Left.Measure.Kind: MeasureKind.Instant } difference => Compose.Binary(
                BinaryOperator.Subtract, WriteOperand(difference.Left, place), WriteOperand(difference.Right, place)
            ),
            _ => WriteOperand(operand, place),
        };
    }

    // What is written out comes last, unless all else is taken away.
    private static ExpressionSyntax WriteSum(
        DurationTerms terms, Func<Operand, ExpressionSyntax> write, Func<long, ExpressionSyntax> writeOut
    )
    {
        var added = terms.Open.Where(t => !t.IsNegative).Select(t => write(t.Operand)).ToList();
        var sum = added.Count == 0 ? writeOut(terms.Ticks) : Compose.Sum(added);
        sum = terms
            .Open.Where(t => t.IsNegative)
            .Aggregate(sum, (rest, term) => Compose.Binary(BinaryOperator.Subtract, rest, write(term.Operand)));
        return added.Count == 0 || terms.Ticks == 0 ? sum
            : terms.Ticks > 0 ? Compose.Binary(BinaryOperator.Add, sum, writeOut(terms.Ticks))
            : Compose.Binary(BinaryOperator.Subtract, sum, writeOut(-terms.Ticks));
    }
}
