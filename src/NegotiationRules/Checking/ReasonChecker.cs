using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>Resolves the braces of a <c>because</c>: elements that a quantifier of the rule names, facts, parameters.</summary>
internal sealed class ReasonChecker(Declarations declared, CheckDiagnostics diagnostics, PathResolver paths)
{
    /// <param name="rule">The rule whose reasons they are.</param>
    /// <param name="require">Its condition; <see langword="null"/> if something is wrong with it, and then it is not known which elements
    /// it names.</param>
    /// <param name="when">The condition under which it applies, if any.</param>
    /// <param name="element">The element of which the rule asks; <see langword="null"/> if it asks something of the scenario.</param>
    public ImmutableArray<Reason> Check(RuleSyntax rule, Condition? require, Condition? when, ElementScope? element) =>
        rule.Because.Count == 0 ? [] : CheckAll(rule.Because, require, when, element);

    private ImmutableArray<Reason> CheckAll(
        IReadOnlyList<BecauseSyntax> because, Condition? require, Condition? when, ElementScope? element)
    {
        foreach (var reason in because.Where(b => declared.IsOriginal && string.IsNullOrWhiteSpace(b.Text.Value)))
        {
            diagnostics.EmptyReason(reason.Text.Span);
        }

        var scopes = new Dictionary<string, ElementScope>(StringComparer.Ordinal);
        if (require is not null)
        {
            CollectNames(require, declared.Root, scopes, []);
        }

        if (when is not null)
        {
            CollectNames(when, declared.Root, scopes, []);
        }

        return [.. because.Select(b => new Reason(b.Language, Parse(b.Text, scopes, element, require is not null)))];
    }

    private ImmutableArray<ReasonPart> Parse(
        JsonText text, Dictionary<string, ElementScope> scopes, ElementScope? element, bool namesAreKnown)
    {
        var parts = ImmutableArray.CreateBuilder<ReasonPart>();
        var words = new System.Text.StringBuilder();
        for (var i = 0; i < text.Value.Length; i++)
        {
            var c = text.Value[i];
            if (c is '{' or '}' && i + 1 < text.Value.Length && text.Value[i + 1] == c)
            {
                words.Append(c);
                i++;
                continue;
            }

            var end = c == '{' ? text.Value.IndexOf('}', i) : -1;
            if (c is '}' || (c == '{' && end < 0))
            {
                diagnostics.LoneBrace(PlaceOf(text, i, 1), c);
                return [];
            }

            if (c != '{')
            {
                words.Append(c);
                continue;
            }

            if (words.Length > 0)
            {
                parts.Add(new ReasonWords(words.ToString()));
                words.Clear();
            }

            var path = new Name(text.Value[(i + 1)..end].Trim(), PlaceOf(text, i + 1, end - i - 1));
            if (Resolve(path, scopes, element, namesAreKnown) is { } part)
            {
                parts.Add(part);
            }

            i = end;
        }

        if (words.Length > 0)
        {
            parts.Add(new ReasonWords(words.ToString()));
        }

        return parts.ToImmutable();
    }

    private ReasonPart? Resolve(Name name, Dictionary<string, ElementScope> scopes, ElementScope? element, bool namesAreKnown)
    {
        var first = name.Text.Split('.')[0];
        if (scopes.TryGetValue(first, out var scope))
        {
            return paths.ResolveFact(name, scope, inText: true) is { } named ? new ReasonElement(first, named) : null;
        }

        if (declared.Parameters.TryGetValue(name.Text, out var parameter))
        {
            declared.Used.Add(("parameter", name.Text));
            if (parameter.Records is not null)
            {
                diagnostics.RecordsInText(name.Span, name.Text);
                return null;
            }

            return new ReasonParameter(WriteValue(parameter.Value), parameter.Value);
        }

        // It may start with an element that the condition names.
        if (!namesAreKnown && declared.Vocabulary.Root.SlotOf(first) < 0)
        {
            return null;
        }

        return paths.ResolveFact(name, element ?? declared.Root, inText: true) is not { } fact ? null
            : fact.Depth == 0 ? new ReasonFact(fact)
            : new ReasonElement(string.Empty, fact);
    }

    private static string WriteValue(JsonValue value) => value switch
    {
        JsonText text => text.Value,
        JsonNumber number => number.Digits,
        JsonBoolean boolean => boolean.Value ? "yes" : "no",
        JsonArray array => string.Join(", ", array.Items.Select(WriteValue)),
        _ => string.Empty,
    };

    // A place inside a text is exact only where the text has no escapes before it; otherwise the whole text is pointed at.
    private static Span PlaceOf(JsonText text, int start, int length) =>
        text.Span.Source is not null && text.Span.Length == text.Value.Length + 2 ? text.Span.Slice(start + 1, length) : text.Span;

    private static void CollectNames(Node node, ElementScope scope, Dictionary<string, ElementScope> names, HashSet<Node> seen)
    {
        if (!seen.Add(node))
        {
            return;
        }

        if (node.List is { } list)
        {
            Enter(list, scope, names);
        }

        foreach (var child in node.Children)
        {
            CollectNames(child.Node, child.List is null ? scope : Enter(child.List, scope, names), names, seen);
        }
    }

    private static ElementScope Enter(ListReference list, ElementScope scope, Dictionary<string, ElementScope> names)
    {
        foreach (var (level, type) in list.ElementTypes.Select((type, level) => (level, type)))
        {
            scope = new ElementScope(type, list.NameAt(level), scope);
            if (scope.Name is not null)
            {
                names.TryAdd(scope.Name, scope);
            }
        }

        return scope;
    }
}
