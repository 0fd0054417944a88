using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Tests.Agreement.Pairings;
using NegotiationRules.Text;
using static NegotiationRules.Tests.Agreement.GeneratedSyntax;
using static NegotiationRules.Tests.Agreement.GeneratedTypes;

namespace NegotiationRules.Tests.Agreement;

/// <content>Functions of operands, and choices between them.</content>
internal sealed partial class OperandGenerator
{
    private static readonly OperandFunction[] OfOneNumber =
    [
        OperandFunction.Absolute, OperandFunction.Sign, OperandFunction.Floor, OperandFunction.Ceiling,
        OperandFunction.Truncated, OperandFunction.Rounded, OperandFunction.SquareRoot,
    ];

    private static readonly OperandFunction[] OfTwoNumbers =
    [
        OperandFunction.Quotient, OperandFunction.Remainder, OperandFunction.Least, OperandFunction.Greatest,
    ];

    private static readonly OperandFunction[] OfADate =
        [OperandFunction.Year, OperandFunction.Month, OperandFunction.DayOfMonth, OperandFunction.DayOfYear];

    private static readonly OperandFunction[] OfAnInstant =
    [
        .. OfADate,
        OperandFunction.Hour, OperandFunction.Minute, OperandFunction.Second,
    ];

    private static readonly OperandFunction[] OfADuration =
        [OperandFunction.TotalDays, OperandFunction.TotalHours, OperandFunction.TotalMinutes, OperandFunction.TotalSeconds];

    private static readonly OperandFunction[] OfTwoDates = [OperandFunction.WholeYears, OperandFunction.WholeMonths];

    private static readonly OperandFunction[] DurationsOfWholeNumbers =
        [OperandFunction.Years, OperandFunction.Months, OperandFunction.Days, OperandFunction.Hours, OperandFunction.Minutes];

    private static readonly OperandFunction[] DurationsOfNumbers = [OperandFunction.Days, OperandFunction.Hours, OperandFunction.Minutes];

    private static readonly OperandFunction[] Extremes = [OperandFunction.Least, OperandFunction.Greatest];

    /// <summary>A function or a choice that gives something of that type; <see langword="null"/> if there is nothing here to work it out
    /// of.</summary>
    public OperandSyntax? Computed(FactType type, Place place, int depth)
    {
        if (depth > 0 && Chance(3))
        {
            return Argument(type, place, depth) is { } then && Argument(type, place, depth - 1) is { } otherwise
                ? new ChoiceSyntax(
                    default, conditions.Condition(place, depth - 1), then,
                    Chance(3) && type is ExactType or RealType ? Literal(2) : otherwise
                )
                : null;
        }

        return type switch
        {
            ExactType or RealType => OfNumbers(place, depth),
            TextType => OfTexts(place, depth),
            DateType when Chance(2) => Apply(OperandFunction.DateOf, Argument(new DateTimeType(), place, depth)),
            DateTimeType when Chance(3) => Apply(
                OperandFunction.DateTime, Argument(new DateType(), place, depth), Argument(new DurationType(), place, depth)),
            DurationType when Chance(3) => Chance(2)
                ? Apply(Pick(DurationsOfWholeNumbers), Whole(place))
                : Apply(Pick(DurationsOfNumbers), Number(place, depth)),
            DurationType when Chance(2) => Apply(OperandFunction.TimeOfDay, Argument(new DateTimeType(), place, depth)),
            DateType or DateTimeType or DurationType => Apply(Pick(Extremes), Argument(type, place, depth), Argument(type, place, depth)),
            _ => null,
        };

        FunctionSyntax? OfNumbers(Place place, int depth) =>
            random.Next(10) switch
            {
                0 => Apply(OperandFunction.Length, Argument(new TextType(), place, depth)),
                1 => Apply(
                    OperandFunction.PositionOf,
                    Argument(new TextType(), place, depth),
                    new LiteralSyntax(default, Literals.Text(random, ["a", "b", "", "ph"]))
                ),
                2 => Apply(Pick(OfADate), Argument(new DateType(), place, depth)),
                3 => Apply(Pick(OfAnInstant), Argument(new DateTimeType(), place, depth)),
                4 => Apply(Pick(OfADuration), Argument(new DurationType(), place, depth)),
                5 => Apply(
                    OperandFunction.WholeQuotient,
                    Whole(place),
                    Chance(2) ? Whole(place) : new LiteralSyntax(default, Digits(Pick(["2", "-3", "7"])))
                ),
                6 => Apply(OperandFunction.Power, Number(place, depth), new LiteralSyntax(default, Digits(Pick(["2", "0.5", "-1", "3"])))),
                7 => Chance(2) ? Between(new DateType(), place, depth) : Between(new DateTimeType(), place, depth),
                8 => Apply(
                    Pick(OfTwoNumbers),
                    Number(place, depth),
                    Chance(2) ? Number(place, depth) : new LiteralSyntax(default, Digits(Pick(["2", "-0.5", "3"])))
                ),
                _ => Pick(OfOneNumber) is var function && function == OperandFunction.Rounded && Chance(2)
                    ? Apply(function, Number(place, depth), Literal(random.Next(3)))
                    : Apply(function, Number(place, depth)),
            };
    }

    private FunctionSyntax? Between(FactType type, Place place, int depth) =>
        Apply(Pick(OfTwoDates), Argument(type, place, depth), Argument(type, place, depth));

    // The days of the week are all there are, so they are not compared with other texts.
    private FunctionSyntax? OfTexts(Place place, int depth) =>
        random.Next(7) switch
        {
            0 => Apply(
                OperandFunction.LowerCase,
                Apply(OperandFunction.DayOfWeek, Argument(Chance(2) ? new DateType() : new DateTimeType(), place, depth))
            ),
            1 => Apply(OperandFunction.UpperCase, Argument(new TextType(), place, depth)),
            2 => Apply(OperandFunction.LowerCase, Argument(new TextType(), place, depth)),
            3 => Apply(OperandFunction.Trimmed, Argument(new TextType(), place, depth)),
            4 when Chance(2) => Apply(OperandFunction.Part, Argument(new TextType(), place, depth), Whole(place)),
            4 => Apply(OperandFunction.Part, Argument(new TextType(), place, depth), Literal(random.Next(3)), Literal(random.Next(3))),
            5 => Apply(
                OperandFunction.Replaced,
                Argument(new TextType(), place, depth),
                new LiteralSyntax(default, Literals.Text(random, ["a", "ph"])),
                Argument(new TextType(), place, depth)
            ),
            _ => Apply(OperandFunction.Joined, Argument(new TextType(), place, depth), Argument(new TextType(), place, depth)),
        };

    private static FunctionSyntax? Apply(OperandFunction function, params OperandSyntax?[] arguments) =>
        Array.IndexOf(arguments, null) < 0 ? new FunctionSyntax(default, function, default, arguments!) : null;

    // Parameters that are dates or durations are text where nothing says otherwise.
    private OperandSyntax? Argument(FactType type, Place place, int depth)
    {
        if (depth > 0 && Chance(4) && Computed(type, place, depth - 1) is { } computed)
        {
            return computed;
        }

        var facts = place.Facts.Where(f => Agree(f.Type, type)).ToList();
        return facts.Count > 0 && !Chance(6) ? new FactOperandSyntax(default, Name(Pick(facts).Path))
            : IsWritten(type) ? null
            : Parameter(ParameterOf(type));
    }

    private OperandSyntax? Number(Place place, int depth) => Argument(Chance(2) ? new ExactType(0) : new RealType(), place, depth);

    private OperandSyntax Whole(Place place) =>
        place.Facts.Where(f => f.Type is ExactType { Scale: 0 }).ToList() is { Count: > 0 } whole && !Chance(5)
            ? new FactOperandSyntax(default, Name(Pick(whole).Path))
            : Parameter("two");
}
