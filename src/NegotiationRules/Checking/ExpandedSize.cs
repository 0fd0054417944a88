using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>Keeps count of how large and how deep conditions become once every name in them is replaced by what it names.</summary>
/// <remarks>
/// A condition that names others which name others may grow without end, though each of them is checked only once. Every evaluator walks
/// the whole of it, with a call for each level, so both are limited here.
/// </remarks>
internal sealed class ExpandedSize(CheckDiagnostics diagnostics)
{
    // What is named is checked anew in each scope where it is used. Each of these is some objects and takes a few microseconds, so a small
    // file has not many of them.
    private const int MostNamed = 150_000;
    private const int MoreForEachWritten = 20;
    private const int MostUnfolded = 20_000_000;

    // Each level costs every walk over conditions a few calls, on threads that may have a stack of 1 MB.
    private const int Deepest = 400;

    // What goes over the parts of a value goes over all of them, as often as they are named, and nobody writes a formula so long.
    private const int MostOfOneQuantity = 10_000;

    private long _named;
    private long _written;
    private long _unfolded;
    private int _open;
    private int _depth;
    private int _reached;
    private bool _isReported;

    /// <summary>Steps into a condition that is checked; false, reported once, if it is one too many or too deep. <see cref="Leave"/> is due
    /// in any case.</summary>
    public bool Enter(Span at)
    {
        if (_open > 0)
        {
            _named++;
        }
        else
        {
            _written++;
        }

        _unfolded++;
        _reached = Math.Max(_reached, ++_depth);
        return IsWithinLimits(at, 0);
    }

    public void Leave() => _depth--;

    /// <summary>Steps into a named condition, where it is used. <see cref="LeaveNamed"/> is due.</summary>
    public void EnterNamed() => _open++;

    public void LeaveNamed() => _open--;

    /// <summary>Begins to measure what will be used again.</summary>
    public Mark Start()
    {
        var mark = new Mark(_unfolded, _reached);
        _reached = _depth;
        return mark;
    }

    /// <summary>The size and height of what was checked since <see cref="Start"/>.</summary>
    public Extent Stop(Mark mark)
    {
        var extent = new Extent(_unfolded - mark.Unfolded, _reached - _depth);
        _reached = Math.Max(_reached, mark.Reached);
        return extent;
    }

    /// <summary>Counts what was measured before and is used again; false, reported once, if that is too much.</summary>
    public bool UseAgain(Extent extent, Span at)
    {
        _unfolded += extent.Size;
        _reached = Math.Max(_reached, _depth + extent.Height);
        return IsWithinLimits(at, extent.Height);
    }

    /// <summary>Whether one quantity is not too large by itself; false, reported once, if it is.</summary>
    public bool IsOneQuantity(Extent extent, Span at)
    {
        if (extent.Size > MostOfOneQuantity && !_isReported)
        {
            _isReported = true;
            diagnostics.TooManyConditions(at, MostOfOneQuantity);
        }

        return extent.Size <= MostOfOneQuantity;
    }

    private bool IsWithinLimits(Span at, int height)
    {
        var tooDeep = _depth + height > Deepest;
        var tooMany = _named > MostNamed + (MoreForEachWritten * _written);
        if (!tooDeep && !tooMany && _unfolded <= MostUnfolded)
        {
            return true;
        }

        if (!_isReported)
        {
            _isReported = true;
            if (tooDeep)
            {
                diagnostics.TooDeep(at, Deepest);
            }
            else
            {
                diagnostics.TooManyConditions(at, tooMany ? MostNamed : MostUnfolded);
            }
        }

        return false;
    }

    internal readonly record struct Mark(long Unfolded, int Reached);

    /// <summary>How many conditions something unfolds into, and how many levels it is deep.</summary>
    internal readonly record struct Extent(long Size, int Height);
}
