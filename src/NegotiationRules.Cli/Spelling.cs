namespace NegotiationRules.Cli;

/// <summary>Finds what somebody may have meant.</summary>
internal static class Spelling
{
    private const int MostSlips = 2;

    /// <summary>The known word that differs least, if it differs by a slip or two and by less than half of its letters.</summary>
    public static string? Nearest(string word, IEnumerable<string> known) => known
        .Select(name => (Name: name, Slips: Slips(word, name)))
        .Where(n => n.Slips <= MostSlips && 2 * n.Slips < n.Name.Length)
        .OrderBy(n => n.Slips)
        .Select(n => n.Name)
        .FirstOrDefault();

    // How many letters must be added, taken away, changed, or swapped with their neighbours.
    private static int Slips(string a, string b)
    {
        var slips = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                slips[i, j] = i == 0 || j == 0
                    ? Math.Max(i, j)
                    : Math.Min(Math.Min(slips[i - 1, j], slips[i, j - 1]) + 1, slips[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    slips[i, j] = Math.Min(slips[i, j], slips[i - 2, j - 2] + 1);
                }
            }
        }

        return slips[a.Length, b.Length];
    }
}
