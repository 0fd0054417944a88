using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Testing;

/// <summary>What was seen of every condition of a rule set, by where it is written.</summary>
/// <remarks>Places, not objects: the same rules with other parameters are checked anew, and a named condition is checked once for each
/// place that uses it.</remarks>
internal sealed class ConditionTallies
{
    private const int StepsToVisit = 8;

    private readonly Dictionary<(string? File, int Start, int Length, int Number), ConditionTally> _byPlace = [];

    // What a name stands for may be met by many ways; it is looked at once in each place.
    private readonly HashSet<(Condition Condition, ImmutableArray<PossiblyUnknown.Level> Levels)> _enlisted = [];
    private readonly PossiblyUnknown _possiblyUnknown;

    public ConditionTallies(CheckedRuleSet rules)
    {
        _possiblyUnknown = new PossiblyUnknown(rules.Vocabulary);
        var levels = _possiblyUnknown.Root;
        foreach (var rule in rules.Rules)
        {
            foreach (var part in PartsOf(rule))
            {
                Enlist(part, PossiblyUnknown.Enter(part.List, levels), isPart: false);
            }
        }
    }

    /// <summary>Everything that was seen, by file and position.</summary>
    public IReadOnlyList<ConditionCoverage> ToCoverage() =>
        [
            .. _byPlace
                .OrderBy(p => p.Key.File, StringComparer.Ordinal)
                .ThenBy(p => p.Key.Start)
                .ThenByDescending(p => p.Key.Length)
                .ThenBy(p => p.Key.Number)
                .Select(p => p.Value.ToCoverage()),
        ];

    /// <summary>Looks at the conditions of a rule in one scenario.</summary>
    public void Count(Rule rule, Scope scenario)
    {
        // A rule that does not apply requires nothing.
        var visited = new Dictionary<(Condition, Scope), Truth?>();
        var stage = rule.Each?.Stage;
        foreach (var part in PartsOf(rule).Where(p => stage is null || p.Inner == stage || Evaluate(stage, scenario) != Truth.False))
        {
            foreach (var place in Reach(part.List, part.Guard, scenario).ToList())
            {
                Visit(part, place, visited);
            }
        }
    }

    private static IEnumerable<ConditionPart> PartsOf(Rule rule)
    {
        var (when, require, list) = rule.Each is { } each ? (each.When, each.Require, each.List) : (rule.When, rule.Require, null);
        ConditionPart?[] parts =
        [
            rule.Each?.Stage is { } stage ? new ConditionPart(stage) : null,
            when is null ? null : new ConditionPart(when, list),
            new ConditionPart(require, list, when),
        ];
        return parts.OfType<ConditionPart>();
    }

    private void Enlist(ConditionPart part, ImmutableArray<PossiblyUnknown.Level> levels, bool isPart)
    {
        var key = KeyOf(part);
        if (!_byPlace.TryGetValue(key, out var tally))
        {
            _byPlace.Add(key, tally = new ConditionTally(part.Inner.Span, part.Number));
        }

        tally.IsPart |= isPart;
        if (!_enlisted.Add((part.Inner, levels)))
        {
            return;
        }

        tally.CanBeUnknown |= _possiblyUnknown.Is(part.Inner, levels);
        foreach (var inner in ConditionPart.Of(part.Inner))
        {
            var around = inner.Way.Aggregate(levels, (outer, step) => step.List is null ? outer : PossiblyUnknown.Enter(step.List, outer));
            Enlist(inner, inner.List is null ? around : PossiblyUnknown.Enter(inner.List, around), part.Inner is Composition or AtLeastOf);
        }
    }

    // What a name stands for is met by several ways, and what reads nothing of the innermost elements again with each of them.
    private Truth? Visit(ConditionPart part, Scope scope, Dictionary<(Condition, Scope), Truth?> visited, bool isMeaning = false)
    {
        // Beside those of evaluating it.
        scope.Steps.Take(StepsToVisit);
        var isNamed = part.Inner is Defined { IsNamed: true };
        var isOutside = part.Inner.Reach.IsOutside(scope.Depth);
        var place = isOutside ? scope.At(part.Inner.Reach.Innermost(scope.Depth)) : scope;
        var isMetAgain = isNamed || isMeaning || isOutside;
        if (isMetAgain && visited.TryGetValue((part.Inner, place), out var known))
        {
            return known;
        }

        var truth = Evaluate(part.Inner, scope);
        if (isMetAgain)
        {
            visited[(part.Inner, place)] = truth;
        }

        if (truth is { } value)
        {
            TallyOf(part).Count(value);
        }

        var parts = ConditionPart.Of(part.Inner).ToList();
        var truths = new List<Truth?>();
        foreach (var inner in parts)
        {
            if (inner is { List: null, Guard: null } && inner.Way.IsEmpty)
            {
                truths.Add(Visit(inner, scope, visited, isNamed));
                continue;
            }

            var reached = inner.Way.Aggregate(
                (IEnumerable<Scope>)[scope],
                (scopes, step) => scopes.SelectMany(outer => Reach(step.List, step.Guard, outer))
            );
            foreach (var element in reached.SelectMany(outer => Reach(inner.List, inner.Guard, outer)).ToList())
            {
                Visit(inner, element, visited, isNamed);
            }
        }

        if (part.Inner is Composition or AtLeastOf)
        {
            CountDecisive(part.Inner, parts, truths);
        }

        return truth;
    }

    private static IEnumerable<Scope> Reach(ListReference? list, Condition? guard, Scope scope)
    {
        IEnumerable<Scope> all = list is null ? [scope] : ElementsOf(list, scope);
        return guard is null ? all : all.Where(element => Evaluate(guard, element) != Truth.False);
    }

    private void CountDecisive(Condition composition, List<ConditionPart> parts, List<Truth?> truths)
    {
        if (truths.Exists(t => t is null or Truth.Unknown))
        {
            return;
        }

        // Where all are needed, one that fails decides alone; where fewer are, those that hold do, if there are just enough of them.
        var needed = composition switch
        {
            Composition { Kind: CompositionKind.All } => parts.Count,
            AtLeastOf a => a.Number,
            _ => 1,
        };
        var (decisive, met) = needed == parts.Count ? (Truth.False, needed - 1) : (Truth.True, needed);
        if (truths.Count(t => t == Truth.True) != met)
        {
            return;
        }

        for (var i = 0; i < parts.Count; i++)
        {
            if (truths[i] == decisive)
            {
                TallyOf(parts[i]).DecidedAlone = true;
            }
        }
    }

    private ConditionTally TallyOf(ConditionPart part) => _byPlace.TryGetValue(KeyOf(part), out var tally)
        ? tally
        : throw new ArgumentException($"The rules at {part.Inner.Span.ToPlace()} are not those that are covered.");

    // What is too large may be a key that elements are selected by.
    private static IReadOnlyList<Scope> ElementsOf(ListReference list, Scope scope)
    {
        try
        {
            return Elements.Of(list, scope).Known;
        }
        catch (OverflowException)
        {
            return [];
        }
    }

    // The evaluator may have stopped before it came to this one, and so never met what is too large here.
    private static Truth? Evaluate(Condition condition, Scope scope)
    {
        try
        {
            return TreeWalk.Evaluate(condition, scope);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static (string? File, int Start, int Length, int Number) KeyOf(ConditionPart part) =>
        (part.Inner.Span.Source?.Name, part.Inner.Span.Start, part.Inner.Span.Length, part.Number);
}
