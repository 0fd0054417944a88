using NegotiationRules.Facts;
using NegotiationRules.Generation.Facts;
using NegotiationRules.Programs;
using NegotiationRules.Syntax;

namespace NegotiationRules.Generation.Steps;

/// <content>Methods that go over lists.</content>
internal sealed partial class StepWriter
{
    private Code Call(int number, CodePlace place)
    {
        // Of a list of which nothing is known, some element may be what one that nobody has named may be.
        if (_program.Steps[number] is SomeOf { Below: var below, Part: var part }
            && IsSupposed(_program.Layout.Levels[below].Origin, place)
            && Write(part, NewPlace(below, place.Supposed).Suppose(below)) is { IsConstant: true } further)
        {
            return further == Code.False ? Code.False : Code.Unknown;
        }

        var key = (number, string.Join(',', place.Supposed.Order()));
        if (!_routines.TryGetValue(key, out var routine))
        {
            routine = Make(number, place.Supposed);
            _routines.Add(key, routine);
        }

        return CallOf(routine, place);
    }

    private Routine Make(int number, IReadOnlySet<int> supposed)
    {
        var step = _program.Steps[number];
        var (kind, below) = step switch
        {
            SomeOf s => ("Some", s.Below),
            CountOf s => ("Count", s.Below),
            ShareOf s => ("Share", s.Below),
            OrderOf s => ("Order", s.Below),
            AggregateOf { Kind: QuantityKind.Sum } s => ("Sum", s.Below),
            AggregateOf { Kind: QuantityKind.Min } s => ("Least", s.Below),
            AggregateOf s => ("Greatest", s.Below),
            _ => throw new InvalidOperationException($"{step.GetType().Name} goes over no list"),
        };
        var place = NewPlace(below, supposed);
        var writer = new LoopWriter(ListOf(below, place));
        var isOpen = step switch
        {
            SomeOf s => WriteSome(writer, s, place),
            CountOf s => WriteCount(writer, s, place),
            AggregateOf s => WriteAggregate(writer, s, place),
            OrderOf s => new OrderWriter(this, writer).Write(s, place),
            _ => WriteShare(writer, (ShareOf)step, place),
        };
        place.Levels.Remove(below);
        var type = step is SomeOf or ShareOf or OrderOf ? isOpen ? "Truth" : "bool" : isOpen ? "Range" : "long";
        return Finish(kind + CSharpNames.Pascal(_program.Layout.Levels[below].Path.Split('.')[^1]), type, isOpen, place, writer.Text);
    }

    private ListAccess ListOf(int below, CodePlace place)
    {
        var level = _program.Layout.Levels[below];
        if (IsSupposed(level.Origin, place))
        {
            return new ListAccess(null, _variables[below], true, "true", level.MaxItems);
        }

        place.Levels.Add(level.Origin);
        var (owner, type) = (_variables[level.Origin], _program.Layout.Levels[level.Origin].Element);
        var list = _types.Read(owner, type, level.Slots);
        var holder = _types.Read(owner, type, level.Slots[..^1]);
        return new ListAccess(
            list.Text, _variables[below], list.MayBeUnknown, _types.IsPartial((RecordType)holder.Type, level.Slots[^1], holder),
            level.MaxItems);
    }

    /// <summary>What is asked of the elements, in the loop; what is needed more than once and takes long is worked out once for each
    /// element.</summary>
    public Code[] InLoop(LoopWriter writer, CodePlace place, params ReadOnlySpan<int> steps)
    {
        foreach (var step in Repeated.In(place.Level, steps))
        {
            var code = Write(step, place);
            if (!code.IsConstant)
            {
                var variable = place.NewVariable(IsText(step) ? "text" : IsQuantity(step) ? "value" : "holds");
                writer.InLoop($"{TypeOf(step, code)} {variable} = {code.Text};");
                place.Locals[step] = new Code(variable, code.IsOpen);
            }
        }

        var results = new Code[steps.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            results[i] = steps[i] < 0 ? Code.True : Write(steps[i], place);
        }

        return results;
    }

    private bool WriteSome(LoopWriter writer, SomeOf step, CodePlace place)
    {
        var meets = InLoop(writer, place, step.Part)[0];
        var further = writer.List.MayBePartial ? Write(step.Part, place.Suppose(step.Below)) : Code.False;
        if (!meets.IsOpen && further == Code.False)
        {
            if (meets != Code.False)
            {
                writer.InLoop($"if ({meets.Text})", "{", "    return true;", "}");
                writer.Loop();
            }

            writer.Line("return false;");
            return false;
        }

        writer.Line("Truth found = false;");
        if (meets.OfOneFact is { } one)
        {
            writer.InLoop($"if ({one.Fact} is not {{ }} {one.Known})", "{", "    found = Truth.Unknown;", "}");
            writer.InLoop($"else if ({one.Test})", "{", "    return true;", "}");
        }
        else if (meets.IsOpen)
        {
            writer.InLoop($"found |= {meets.Text};", "if (found.IsTrue)", "{", "    return true;", "}");
        }
        else if (meets != Code.False)
        {
            writer.InLoop($"if ({meets.Text})", "{", "    return true;", "}");
        }

        writer.LoopIf(meets != Code.False, further);
        if (further != Code.False)
        {
            writer.Line($"if ({writer.IsRoom})", "{",
                further.IsConstant ? "    found |= Truth.Unknown;" : $"    found |= {further.AsTruth}.AtMostUnknown;", "}", string.Empty);
        }

        writer.Line("return found;");
        return true;
    }

    private bool WriteCount(LoopWriter writer, CountOf step, CodePlace place)
    {
        var meets = InLoop(writer, place, step.Part)[0];
        var further = writer.List.MayBePartial ? Write(step.Part, place.Suppose(step.Below)) : Code.False;
        if (!meets.IsOpen && further == Code.False)
        {
            writer.Line("long count = 0;");
            writer.InLoop(meets == Code.True ? "count++;" : $"count += {meets.Text} ? 1 : 0;");
            writer.Loop();
            writer.Line("return count;");
            return false;
        }

        writer.Line("long certain = 0, possible = 0;");
        if (meets.IsOpen)
        {
            var truth = place.NewVariable("meets");
            writer.InLoop($"Truth {truth} = {meets.Text};", $"certain += {truth}.Certain;", $"possible += {truth}.Possible;");
        }
        else if (meets == Code.True)
        {
            writer.InLoop("certain++;", "possible++;");
        }
        else if (meets != Code.False)
        {
            writer.InLoop($"if ({meets.Text})", "{", "    certain++;", "    possible++;", "}");
        }

        writer.LoopIf(meets != Code.False, further);
        if (further != Code.False)
        {
            writer.Line($"if ({writer.IsRoom}{further.AndIsPossible})", "{",
                writer.List.MaxItems is null ? "    possible = Range.NoHigh;" : $"    possible += {writer.List.MostFurther};",
                "}", string.Empty);
        }

        writer.Line("return new Range(certain, possible);");
        return true;
    }
}
