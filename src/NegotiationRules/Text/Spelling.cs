namespace NegotiationRules.Text;

/// <summary>Finds the word that was probably meant.</summary>
internal static class Spelling
{
    /// <summary>The nearest of the known words, or <see langword="null"/> if none is near enough to be worth a suggestion.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var candidate in known)
        {
            // A third of the letters may differ; more is another word, and of two letters one is.
            var longest = Math.Max(word.Length, candidate.Length);
            var allowed = longest < 3 ? 0 : Math.Max(1, longest / 3);
            var distance = string.Equals(word, candidate, StringComparison.OrdinalIgnoreCase)
                ? 0
                : Distance(word, candidate, Math.Min(allowed, bestDistance - 1));
            if (distance > allowed && IsShortened(word, candidate))
            {
                distance = allowed + 1;
            }
            else if (distance > allowed)
            {
                continue;
            }

            if (distance < bestDistance)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary>The end of a sentence that says that there is nothing of a name: what was probably meant, or which few there are.</summary>
    /// <param name="name">The name.</param>
    /// <param name="known">Those there are.</param>
    public static string Instead(string name, IEnumerable<string> known)
    {
        const int Few = 8;
        var all = known.Where(one => one != name).Distinct(StringComparer.Ordinal).ToList();
        return Nearest(name, all) is { } meant ? $": did you mean '{meant}'?"
            : all.Count is 0 or > Few ? "."
            : $"; there {(all.Count == 1 ? "is only" : "are")} {List(all, "and").Replace('`', '\'')}.";
    }

    /// <summary>Whether two paths differ so little that one can only be the other misspelt: no part in more than a letter of
    /// four.</summary>
    public static bool IsSlip(string path, string meant)
    {
        var (parts, others) = (path.Split('.'), meant.Split('.'));
        return parts.Length == others.Length
            && parts.Zip(others).All(pair => IsNear(pair.First, pair.Second, (pair.Second.Length + 1) / 4));
    }

    /// <summary>Words in backticks, joined by commas, with the last after <paramref name="conjunction"/>; long lists are cut.</summary>
    public static string List(IEnumerable<string> words, string conjunction = "or")
    {
        const int Most = 16;
        var quoted = words.Select(w => $"`{w}`").ToList();
        if (quoted.Count > Most)
        {
            return $"{string.Join(", ", quoted.Take(Most))} … ({quoted.Count} in all)";
        }

        return quoted.Count < 2 ? string.Concat(quoted) : $"{string.Join(", ", quoted.SkipLast(1))} {conjunction} {quoted[^1]}";
    }

    // `chk` is `check` with two letters left out between the first and the last.
    private static bool IsShortened(string word, string candidate)
    {
        const int MostLeftOut = 2;
        if (word.Length < 3 || candidate.Length - word.Length is < 1 or > MostLeftOut || !IsSame(word[0], candidate[0])
            || !IsSame(word[^1], candidate[^1]))
        {
            return false;
        }

        var found = 0;
        foreach (var letter in candidate)
        {
            found += found < word.Length && IsSame(word[found], letter) ? 1 : 0;
        }

        return found == word.Length;
    }

    private static bool IsSame(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);

    private static bool IsNear(string a, string b, int limit) => Distance(a, b, limit) <= limit;

    // Optimal string alignment: like Levenshtein's distance, but two letters swapped count as one slip. Gives up above `limit`.
    private static int Distance(string a, string b, int limit)
    {
        if (limit < 0 || Math.Abs(a.Length - b.Length) > limit || a.Length > 200)
        {
            return int.MaxValue;
        }

        var beforeLast = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = IsSame(a[i - 1], b[j - 1]) ? 0 : 1;
                var value = Math.Min(Math.Min(last[j] + 1, current[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    value = Math.Min(value, beforeLast[j - 2] + 1);
                }

                current[j] = value;
                least = Math.Min(least, value);
            }

            if (least > limit)
            {
                return int.MaxValue;
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[b.Length];
    }
}
