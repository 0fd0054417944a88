using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>Members that may be those of a value as well as those of an object: <c>x.Year</c>, <c>x.Value</c>.</summary>
internal sealed partial class Shapes
{
    private readonly List<Shape> _asked = [];

    /// <summary>Decides what those are of which only was asked what both values and objects may have.</summary>
    public void SettleAsked()
    {
        // Deciding one may ask for more of another.
        for (var i = 0; i < _asked.Count; i++)
        {
            var shape = _asked[i];
            var root = shape.Root;
            if (root.Kind != ShapeKind.Open || root.Members.All.Count == 0)
            {
                continue;
            }

            var asked = root.Members.All.Select(m => m.Name).ToList();
            var first = root.Members.All[0];
            var evidence = AskedFor(first.Name, first.Shape.At);
            var isValue = IsValue(shape);
            if ((isValue || asked.Contains("HasValue")) && asked.All(name => name is "HasValue" or "Value"))
            {
                // Whatever it is, it is no object: the value may still tell.
                var members = root.Members;
                root.Members = ShapeMembers.None;
                root.IsNullable = true;
                JoinValue(shape, members, evidence);
                continue;
            }

            // Where samples have texts there is no object: `x.Date` is asked of a date then.
            if (root.Texts.Tell(root.IsOrdered) is var told && told.Kind != ShapeKind.Open && KnownMembers.AreOf(told.Kind, asked))
            {
                Join(shape, evidence, told, evidence);
                continue;
            }

            // An input as a whole is an object, unless it is used otherwise.
            var isInput = shape.Path?.Contains('.', StringComparison.Ordinal) == false && !shape.Path.EndsWith(']');
            var guess = isInput && !isValue ? null : KnownMembers.Guess(asked, isValue);
            Join(
                shape, evidence, new Shape
                {
                    Kind = guess ?? ShapeKind.Record,
                    MayBeDay = guess == ShapeKind.DateTime && !asked.Exists(KnownMembers.IsOfMoments),
                },
                evidence
            );
        }
    }

    // Objects are not worked out, nor less or greater than others, nor added. And by the days of an object, which may have decimals, no
    // date could be moved.
    private static bool IsValue(Shape shape) => shape.Path is null
        || shape.Root.IsOrdered
        || shape.Root.IsAdded
        || shape.Root.Members.All.Any(member => member.Shape.Root.MovesDate);

    private void AskValue(Shape shape, string name, Shape member, Evidence evidence)
    {
        if (string.Equals(name, "HasValue", StringComparison.OrdinalIgnoreCase))
        {
            shape.Root.IsNullable = true;
            Fix(member, ShapeKind.Boolean, evidence);
        }
        else if (string.Equals(name, "Value", StringComparison.OrdinalIgnoreCase))
        {
            shape.Root.IsNullable = true;
            Join(member, evidence, shape, evidence);
        }
        else if (KnownMembers.Of(shape.Root.Kind, name) is { } kind)
        {
            if (shape.Root.MayBeDay && KnownMembers.IsOfDaysOnly(name))
            {
                shape.Root.Kind = ShapeKind.DateOnly;
            }
            else if (KnownMembers.IsOfMoments(name))
            {
                shape.Root.MayBeDay = false;
            }

            if (kind != ShapeKind.Open)
            {
                Fix(member, kind, evidence);
                member.Root.IsWhole |= kind == ShapeKind.Number && KnownMembers.IsWhole(name);
            }
        }
        else
        {
            Contradict(shape, evidence, ShapeKind.Record);
        }
    }

    private void JoinValue(Shape shape, ShapeMembers members, Evidence evidence)
    {
        foreach (var member in members.All)
        {
            if (member.Name == "Value")
            {
                Join(shape, evidence, member.Shape, evidence);
            }
            else
            {
                Fix(member.Shape, ShapeKind.Boolean, evidence);
            }
        }
    }

    private static Evidence AskedFor(string name, Span at) => new($"asked for its `{InputDiagnostics.Clean(name)}`", at);
}
