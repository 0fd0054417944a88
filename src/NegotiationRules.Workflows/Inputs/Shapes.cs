using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>Joins shapes as uses tell that they are of one type, and reports uses that contradict each other.</summary>
internal sealed partial class Shapes(StringComparer names, InputDiagnostics diagnostics)
{
    /// <summary>All that have a path, in the order in which they were met.</summary>
    public List<Shape> Paths { get; } = [];

    /// <summary>The record whose members are the inputs.</summary>
    public Shape Inputs { get; } = new(string.Empty) { Kind = ShapeKind.Record, Members = new ShapeMembers(names) };

    public void Fix(Shape shape, ShapeKind kind, Evidence evidence) => Join(shape, evidence, new Shape { Kind = kind }, evidence);

    public void MustBeWhole(Shape shape, Evidence evidence)
    {
        Fix(shape, ShapeKind.Number, evidence);
        shape.Root.IsWhole |= shape.Root.Kind == ShapeKind.Number;
    }

    /// <summary>Makes two of one type.</summary>
    /// <param name="a">The one.</param>
    /// <param name="withA">What is done with it.</param>
    /// <param name="b">The other.</param>
    /// <param name="withB">What is done with that.</param>
    public void Join(Shape a, Evidence withA, Shape b, Evidence withB)
    {
        a.Use ??= withA;
        b.Use ??= withB;
        var (into, from) = (a.Root, b.Root);
        if (into == from)
        {
            return;
        }

        AlignDates(into, from);
        if (into.Kind != ShapeKind.Open && from.Kind != ShapeKind.Open && into.Kind != from.Kind)
        {
            Contradict(a.Path is null ? b : a, a.Path is null ? withB : withA, a.Path is null ? into.Kind : from.Kind);
            return;
        }

        if (into.Kind == ShapeKind.Open)
        {
            (into, from) = (from, into);
        }

        into.Absorb(from);
        if (into.Kind != ShapeKind.Open)
        {
            into.Why ??= from.Why ?? (a.Path is null ? withB : withA);
        }

        JoinParts(a.Path is null ? b : a, into, from, withA);
    }

    /// <summary>A member of something, be it an object or a value whose members are known.</summary>
    public Shape Ask(Shape shape, string name, Span at)
    {
        var root = shape.Root;
        if (root.Members.TryFind(name, out var known))
        {
            return known.Shape;
        }

        var evidence = AskedFor(name, at);
        var member = NewPath(shape.Path is not { } path ? null : path.Length == 0 ? name : $"{path}.{name}", at);
        if (root.Kind is not (ShapeKind.Open or ShapeKind.Record))
        {
            AskValue(shape, name, member, evidence);
            return member;
        }

        if (root.Kind == ShapeKind.Open && !KnownMembers.Has(name))
        {
            shape.Use ??= evidence;
            (root.Kind, root.Why) = (ShapeKind.Record, evidence);
        }

        Add(root, new ShapeMember(name, member));
        return member;
    }

    /// <summary>Makes it an object of which is asked what it has under keys.</summary>
    public void FixDictionary(Shape shape, Evidence evidence)
    {
        Fix(shape, ShapeKind.Record, evidence);
        shape.Root.IsKeyed = true;
    }

    /// <summary>What a dictionary has under a key, which is a member of an object in a scenario.</summary>
    public Shape UnderKey(Shape dictionary, string key, Evidence evidence)
    {
        FixDictionary(dictionary, evidence);
        var value = Ask(dictionary, key, evidence.Span);
        if (dictionary.Root.Members.TryFind(key, out var member))
        {
            member.IsKey = true;
        }

        // Whatever it is, it may not be there.
        value.Root.IsNullable = true;
        return value;
    }

    /// <summary>The element of a list.</summary>
    public Shape ElementOf(Shape shape, Evidence evidence)
    {
        Fix(shape, ShapeKind.List, evidence);
        var root = shape.Root;
        return root.Kind == ShapeKind.List
            ? root.Element ??= NewPath(shape.Path is null ? null : shape.Path + "[]", evidence.Span)
            : new Shape();
    }

    /// <summary>What has a place in something, of which it is not known yet whether it is a list.</summary>
    public Shape PartOf(Shape whole, Span at) =>
        whole.Root is { Kind: ShapeKind.List, Element: { } element } ? element : NewPath(whole.Path is null ? null : whole.Path + "[]", at);

    public void Contradict(Shape shape, Evidence here, ShapeKind kindHere)
    {
        if (shape.Path is { Length: > 0 } path && shape.Root.Why is { } before)
        {
            diagnostics.Contradiction(path, here, kindHere, before, shape.Root.Kind);
        }
    }

    // `AddDays` and `Year` tell of a date, and not whether it has a time.
    private static void AlignDates(Shape one, Shape other)
    {
        if (one is { Kind: ShapeKind.DateTime, MayBeDay: true } && other.Kind == ShapeKind.DateOnly)
        {
            one.Kind = ShapeKind.DateOnly;
        }
        else if (other is { Kind: ShapeKind.DateTime, MayBeDay: true } && one.Kind == ShapeKind.DateOnly)
        {
            other.Kind = ShapeKind.DateOnly;
        }
    }

    private void JoinParts(Shape named, Shape into, Shape from, Evidence evidence)
    {
        if (from.Element is { } element)
        {
            if (into.Element is null)
            {
                into.Element = element;
            }
            else
            {
                Join(into.Element, evidence, element, evidence);
            }
        }

        var (moved, kept) = (from.Members, into.Members);
        if (into.Kind is not (ShapeKind.Open or ShapeKind.Record))
        {
            // What became a single value can be asked for the members of that value only.
            into.Members = ShapeMembers.None;
            foreach (var member in moved.All.Concat(kept.All))
            {
                AskValue(named, member.Name, member.Shape, AskedFor(member.Name, member.Shape.At));
            }

            return;
        }

        foreach (var member in moved.All)
        {
            if (into.Root.Members.TryFind(member.Name, out var same))
            {
                same.AddSamples(member);
                Join(same.Shape, evidence, member.Shape, evidence);
            }
            else
            {
                Add(into.Root, member);
            }
        }
    }

    private void Add(Shape root, ShapeMember member)
    {
        if (root.Members == ShapeMembers.None)
        {
            root.Members = new ShapeMembers(names);
            if (root.Kind == ShapeKind.Open)
            {
                _asked.Add(root);
            }
        }

        root.Members.Add(member);
    }

    private Shape NewPath(string? path, Span at)
    {
        var shape = new Shape(path, at);
        if (path is not null)
        {
            Paths.Add(shape);
        }

        return shape;
    }
}
