using NegotiationRules.Conditions;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation.Wording;

/// <summary>Operands in words: "the number of delegates of US", "talks.start plus 3 months".</summary>
internal static class OperandWording
{
    public static string Of(Operand operand, Naming at) => operand switch
    {
        Constant constant => OfConstant(constant),
        FactOperand fact => at.NameOf(fact.Fact),
        CountOperand count => $"the number of {Elements(count.List, count.Where, at)}",
        AggregateOperand aggregate => OfAggregate(aggregate, at),
        ArithmeticOperand arithmetic => OfArithmetic(arithmetic, at),
        MoveOperand move => $"{OfMove(move.Move)} {Group(move.Day, at)}",
        _ => throw new InvalidOperationException($"no words for {operand.GetType().Name}"),
    };

    /// <summary>The value, and the parameter that sets it.</summary>
    public static string OfConstant(Constant constant) =>
        constant.Parameter is null ? ValueWords.Of(constant) : $"{ValueWords.Of(constant)} (set by {constant.Parameter})";

    /// <summary>"delegates of US with role military", "its delegates"</summary>
    public static string Elements(ListReference list, Condition? where, Naming at)
    {
        var words = ListWords.Of(list, at);
        var elements = words.IsOwn && at.IsAny ? words.All(at) : words.Plural + words.Owner;
        return elements + RelativeOf(where, at.Enter(list), many: true);
    }

    public static string RelativeOf(Condition? where, Naming element, bool many) =>
        where is null ? string.Empty : ConditionWording.Of(where, element).Relative(many);

    private static string OfAggregate(AggregateOperand aggregate, Naming at)
    {
        var element = at.Enter(aggregate.List);
        var item = aggregate.Item is FactOperand fact ? element.PathOf(fact.Fact) : string.Empty;
        var isTime = RelationWords.IsTime(aggregate.Measure.Kind);
        var which = aggregate.Kind switch
        {
            QuantityKind.Sum => "total",
            QuantityKind.Min => isTime ? "earliest" : "least",
            _ => isTime ? "latest" : "greatest",
        };
        var words = ListWords.Of(aggregate.List, at);
        var elements = words.All(at) + RelativeOf(aggregate.Where, element, many: true);
        return item.Length == 0 ? $"the {which} of {elements}" : $"the {which} {item} of {elements}";
    }

    private static string OfArithmetic(ArithmeticOperand operand, Naming at)
    {
        var word = operand.Kind switch { ArithmeticKind.Plus => "plus", ArithmeticKind.Minus => "minus", _ => "times" };
        var left = operand.Kind == ArithmeticKind.Times ? Group(operand.Left, at) : Of(operand.Left, at);
        return $"{left} {word} {Group(operand.Right, at)}";
    }

    private static string Group(Operand operand, Naming at) => operand is ArithmeticOperand ? $"({Of(operand, at)})" : Of(operand, at);

    private static string OfMove(CalendarMove move) => move switch
    {
        CalendarMove.StartOfMonth => "the first day of the month of",
        CalendarMove.EndOfMonth => "the last day of the month of",
        CalendarMove.StartOfNextMonth => "the first day of the month after",
        CalendarMove.StartOfYear => "the first day of the year of",
        CalendarMove.EndOfYear => "the last day of the year of",
        _ => "the first day of the year after",
    };
}
