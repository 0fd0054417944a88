using NegotiationRules.Syntax;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>The names that an expression can use. Immutable.</summary>
internal sealed class TranslationScope
{
    private readonly TranslationScope? _outer;
    private readonly string _name;
    private readonly object? _meaning;

    private TranslationScope(TranslationScope? outer, string name, object? meaning)
    {
        (_outer, _name, _meaning) = (outer, name, meaning);
        (It, Parent, Root) = (outer?.It, outer?.Parent, outer?.Root);
    }

    public static TranslationScope Empty { get; } = new(null, string.Empty, null);

    /// <summary>What members without an object are members of, in <c>list.Any(Age > 3)</c>; <see langword="null"/> where there is
    /// none.</summary>
    public object? It { get; private init; }

    public object? Parent { get; private init; }

    public object? Root { get; private init; }

    /// <summary>All names, the nearest first.</summary>
    public IEnumerable<string> Names
    {
        get
        {
            for (var scope = this; scope._outer is not null; scope = scope._outer)
            {
                if (scope._name.Length > 0)
                {
                    yield return scope._name;
                }
            }
        }
    }

    /// <summary>The names of the parameters.</summary>
    public IEnumerable<string> Params
    {
        get
        {
            for (var scope = this; scope._outer is not null; scope = scope._outer)
            {
                if (scope._meaning is ExpressionBinding or ConditionBinding)
                {
                    yield return scope._name;
                }
            }
        }
    }

    /// <summary>The names of the facts that are inputs.</summary>
    public IEnumerable<string> Inputs
    {
        get
        {
            for (var scope = this; scope._outer is not null; scope = scope._outer)
            {
                if (scope._meaning is InputBinding input)
                {
                    yield return input.Fact;
                }
            }
        }
    }

    /// <summary>An input: a fact at the top of the scenario.</summary>
    /// <param name="name">What expressions call it.</param>
    /// <param name="fact">Its name in the scenario.</param>
    /// <param name="type">Its type.</param>
    public TranslationScope WithInput(string name, string fact, InputType type) => new(this, name, new InputBinding(fact, type));

    /// <summary>A parameter that is put in place wherever it is used.</summary>
    public TranslationScope WithExpression(string name, ExpressionSyntax expression) =>
        new(this, name, new ExpressionBinding(expression, this));

    /// <summary>A parameter that is a named condition.</summary>
    /// <param name="name">What expressions call it.</param>
    /// <param name="condition">The name of the condition.</param>
    /// <param name="fault">Its fault, if it can have one.</param>
    public TranslationScope WithCondition(string name, string condition, ConditionSyntax? fault) =>
        new(this, name, new ConditionBinding(condition, fault));

    /// <summary>The name that stands alone as <c>it</c>, as the only input does.</summary>
    public TranslationScope WithIt(string name) =>
        new(this, string.Empty, null)
        {
            It = Find(name, true),
            Parent = It,
            Root = Root ?? Find(name, true),
        };

    public TranslationScope WithElement(Meaning item) => new(this, string.Empty, null) { It = item, Parent = It, Root = Root };

    public TranslationScope WithParameter(string name, Meaning item) => new(this, name, item);

    public object? Find(string name, bool isCaseSensitive)
    {
        object? found = null;
        for (var scope = this; scope._outer is not null; scope = scope._outer)
        {
            if (scope._name.Length == 0)
            {
                continue;
            }

            if (scope._name == name)
            {
                return scope._meaning;
            }

            // What a lambda names is found in its own letter case only.
            if (!isCaseSensitive && scope._meaning is not Meaning && string.Equals(scope._name, name, StringComparison.OrdinalIgnoreCase))
            {
                found ??= scope._meaning;
            }
        }

        return found;
    }

    internal sealed record InputBinding(string Fact, InputType Type);

    internal sealed record ExpressionBinding(ExpressionSyntax Expression, TranslationScope Scope);

    internal sealed record ConditionBinding(string Condition, ConditionSyntax? Fault);
}
