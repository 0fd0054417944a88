namespace NegotiationRules.Evaluation;

/// <summary>What a walk over conditions leaves behind for those who tell why: the elements that it went over, each with what became of
/// conditions in it, so that nothing is evaluated twice.</summary>
/// <remarks>It is kept by the scopes themselves. Here is counted how many are kept: what goes beyond is worked out anew when it is asked
/// for.</remarks>
internal sealed class Trace
{
    private const int MostElements = 100_000;

    private int _kept;

    /// <summary>Whether so many elements more are kept.</summary>
    public bool Keeps(int elements)
    {
        if (_kept > MostElements - elements)
        {
            return false;
        }

        _kept += elements;
        return true;
    }
}
