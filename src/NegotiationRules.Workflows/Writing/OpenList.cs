using System.Collections.Immutable;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Writing;

/// <summary>A list whose elements have names; for a path through several lists, each inside the elements of the one before.</summary>
/// <param name="Levels">The lists, outermost first.</param>
/// <param name="Inner">Where conditions on an element stand.</param>
internal sealed record OpenList(ImmutableArray<OpenLevel> Levels, WritingPlace Inner)
{
    public OpenLevel Last => Levels[^1];

    /// <summary>What is said of the innermost list, said of all of them: <c>outer.Any(x => innermost)</c>.</summary>
    public ExpressionSyntax Nest(string method, ExpressionSyntax innermost)
    {
        for (var i = Levels.Length - 2; i >= 0; i--)
        {
            innermost = Levels[i].Each(method, innermost);
        }

        return innermost;
    }
}
