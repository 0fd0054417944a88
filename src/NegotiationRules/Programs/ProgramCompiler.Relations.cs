using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Programs;

/// <content>Comparisons, and the quantities they compare.</content>
internal sealed partial class ProgramCompiler
{
    private int Related(RelationTest test, ElementFrame frame)
    {
        if (ValuesByDay.Of(test) is var (areInForce, comparison))
        {
            var unknown = Emit(new ConstantTruth(Conditions.Truth.Unknown));
            return Chosen(Truth(areInForce, frame), Truth(comparison, frame), unknown);
        }

        var left = Substituted(test.Left, frame);
        var right = Substituted(test.Right, frame);
        var relation = test.Relation;
        if (left is Constant && right is not Constant)
        {
            (left, right, relation) = (right, left, relation.Mirror());
        }

        if (relation == Relation.NotEqual)
        {
            var equal = Related(left, Relation.Equal, right, frame);
            return equal == None ? None : Not(equal);
        }

        return Related(left, relation, right, frame);
    }

    private int Related(Operand left, Relation relation, Operand right, ElementFrame frame) => (left, right) switch
    {
        (FactOperand fact, Constant constant) when frame.ValueOf(fact.Fact) is null => RelatedToConstant(fact, relation, constant, frame),
        (Constant { Measure.Kind: MeasureKind.Day, Value.Date.IsDay: false }, _) => None,
        (_, Constant { Measure.Kind: MeasureKind.Day, Value.Date.IsDay: false }) => None,
        (_, Constant { Measure.Kind: MeasureKind.Duration } constant) => RelatedToDuration(left, relation, constant, frame),
        _ when left.Measure.Kind is MeasureKind.Duration or MeasureKind.Real || right.Measure.Kind is MeasureKind.Real => None,
        _ => Compared(left, relation, right, frame),
    };

    private int RelatedToConstant(FactOperand fact, Relation relation, Constant constant, ElementFrame frame)
    {
        switch (fact.Measure.Kind)
        {
            case MeasureKind.Boolean:
                var (level, bits) = ColumnOf(fact, frame);
                var test = Emit(new TestBits(level, bits));
                return constant.Value.Boolean ? test : Not(test);
            case MeasureKind.Text:
                var (textLevel, texts) = ColumnOf(fact, frame);
                return Emit(new TestCodes(textLevel, texts, new Codes([CodeOf(constant.Value.Text)])));
            case MeasureKind.Real:
                return InRealRange(fact, relation, Constants.Real(constant), frame);
            case MeasureKind.Exact when constant.Measure.Kind == MeasureKind.Exact:
            case MeasureKind.Day or MeasureKind.Instant:
                return InRange(fact, relation, constant, frame);
            default:
                return None;
        }
    }

    private int InRange(FactOperand fact, Relation relation, Constant constant, ElementFrame frame)
    {
        var (first, last) = ExactBounds(constant, fact.Measure.Scale);
        var (low, high) = relation switch
        {
            Relation.Less => (Int128.MinValue, first.Ceiling - 1),
            Relation.LessOrEqual => (Int128.MinValue, last.Floor),
            Relation.Greater => (last.Floor + 1, Int128.MaxValue),
            Relation.GreaterOrEqual => (first.Ceiling, Int128.MaxValue),
            _ => (first.Ceiling, last.Floor),
        };
        var bounds = BoundsOf(fact);
        var unknown = Unknown(relation, bounds, constant, fact.Measure.Scale);
        var (level, column) = ColumnOf(fact, frame);
        // Beyond 64 bits nothing can lie, so cutting off there changes nothing; an empty range stays empty.
        var (from, to) = low > high || low > long.MaxValue || high < long.MinValue
            ? (1L, 0L)
            : ((long)Int128.Max(low, long.MinValue), (long)Int128.Min(high, long.MaxValue));
        return Emit(new TestRange(level, column, from, to, unknown));
    }

    private int InRealRange(FactOperand fact, Relation relation, double value, ElementFrame frame)
    {
        var (low, high) = relation switch
        {
            Relation.Less => (double.NegativeInfinity, Math.BitDecrement(value)),
            Relation.LessOrEqual => (double.NegativeInfinity, value),
            Relation.Greater => (Math.BitIncrement(value), double.PositiveInfinity),
            Relation.GreaterOrEqual => (value, double.PositiveInfinity),
            _ => (value, value),
        };
        var (level, column) = ColumnOf(fact, frame);
        return Emit(
            new TestRealRange(
                level, column, low, high,
                Intervals.Compare(relation, FactBounds.Of((RealType)fact.Fact.Type), Interval<double>.Of(value))
            )
        );
    }

    // What an unknown fact makes of the comparison: its bounds may decide.
    private static Truth Unknown(Relation relation, Bounds bounds, Constant constant, int scale)
    {
        var finer = Math.Max(scale, constant.Measure.Scale);
        var factor = Scales.Power(finer - scale);
        var fact = new Interval<Int128>(bounds.Low * (Int128)factor, bounds.High * (Int128)factor);
        if (constant.Measure.Kind == MeasureKind.Day)
        {
            return Intervals.CompareToPeriod(relation, fact, constant.Value.Date);
        }

        var value =
            constant.Measure.Kind == MeasureKind.Instant
                ? constant.Value.UtcTicks
                : (Int128)constant.Value.Steps * Scales.Power(finer - constant.Measure.Scale);
        return Intervals.Compare(relation, fact, Interval<Int128>.Of(value));
    }

    // The constant in steps of the fact's scale, rounded both ways; for a month or a year, its first and its last day.
    private static (Rounded First, Rounded Last) ExactBounds(Constant constant, int scale)
    {
        switch (constant.Measure.Kind)
        {
            case MeasureKind.Day:
                var (first, last) = constant.Value.Date;
                return (new Rounded(first, first), new Rounded(last, last));
            case MeasureKind.Instant:
                return (
                    new Rounded(constant.Value.UtcTicks, constant.Value.UtcTicks),
                    new Rounded(constant.Value.UtcTicks, constant.Value.UtcTicks)
                );
            default:
                Int128 steps = constant.Value.Steps;
                if (scale >= constant.Measure.Scale)
                {
                    var exact = steps * Scales.Power(scale - constant.Measure.Scale);
                    return (new Rounded(exact, exact), new Rounded(exact, exact));
                }

                var divisor = Scales.Power(constant.Measure.Scale - scale);
                var (quotient, rest) = Int128.DivRem(steps, divisor);
                var rounded = new Rounded(quotient - (rest < 0 ? 1 : 0), quotient + (rest > 0 ? 1 : 0));
                return (rounded, rounded);
        }
    }

    private int Compared(Operand left, Relation relation, Operand right, ElementFrame frame)
    {
        var (a, b) = (Quantity(left, frame), Quantity(right, frame));
        if (a == None || b == None)
        {
            return None;
        }

        var scale = Math.Max(left.Measure.Scale, right.Measure.Scale);
        return Compared(Finer(a, scale - left.Measure.Scale), relation, Finer(b, scale - right.Measure.Scale));
    }

    private int Compared(int left, Relation relation, int right)
    {
        if (_steps[left] is ConstantQuantity a && _steps[right] is ConstantQuantity b)
        {
            return Emit(new ConstantTruth(Intervals.Compare(relation, IntervalOf(a), IntervalOf(b))));
        }

        var level = Deepest([left, right]);
        return Emit(new CompareQuantities(level, At(level, left), relation, At(level, right)));
    }

    private int Quantity(Operand operand, ElementFrame frame)
    {
        switch (Substituted(operand, frame))
        {
            case Constant { Measure.Kind: MeasureKind.Text } text:
                var code = CodeOf(text.Value.Text);
                return Emit(new ConstantQuantity(code, code));
            case Constant { Measure.Kind: MeasureKind.Day } day:
                return Emit(new ConstantQuantity(day.Value.Date.First, day.Value.Date.Last));
            case Constant { Measure.Kind: MeasureKind.Boolean } truth:
                return Emit(new ConstantQuantity(truth.Value.Boolean ? 1 : 0, truth.Value.Boolean ? 1 : 0));
            case Constant { Measure.Kind: MeasureKind.Exact or MeasureKind.Instant } constant:
                return Emit(new ConstantQuantity(constant.Value.Steps, constant.Value.Steps));
            case FactOperand { Measure.Kind: MeasureKind.Real or MeasureKind.Duration }:
                return None;
            case FactOperand fact when frame.ValueOf(fact.Fact) is { } value:
                return Emit(ValueOf(fact, value));
            case FactOperand fact:
                var (level, column) = ColumnOf(fact, frame);
                _layout.KeepTexts(column);
                return Emit(new Read(level, column, BoundsOf(fact)));
            case NamedOperand named:
                return Quantity(named.Meaning, frame);
            case CountOperand count:
                return Count(count, frame);
            case AggregateOperand aggregate:
                return Aggregate(aggregate, frame);
            case MoveOperand move:
                return Quantity(move.Day, frame) is >= 0 and var day2 ? Emit(new MoveDays(_steps[day2].Level, day2, move.Move)) : None;
            case ArithmeticOperand arithmetic:
                return Calculated(arithmetic, frame);
            case OnlyOperand only:
                return Only(only, frame);
            case FunctionOperand function:
                return Function(function, frame);
            case ChoiceOperand { Measure.Kind: MeasureKind.Exact or MeasureKind.Day or MeasureKind.Instant } choice
                when !Periods.MayBe(choice):
                return Chosen(choice, frame);
            default:
                return None;
        }
    }

    private int Calculated(ArithmeticOperand operand, ElementFrame frame)
    {
        if (operand.Measure.Kind == MeasureKind.Day && operand.Right is Constant { Measure.Kind: MeasureKind.Duration } by)
        {
            var duration = operand.Kind == ArithmeticKind.Minus ? by.Value.Duration.Negate() : by.Value.Duration;
            return Quantity(operand.Left, frame) is >= 0 and var day && duration.WholeDays is { } days && Math.Abs(days) < int.MaxValue
                ? Emit(new ShiftDays(_steps[day].Level, day, duration.Months, (int)days))
                : None;
        }

        if (operand is { Measure.Kind: MeasureKind.Instant, Right: Constant { Value.Duration: var time } })
        {
            time = operand.Kind == ArithmeticKind.Minus ? time.Negate() : time;
            return Quantity(operand.Left, frame) is >= 0 and var moment
                ? Emit(new ShiftInstants(_steps[moment].Level, moment, time.Months, time.Ticks))
                : None;
        }

        if (operand is { Measure.Kind: MeasureKind.Day, Right: FunctionOperand number })
        {
            return Moved(operand, number, frame);
        }

        if (operand.Measure.Kind != MeasureKind.Exact)
        {
            return None;
        }

        var (left, right) = (Quantity(operand.Left, frame), Quantity(operand.Right, frame));
        if (left == None || right == None)
        {
            return None;
        }

        if (operand.Kind != ArithmeticKind.Times)
        {
            (left, right) = (
                Finer(left, operand.Measure.Scale - operand.Left.Measure.Scale),
                Finer(right, operand.Measure.Scale - operand.Right.Measure.Scale)
            );
        }

        var level = Deepest([left, right]);
        return Emit(new Calculate(level, operand.Kind, At(level, left), At(level, right)));
    }

    private int Moved(ArithmeticOperand operand, FunctionOperand duration, ElementFrame frame)
    {
        int? months = duration.Function switch
        {
            OperandFunction.Days => 0,
            OperandFunction.Months => 1,
            OperandFunction.Years => 12,
            _ => null,
        };
        if (
            months is not { } each
            || duration.Arguments[0] is not { Measure: { Kind: MeasureKind.Exact, Scale: 0 } } count
            || Quantity(operand.Left, frame) is not (>= 0 and var day)
            || Quantity(count, frame) is not (>= 0 and var number)
        )
        {
            return None;
        }

        var level = Deepest([day, number]);
        return Emit(new ShiftByNumber(level, At(level, day), At(level, number), each, operand.Kind == ArithmeticKind.Minus));
    }

    private int Chosen(ChoiceOperand choice, ElementFrame frame)
    {
        if (
            Truth(choice.If, frame) is not (>= 0 and var condition)
            || Quantity(choice.Then, frame) is not (>= 0 and var then)
            || Quantity(choice.Else, frame) is not (>= 0 and var otherwise)
        )
        {
            return None;
        }

        then = Finer(then, choice.Measure.Scale - choice.Then.Measure.Scale);
        otherwise = Finer(otherwise, choice.Measure.Scale - choice.Else.Measure.Scale);
        var level = Deepest([condition, then, otherwise]);
        return Emit(new Choose(level, At(level, condition), At(level, then), At(level, otherwise)));
    }

    private int Finer(int quantity, int scales) =>
        scales == 0 ? quantity : Emit(new Rescale(_steps[quantity].Level, quantity, Scales.Power(scales)));

    // A fact of a value of a parameter is what it is there; but a date of which no more is known than the month is not that whole month.
    private static Operand Substituted(Operand operand, ElementFrame frame) =>
        operand is FactOperand { Fact: var fact } && frame.ValueOf(fact) is { IsKnown: true } value
            && (operand.Measure.Kind != MeasureKind.Day || value.Date.IsDay || Periods.MayBe(operand))
            ? new Constant(operand.Span, operand.Measure, value, null)
            : operand;

    // What is not known of a fact of a value of a parameter is not known of any scenario.
    private static ConstantQuantity ValueOf(FactOperand fact, FactValue value) => value.IsKnown
        ? new ConstantQuantity(value.Date.First, value.Date.Last)
        : new ConstantQuantity(BoundsOf(fact).Low ?? long.MinValue, BoundsOf(fact).High ?? long.MaxValue);

    private static Interval<Int128> IntervalOf(ConstantQuantity constant) => new(
        constant.Low == long.MinValue ? null : constant.Low, constant.High == long.MaxValue ? null : constant.High);

    private int CodeOf(string text)
    {
        if (!_codes.TryGetValue(text, out var code))
        {
            code = _codes.Count;
            _codes.Add(text, code);
        }

        return code;
    }

    private readonly record struct Rounded(Int128 Floor, Int128 Ceiling);
}
