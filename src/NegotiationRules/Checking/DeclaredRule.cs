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

    /// <summary>How much its conditions unfold into.</summary>
    public ExpandedSize.Extent Extent { get; private set; }

    public void Remember(Condition? when, Condition? require, ExpandedSize.Extent extent) =>
        (IsChecked, When, Require, Extent) = (true, when, require, extent);
}
