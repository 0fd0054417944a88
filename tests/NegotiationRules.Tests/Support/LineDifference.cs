using System.Text;

namespace NegotiationRules.Tests.Support;

/// <summary>The lines that differ between two texts, each with its neighbours, as <c>diff -u</c> shows them.</summary>
internal static class LineDifference
{
    private const int Neighbours = 2;

    public static string Between(string old, string @new)
    {
        var lines = Merge(old.Split('\n'), @new.Split('\n'));
        var text = new StringBuilder();
        var gap = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (IsNearAChange(lines, i))
            {
                text.Append(lines[i].Mark).Append(' ').Append(lines[i].Text).Append('\n');
                gap = false;
            }
            else if (!gap)
            {
                text.Append("…\n");
                gap = true;
            }
        }

        return text.ToString();
    }

    private static bool IsNearAChange(List<(char Mark, string Text)> lines, int at)
    {
        for (var i = Math.Max(0, at - Neighbours); i <= Math.Min(lines.Count - 1, at + Neighbours); i++)
            if (lines[i].Mark != ' ')
                return true;

        return false;
    }

    private static List<(char Mark, string Text)> Merge(string[] old, string[] @new)
    {
        // common[i, j]: how many lines the rests of both texts, from i and from j on, have in common in this order.
        var common = new int[old.Length + 1, @new.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
            for (var j = @new.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == @new[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);

        var merged = new List<(char, string)>();
        int left = 0, right = 0;
        while (left < old.Length || right < @new.Length)
        {
            if (left < old.Length && right < @new.Length && old[left] == @new[right])
            {
                merged.Add((' ', old[left]));
                left++;
                right++;
            }
            else if (right == @new.Length || (left < old.Length && common[left + 1, right] >= common[left, right + 1]))
            {
                merged.Add(('-', old[left++]));
            }
            else
            {
                merged.Add(('+', @new[right++]));
            }
        }

        return merged;
    }
}
