using NegotiationRules.Conditions;
using NegotiationRules.Syntax;

namespace NegotiationRules.Checking;

/// <summary>A rule as it was written, and its conditions once they are checked: another rule may need them before its own turn
/// comes.</summary>
internal sealed class DeclaredRule(RuleSyntax syntax)
{
    public RuleSyntax Syntax { get; } = syntax;

    public bool IsChecked { get; private set; }

    public Condition? When { get; private set; }

    public Condition? Require { get; private set; }

    /// <summary>What is asked of each element, of a rule with <c>forEach</c>.</summary>
    public EachElement? Each { get; private set; }

    /// <summary>Where its conditions are read: in the scenario, or in the element; <see langword="null"/> if there is something wrong with
    /// the list.</summary>
    public ElementScope? Scope { get; private set; }

    /// <summary>How much its conditions unfold into.</summary>
    public ExpandedSize.Extent Extent { get; private set; }

    public void Remember(Condition? when, Condition? require, EachElement? each, ElementScope? scope, ExpandedSize.Extent extent) =>
        (IsChecked, When, Require, Each, Scope, Extent) = (true, when, require, each, scope, extent);
}
