using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation.Wording;

/// <summary>Operands in words: "the number of delegates of US", "talks.start plus 3 months".</summary>
internal static partial class OperandWording
{
    public static string Of(Operand operand, Naming at) => operand switch
    {
        Constant constant => OfConstant(constant),
        FactOperand fact => at.CalledBy(fact.Fact) ?? at.NameOf(fact.Fact),
        TableOperand table => OfTable(table, at),
        NamedOperand named => OfNamed(named, at),
        CountOperand count => $"the number of {Elements(count.List, count.Where, at)}",
        AggregateOperand aggregate => OfAggregate(aggregate, at),
        OnlyOperand only => OfOnly(only, at),
        ArithmeticOperand arithmetic => OfArithmetic(arithmetic, at),
        MoveOperand move => $"{OfMove(move.Move)} {Group(move.Day, at)}",
        FunctionOperand function => OfFunction(function, at),
        FractionOperand share => share.Fraction.ToString(),
        ChoiceOperand { IsOfNone: true } choice => $"{Of(choice.Then, at)} ({Of(choice.Else, at)} if there is none)",
        ChoiceOperand { IsOfFirstKnown: true } first => OfFirstKnown(first, at),
        ChoiceOperand choice => $"({Of(choice.Then, at)} if {ConditionWording.Sentence(choice.If, at)}, otherwise {Of(choice.Else, at)})",
        _ => throw new InvalidOperationException($"no words for {operand.GetType().Name}"),
    };

    private static string OfFirstKnown(ChoiceOperand choice, Naming at) =>
        $"the first known of {Series.And(Alternatives(choice).Select(a => Of(a, at)).ToList())}";

    private static IEnumerable<Operand> Alternatives(Operand operand) =>
        operand is ChoiceOperand { IsOfFirstKnown: true } first ? Alternatives(first.Else).Prepend(first.Then) : [operand];

    /// <summary>The value, and the parameter that sets it.</summary>
    public static string OfConstant(Constant constant) =>
        constant.Parameter is null ? ValueWords.Of(constant)
            : $"{ValueWords.Of(constant)} ({(constant.IsDerived ? "worked out from" : "set by")} {constant.Parameter})";

    /// <summary>"delegates of US with role military", "its delegates"</summary>
    public static string Elements(ListReference list, Condition? where, Naming at)
    {
        var words = ListWords.Of(list, at);
        var elements = words.IsOwn && at.IsAny ? words.All(at) : words.Plural + words.Owner;
        return elements + RelativeOf(where, at.Enter(list), many: true);
    }

    public static string RelativeOf(Condition? where, Naming element, bool many) =>
        where is null ? string.Empty : ConditionWording.Of(where, element).Relative(many);

    // "(by the date, 7 from 1945-10-24 on and 9 from 1966-01-01 on)"
    private static string OfTable(TableOperand table, Naming at) =>
        $"({Series.And([.. table.Values.Select((value, i) => $"{Of(value, at)} from {OfDay(table, i)} on")])}, by {Of(table.At, at)})";

    /// <summary>The day from which a value of a table is in force.</summary>
    public static string OfDay(TableOperand table, int value) => new PartialDate(table.Days[value], table.Days[value]).ToString();

    // What is worked out of an element is that element's.
    private static string OfNamed(NamedOperand named, Naming at) =>
        at.Depth == 0 || named.Reach.IsOutside(at.Depth) ? $"“{named.Name}”" : $"“{named.Name}” of {(at.IsAny ? "it" : at.Name)}";

    private static string OfAggregate(AggregateOperand aggregate, Naming at)
    {
        var element = at.Enter(aggregate.List);
        if (aggregate.Item is not FactOperand fact || (fact.Fact.Depth < element.Depth && !fact.Fact.Slots.IsEmpty))
        {
            var all = ListWords.Of(aggregate.List, at).All(at) + RelativeOf(aggregate.Where, element, many: true);
            var sum = aggregate.Kind == QuantityKind.Sum ? "sum" : WhichOf(aggregate.Kind, aggregate.Measure.Kind);
            return $"the {sum}, over {all}, of {Of(aggregate.Item, element)}";
        }

        var which = WhichOf(aggregate.Kind, aggregate.Measure.Kind);
        var words = ListWords.Of(aggregate.List, at);
        var elements = words.All(at) + RelativeOf(aggregate.Where, element, many: true);
        return fact.Fact.Slots.IsEmpty ? $"the {which} of {elements}" : PropertyWords.Of(fact.Fact, element).ExtremeOf(which, elements);
    }

    // "the gold of the power with name Austria"
    private static string OfOnly(OnlyOperand only, Naming at)
    {
        var element = at.Enter(only.List);
        var words = ListWords.Of(only.List, at);
        var relative = RelativeOf(only.Where, element, many: false);
        var isItsOwn = words.IsOwn && at.IsAny && words.InnerOwner.Length == 0;
        var noun = only.Where is null ? $"only {words.Singular}" : words.Singular;
        var one = (only.Where is null ? words.TheOne : null)
            ?? (isItsOwn ? $"its {noun}{relative}" : $"the {noun}{words.OwnerIn(at)}{relative}");
        return only.Item is not FactOperand fact || fact.Fact.Depth != element.Depth ? $"the value, for {one}, of {Of(only.Item, element)}"
            : fact.Fact.Slots.IsEmpty ? one
            : PropertyWords.Of(fact.Fact, element).NameOf(one);
    }

    private static string WhichOf(QuantityKind kind, MeasureKind measure) => kind switch
    {
        QuantityKind.Sum => "total",
        QuantityKind.Min => RelationWords.IsTime(measure) ? "earliest" : "least",
        _ => RelationWords.IsTime(measure) ? "latest" : "greatest",
    };

    private static string OfArithmetic(ArithmeticOperand operand, Naming at)
    {
        if (OfTime(operand, at) is { } time)
        {
            return time;
        }

        var word = operand.Kind switch
        {
            ArithmeticKind.Plus => "plus",
            ArithmeticKind.Minus => "minus",
            ArithmeticKind.Times => "times",
        };
        var left =
            operand.Kind == ArithmeticKind.Times || operand.Left is not ArithmeticOperand ? Group(operand.Left, at) : Of(operand.Left, at);
        return $"{left} {word} {(IsPlainSum(operand) ? Of(operand.Right, at) : Group(operand.Right, at))}";
    }

    // A plus (b plus c) is a plus b plus c, and with minus in the brackets too. That holds neither of doubles, which round each sum, nor of
    // times: a month and a day after a date is not a day and a month after it.
    private static bool IsPlainSum(ArithmeticOperand operand) =>
        operand is { Kind: ArithmeticKind.Plus, Measure.Kind: MeasureKind.Exact or MeasureKind.Duration }
        && operand.Right is ArithmeticOperand { Kind: ArithmeticKind.Plus or ArithmeticKind.Minus };

    // Days and moments are not added up but come before and after each other: "the day 3 months after the start of the talks".
    private static string? OfTime(ArithmeticOperand operand, Naming at)
    {
        var isDay = operand.Left.Measure.Kind == MeasureKind.Day;
        if (!RelationWords.IsTime(operand.Left.Measure.Kind) || operand.Kind == ArithmeticKind.Times)
        {
            return null;
        }

        if (RelationWords.IsTime(operand.Right.Measure.Kind))
        {
            return $"the time from {Of(operand.Right, at)} to {Of(operand.Left, at)}";
        }

        return operand.Right switch
        {
            Constant { Value.Duration: { Months: 0, Ticks: 0 } } => Of(operand.Left, at),
            Constant { Value.Duration: { Months: >= 0, Ticks: >= 0 } } time =>
                $"the {(isDay ? "day" : "moment")} {OfConstant(time)} {(operand.Kind == ArithmeticKind.Plus ? "after" : "before")} "
                    + $"{Of(operand.Left, at)}",
            _ => null,
        };
    }

    // What is more than a noun and what belongs to it is put in brackets where it stands inside another.
    private static string Group(Operand operand, Naming at) =>
        (operand is ArithmeticOperand arithmetic && OfTime(arithmetic, at) is null)
            || (operand is FunctionOperand function && !IsNoun(function.Function))
            || operand is AggregateOperand { Item: not FactOperand } or OnlyOperand { Item: not FactOperand }
            || operand is ChoiceOperand { IsOfFirstKnown: true }
            ? $"({Of(operand, at)})"
            : Of(operand, at);

    private static string OfMove(CalendarMove move) => move switch
    {
        CalendarMove.StartOfMonth => "the first day of the month of",
        CalendarMove.EndOfMonth => "the last day of the month of",
        CalendarMove.StartOfNextMonth => "the first day of the month after",
        CalendarMove.StartOfYear => "the first day of the year of",
        CalendarMove.EndOfYear => "the last day of the year of",
        CalendarMove.StartOfNextYear => "the first day of the year after",
    };
}
