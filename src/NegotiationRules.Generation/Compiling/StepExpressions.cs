using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Generation.Steps;
using NegotiationRules.Programs;

namespace NegotiationRules.Generation.Compiling;

/// <summary>Writes the steps of a program as expressions, as <see cref="StepWriter"/> writes them as C#: loops stand where they are
/// needed.</summary>
[RequiresUnreferencedCode(ObjectContract.Reflects)]
[RequiresDynamicCode(RuleCode.MakesCode)]
internal sealed partial class StepExpressions
{
    // What has so many steps in it is worth a variable, if it is needed more than once.
    private const int Large = 6;

    private readonly Program _program;
    private readonly Function _function;
    private readonly TypedFacts _facts;
    private readonly FactExpressions _reading;
    private readonly HeavySteps _heavy;
    private readonly RepeatedSteps _repeated;
    private readonly int[] _sizes;

    [DynamicDependency(DynamicallyAccessedMemberTypes.All, typeof(Arithmetic))]
    public StepExpressions(Program program, Function function, TypedFacts facts)
    {
        (_program, _function, _facts) = (program, function, facts);
        _reading = new FactExpressions(program, function, facts);
        _heavy = new HeavySteps(program);
        _sizes = new int[program.Steps.Length];
        for (var number = 0; number < _sizes.Length; number++)
        {
            _sizes[number] = Math.Min(1 + program.Steps[number].Arguments.Sum(argument => _sizes[argument]), Large);
        }

        _repeated = new RepeatedSteps(program, step => _sizes[step] >= Large || _heavy.IsHeavy(step));
    }

    /// <summary>Lines that work out what several of some steps need, and the place in which it is at hand.</summary>
    public (IReadOnlyList<Expression> Lines, TermPlace Place) Share(TermPlace spot, ReadOnlySpan<int> steps)
    {
        var lines = new List<Expression>();
        foreach (var step in _repeated.WithThoseInside(spot.Level, steps))
        {
            var term = Write(step, spot);
            if (term.Constant is null)
            {
                var variable = _function.NewVariable(term.Expression.Type);
                lines.Add(Expression.Assign(variable, term.Expression));
                term = new Term(variable, term.IsOpen);
            }

            spot = spot with { Locals = spot.Locals.SetItem(step, term) };
        }

        return (lines, spot);
    }

    /// <summary>The result of a step, as it is worked out in a place.</summary>
    public Term Write(int number, TermPlace spot)
    {
        if (spot.Locals.TryGetValue(number, out var known) && !spot.Supposed.Contains(_program.Steps[number].Level))
        {
            return known;
        }

        return _program.Steps[number] switch
        {
            ConstantTruth s => Term.Of(s.Truth),
            ConstantQuantity { Low: var low, High: var high } when low != high => OfRange(low, high),
            ConstantQuantity s => new Term(Expression.Constant(s.Low)),
            TestBits s => _reading.Bits(s, spot),
            TestKnown s => _reading.Known(s, spot),
            TestRange s => _reading.InRange(s, spot),
            TestRealRange s => _reading.InRealRange(s, spot),
            TestCodes s => _reading.IsOneOf(s, spot),
            TestText s => _reading.Fits(s, spot),
            Combine s => Combined(s, spot),
            Invert s => Write(s.Part, spot).Not(),
            CombineAtLeast s => AtLeast(s, spot),
            Spread s => Write(s.Part, spot),
            // Nothing is done before it begins.
            OrderOf { Within: { } within } when within.Range.High < 0 => Term.False,
            SomeOf s => Some(s, spot),
            CountOf s => Count(s, spot),
            AggregateOf s => Aggregate(s, spot),
            ShareOf s => Share(s, spot),
            OrderOf s => Order(s, spot),
            Read s => ReadQuantity(s, spot),
            Calculate s => Calculated(s, spot),
            Rescale s => Rescaled(s, spot),
            ShiftDays s => Shifted(s, spot),
            MoveDays s => Mapped(s.Part, $"ToThe{s.Move}", spot),
            ShiftByNumber s => Shifted(s, spot),
            ShiftInstants s => Mapped(
                s.Part, nameof(Arithmetic.MomentMoved), spot, Expression.Constant(s.Months), Expression.Constant(s.Ticks)),
            PartOf s => Mapped(
                s.Part,
                s.Function == Syntax.OperandFunction.DateOf ? nameof(Arithmetic.DayOfMoment)
                    : s.Kind == MeasureKind.Day ? nameof(Arithmetic.YearOf) : nameof(Arithmetic.YearOfMoment),
                spot),
            ExtremeOf s => Extreme(s, spot),
            Choose s => Chosen(s, spot),
            CompareQuantities s => Compared(s, spot),
            var step => throw new InvalidOperationException($"{step.GetType().Name} has no expression"),
        };
    }

    private static Term OfRange(long? low, long? high) => new(
        Expression.New(
            typeof(Arithmetic.Range).GetConstructor([typeof(long), typeof(long), typeof(bool)])!,
            Expression.Constant(low ?? Arithmetic.Range.NoLow), Expression.Constant(high ?? Arithmetic.Range.NoHigh),
            Expression.Constant(false)),
        IsOpen: true);

    private static MethodCallExpression Call(string function, params Expression[] arguments) =>
        Expression.Call(typeof(Arithmetic), function, null, arguments);
}
