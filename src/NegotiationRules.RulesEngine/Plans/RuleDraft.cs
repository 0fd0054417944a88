using NegotiationRules.RulesEngine.Rules;
using NegotiationRules.RulesEngine.Translating;
using NegotiationRules.Syntax;

namespace NegotiationRules.RulesEngine.Plans;

/// <summary>A rule while it is translated: what its expressions and those of its children have become.</summary>
internal sealed class RuleDraft(ModelRule rule)
{
    private readonly List<ConditionSyntax> _conditions = [];
    private readonly List<ConditionSyntax> _faults = [];

    public ModelRule Rule => rule;

    public RuleNode? Node { get; set; }

    public List<string> Reasons { get; } = [];

    public bool IsHandedOver => Node is null || Reasons.Count > 0;

    public IReadOnlyList<ConditionSyntax> Conditions => _conditions;

    /// <summary>When one of its expressions would end in an exception; <see langword="null"/> if none ever does.</summary>
    public ConditionSyntax? FaultCondition => _faults.Count switch
    {
        0 => null,
        1 => _faults[0],
        _ => new CompositionSyntax(default, CompositionKind.Any, _faults),
    };

    /// <summary>The place of its first condition among all, and of its fault.</summary>
    public int Start { get; private set; }

    public int Fault { get; private set; } = -1;

    /// <summary>Takes up an expression.</summary>
    /// <returns>The place of its condition among those of the rule.</returns>
    public int Add(TranslatedExpression translated)
    {
        _conditions.Add(translated.Condition);
        if (translated.Fault is { } fault)
        {
            _faults.Add(fault);
        }

        return _conditions.Count - 1;
    }

    /// <summary>Settles where its conditions are among all.</summary>
    public void Place(int start, int fault)
    {
        (Start, Fault) = (start, fault);
        Node = Moved(Node!, start);
    }

    private static RuleNode Moved(RuleNode node, int start) => node switch
    {
        ExpressionNode expression => expression with { Condition = expression.Condition + start },
        JoiningNode joining => joining with { Children = [.. joining.Children.Select(child => Moved(child, start))] },
        _ => throw new InvalidOperationException($"no place for {node.GetType().Name}"),
    };
}
