using System.Globalization;
using NegotiationRules.Conditions;
using NegotiationRules.Generation.Facts;
using NegotiationRules.Programs;

namespace NegotiationRules.Generation.Steps;

/// <summary>Writes methods that ask whether elements take steps in an order of time.</summary>
/// <param name="steps">What writes that which is asked of the elements.</param>
/// <param name="writer">Where the lines go.</param>
internal sealed class OrderWriter(StepWriter steps, LoopWriter writer)
{
    private delegate void WriteLines(params ReadOnlySpan<string> lines);

    /// <summary>Writes one.</summary>
    /// <returns>Whether the answer may be unknown.</returns>
    public bool Write(OrderOf step, CodePlace place)
    {
        var codes = steps.InLoop(writer, place, [.. step.Parts.Numbers, step.By]);
        writer.Line($"var order = Order.Of({step.Parts.Numbers.Length}){WithinOf(step)};");
        AddTo(codes, string.Empty, writer.InLoop);
        if (!writer.List.MayBePartial)
        {
            writer.Loop();
        }
        else
        {
            var around = place.Suppose(step.Below);
            writer.LoopIf(isAsked: true, Code.Unknown);
            writer.Line($"if ({writer.IsRoom})", "{");
            var further = step.Parts.Numbers.Append(step.By).Select(number => steps.Write(number, around)).ToArray();
            AddTo(further, "    ", writer.Line, isSupposed: true);
            writer.Line("}", string.Empty);
        }

        var isOpen = writer.List.MayBePartial || codes.Any(code => code.IsOpen);
        writer.Line($"return order.AreMet({CSharpText.Number(step.Number)}){(isOpen ? string.Empty : ".IsTrue")};");
        return isOpen;
    }

    // The last of what is asked of an element is when it was.
    private static void AddTo(Code[] codes, string indent, WriteLines write, bool isSupposed = false)
    {
        write($"{indent}order.Next();");
        for (var part = 0; part < codes.Length - 1; part++)
        {
            if (codes[part] != Code.False)
            {
                var takes = !isSupposed ? codes[part].Text
                    : codes[part].IsConstant ? Code.Unknown.Text : $"{codes[part].AsTruth}.AtMostUnknown";
                write(string.Create(CultureInfo.InvariantCulture, $"{indent}order.Add({part}, {takes}, {codes[^1].Text});"));
            }
        }
    }

    private static string WithinOf(OrderOf step)
    {
        if (step.Within is not { } within)
        {
            return string.Empty;
        }

        var latest = step.Kind == MeasureKind.Day
            ? string.Create(CultureInfo.InvariantCulture, $"begin => Moved(begin, {within.Months}, {within.WholeDays})")
            : string.Create(CultureInfo.InvariantCulture, $"begin => MomentMoved(begin, {within.Months}, {within.Ticks})");
        return $".Within({latest}, {(within.Range.Low >= 0 ? "true" : "false")})";
    }
}
