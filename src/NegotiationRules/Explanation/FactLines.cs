using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;

namespace NegotiationRules.Explanation;

/// <summary>Makes lines about facts, with their paths and who stated them.</summary>
internal sealed class FactLines(CheckedRuleSet rules, ExplanationOptions options, ScopeNames names)
{
    private const int MostTogether = 500;

    private HashSet<string>? _settling;

    /// <summary>Sets the paths of the facts that settle the rule that is told of, where it is open and they are known.</summary>
    public void SetSettling(IReadOnlyList<string> paths) =>
        _settling = paths.Count == 0 ? null : paths.SelectMany(ElementsOn).ToHashSet(StringComparer.Ordinal);

    /// <summary>A line about facts.</summary>
    public ExplanationNode Of(
        string text, ExplanationMark mark, ImmutableArray<FactReference> facts, Scope scope, IReadOnlyList<Claim> claims,
        IReadOnlyList<ExplanationNode>? children = null, string? brief = null)
    {
        var (paths, sources) = (names.PathsOf(facts, scope), (List<Citation>?)null);
        foreach (var fact in facts)
        {
            if (FactSources.Of(fact, scope, rules) is { } source && (sources is null || !IsAmong(source, sources)))
            {
                (sources ??= []).Add(source);
            }
        }

        // Several quantities may be open for one reason: it is said once.
        return new ExplanationNode(text, mark, children is null ? null : SameLines.Once(children))
        {
            Short = brief,
            Claims = claims,
            Facts = paths,
            Sources = sources is null ? Array.Empty<Citation>() : sources,
        };
    }

    private static bool IsAmong(Citation source, List<Citation> sources) =>
        sources.Exists(other => other.ToString() == source.ToString());

    /// <summary>A line about a list.</summary>
    public ExplanationNode OfList(
        string text, ListReference list, Scope scope, ExplanationMark mark, IReadOnlyList<Claim> claims,
        IReadOnlyList<ExplanationNode>? children = null, string? brief = null) =>
        Of(text, mark, list.Levels.Length == 1 ? list.Levels : [], scope, claims, children, brief);

    // "members[3]" of "members[3].vote": the elements on the way to a fact.
    private static IEnumerable<string> ElementsOn(string path)
    {
        for (var end = path.IndexOf(']', StringComparison.Ordinal); end >= 0; end = path.IndexOf(']', end + 1))
        {
            yield return path[..(end + 1)];
        }
    }

    /// <summary>That facts are not known; <see langword="null"/> if all are.</summary>
    public ExplanationNode? Unknown(ImmutableArray<FactReference> facts, Scope scope)
    {
        var at = names.At(scope);
        ImmutableArray<FactReference> unknown =
            [.. facts.Where(fact => !scope.Read(fact).IsKnown).DistinctBy(fact => ConditionWording.Question(fact, at))];
        if (unknown.IsEmpty)
        {
            return null;
        }

        var asked = Series.And([.. unknown.Select(fact => ConditionWording.Question(fact, at))]);
        var text = asked.StartsWith("whether ", StringComparison.Ordinal)
            ? $"it is not known {asked}"
            : $"{asked} {(unknown.Length == 1 ? at.VerbOf(unknown[0]) : "are")} not known";
        return Of(text, ExplanationMark.Unknown, unknown, scope, [.. unknown.Select(fact => new UnknownClaim(scope, fact))]);
    }

    /// <summary>That facts are not known, and what else is open: what is said of them in one line needs no second line under it.</summary>
    public static ExplanationNode Beside(ExplanationNode unknown, List<ExplanationNode> open) =>
        unknown.With(open.FindAll(node => node.Children.Count > 0 || node.Facts.Count == 0 || !node.Facts.All(unknown.Facts.Contains)));

    /// <summary>A sentence that ends in elements, with the values that matter. In a list that runs through others it must be said whose
    /// they are.</summary>
    /// <param name="lead">How it begins.</param>
    /// <param name="elements">The elements.</param>
    /// <param name="where">What they meet or fail.</param>
    /// <param name="list">The list that they are in.</param>
    public string DescribeAll(
        DefaultInterpolatedStringHandler lead, IReadOnlyList<Scope> elements, Condition where, ListReference list)
    {
        for (var i = 0; i < Series.Named(elements.Count, options.MostElements); i++)
        {
            lead.AppendLiteral(Series.Before(i, elements.Count));
            PlainConditions.Describe(ref lead, elements[i], where, isOwn: list.Levels.Length <= 1, rules.Vocabulary.Root);
        }

        lead.AppendLiteral(Series.Rest(elements.Count, options.MostElements));
        return lead.ToStringAndClear();
    }

    /// <summary>An element with the values that matter, and with whose it is.</summary>
    public string DescribeInFull(Scope element, Condition where)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture);
        PlainConditions.Describe(ref text, element, where, isOwn: false, rules.Vocabulary.Root);
        return text.ToStringAndClear();
    }

    public static ElementsClaim Named(ListReference list, Scope scope, IReadOnlyList<Scope> elements) =>
        new(scope, list, null, null, Truth.True, elements);

    /// <summary>Lines about the elements that are open. Where some of them settle the rule, of the others it is enough how many they
    /// are.</summary>
    public IReadOnlyList<ExplanationNode> FewOpen(List<Scope> open, Func<Scope, ExplanationNode> explain, Func<int, Claim> more)
    {
        var settling = _settling is not { Count: > 0 } ? [] : open.FindAll(e =>
            _settling.Contains(e.Path));
        if (settling.Count == 0 || settling.Count == open.Count)
        {
            return Few(open, explain, more);
        }

        var others = open.Count - settling.Count;
        return [.. Few(settling, explain), new ExplanationNode(
            $"{Numbers.Of(others)} more {(others == 1 ? "is" : "are")} open, but need not be known to settle this", ExplanationMark.Note)
        { Claims = [more(settling.Count)] }];
    }

    /// <summary>The first few lines, and how many there would be more.</summary>
    /// <param name="items">What there is to tell of.</param>
    /// <param name="explain">Tells of one.</param>
    /// <param name="more">What the last line says as data, made of how many are told of.</param>
    public IReadOnlyList<ExplanationNode> Few<T>(IReadOnlyList<T> items, Func<T, ExplanationNode> explain, Func<int, Claim>? more = null)
    {
        var shown = items.Count > options.MostElements + 1 ? options.MostElements : items.Count;
        var first = new ExplanationNode[shown];
        for (var i = 0; i < shown; i++)
        {
            first[i] = explain(items[i]);
        }

        var nodes = Together(first);
        if (shown == items.Count)
        {
            return nodes;
        }

        // Where all that is to be said is what is not known of them, one line says it of the others too.
        return nodes is [var one] && items.Count <= MostTogether && UnknownFacts.IsOne(one)
            && Together([.. first, .. items.Skip(shown).Select(explain)]) is [var all]
            ? [all]
            : [.. nodes, new ExplanationNode($"and {Numbers.Of(items.Count - shown)} more", ExplanationMark.Note)
            { Claims = more is null ? [] : [more(shown)] }];
    }

    private IReadOnlyList<ExplanationNode> Together(IReadOnlyList<ExplanationNode> nodes) =>
        UnknownFacts.Together(nodes, rules.Vocabulary.Root, options.MostElements);

    /// <summary>Which elements these are, those first that matter most; none if there are none.</summary>
    public IReadOnlyList<ExplanationNode> Names(
        IReadOnlyList<Scope> elements, Truth truth, Condition? among, Condition where, ListReference list, Scope scope, string who)
    {
        if (elements.Count == 0)
        {
            return [];
        }

        elements = truth == Truth.False ? NearMisses.First(elements, where) : elements;
        var one = elements.Count == 1;
        var subject = who switch
        {
            "these" => one ? "it is" : "they are",
            "there" => one ? "there is" : "there are",
            "not these" => one ? "it is not" : "they are not",
            _ => one ? "the other is" : "the others are",
        };
        return [new ExplanationNode(DescribeAll($"{subject} ", elements, where, list), ExplanationMark.Note)
        { Claims = [new ElementsClaim(scope, list, among, where, truth, elements)] }];
    }
}
