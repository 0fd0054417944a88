using System.Runtime.CompilerServices;
using NegotiationRules.Text;

namespace NegotiationRules.Evaluation;

/// <summary>Counts the steps of one walk over conditions, and ends it when they are too many.</summary>
internal sealed class StepCount(WorkLimits limits)
{
    private long _left = limits.Steps;

    /// <summary>How many may still be taken.</summary>
    public long Left => _left;

    /// <summary>Counts a step.</summary>
    /// <exception cref="ScenarioException">It is one too many.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take()
    {
        if (--_left < 0)
        {
            throw TooMany();
        }
    }

    /// <summary>Counts many steps at once.</summary>
    /// <inheritdoc cref="Take()"/>
    public void Take(long steps)
    {
        if ((_left -= steps) < 0)
        {
            throw TooMany();
        }
    }

    /// <summary>Counts what it takes to look at a text once: little, unless it is long.</summary>
    /// <inheritdoc cref="Take()"/>
    public void TakeText(string text) => Take(1 + (text.Length >> 5));

    // Once it has ended, whoever goes on must not be let through.
    private ScenarioException TooMany()
    {
        _left = -1;
        var bag = new DiagnosticBag();
        new EvaluationDiagnostics(bag).TooMuchWork(null, limits.Steps);
        return new ScenarioException(bag.ToSorted()) { IsOfWork = true };
    }
}
