using NegotiationRules.Conditions;
using NegotiationRules.Syntax;

namespace NegotiationRules.Evaluation;

/// <summary>Finds what has no value, whatever becomes of the facts that are still open: a quotient by zero, the least of no
/// elements.</summary>
internal static class Valueless
{
    /// <summary>Whether a comparison has no answer, whatever becomes of the facts that are still open.</summary>
    public static bool IsUnanswerable(Condition condition, Scope scope) => condition switch
    {
        ShareTest share => IsUnanswerable(share.Bound, share.IfNone, IsShareOfNothing(share, scope), scope),
        ShareOfTwo share => Find(share.Part, scope) is not null || Find(share.Whole, scope) is not null
            || IsUnanswerable(share.Bound, share.IfNone, IsShareOfNothing(share, scope), scope),

        // Steps that nobody takes are not in order, however long they may take.
        InOrder => false,
        _ => condition.Operands.Any(operand => Find(operand, scope) is not null),
    };

    private static bool IsUnanswerable(Operand bound, Operand? ifNone, bool isOfNothing, Scope scope) =>
        Find(bound, scope) is not null || (isOfNothing && (ifNone is null || Find(ifNone, scope) is not null));

    /// <summary>The innermost operand that has none; <see langword="null"/> if all of it may have a value.</summary>
    public static Operand? Find(Operand operand, Scope scope)
    {
        try
        {
            return FindIn(operand, scope);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>Whether there is nothing that the share could be of, whatever becomes of the facts that are still open: no element, or none
    /// of any weight.</summary>
    public static bool IsShareOfNothing(ShareTest share, Scope scope)
    {
        try
        {
            return Elements.Of(share.List, scope) is { IsComplete: true } elements
                && elements.Known.All(e =>
                    (share.Among is not null && TreeWalk.Evaluate(share.Among, e) == Truth.False)
                    || (share.Weight is not null && IsZero(share.Weight, e))
                );
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    /// <summary>Likewise of one number's share of another.</summary>
    public static bool IsShareOfNothing(ShareOfTwo share, Scope scope)
    {
        try
        {
            return IsZero(share.Whole, scope);
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private static Operand? FindIn(Operand operand, Scope scope)
    {
        if (operand is FactOperand or Constant or FractionOperand)
        {
            return null;
        }

        if (operand is ChoiceOperand choice)
        {
            // What is not known yet may be what counts.
            var chosen = choice.IsOfFirstKnown ? Truth.Unknown : TreeWalk.Evaluate(choice.If, scope);
            var branches = Choices.Open(choice, chosen).Select(branch => FindIn(branch, scope)).ToList();
            return branches.Contains(null) ? null : branches[0];
        }

        return operand.Operands.Select(part => FindIn(part, scope)).FirstOrDefault(part => part is not null)
            ?? (HasNone(operand, scope) ? operand : null);
    }

    private static bool HasNone(Operand operand, Scope scope) =>
        operand switch
        {
            AggregateOperand { Kind: not QuantityKind.Sum } aggregate => Elements.Of(aggregate.List, scope) is { IsComplete: true } elements
                && elements.Known.All(e => aggregate.Where is not null && TreeWalk.Evaluate(aggregate.Where, e) == Truth.False),
            TableOperand table => Tables.InForce(table, scope).Last < 0,
            OnlyOperand only => OnlyElement.IsNone(only, scope) || OnlyElement.Certain(only, scope).Count > 1,
            FunctionOperand { Function: OperandFunction.Quotient or OperandFunction.WholeQuotient or OperandFunction.Remainder } f =>
                IsZero(f.Arguments[1], scope),
            FunctionOperand function => function.Arguments.All(a => OperandValues.Of(a, scope).IsKnown) && IsNothing(function, scope),
            _ => false,
        };

    private static bool IsZero(Operand number, Scope scope) => number.Measure.Kind == MeasureKind.Real
        ? Quantities.Real(number, scope) is { IsNothing: false, IsValue: true, Low: 0 }
        : Quantities.Exact(number, scope, number.Measure.Scale) is { IsNothing: false, IsValue: true, Low: { } value } && value == 0;

    private static bool IsNothing(FunctionOperand function, Scope scope) => function.Measure.Kind switch
    {
        MeasureKind.Text => TreeWalk.ReadText(function, scope) is null,
        MeasureKind.Duration => Quantities.Durations(function, scope) is null,
        MeasureKind.Real => Quantities.Real(function, scope).IsNothing,
        _ => Quantities.Exact(function, scope, function.Measure.Scale).IsNothing,
    };
}
