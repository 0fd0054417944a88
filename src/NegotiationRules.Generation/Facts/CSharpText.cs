using System.Globalization;
using System.Text;
using NegotiationRules.Facts;

namespace NegotiationRules.Generation.Facts;

/// <summary>Values and comments as they are written in C#.</summary>
internal static class CSharpText
{
    private const int WidestComment = 120;

    public static string Literal(string text) => "\"" + string.Concat(text.Select(letter => letter switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        < ' ' or > '~' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
        _ => letter.ToString(),
    })) + "\"";

    public static string Number(long number) => number == long.MinValue ? "long.MinValue"
        : number.ToString(CultureInfo.InvariantCulture) + (number is > int.MaxValue or < int.MinValue ? "L" : string.Empty);

    public static string Decimal(long steps, int scale) => ExactNumber.ToText(steps, scale) + "m";

    public static string Real(double number) => number.ToString("R", CultureInfo.InvariantCulture) + "d";

    /// <summary>The test whether a number lies between two, each of which stands for no bound where it is the last there is.</summary>
    public static string Between(string text, long low, long high, Func<long, string> write) =>
        low > high ? "false"
        : low == high ? $"{text} == {write(low)}"
        : low == long.MinValue && high == long.MaxValue ? "true"
        : low == long.MinValue ? $"{text} <= {write(high)}"
        : high == long.MaxValue ? $"{text} >= {write(low)}"
        : $"{text} >= {write(low)} && {text} <= {write(high)}";

    /// <summary>A summary for whoever uses what follows, broken between words.</summary>
    public static void Summary(StringBuilder text, string indent, string? summary)
    {
        if (string.IsNullOrWhiteSpace(summary))
        {
            return;
        }

        var words = Escaped(summary).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var line = new StringBuilder(indent).Append("/// <summary>");
        for (var i = 0; i < words.Length; i++)
        {
            if (i > 0 && line.Length + words[i].Length > WidestComment)
            {
                text.Append(line).Append('\n');
                line.Clear().Append(indent).Append("///");
            }

            line.Append(i == 0 ? string.Empty : " ").Append(words[i]);
        }

        text.Append(line).Append("</summary>\n");
    }

    /// <summary>On one line, without what would end a comment.</summary>
    public static string OneLine(string text) =>
        string.Concat(text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\u0085' ? ' ' : letter));

    private static string Escaped(string text) => OneLine(text)
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
