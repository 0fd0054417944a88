namespace NegotiationRules.RulesEngine.Rules;

/// <summary>A rule that is evaluated here, or one nested in it.</summary>
/// <param name="Rule">The rule as it was registered.</param>
/// <param name="Locals">The params that it and its children can use.</param>
internal abstract record RuleNode(ModelRule Rule, ParamValues Locals)
{
    /// <summary>Whether it or one of its children has params.</summary>
    public virtual bool HasLocals => Locals.Count > 0;
}

/// <summary>A rule with an expression.</summary>
/// <param name="Rule">The rule as it was registered.</param>
/// <param name="Locals">The params that it can use.</param>
/// <param name="Condition">The place of its condition among all.</param>
internal sealed record ExpressionNode(ModelRule Rule, ParamValues Locals, int Condition) : RuleNode(Rule, Locals);

/// <summary>A rule that joins others.</summary>
/// <param name="Rule">The rule as it was registered.</param>
/// <param name="Locals">The params that it and its children can use.</param>
/// <param name="IsAnd">Whether all must hold; otherwise any.</param>
/// <param name="Children">Those that are enabled.</param>
internal sealed record JoiningNode(ModelRule Rule, ParamValues Locals, bool IsAnd, IReadOnlyList<RuleNode> Children)
    : RuleNode(Rule, Locals)
{
    public override bool HasLocals { get; } = Locals.Count > 0 || Children.Any(child => child.HasLocals);
}
