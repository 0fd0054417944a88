namespace NegotiationRules.Analysis.Sweeps;

/// <summary>The normal distribution, by additions, multiplications and divisions alone: what the runtime asks of the machine for
/// exponentials may differ in the last bit from one to the other, and samples must not.</summary>
internal static class NormalCurve
{
    private const double Log2 = 0.693147180559945309417;
    private const double RootOfTwoPi = 2.506628274631000502416;

    // Beyond it nothing is left that a double near 1 could tell.
    private const double Far = 8.3;

    /// <summary>What part lies below so many deviations from the mean, by Marsaglia's series ("Evaluating the Normal Distribution", Journal
    /// of Statistical Software 11, 2004).</summary>
    public static double PartBelow(double deviations)
    {
        if (deviations is < -Far or > Far)
        {
            return deviations < 0 ? 0 : 1;
        }

        var (sum, last, term, square) = (deviations, 0.0, deviations, deviations * deviations);
        for (var odd = 3; sum != last; odd += 2)
        {
            last = sum;
            term = term * square / odd;
            sum += term;
        }

        return 0.5 + (sum * Exponential(-square / 2) / RootOfTwoPi);
    }

    /// <summary>The exponential function of what is not above 0: as many halves as fit are taken out, and the rest is small.</summary>
    public static double Exponential(double power)
    {
        var halvings = Math.Floor(power / Log2);
        var rest = power - (halvings * Log2);
        var (sum, term) = (1.0, 1.0);
        for (var i = 1; i < 30; i++)
        {
            term = term * rest / i;
            sum += term;
        }

        return Math.ScaleB(sum, (int)halvings);
    }
}
