using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Syntax;

namespace NegotiationRules.Analysis.Cells;

/// <summary>What an operand may come to: itself, one of its choices, the value of an element that it is the least of.</summary>
/// <remarks>Each is a value that is found as it is, so what it is compared with tells its values apart; what is counted or added up is a
/// new value.</remarks>
internal static class Branches
{
    public static IEnumerable<(Operand Operand, SchemaPlace Place)> Of(Operand operand, SchemaPlace place) => operand switch
    {
        NamedOperand named => Of(named.Meaning, place),
        ChoiceOperand choice => Of(choice.Then, place).Concat(Of(choice.Else, place)),
        TableOperand table => table.Values.SelectMany(value => Of(value, place)),
        OnlyOperand only => Of(only.Item, place.Into(only.List)),
        AggregateOperand { Kind: not QuantityKind.Sum } extreme => Of(extreme.Item, place.Into(extreme.List)),
        FunctionOperand { Function: OperandFunction.Least or OperandFunction.Greatest } extreme =>
            extreme.Arguments.SelectMany(argument => Of(argument, place)),
        ArithmeticOperand { Right: Constant } arithmetic when HasBranches(arithmetic.Left) =>
            Of(arithmetic.Left, place).Select(left => ((Operand)new ArithmeticOperand(
                arithmetic.Span, arithmetic.Measure, arithmetic.Kind, left.Operand, arithmetic.Right), left.Place)),
        MoveOperand move when HasBranches(move.Day) =>
            Of(move.Day, place).Select(day => ((Operand)new MoveOperand(move.Span, day.Operand, move.Move), day.Place)),
        _ => [(operand, place)],
    };

    /// <summary>Whether it goes over a list, so that it is worked out of many facts.</summary>
    public static bool IsOfList(Operand operand) => operand.List is not null || operand.Operands.Any(IsOfList);

    private static bool HasBranches(Operand operand) => operand switch
    {
        NamedOperand or ChoiceOperand or TableOperand or OnlyOperand or AggregateOperand { Kind: not QuantityKind.Sum } => true,
        FunctionOperand { Function: OperandFunction.Least or OperandFunction.Greatest } => true,
        ArithmeticOperand { Right: Constant } arithmetic => HasBranches(arithmetic.Left),
        MoveOperand move => HasBranches(move.Day),
        _ => false,
    };
}
