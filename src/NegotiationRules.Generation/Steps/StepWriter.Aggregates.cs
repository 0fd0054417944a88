using NegotiationRules.Generation.Facts;
using NegotiationRules.Programs;
using NegotiationRules.Syntax;

namespace NegotiationRules.Generation.Steps;

/// <content>Methods that add up, compare or share what elements have.</content>
internal sealed partial class StepWriter
{
    private bool WriteAggregate(LoopWriter writer, AggregateOf step, CodePlace place)
    {
        var codes = InLoop(writer, place, step.Part, step.Item);
        var (meets, item) = (codes[0], codes[1]);
        var around = place.Suppose(step.Below);
        var further = writer.List.MayBePartial ? Write(step.Part, around) : Code.False;
        if (step.Kind == QuantityKind.Sum && !meets.IsOpen && !item.IsOpen && further == Code.False)
        {
            writer.Line("long sum = 0;");
            writer.InLoop(meets == Code.True ? $"sum = checked(sum + {item.Text});"
                : $"sum = checked(sum + ({meets.Text} ? {item.Text} : 0));");
            writer.Loop();
            writer.Line("return sum;");
            return false;
        }

        writer.Line(step.Kind switch
        {
            QuantityKind.Sum => "var result = new Sum();",
            QuantityKind.Min => "var result = Least.None;",
            _ => "var result = Greatest.None;",
        });
        writer.InLoop($"result.Add({meets.Text}, {item.Text});");
        writer.LoopIf(meets != Code.False, further);
        if (further != Code.False)
        {
            writer.Line($"if ({writer.IsRoom}{further.AndIsPossible})", "{",
                $"    result.AddFurther({Write(step.Item, around).Text}, {writer.List.MostFurther});", "}", string.Empty);
        }

        writer.Line(step.SupposesSome ? "return result.OfSome;" : "return result.Value;");
        return true;
    }

    private bool WriteShare(LoopWriter writer, ShareOf step, CodePlace place)
    {
        var codes = InLoop(writer, place, step.Among, step.Where, step.Weight);
        var (among, has) = (codes[0], codes[1]);
        var weight = step.Weight < 0 ? new Code("1") : codes[2];
        var around = place.Suppose(step.Below);
        var further = writer.List.MayBePartial ? Write(step.Among, around) : Code.False;
        var (p, q) = step.Fraction;
        writer.Line($"var share = new Share({CSharpText.Number(p)}, {CSharpText.Number(q)});");
        writer.InLoop($"share.Add({among.Text}, {has.Text}, {weight.Text});");
        writer.LoopIf(among != Code.False, further);
        if (further != Code.False)
        {
            var heaviest = step.Weight < 0 ? new Code("1") : Write(step.Weight, around);
            writer.Line($"if ({writer.IsRoom}{further.AndIsPossible})", "{",
                $"    share.AddFurther({Write(step.Where, around).Text}, {heaviest.Text}, {writer.List.MostFurther});", "}", string.Empty);
        }

        writer.Line($"return share.{step.Relation}();");
        return true;
    }
}
