namespace NegotiationRules.Workflows.Expressions;

/// <summary>How deep an expression may be nested and how high its tree may grow: whoever works on it does so by recursion.</summary>
internal sealed class TreeLimits(TokenCursor tokens, ParsingFaults faults)
{
    private int _depth;

    /// <summary>The height of what has two parts.</summary>
    public int Higher(int one, int other)
    {
        var height = Math.Max(one, other) + 1;
        if (height > ExpressionParser.HighestTree)
        {
            faults.GiveUp(say => say.TooHigh(tokens.Here, ExpressionParser.HighestTree));
        }

        return height;
    }

    /// <summary>Goes one level further in; whether that is allowed.</summary>
    public bool Descend()
    {
        if (_depth < ExpressionParser.DeepestNesting)
        {
            _depth++;
            return true;
        }

        faults.GiveUp(say => say.TooDeep(tokens.Here, ExpressionParser.DeepestNesting));
        return false;
    }

    public void Ascend() => _depth--;
}
