using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>Makes types of shapes once all is known of them, and reports what had to be guessed.</summary>
/// <param name="diagnostics">What takes the findings.</param>
/// <param name="tellsGuesses">Whether a guess is worth a report: beside an expression that could not be read it may come of that.</param>
internal sealed class InferredInputs(InputDiagnostics diagnostics, bool tellsGuesses)
{
    private readonly HashSet<Shape> _open = [];

    public InferredRecord Build(Shape inputs) => Record("inputs", string.Empty, inputs);

    private InferredRecord Record(string name, string path, Shape shape)
    {
        var root = shape.Root;
        _open.Add(root);
        var members = new List<InferredMember>();
        foreach (var member in root.Members.All.Where(member => !Dictionaries.AreAsked(root, member)))
        {
            var its = member.Shape;
            if (tellsGuesses && Dictionaries.MayBeAsked(root, member))
            {
                diagnostics.TakenForOwn(name, member.Name, its.At);
            }

            its.Root.IsNullable |= root.Objects > 0 && member.Samples < root.Objects;
            members.Add(new InferredMember(
                new InputMember(member.Name, member.Name, Type(its, member.Name, path.Length == 0 ? member.Name : $"{path}.{member.Name}")),
                WhyOf(its),
                its.Root.Element is { } element ? WhyOf(element) : null));
        }

        _open.Remove(root);
        return new InferredRecord(name, members);
    }

    private static Evidence? WhyOf(Shape shape) => shape.Root.Kind == ShapeKind.Open ? null : shape.Use ?? shape.Root.Why;

    private InputType Type(Shape shape, string name, string path)
    {
        var root = shape.Root;
        switch (root.Kind)
        {
            case ShapeKind.Record or ShapeKind.List when _open.Contains(root):
                diagnostics.ContainsItself(path, shape.At);
                return new OpaqueInput("an object that contains itself") { IsReported = true };
            case ShapeKind.Record:
                return Record(name, path, shape);
            case ShapeKind.List:
                return List(shape, name, path);
            case ShapeKind.Open when root.IsOrdered:
                Guess(diagnostics.TakenForNumber, path, shape);
                return new ScalarInput(ScalarKind.Double, root.IsNullable);
            case ShapeKind.Open:
                Guess(diagnostics.TakenForText, path, shape);
                return new ScalarInput(ScalarKind.Text, true);
            case ShapeKind.Text:
                return new ScalarInput(ScalarKind.Text, true);
            default:
                return new ScalarInput(KindOf(root, root.IsWholeNumber)!.Value, root.IsNullable);
        }
    }

    private InputType List(Shape shape, string name, string path)
    {
        var root = shape.Root;
        if (root.Element is not { } element)
        {
            Guess(diagnostics.TakenForText, path + "[]", shape);
            return new ListInput(new ScalarInput(ScalarKind.Text, true));
        }

        if (element.Root.Kind == ShapeKind.List)
        {
            diagnostics.ListOfLists(path, shape.At);
            return new OpaqueInput("a list of lists") { IsReported = true };
        }

        _open.Add(root);
        var type = Type(element, name, path + "[]");
        _open.Remove(root);
        return new ListInput(type);
    }

    private void Guess(Action<string, Span> report, string path, Shape shape)
    {
        if (tellsGuesses)
        {
            report(path, shape.At);
        }
    }

    /// <summary>The kind of a single value; <see langword="null"/> if it is none, or if nothing tells.</summary>
    public static ScalarKind? KindOf(Shape shape, bool isWhole) => shape.Root.Kind switch
    {
        ShapeKind.Boolean => ScalarKind.Boolean,
        ShapeKind.Text => ScalarKind.Text,

        // JSON's own numbers with decimals are floating point; an expression must say so if it means exact ones.
        ShapeKind.Number => shape.Root.IsDecimal ? ScalarKind.Decimal : isWhole ? ScalarKind.Int64 : ScalarKind.Double,

        // Workflows know dates only with a time; where the samples have none, there is none.
        ShapeKind.DateTime => shape.Root.MayBeDay && shape.Root.Texts.AreDays ? ScalarKind.DateOnly : ScalarKind.DateTime,
        ShapeKind.DateTimeOffset => ScalarKind.DateTimeOffset,
        ShapeKind.DateOnly => ScalarKind.DateOnly,
        ShapeKind.TimeSpan => ScalarKind.TimeSpan,
        ShapeKind.Guid => ScalarKind.Guid,
        _ => null,
    };
}
