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

        var left = frame.Substituted(test.Left);
        var right = frame.Substituted(test.Right);
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
                var (realLevel, reals) = ColumnOf(fact, frame);
                return Emit(ConstantRanges.Of(realLevel, reals, fact, relation, Constants.Real(constant)));
            case MeasureKind.Exact when constant.Measure.Kind == MeasureKind.Exact:
            case MeasureKind.Day or MeasureKind.Instant:
                var (numberLevel, numbers) = ColumnOf(fact, frame);
                return Emit(ConstantRanges.Of(numberLevel, numbers, fact, relation, constant));
            default:
                return None;
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

    private int Quantity(Operand operand, ElementFrame frame)
    {
        switch (frame.Substituted(operand))
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
                return Emit(ConstantRanges.Of(fact, value));
            case FactOperand fact:
                var (level, column) = ColumnOf(fact, frame);
                Layout.KeepTexts(column);
                return Emit(new Read(level, column, Bounds.Of(fact)));
            case NamedOperand named:
                return Quantity(named.Meaning, frame);
            case CountOperand count:
                return Count(count, frame);
            case AggregateOperand aggregate:
                return Aggregate(aggregate, frame);
            case MoveOperand move:
                return Quantity(move.Day, frame) is >= 0 and var day2 ? Emit(new MoveDays(Steps[day2].Level, day2, move.Move)) : None;
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
                ? Emit(new ShiftDays(Steps[day].Level, day, duration.Months, (int)days))
                : None;
        }

        if (operand is { Measure.Kind: MeasureKind.Instant, Right: Constant { Value.Duration: var time } })
        {
            time = operand.Kind == ArithmeticKind.Minus ? time.Negate() : time;
            return Quantity(operand.Left, frame) is >= 0 and var moment
                ? Emit(new ShiftInstants(Steps[moment].Level, moment, time.Months, time.Ticks))
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
}
