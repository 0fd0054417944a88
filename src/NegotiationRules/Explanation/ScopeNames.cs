using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Wording;

namespace NegotiationRules.Explanation;

/// <summary>The names in reach at the scopes of one scenario, each made once and kept by its scope.</summary>
internal readonly struct ScopeNames(Naming root)
{
    public Naming At(Scope scope)
    {
        if (scope.Outer is null)
        {
            return root;
        }

        if (!scope.TryRecall(root, out Naming names))
        {
            names = At(scope.Outer).Enter(scope);
            scope.Remember(root, names);
        }

        return names;
    }

    /// <summary>What the condition says there.</summary>
    public string Sentence(Condition condition, Scope scope, bool holds = true) => ConditionWording.Sentence(condition, At(scope), holds);

    /// <summary>"for Mingus of US, " before a line that does not say of whom it speaks; nothing for the scenario.</summary>
    public string OfWhom(Scope scope) => At(scope) is { Depth: > 0, Name: var name } ? $"for {name}, " : string.Empty;

    /// <summary>The paths of facts, each once. One of the scenario itself has the same in every scenario.</summary>
    public IReadOnlyList<string> PathsOf(ImmutableArray<FactReference> facts, Scope scope) =>
        facts is [{ Depth: 0 } only] ? root.WordsOf(only).Paths
        : facts is [var inner] ? (scope.PathOf(inner) is { Length: > 0 } path ? [path] : [])
        : [.. Distinct(facts, scope)];

    private static IEnumerable<string> Distinct(ImmutableArray<FactReference> facts, Scope scope) =>
        facts.Select(fact => scope.PathOf(fact)).Where(path => path.Length > 0).Distinct(StringComparer.Ordinal);
}
