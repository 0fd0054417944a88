using NegotiationRules.Conditions;
using NegotiationRules.Syntax;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Writing;

/// <content>Functions and choices, as .NET works them out.</content>
internal sealed partial class OperandWriter
{
    private ExpressionSyntax WriteFunction(FunctionOperand function, WritingPlace place)
    {
        var arguments = function.Arguments;
        var first = arguments[0];
        return function.Function switch
        {
            OperandFunction.Quotient =>
                Compose.Binary(BinaryOperator.Divide, WriteDouble(first, place), WriteDouble(arguments[1], place)),
            OperandFunction.WholeQuotient => WriteWholeQuotient(first, arguments[1], place),
            OperandFunction.Remainder => WriteRemainder(function, place),
            OperandFunction.Power => MathOf("Pow", WriteDouble(first, place), WriteDouble(arguments[1], place)),
            OperandFunction.SquareRoot => MathOf("Sqrt", WriteDouble(first, place)),
            OperandFunction.Absolute => MathOf("Abs", WriteOperand(first, place)),
            OperandFunction.Sign => MathOf("Sign", WriteOperand(first, place)),
            OperandFunction.Floor or OperandFunction.Ceiling or OperandFunction.Truncated when IsWhole(first) => WriteOperand(first, place),
            OperandFunction.Floor or OperandFunction.Ceiling => MathOf(function.Function.ToString(), WriteOperand(first, place)),
            OperandFunction.Truncated => MathOf("Truncate", WriteOperand(first, place)),
            OperandFunction.Rounded => WriteRounded(function, place),
            OperandFunction.Least or OperandFunction.Greatest => WriteExtreme(function, place),
            OperandFunction.LowerCase or OperandFunction.UpperCase or OperandFunction.Trimmed or OperandFunction.Length
                or OperandFunction.Part or OperandFunction.PositionOf or OperandFunction.Replaced or OperandFunction.Joined =>
                WriteTextFunction(function, place),
            OperandFunction.Year or OperandFunction.Month or OperandFunction.DayOfMonth or OperandFunction.DayOfYear
                or OperandFunction.DayOfWeek or OperandFunction.Hour or OperandFunction.Minute or OperandFunction.Second
                or OperandFunction.DateOf or OperandFunction.TimeOfDay or OperandFunction.TotalDays
                or OperandFunction.TotalHours or OperandFunction.TotalMinutes or OperandFunction.TotalSeconds =>
                WriteDateFunction(function, place),
            OperandFunction.Years or OperandFunction.Months or OperandFunction.Days or OperandFunction.Hours
                or OperandFunction.Minutes => WriteLength(function, place),
            OperandFunction.WholeMonths => WriteWholeMonths(function, place),
            OperandFunction.WholeYears => Compose.Binary(BinaryOperator.Divide, WriteWholeMonths(function, place), Compose.Number(12)),
            OperandFunction.DateTime => WriteMoment(function, place),
        };
    }

    // Of decimals there may be a fraction, which is cut off.
    private ExpressionSyntax WriteWholeQuotient(Operand dividend, Operand divisor, WritingPlace place)
    {
        var by = WriteLong(divisor, place);
        Guard(Compose.Binary(BinaryOperator.NotEqual, by, Compose.Number(0)), divisor);
        return Compose.Binary(BinaryOperator.Divide, WriteLong(dividend, place), by);
    }

    private ExpressionSyntax WriteRemainder(FunctionOperand function, WritingPlace place)
    {
        var (dividend, divisor) = (function.Arguments[0], function.Arguments[1]);
        if (function.Measure.Kind == MeasureKind.Real)
        {
            return Compose.Binary(BinaryOperator.Modulo, WriteDouble(dividend, place), WriteDouble(divisor, place));
        }

        var by = WriteOperand(divisor, place);
        Guard(Compose.Binary(BinaryOperator.NotEqual, by, Compose.Number(0)), divisor);
        return Compose.Binary(BinaryOperator.Modulo, WriteOperand(dividend, place), by);
    }

    private ExpressionSyntax WriteRounded(FunctionOperand function, WritingPlace place)
    {
        var first = function.Arguments[0];
        if (IsWhole(first))
        {
            return WriteOperand(first, place);
        }

        if (function.Arguments.Length == 1)
        {
            return MathOf("Round", WriteOperand(first, place));
        }

        var decimals = function.Arguments[1];
        var most = first.Measure.Kind == MeasureKind.Real ? 15 : 28;
        var count = WriteInt(decimals, place);
        Guard(
            Compose.And(
                Compose.Binary(BinaryOperator.GreaterOrEqual, count, Compose.Number(0)),
                Compose.Binary(BinaryOperator.LessOrEqual, count, Compose.Number(most))
            ),
            decimals
        );
        return MathOf("Round", WriteOperand(first, place), count);
    }

    private ExpressionSyntax WriteExtreme(FunctionOperand function, WritingPlace place)
    {
        var isLeast = function.Function == OperandFunction.Least;
        var values = function.Arguments.Select(a => WriteAs(function.Measure, a, place)).ToList();
        if (function.Measure.IsNumber)
        {
            return values.Aggregate((a, b) => MathOf(isLeast ? "Min" : "Max", a, b));
        }

        var extreme = values[^1];
        for (var i = values.Count - 2; i >= 0; i--)
        {
            var sign = isLeast ? BinaryOperator.LessOrEqual : BinaryOperator.GreaterOrEqual;
            extreme = Compose.Choice(
                Compose.And(values.Skip(i + 1).Select(other => Compose.Binary(sign, values[i], other))),
                values[i],
                extreme
            );
        }

        return extreme;
    }

    private ExpressionSyntax WriteTextFunction(FunctionOperand function, WritingPlace place)
    {
        var arguments = function.Arguments;
        if (function.Function == OperandFunction.Joined)
        {
            return Compose.Sum(arguments.Select(a => WriteOperand(a, place)));
        }

        var text = WriteOperand(arguments[0], place);
        switch (function.Function)
        {
            case OperandFunction.LowerCase:
                return Compose.Call(text, "ToLowerInvariant");
            case OperandFunction.UpperCase:
                return Compose.Call(text, "ToUpperInvariant");
            case OperandFunction.Trimmed:
                return Compose.Call(text, "Trim");
            case OperandFunction.Length:
                return Compose.Member(text, "Length");
            case OperandFunction.PositionOf:
                return Compose.Call(text, "IndexOf", WriteOperand(arguments[1], place), Ordinal());
            case OperandFunction.Replaced:
                var old = WriteOperand(arguments[1], place);
                Guard(Compose.Binary(BinaryOperator.NotEqual, old, Compose.Text(string.Empty)), arguments[1]);
                return Compose.Call(text, "Replace", old, WriteOperand(arguments[2], place));
            case OperandFunction.Part:
                var places = arguments.Skip(1).Select(a => WriteInt(a, place)).ToList();
                _state.Guards.AddRange(
                    arguments
                        .Skip(1)
                        .Zip(places)
                        .Where(p => p.First is not Constant)
                        .Select(p => Compose.Binary(BinaryOperator.GreaterOrEqual, p.Second, Compose.Number(0)))
                );
                _state.Guards.Add(Compose.Binary(BinaryOperator.LessOrEqual, Compose.Sum(places), Compose.Member(text, "Length")));
                return Compose.Call(text, "Substring", places);
            default:
                throw new InvalidOperationException($"{function.Function} gives no text");
        }
    }

    private ExpressionSyntax WriteDateFunction(FunctionOperand function, WritingPlace place)
    {
        // Dates have no difference in .NET; their day numbers have one, which can be read back.
        if (
            function is
            { Function: OperandFunction.TotalDays, Arguments: [ArithmeticOperand { Left.Measure.Kind: MeasureKind.Day } difference] }
        )
        {
            return Compose.Call(null, _facts.TypeName("double"), WriteDays(difference, place));
        }

        var value = WriteOperand(function.Arguments[0], place);
        return function.Function switch
        {
            OperandFunction.DayOfMonth => Compose.Member(value, "Day"),
            OperandFunction.DayOfWeek => Compose.Call(Compose.Call(Compose.Member(value, "DayOfWeek"), "ToString"), "ToLowerInvariant"),
            OperandFunction.DateOf => Compose.Call(_facts.Type("DateOnly"), "FromDateTime", value),
            var part => Compose.Member(value, part.ToString()),
        };
    }

    // What a branch needs to have a value is needed only where the branch is taken.
    private ExpressionSyntax WriteChoice(ChoiceOperand choice, WritingPlace place)
    {
        if (
            choice.Measure is { Kind: MeasureKind.Exact, Scale: 0 }
            && Array.Find([choice.Then, choice.Else], b => b is Constant { Value.Steps: > int.MaxValue or < int.MinValue }) is { } large
        )
        {
            throw new UnwritableException(large.Span, "so large a number may not be of the type of the other choice", "state it as a fact");
        }

        var condition = _conditions.Write(choice.If, place);
        var outer = _state.Guards;
        _state.Guards = [];
        var then = WriteAs(choice.Measure, choice.Then, place);
        if (_state.Guards.Count > 0)
        {
            outer.Add(Compose.Or(Compose.Not(condition), Compose.And(_state.Guards)));
        }

        _state.Guards = [];
        var otherwise = WriteAs(choice.Measure, choice.Else, place);
        if (_state.Guards.Count > 0)
        {
            outer.Add(Compose.Or(condition, Compose.And(_state.Guards)));
        }

        _state.Guards = outer;
        return Compose.Choice(condition, then, otherwise);
    }

    /// <summary>The operand as a value of the type that others beside it have.</summary>
    private ExpressionSyntax WriteAs(Measure measure, Operand operand, WritingPlace place) => measure switch
    {
        { Kind: MeasureKind.Real } => WriteDouble(operand, place),
        { Kind: MeasureKind.Exact, Scale: > 0 } => WriteDecimal(operand, place),

        // A literal without a suffix fits numbers of 32 bits as well as those of 64; one with a suffix fits both, and that is one too many
        // for the engine.
        { Kind: MeasureKind.Exact } when operand is not Constant => WriteLong(operand, place),
        _ => WriteOperand(operand, place),
    };

    private ExpressionSyntax WriteDouble(Operand operand, WritingPlace place) => operand switch
    {
        Constant { Measure.IsNumber: true } constant => Compose.Real(Constants.Real(constant), isDouble: true),
        { Measure.Kind: MeasureKind.Exact } => Compose.Call(null, _facts.TypeName("double"), WriteOperand(operand, place)),
        _ => WriteOperand(operand, place),
    };

    private ExpressionSyntax WriteDecimal(Operand operand, WritingPlace place) => operand switch
    {
        Constant { Value.Steps: var steps, Measure.Scale: var scale } => Compose.Number(steps, scale, isDecimal: true),
        { Measure.Scale: > 0 } => WriteOperand(operand, place),
        _ => Compose.Call(null, _facts.TypeName("decimal"), WriteOperand(operand, place)),
    };

    private ExpressionSyntax WriteLong(Operand operand, WritingPlace place) => operand is Constant { Value.Steps: var steps }
        ? Compose.Number(steps, "L")
        : IsDecimal(operand) ? Compose.Call(null, _facts.TypeName("long"), WriteOperand(operand, place))
        : WriteOperand(operand, place);

    private ExpressionSyntax WriteInt(Operand operand, WritingPlace place) => operand switch
    {
        Constant { Value.Steps: var steps } => Compose.Number(steps),
        _ => Compose.Call(null, _facts.TypeName("int"), WriteOperand(operand, place)),
    };

    // A constant was seen to have a value when the rules were checked.
    private void Guard(ExpressionSyntax condition, Operand operand)
    {
        if (operand is not Constant)
        {
            _state.Guards.Add(condition);
        }
    }

    // What was rounded is whole, but still of the type that it was rounded from.
    private static bool IsDecimal(Operand operand) =>
        operand switch
        {
            { Measure.Kind: not MeasureKind.Exact } => false,
            { Measure.Scale: > 0 } => true,
            FunctionOperand { Function: OperandFunction.Remainder } remainder => IsDecimal(remainder.Arguments[0])
                || IsDecimal(remainder.Arguments[1]),
            FunctionOperand { Function: OperandFunction.Floor or OperandFunction.Ceiling or OperandFunction.Truncated } function =>
                IsDecimal(function.Arguments[0]),
            FunctionOperand { Function: OperandFunction.Rounded or OperandFunction.Absolute } function => IsDecimal(function.Arguments[0]),
            ArithmeticOperand arithmetic => IsDecimal(arithmetic.Left) || IsDecimal(arithmetic.Right),
            AggregateOperand aggregate => IsDecimal(aggregate.Item),
            _ => false,
        };

    private static bool IsWhole(Operand operand) => operand.Measure is { Kind: MeasureKind.Exact, Scale: 0 };

    private ExpressionSyntax MathOf(string function, params IReadOnlyList<ExpressionSyntax> arguments) =>
        Compose.Call(_facts.Type("Math"), function, arguments);

    public ExpressionSyntax Ordinal() => Compose.Member(_facts.Type("StringComparison"), "Ordinal");
}
