using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>Turns operands as written into checked ones: facts, parameters, quantities and arithmetic.</summary>
internal sealed class OperandChecker(
    IPartChecker parts, Declarations declared, CheckDiagnostics diagnostics, PathResolver paths, Readings readings, LiteralChecker literals,
    ListChecker lists, FunctionChecker functions, NamedQuantities quantities)
{
    /// <param name="syntax">The operand.</param>
    /// <param name="scope">Where it stands.</param>
    /// <param name="expected">What a literal in it should measure; <see langword="null"/> to go by how the literal is written.</param>
    public Operand? Check(OperandSyntax syntax, ElementScope scope, Measure? expected)
    {
        var operand = quantities.IsWithinLimits(syntax) ? CheckForm(syntax, scope, expected) : null;
        quantities.Leave();
        if (operand is not null && syntax is AppliedSyntax { WrittenOrder: { } written } applied
            && OrderOfKeys.Other(applied, written, operand) is { } other)
        {
            diagnostics.AppliedInAnotherOrder(applied, other);
        }

        return operand;
    }

    private Operand? CheckForm(OperandSyntax syntax, ElementScope scope, Measure? expected)
    {
        switch (syntax)
        {
            case BrokenOperandSyntax:
                return null;
            case LiteralSyntax literal:
                return CheckLiteral(literal, scope, expected);
            case ParameterOperandSyntax parameter:
                return CheckParameter(parameter, expected);
            case QuantityReferenceSyntax reference:
                return quantities.Check(reference, scope);
            case FactOperandSyntax fact:
                return CheckFact(fact, scope, expected);
            case QuantityOperandSyntax quantity:
                return CheckQuantity(quantity, scope);
            case ArithmeticSyntax arithmetic:
                return CheckArithmetic(arithmetic, scope, expected);
            case MoveSyntax move:
                return CheckMove(move, scope);
            case FunctionSyntax function:
                return functions.Check(function, scope, expected);
            case ChoiceSyntax choice:
                return functions.Check(choice, scope, expected);
            case TableSyntax table:
                return functions.Check(table, scope, expected);
            case FirstKnownSyntax first:
                return functions.Check(first, scope, expected);
            case OperandListSyntax list:
                diagnostics.ListWhereValue(list.Span);
                return null;
            default:
                throw new InvalidOperationException($"no check for {syntax.GetType().Name}");
        }
    }

    /// <summary>Whether how it is read depends on what it is compared with.</summary>
    public static bool IsOpen(OperandSyntax syntax) => syntax switch
    {
        LiteralSyntax or ParameterOperandSyntax => true,
        ArithmeticSyntax arithmetic => IsOpen(arithmetic.Left),
        FirstKnownSyntax first => first.Items.All(IsOpen),
        ChoiceSyntax choice => IsOpen(choice.Then) && IsOpen(choice.Else),
        FunctionSyntax function => OperandFunctions.Of(function.Function).IsReadByItsOperands && function.Arguments.All(IsOpen),
        _ => false,
    };

    /// <summary>A whole number from 1 to <paramref name="most"/>, written out or a parameter.</summary>
    public int? CheckCount(OperandSyntax syntax, int most, bool areSteps = false)
    {
        var constant = syntax switch
        {
            BrokenOperandSyntax => null,
            LiteralSyntax or ParameterOperandSyntax => Check(syntax, declared.Root, new Measure(MeasureKind.Exact)) as Constant,
            _ => null,
        };
        if (constant is null)
        {
            if (syntax is not (BrokenOperandSyntax or LiteralSyntax or ParameterOperandSyntax))
            {
                diagnostics.CountNotConstant(syntax.Span);
            }

            return null;
        }

        if (constant.Measure.Scale > 0 || constant.Value.Steps < 1 || constant.Value.Steps > most)
        {
            diagnostics.CountOutOfRange(syntax.Span, most, areSteps);
            return null;
        }

        return (int)constant.Value.Steps;
    }

    private Constant? CheckParameter(ParameterOperandSyntax syntax, Measure? expected)
    {
        if (declared.FindParameter(syntax.Name) is not { } parameter)
        {
            return null;
        }

        if (parameter.Value is JsonArray)
        {
            diagnostics.ParameterIsList(syntax.Name);
            return null;
        }

        return literals.Check(parameter.Value, syntax.Span, expected, parameter.Name, null);
    }

    private Constant? CheckLiteral(LiteralSyntax syntax, ElementScope scope, Measure? expected)
    {
        var constant = literals.Check(syntax.Value, syntax.Span, expected, null, scope);
        if (constant is { Measure.Kind: MeasureKind.Text }
            && NameInText.ValueMeantByText(constant.Value.Text, scope, declared) is { } meant)
        {
            diagnostics.NameAsText(syntax.Span, constant.Value.Text, meant);
        }

        return constant;
    }

    private FactOperand? CheckFact(FactOperandSyntax syntax, ElementScope scope, Measure? expected)
    {
        if (paths.ResolveFact(syntax.Path, scope) is not { } fact)
        {
            return null;
        }

        if (Measure.Of(fact.Type) is not { } measure)
        {
            diagnostics.NotAValue(syntax.Path, fact.Type);
            return null;
        }

        var operand = new FactOperand(syntax.Span, measure, fact);
        if (expected is { Kind: MeasureKind.Text })
        {
            readings.TakeForText(operand);
        }

        return operand;
    }

    private Operand? CheckQuantity(QuantityOperandSyntax syntax, ElementScope scope)
    {
        ListReference list;
        ElementScope inner;
        Operand? item = null;
        if (syntax.Kind == QuantityKind.Count || syntax.List.IsParameter || syntax.List.Selection is not null || syntax.Of is not null)
        {
            if (lists.Check(syntax.List, syntax.As, scope) is not { } opened)
            {
                return null;
            }

            (list, inner) = opened;
            if (syntax.Of is not null)
            {
                item = Check(syntax.Of, inner, null);
            }
            else if (syntax.Kind != QuantityKind.Count && Measure.Of(list.Element) is null)
            {
                diagnostics.QuantityOfWhat(syntax.List.Span, syntax.Kind, list.Path);
                return null;
            }
            else if (syntax.Kind != QuantityKind.Count)
            {
                item = new FactOperand(
                    syntax.List.Span, Measure.Of(list.Element)!.Value,
                    new FactReference(inner.Depth, [], list.Element, list.Path)
                );
            }
        }
        else
        {
            if (paths.ResolveListItem(syntax.List.Name, scope) is not { } resolved
                || lists.Open(ListChecker.Whole(resolved.Levels, resolved.Levels[^1].Path), syntax.As, scope, syntax.List.Span)
                    is not { } opened)
            {
                return null;
            }

            (list, inner) = opened;
            if (Measure.Of(resolved.Item.Type) is not { } measure)
            {
                diagnostics.NotAValue(syntax.List.Name, resolved.Item.Type);
                return null;
            }

            item = new FactOperand(syntax.List.Span, measure, resolved.Item);
        }

        var where = syntax.Where is null ? null : parts.Check(syntax.Where, inner);
        if ((syntax.Where is not null && where is null) || (syntax.Of is not null && item is null))
        {
            return null;
        }

        if (item is null)
        {
            return new CountOperand(syntax.Span, list, where);
        }

        if (
            !item.Measure.IsNumber
            && syntax.Kind != QuantityKind.The
            && (syntax.Kind == QuantityKind.Sum
                ? item.Measure.Kind != MeasureKind.Duration
                : item.Measure.Kind is not (MeasureKind.Day or MeasureKind.Instant))
        )
        {
            diagnostics.CannotAggregate(syntax.Of?.Span ?? syntax.List.Span, syntax.Kind, item.Measure);
            return null;
        }

        if (Periods.MayBe(item))
        {
            diagnostics.PeriodMovedByFact(syntax.Of?.Span ?? syntax.List.Span);
            return null;
        }

        if (syntax.Kind == QuantityKind.The && where is null && MayBeSeveral(list))
        {
            diagnostics.NothingSaysWhichOne(syntax.List.Span, list.Path);
        }

        return syntax.Kind == QuantityKind.The ? new OnlyOperand(syntax.Span, list, item, where)
            : syntax.IfNone is null ? new AggregateOperand(syntax.Span, item.Measure, syntax.Kind, list, item, where)
            : CheckIfNone(syntax, syntax.IfNone, scope, list, item, where);
    }

    // Two values of which it hangs on the list which of them counts: a choice.
    private ChoiceOperand? CheckIfNone(
        QuantityOperandSyntax syntax, OperandSyntax ifNone, ElementScope scope, ListReference list, Operand item, Condition? where)
    {
        if (Check(ifNone, scope, item.Measure) is not { } other)
        {
            return null;
        }

        if (!other.Measure.AgreesWith(item.Measure))
        {
            diagnostics.IfNoneDiffers(ifNone.Span, syntax.Kind, item.Measure, other.Measure);
            return null;
        }

        var some = new Quantified(syntax.Span, QuantifierKind.Some, list, where, null);
        var extreme = new AggregateOperand(syntax.Span, item.Measure, syntax.Kind, list, item, where) { SupposesSome = true };
        return new ChoiceOperand(syntax.Span, item.Measure.Widest(other.Measure), some, extreme, other) { IsOfNone = true };
    }

    private static bool MayBeSeveral(ListReference list) =>
        list.Selection is { } selection ? !selection.IsOfOne && selection.Where is null && MayBeSeveral(selection.From)
        : list.IsParameter ? list.Values.Length > 1
        : list.Levels.Any(level => ((ListType)level.Type).MaxItems is not (0 or 1));

    private Operand? CheckArithmetic(ArithmeticSyntax syntax, ElementScope scope, Measure? expected)
    {
        // Only from a date can a date be taken, whatever the difference is compared with.
        var rightFirst = syntax.Kind == ArithmeticKind.Minus && IsOpen(syntax.Left) && !IsOpen(syntax.Right);
        var subtrahend = rightFirst ? Check(syntax.Right, scope, null) : null;
        var taken = syntax.Kind == ArithmeticKind.Minus ? subtrahend?.Measure ?? DateWritten(syntax.Right) : null;
        // What is multiplied may be a number, whatever comes of it.
        var leftExpected = taken is { Kind: MeasureKind.Day or MeasureKind.Instant } ? taken
            : syntax.Kind == ArithmeticKind.Times && readings.AreNumbers(syntax.Left) ? null
            : expected;
        var left = Check(syntax.Left, scope, leftExpected);
        if (left is null)
        {
            if (!rightFirst)
            {
                Check(syntax.Right, scope, null);
            }

            return null;
        }

        var kind = left.Measure.Kind;
        // What a literal on the right means: a date can only be moved by a duration, unless another date is taken from it.
        Measure? rightExpected = kind switch
        {
            MeasureKind.Duration when syntax.Kind == ArithmeticKind.Times => new Measure(MeasureKind.Exact),
            _ when syntax.Kind == ArithmeticKind.Times && !left.Measure.IsNumber => null,
            _ when syntax.Kind == ArithmeticKind.Times && readings.Of([syntax.Right]) is { Kind: MeasureKind.Duration } time => time,
            MeasureKind.Day or MeasureKind.Instant when IsOpen(syntax.Right) => taken ?? new Measure(MeasureKind.Duration),
            MeasureKind.Day or MeasureKind.Instant => null,
            _ => left.Measure,
        };
        var right = rightFirst ? subtrahend : Check(syntax.Right, scope, rightExpected);
        if (right is null)
        {
            return null;
        }

        if (syntax.Kind == ArithmeticKind.Times && right.Measure.Kind == MeasureKind.Duration)
        {
            (left, right) = (right, left);
        }

        if (ResultOf(syntax.Kind, left.Measure, right.Measure) is not { } measure)
        {
            diagnostics.CannotCalculate(syntax.Span, syntax.Kind, left.Measure, right.Measure);
            return null;
        }

        if (kind == MeasureKind.Day && !IsOfWholeDays(right))
        {
            return null;
        }

        // A month that is moved by so many days is still so many days; whatever else is reckoned with it would need to know which of them.
        if (Periods.MayBe(right) || (Periods.MayBe(left) && !(left is Constant && right is Constant)))
        {
            diagnostics.PeriodMovedByFact(Periods.MayBe(right) ? right.Span : left.Span);
            return null;
        }

        return Folding.Fold(new ArithmeticOperand(syntax.Span, measure, syntax.Kind, left, right), diagnostics);
    }

    /// <summary>Whether a duration does not by itself have a part of a day; otherwise that is reported.</summary>
    public bool IsOfWholeDays(Operand operand)
    {
        switch (operand)
        {
            case Constant { Measure.Kind: MeasureKind.Duration, Value.Duration: { WholeDays: null } duration }:
                diagnostics.NotWholeDays(operand.Span, duration);
                return false;
            case FunctionOperand { Function: var function } made when MayBePartOfADay(made):
                diagnostics.MayBePartOfADay(operand.Span, function);
                return false;
            default:
                return true;
        }
    }

    // Of a duration that is a fact, the scenario tells.
    private static bool MayBePartOfADay(FunctionOperand duration) =>
        duration.Function is OperandFunction.Hours or OperandFunction.Minutes or OperandFunction.TimeOfDay
        || (duration.Function == OperandFunction.Days && !IsWhole(duration.Arguments[0]));

    private static bool IsWhole(Operand number) =>
        number is { Measure: { Kind: MeasureKind.Exact, Scale: 0 } }
            or FunctionOperand { Function: OperandFunction.Floor or OperandFunction.Ceiling or OperandFunction.Truncated }
            or FunctionOperand { Function: OperandFunction.Rounded, Arguments.Length: 1 };

    // A text that is a date says so itself: no duration is written like one.
    private Measure? DateWritten(OperandSyntax syntax) =>
        IsOpen(syntax) && readings.Of([syntax]) is { Kind: MeasureKind.Day or MeasureKind.Instant } date ? date : null;

    private static Measure? ResultOf(ArithmeticKind kind, Measure left, Measure right) =>
        (left.Kind, right.Kind) switch
        {
            (MeasureKind.Exact, MeasureKind.Exact) when kind == ArithmeticKind.Times => left.Scale + right.Scale <= ExactType.LargestScale
                ? new Measure(MeasureKind.Exact, left.Scale + right.Scale)
                : new Measure(MeasureKind.Real),
            (MeasureKind.Exact, MeasureKind.Exact) => new Measure(MeasureKind.Exact, Math.Max(left.Scale, right.Scale)),
            (MeasureKind.Exact or MeasureKind.Real, MeasureKind.Exact or MeasureKind.Real) => new Measure(MeasureKind.Real),
            (MeasureKind.Duration, MeasureKind.Exact) when kind == ArithmeticKind.Times && right.Scale == 0 => left,
            _ when kind == ArithmeticKind.Times => null,
            (MeasureKind.Day or MeasureKind.Instant or MeasureKind.Duration, MeasureKind.Duration) => left,
            (MeasureKind.Day, MeasureKind.Day) or (MeasureKind.Instant, MeasureKind.Instant) when kind == ArithmeticKind.Minus =>
                new Measure(MeasureKind.Duration),
            _ => null,
        };

    private Operand? CheckMove(MoveSyntax syntax, ElementScope scope)
    {
        var day = Check(syntax.Operand, scope, new Measure(MeasureKind.Day));
        if (day is { Measure.Kind: not MeasureKind.Day })
        {
            diagnostics.WrongMeasure(syntax.MoveSpan, "`to` moves a date", day.Measure);
            return null;
        }

        if (day is not null and not Constant && Periods.MayBe(day))
        {
            diagnostics.PeriodMovedByFact(day.Span);
            return null;
        }

        return day is null ? null : Folding.Fold(new MoveOperand(syntax.Span, day, syntax.Move), diagnostics);
    }
}
