using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>Finds the fact or list that a path means where it stands.</summary>
/// <remarks>A path with a slip in it is reported, and taken for the one that is meant: what else is wrong where it stands is reported in
/// the same run.</remarks>
internal sealed class PathResolver(CheckDiagnostics diagnostics)
{
    /// <summary>How a path begins that starts at the scenario, wherever it stands.</summary>
    public const string OfScenario = "scenario.";

    /// <summary>The fact of that path; a list or object is returned as such. <see langword="null"/>, with a diagnostic, if there is
    /// none.</summary>
    /// <param name="path">The path as it was written.</param>
    /// <param name="scope">Where it is looked up.</param>
    /// <param name="inText">Whether it stands in the braces of a text, where no quantifier can be written.</param>
    public FactReference? ResolveFact(Name path, ElementScope scope, bool inText = false)
    {
        if (Resolve(path, scope, inText ? PathUse.FactInText : PathUse.Fact) is not { } levels)
        {
            return null;
        }

        if (levels.Length > 1)
        {
            diagnostics.FactInsideList(path with { Text = levels[^1].Path }, levels[^2], scope, inText);
            return null;
        }

        return levels[0];
    }

    /// <summary>The list of that path, a level for each list that it runs through.</summary>
    public ImmutableArray<FactReference>? ResolveList(Name path, ElementScope scope)
    {
        if (Resolve(path, scope, PathUse.List) is not { } levels)
        {
            return null;
        }

        if (levels[^1].Type is not ListType)
        {
            diagnostics.NotAList(path, levels[^1].Type, levels.Length > 1);
            return null;
        }

        return levels;
    }

    /// <summary>The lists that a path runs through and the fact of an element that it goes on to.</summary>
    public (ImmutableArray<FactReference> Levels, FactReference Item)? ResolveListItem(Name path, ElementScope scope)
    {
        if (Resolve(path, scope, PathUse.FactOfElements) is not { } levels)
        {
            return null;
        }

        if (levels[^1].Type is ListType { Element: not RecordType } list)
        {
            // A list of plain values: its elements themselves are meant.
            return (levels, new FactReference(scope.Depth + levels.Length, [], list.Element, levels[^1].Path));
        }

        if (levels.Length == 1 || levels[^1].Type is ListType)
        {
            diagnostics.NoFactOfElements(path, levels[^1].Type is ListType);
            return null;
        }

        return (levels[..^1], levels[^1]);
    }

    /// <summary>One reference for each list on the way and one for what the path ends at; each starts in the element of the one
    /// before.</summary>
    public ImmutableArray<FactReference>? Resolve(Name path, ElementScope scope, PathUse use = PathUse.Fact)
    {
        if (scope.Paths.TryGet(path.Text, out var known))
        {
            return known;
        }

        if (Find(path, scope, out var unknown) is { } found)
        {
            scope.Paths.Add(path.Text, found);
            return found;
        }

        // Not kept: each place where it is misspelt is a mistake of its own.
        if (unknown is (0, null) && path.Text.StartsWith(OfScenario, StringComparison.Ordinal))
        {
            var rest = path with { Text = path.Text[OfScenario.Length..] };
            Find(rest, scope, scope.Root, out var inScenario);
            return inScenario is var (at, before)
                && diagnostics.UnknownFact(rest, scope.Root, at, before, use, OfScenario) is { } near
                && Spelling.IsSlip(rest.Text, near)
                ? Find(rest with { Text = near }, scope, scope.Root, out _)
                : null;
        }

        return
            unknown is var (segment, owner)
            && diagnostics.UnknownFact(path, scope, segment, owner, use) is { } meant
            && Spelling.IsSlip(path.Text, meant)
            ? Find(path with { Text = meant }, scope, out _)
            : null;
    }

    /// <summary>Whether the path leads to a single value, found without a word.</summary>
    public static bool LeadsToValue(string path, ElementScope scope)
    {
        var segments = path.Split('.');
        var start = StartOf(segments[0], scope);
        if (start is null && path.StartsWith(OfScenario, StringComparison.Ordinal))
        {
            return LeadsToValue(path[OfScenario.Length..], scope.Root);
        }

        var type = start?.Type;
        foreach (var segment in segments.Skip(start?.Name == segments[0] ? 1 : 0))
        {
            type = type is RecordType record && record.SlotOf(segment) is >= 0 and var slot ? record.Properties[slot].Type : null;
        }

        return type is not (null or RecordType or ListType);
    }

    // Nothing, if there is no such fact, with the place in the path where it goes wrong and what the path leads to before it, or if it
    // could be two, which is reported. What is itself called `scenario` keeps its name.
    private ImmutableArray<FactReference>? Find(Name path, ElementScope scope, out (int Segment, FactType? Owner)? unknown)
    {
        if (!path.Text.StartsWith(OfScenario, StringComparison.Ordinal))
        {
            return Find(path, scope, scope, out unknown);
        }

        var rest = path with { Text = path.Text[OfScenario.Length..] };
        var called = Find(path, scope, scope, out unknown);
        var ofAll = unknown is null && called is null ? null : Find(rest, scope, scope.Root, out _);
        if (called is not null && ofAll is not null)
        {
            diagnostics.NamedLikeTheScenario(path, rest.Text);
        }

        return called ?? ofAll;
    }

    private ImmutableArray<FactReference>? Find(
        Name path, ElementScope scope, ElementScope innermost, out (int Segment, FactType? Owner)? unknown)
    {
        unknown = null;
        var segments = path.Text.Split('.');
        if (StartOf(segments[0], innermost) is not { } start)
        {
            unknown = (0, null);
            return null;
        }

        if (start.Outer is not null && StartOf(segments[0], start.Outer) is not null)
        {
            diagnostics.AmbiguousPath(path, scope, [.. innermost.Outwards().Where(place => StartsAt(place, segments[0]))]);
            return null;
        }

        // Most lead through no list.
        var levels = ImmutableArray.CreateBuilder<FactReference>(1);
        var (depth, type, slots) = (start.Depth, start.Type, ImmutableArray.CreateBuilder<int>(segments.Length));
        var levelDepth = scope.Depth;
        for (var i = start.Name == segments[0] ? 1 : 0; i < segments.Length; i++)
        {
            if (type is ListType list)
            {
                levels.Add(new FactReference(depth, slots.DrainToImmutable(), type, string.Join('.', segments.Take(i))));
                (depth, type) = (++levelDepth, list.Element);
            }

            var slot = type is RecordType record ? record.SlotOf(segments[i]) : -1;
            if (slot < 0)
            {
                unknown = (i, levels.Count > 0 && slots.Count == 0 ? levels[^1].Type : type);
                return null;
            }

            slots.Add(slot);
            type = ((RecordType)type).Properties[slot].Type;
        }

        levels.Add(new FactReference(depth, slots.DrainToImmutable(), type, path.Text));
        return levels.DrainToImmutable();
    }

    // The innermost place at which a path may start with that name.
    private static ElementScope? StartOf(string name, ElementScope innermost)
    {
        for (var place = innermost; place is not null; place = place.Outer)
        {
            if (StartsAt(place, name))
            {
                return place;
            }
        }

        return null;
    }

    private static bool StartsAt(ElementScope place, string name) =>
        place.Name == name || (place.Type is RecordType record && record.SlotOf(name) >= 0);
}
