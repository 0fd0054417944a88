using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>Reads from sample inputs what expressions leave open, and how members are spelt.</summary>
/// <param name="shapes">What takes it.</param>
/// <param name="diagnostics">What takes the findings.</param>
/// <param name="tellsWhole">Whether a number without decimals tells that there are none; else it happens to have none.</param>
internal sealed class SampleReader(Shapes shapes, InputDiagnostics diagnostics, bool tellsWhole)
{
    public void Read(JsonObject sample) => ReadMembers(sample, shapes.Inputs);

    /// <summary>Once all samples are read: what they tell of inputs that expressions tell nothing of.</summary>
    public void SettleTexts()
    {
        foreach (var shape in shapes.Paths.ToList())
        {
            var root = shape.Root;
            if (root.Kind == ShapeKind.Open && root.Texts.First is { } text && root.Members.All.Count == 0)
            {
                shapes.Join(shape, text, root.Texts.Tell(root.IsOrdered), text);
            }
        }
    }

    /// <summary>When all is known: reports texts that cannot stand for what an input is.</summary>
    public void CheckTexts()
    {
        var seen = new HashSet<Shape>();
        foreach (var shape in shapes.Paths)
        {
            if (seen.Add(shape.Root) && shape.Root.Texts.FindMisfit(shape.Root.Kind) is { } misfit)
            {
                shapes.Contradict(shape, misfit, ShapeKind.Text);
            }
        }
    }

    private void Read(JsonValue value, Shape shape)
    {
        switch (value)
        {
            case JsonObject { Members: [{ Name: "value" }, { Name: "source" }] or [{ Name: "source" }, { Name: "value" }] } stated:
                Read(stated.Find("value")!.Value, shape);
                break;
            case JsonObject { Members: [{ Name: "known", Value: JsonArray known }, { Name: "complete" }] }:
                Read(known, shape);
                break;
            case JsonObject o:
                shapes.Fix(shape, ShapeKind.Record, Given(o));
                if (shape.Root.Kind == ShapeKind.Record)
                {
                    shape.Root.Objects++;
                    ReadMembers(o, shape);
                }

                break;
            case JsonArray list:
                ReadList(list, shape);
                break;
            case JsonText text:
                shape.Root.Texts.Add(text, Given(text));
                break;
            case JsonNumber number:
                shapes.Fix(shape, ShapeKind.Number, Given(number));
                var isFractional = number.Digits.AsSpan().IndexOfAny('.', 'e', 'E') >= 0;
                shape.Root.IsFractional |= isFractional;
                shape.Root.HasDecimals |= isFractional;
                shape.Root.IsBeyondFloating |= FloatingPoint.MayConfuse(number.Digits);
                shape.Root.IsWhole |= !isFractional && (tellsWhole || FloatingPoint.MayConfuse(number.Digits));
                shape.Root.HappensToBeWhole |= !isFractional;
                break;
            case JsonBoolean boolean:
                shapes.Fix(shape, ShapeKind.Boolean, Given(boolean));
                break;
            default:
                shape.Root.IsNullable = true;
                break;
        }
    }

    private void ReadList(JsonArray list, Shape shape)
    {
        var element = shapes.ElementOf(shape, Given(list));
        foreach (var item in list.Items)
        {
            Read(item, element);
        }
    }

    private void ReadMembers(JsonObject o, Shape shape)
    {
        foreach (var member in o.Members)
        {
            if (!Property.IsName(member.Name))
            {
                diagnostics.BadName(member.Name, member.NameSpan);
                continue;
            }

            var its = shapes.Ask(shape, member.Name, member.NameSpan);
            if (shape.Root.Members.TryFind(member.Name, out var known) && !known.AddSample(member.Name))
            {
                diagnostics.SpeltTwice(member.Name, known.Name, member.NameSpan);
            }

            Read(member.Value, its);
        }
    }

    // A list or an object may cover many lines: its bracket is enough to find it.
    private static Evidence Given(JsonValue value) => new(
        $"given as {ScenarioDiagnostics.Describe(value)}",
        value is JsonObject or JsonArray && value.Span.Source is not null ? value.Span.Slice(0, 1) : value.Span);
}
