using System.Globalization;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Generation.Facts;
using NegotiationRules.Programs;
using NegotiationRules.Syntax;

namespace NegotiationRules.Generation.Steps;

/// <content>Quantities, and how they compare.</content>
internal sealed partial class StepWriter
{
    private Code ReadQuantity(Read step, CodePlace place)
    {
        var column = _program.Layout.Columns[step.Column];
        if (Fact(step.Column, place) is not { } fact)
        {
            return column.Storage == ColumnStorage.Codes ? new Code(Nothing, true) : Code.OfRange(step.IfUnknown.Low, step.IfUnknown.High);
        }

        if (column.Storage == ColumnStorage.Codes)
        {
            return new Code(AsText(column.Type, fact.Text), fact.MayBeUnknown);
        }

        var text = fact.NumberOf(fact.Text);
        return fact.MayBeUnknown
            ? new Code($"Range.Of({text}, {Bound(step.IfUnknown.Low, "Range.NoLow")}, {Bound(step.IfUnknown.High, "Range.NoHigh")})", true)
            : new Code(text);

        static string Bound(long? bound, string none) => bound is { } b ? CSharpText.Number(b) : none;
    }

    private Code Calculated(Calculate step, CodePlace place)
    {
        var (left, right) = (Write(step.Left, place), Write(step.Right, place));
        var sign = step.Kind switch { ArithmeticKind.Plus => "+", ArithmeticKind.Minus => "-", _ => "*" };
        return left.IsOpen || right.IsOpen
            ? new Code($"({left.AsRange} {sign} {right.Text})", true, left.IsCostly || right.IsCostly)
            : new Code($"checked((long){left.Text} {sign} {right.Text})", false, left.IsCostly || right.IsCostly);
    }

    private Code Rescaled(Rescale step, CodePlace place)
    {
        var part = Write(step.Part, place);
        return part.IsOpen ? new Code($"({part.Text} * {CSharpText.Number(step.Factor)})", true, part.IsCostly)
            : new Code($"checked((long){part.Text} * {CSharpText.Number(step.Factor)})", false, part.IsCostly);
    }

    private Code Shifted(ShiftDays step, CodePlace place)
    {
        var day = Write(step.Part, place);
        var call = day.IsOpen ? "Days.Later" : "Moved";
        return new Code(string.Create(CultureInfo.InvariantCulture, $"{call}({day.Text}, {step.Months}, {step.Days})"), day.IsOpen, true);
    }

    private Code Moved(MoveDays step, CodePlace place) => Mapped(step.Part, $"ToThe{step.Move}", string.Empty, place);

    private Code Shifted(ShiftByNumber step, CodePlace place)
    {
        var (day, number) = (Write(step.Part, place), Write(step.Number, place));
        var isOpen = day.IsOpen || number.IsOpen;
        var by = !step.IsBack ? number.Text : number.IsOpen ? $"0 - {number.Text}" : $"checked(-(long){number.Text})";
        var call = isOpen ? "Days.LaterBy" : "MovedBy";
        return new Code(string.Create(CultureInfo.InvariantCulture, $"{call}({day.Text}, {by}, {step.Months})"), isOpen, true);
    }

    private Code Shifted(ShiftInstants step, CodePlace place) =>
        Mapped(step.Part, "MomentMoved", string.Create(CultureInfo.InvariantCulture, $", {step.Months}, {step.Ticks}"), place);

    private Code Part(PartOf step, CodePlace place) => Mapped(
        step.Part,
        step.Function == OperandFunction.DateOf ? "DayOfMoment" : step.Kind == MeasureKind.Day ? "YearOf" : "YearOfMoment",
        string.Empty,
        place);

    // What never goes down as time goes on goes from one end to the other.
    private Code Mapped(int part, string function, string arguments, CodePlace place)
    {
        var at = Write(part, place);
        return at.IsOpen ? new Code($"Days.Map({at.Text}, at => {function}(at{arguments}))", true, true)
            : new Code($"{function}({at.Text}{arguments})", false, true);
    }

    private Code Extreme(ExtremeOf step, CodePlace place)
    {
        var (left, right) = (Write(step.Left, place), Write(step.Right, place));
        var isCostly = left.IsCostly || right.IsCostly;
        return left.IsOpen || right.IsOpen
            ? new Code($"Range.{(step.IsGreatest ? "More" : "Less")}({left.Text}, {right.Text})", true, isCostly)
            : new Code($"Math.{(step.IsGreatest ? "Max" : "Min")}((long){left.Text}, {right.Text})", false, isCostly);
    }

    private Code Chosen(Choose step, CodePlace place)
    {
        var (condition, then, otherwise) = (Write(step.If, place), Write(step.Then, place), Write(step.Else, place));
        var isCostly = condition.IsCostly || then.IsCostly || otherwise.IsCostly;
        return !condition.IsOpen && !then.IsOpen && !otherwise.IsOpen
            ? new Code($"({condition.Text} ? {then.Text} : {otherwise.Text})", false, isCostly)
            : !condition.IsOpen
                ? new Code($"({condition.Text} ? {then.AsRange} : {otherwise.AsRange})", true, isCostly)
            : new Code($"Range.Choose({condition.Text}, {then.Text}, {otherwise.Text})", true, isCostly);
    }

    private Code Compared(CompareQuantities step, CodePlace place)
    {
        if (IsText(step.Left) || IsText(step.Right))
        {
            return ComparedTexts(step, place);
        }

        var (left, right) = (Write(step.Left, place), Write(step.Right, place));
        var isCostly = left.IsCostly || right.IsCostly;
        if (!left.IsOpen && !right.IsOpen)
        {
            return new Code($"({left.Text} {Code.SignOf(step.Relation)} {right.Text})", false, isCostly);
        }

        var open = step.Relation switch
        {
            Relation.Equal => $"Range.Same({left.Text}, {right.Text})",
            Relation.NotEqual => $"!Range.Same({left.Text}, {right.Text})",
            _ => $"({left.AsRange} {Code.SignOf(step.Relation)} {right.AsRange})",
        };
        return ComparedIfKnown(step, place, left, right, open) ?? new Code(open, true, isCostly);
    }

    // Two facts are compared by what they may be only where one is not known.
    private Code? ComparedIfKnown(CompareQuantities step, CodePlace place, Code left, Code right, string otherwise)
    {
        if (ValueOf(step.Left, place, left) is not var (a, isA) || ValueOf(step.Right, place, right) is not var (b, isB))
        {
            return null;
        }

        var known = string.Join(" && ", new[] { isA, isB }.OfType<string>());
        var unknown = HasBounds(step.Left) || HasBounds(step.Right) ? otherwise : Code.Unknown.Text;
        return new Code($"({known} ? {a} {Code.SignOf(step.Relation)} {b} : {unknown})", true);
    }

    // Whether of an unknown fact it is known how much it is at least or at most.
    private bool HasBounds(int number) => _program.Steps[number] switch
    {
        Spread s => HasBounds(s.Part),
        Read r => r.IfUnknown is not (null, null),
        _ => false,
    };

    // A number as it is if it is known, and the test whether it is.
    private (string Value, string? IsKnown)? ValueOf(int number, CodePlace place, Code code)
    {
        if (!code.IsOpen)
        {
            return (code.Text, null);
        }

        if (place.Locals.ContainsKey(number) || place.AtCall.ContainsKey(number))
        {
            return null;
        }

        switch (_program.Steps[number])
        {
            case Spread s:
                return ValueOf(s.Part, place, code);
            case Read r when Fact(r.Column, place) is { } fact:
                var value = place.NewVariable("it");
                return (fact.NumberOf(value), $"{fact.Text} is {{ }} {value}");
            default:
                return null;
        }
    }

    private const string Nothing = "null";

    private Code ComparedTexts(CompareQuantities step, CodePlace place)
    {
        var (left, right) = (Write(step.Left, place), Write(step.Right, place));
        var (one, other) = (ConstantText(step.Left, left), ConstantText(step.Right, right));
        var isSame = one == Nothing || other == Nothing ? Code.Unknown
            : left.IsOpen || right.IsOpen ? new Code($"Same({one}, {other})", true)
            : new Code($"({one} == {other})");
        return step.Relation == Relation.NotEqual ? isSame.Not() : isSame;
    }

    private bool IsText(int step) => StepsWithCode.IsText(_program, step);

    private string ConstantText(int step, Code code) => _program.Steps[step] switch
    {
        Spread s => ConstantText(s.Part, code),
        // What a parameter leaves open may be any text.
        ConstantQuantity c => c.Low == c.High ? CSharpText.Literal(_program.Texts[(int)c.Low]) : Nothing,
        _ => code.Text,
    };
}
