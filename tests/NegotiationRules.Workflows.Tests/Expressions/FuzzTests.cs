using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Tests.Expressions;

/// <summary>Good expressions, spoilt at random: reading ends, throws nothing, and reports places inside the text.</summary>
public class FuzzTests
{
    private const int Runs = 10_000;

    private static readonly string[] Odd =
    [
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",", ".", "?", ":", "??", "?.",
        "=>",
        "=", "==", "!", "-", "+", "*", "&", "|", "<", ">", " in ", " not ", " new ", " as ", "\"", "'", "\\", "\\u12",
        "0x", "0b1", "1e", "99999999999999999999", "U", "L", "$", "^", "~", "@", "#", ";", "\0", "\ud83d", "“", "int",
        "DateTime", "null", "iif",
        "np(",
        "out ",
        "\n",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void SpoiltExpressionsAreReadToTheEnd(int seed)
    {
        var random = new Random(seed);
        string[] good = [.. CaseLines.AllIn(string.Empty), .. CaseLines.AllIn("Faults")];
        var faulty = 0;
        for (var i = 0; i < Runs; i++)
        {
            var text = good[random.Next(good.Length)];
            for (var edits = random.Next(1, 4); edits > 0; edits--)
            {
                text = Spoil(text, good[random.Next(good.Length)], random);
            }

            // Places inside the text, under whatever escapes: ReadExpression looks at each. A lone half of a character is not JSON.
            var (tree, found) = ReadExpression.Try(string.Concat(text.EnumerateRunes()));
            faulty += found.Any(d => d.Severity == DiagnosticSeverity.Error) ? 1 : 0;
            _ = ExpressionPrinter.Print(tree);
            Assert.All(found, d => Assert.DoesNotContain('\n', d.Message));
        }

        Assert.InRange(faulty, Runs / 4, Runs - 100);
    }

    private static string Spoil(string text, string other, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(1, 8), text.Length - at);
        return random.Next(6) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, Odd[random.Next(Odd.Length)]),
            2 => text.Remove(at, length).Insert(at, Odd[random.Next(Odd.Length)]),
            3 => text.Insert(at, text.Substring(at, length)),
            4 => text[..at] + other[random.Next(other.Length)..],
            _ => text.Insert(at, Odd[random.Next(Odd.Length)] + Odd[random.Next(Odd.Length)]),
        };
    }
}
