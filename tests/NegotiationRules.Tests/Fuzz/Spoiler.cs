using System.Text;
using System.Text.RegularExpressions;

namespace NegotiationRules.Tests.Fuzz;

/// <summary>Spoils files: bytes, tokens, whole stretches of them, and whole values, so that what is spoilt is still JSON and gets past the
/// reader.</summary>
internal sealed partial class Spoiler(Random random)
{
    private static readonly string[] Odd =
    [
        "{",
        "}",
        "[",
        "]",
        ",", ":", "\"", "null", "true", "false", "{}", "[]", "\"\"", "//", "/*", "*/", "\\", "\\u0000", "\"\\ud800\"",
        "\"\\u12\"", "'", "NaN", "-Infinity", "undefined", "\u0000", "\ufeff", "0", "-0", "1", "-1", "1e999",
        "-1e999", "1e-999", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "1e18",
        "0.000000001", "0.0000000001", "79228162514264337593543950336", "1e2147483648", "1E+9999999999", "0.1", "1.0",
        "00", "+1", ".5", "5.", "0x10", "\"0001-01-01\"", "\"9999-12-31\"", "\"9999\"", "\"2022-02-30\"", "\"0000\"",
        "\"P9999Y\"", "\"-P9999Y\"", "\"P1M-1D\"", "\"PT0.0000001S\"", "\"9999-12-31T23:59:59.9999999-23:59\"",
        "\"1/0\"", "\"1/3\"", "\"101 %\"", "\"all\"", "\"any\"", "\"none\"", "\"not\"", "\"atLeast\"", "\"of\"",
        "\"every\"", "\"some\"", "\"no\"", "\"count\"", "\"sum\"", "\"min\"", "\"max\"", "\"share\"", "\"among\"",
        "\"where\"", "\"satisfy\"", "\"value\"", "\"inOrder\"", "\"by\"", "\"steps\"", "\"condition\"", "\"rule\"",
        "\"as\"", "\"fact\"", "\"parameter\"", "\"times\"", "\"plus\"", "\"minus\"", "\"to\"", "\"endOfMonth\"",
        "\"known\"", "\"complete\"", "\"source\"", "\"include\"", "\"matches\"", "\"(a{1000}){1000}\"", "\"(?<=a)b\"",
        "\"(((((\"",
        "\"\\\\1\"", "\"in\"", "\"between\"", "\"contains\"", "\"containsAll\"", "\"asOf\"", "\"type\"",
        "\"properties\"", "\"items\"", "\"maxItems\"", "\"minimum\"", "\"multipleOf\"", "\"default\"", "\"$ref\"",
        "\"#\"", "\"#/$defs/party\"", "\"allOf\"", "\"x-completeBy\"", "\"format\"", "\"enum\"",
    ];

    /// <summary>The file with one to five things done to it; <paramref name="other"/> lends stretches of itself.</summary>
    public byte[] Spoil(byte[] file, byte[] other)
    {
        var spoilt = file;
        for (var i = random.Next(2) == 0 ? 1 : random.Next(2, 6); i > 0; i--)
        {
            spoilt = Once(spoilt, other);
        }

        return spoilt;
    }

    private byte[] Once(byte[] file, byte[] other)
    {
        if (file.Length == 0)
        {
            return other;
        }

        var (start, length) = Stretch(file);
        switch (random.Next(16))
        {
            case 0:
                var flipped = (byte[])file.Clone();
                flipped[start] ^= (byte)(1 << random.Next(8));
                return flipped;
            case 1:
                return Replace(file, start, 1, [(byte)random.Next(256)]);
            case 2:
                return Replace(file, start, length, []);
            case 3:
                return Replace(file, start, 0, file.AsSpan(start, length));
            case 4:
                var (from, count) = Stretch(other);
                return Replace(file, start, length, other.AsSpan(from, count));
            case 5:
                return file[..start];
            case 6:
                return Replace(file, start, 0, [0xC3]);
            case 7:
                return Replace(file, start, 0, [0xED, 0xA0, 0x80]);
            case 8:
                return Nest(file, start, length);
            case < 13:
                return OnTokens(file, other);
            default:
                return OnValues(file, other);
        }
    }

    // A value of either file in the place of another, beside it, or around it; or a member or element taken out.
    private byte[] OnValues(byte[] file, byte[] other)
    {
        var tokens = TokensOf(file).FindAll(t => !string.IsNullOrWhiteSpace(t));
        var others = random.Next(2) == 0 ? tokens : TokensOf(other).FindAll(t => !string.IsNullOrWhiteSpace(t));
        if (tokens.Count < 3 || others.Count < 3)
        {
            return OnTokens(file, other);
        }

        var (start, end) = Value(tokens);
        var (from, to) = Value(others);
        var lent = others.GetRange(from, to - from);
        switch (random.Next(6))
        {
            case 0 when start > 0 && tokens[start - 1] == ":" && end < tokens.Count && tokens[end] == ",":
                tokens.RemoveRange(start - 2, end - start + 3);
                break;
            case 1 when start > 0 && tokens[start - 1] is "[" or ",":
                tokens.InsertRange(start, [.. lent, ","]);
                break;
            case 2:
                tokens.Insert(end, "}");
                tokens.InsertRange(
                    start,
                    ["{", Pick(["\"not\"", "\"value\"", "\"fact\"", "\"count\"", "\"known\"", "\"absolute\"", "\"list\""]), ":"]
                );
                break;
            case 3 when tokens[start] == "{" && start + 1 < tokens.Count:
                tokens.InsertRange(
                    start + 1,
                    [Pick(Odd.Where(o => o.Length > 2 && o[0] == '"').ToList()), ":", .. lent, tokens[start + 1] == "}" ? "" : ","]
                );
                break;
            default:
                tokens.RemoveRange(start, end - start);
                tokens.InsertRange(start, lent);
                break;
        }

        return Encoding.UTF8.GetBytes(string.Concat(tokens));
    }

    // The place of a value, from its first token to behind its last: a text or number, or an object or list with all that is in it.
    private (int Start, int End) Value(List<string> tokens)
    {
        var start = random.Next(tokens.Count);
        for (var tried = 0; tried < 20 && tokens[start] is "," or ":" or "}" or "]"; tried++)
        {
            start = random.Next(tokens.Count);
        }

        var end = start;
        var depth = 0;
        do
        {
            depth += tokens[end] is "{" or "[" ? 1 : tokens[end] is "}" or "]" ? -1 : 0;
            end++;
        }
        while (depth > 0 && end < tokens.Count);
        return (start, end);
    }

    private byte[] OnTokens(byte[] file, byte[] other)
    {
        var tokens = TokensOf(file);
        if (tokens.Count < 2)
        {
            return Replace(file, 0, 0, Encoding.UTF8.GetBytes(Pick(Odd)));
        }

        var (i, j) = (random.Next(tokens.Count), random.Next(tokens.Count));
        switch (random.Next(6))
        {
            case 0:
                (tokens[i], tokens[j]) = (tokens[j], tokens[i]);
                break;
            case 1:
                tokens.RemoveAt(i);
                break;
            case 2:
                tokens.Insert(j, tokens[i]);
                break;
            case 3:
                tokens[i] = TokensOf(other) is { Count: > 0 } others ? Pick(others) : tokens[i];
                break;
            default:
                // A value for a value, so that the file stays JSON more often than not.
                var values = tokens.Select((t, at) => (t, at)).Where(t => t.t.Length > 1).Select(t => t.at).ToList();
                tokens[values.Count > 0 ? Pick(values) : i] = random.Next(2) == 0 ? Pick(Odd) : tokens[j];
                break;
        }

        return Encoding.UTF8.GetBytes(string.Concat(tokens));
    }

    private byte[] Nest(byte[] file, int start, int length)
    {
        var (open, close) = Pick([("[", "]"), ("{\"not\":", "}"), ("{\"all\":[", "]}"), ("{\"a\":", "}")]);
        var depth = random.Next(20) == 0 ? 5_000 : random.Next(1, 300);
        var inner = Encoding.UTF8.GetString(file.AsSpan(start, length));
        return Replace(
            file, start, length,
            Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth)))
        );
    }

    private (int Start, int Length) Stretch(byte[] file)
    {
        var start = random.Next(file.Length);
        return (start, Math.Min(random.Next(4) == 0 ? random.Next(1, 2_000) : random.Next(1, 40), file.Length - start));
    }

    private static byte[] Replace(byte[] file, int start, int length, ReadOnlySpan<byte> by) =>
        [.. file.AsSpan(0, start), .. by, .. file.AsSpan(start + length)];

    private static List<string> TokensOf(byte[] file) => [.. Token().Matches(Encoding.UTF8.GetString(file)).Select(m => m.Value)];

    private T Pick<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];

    // Texts, words and numbers, and whatever else, one character at a time.
    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"|[\\w.+\\-]+|.", RegexOptions.Singleline)]
    private static partial Regex Token();
}
