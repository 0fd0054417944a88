namespace NegotiationRules.Analysis.Solving;

/// <summary>1, 1, 2, 1, 1, 2, 4, …: how long to search before starting again; nearly the best there is when nothing is known.</summary>
internal static class Luby
{
    /// <summary>The number at a place, from 1 on.</summary>
    public static int At(int place)
    {
        while (true)
        {
            // The sequence up to 2^k − 1 is twice the one up to 2^(k−1) − 1 and then 2^(k−1).
            var length = 1;
            while (length < place)
            {
                length = 2 * length + 1;
            }

            if (length == place)
                return (length + 1) / 2;
            place -= length / 2;
        }
    }
}
