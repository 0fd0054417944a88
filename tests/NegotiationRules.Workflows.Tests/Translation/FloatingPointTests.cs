using System.Globalization;

namespace NegotiationRules.Workflows.Tests.Translation;

/// <summary>Whole numbers beside doubles: what comes out is what C# makes of the same expression, in either meaning of null.</summary>
public sealed class FloatingPointTests
{
    private const double Edge = 9007199254740992.0;

    // Beyond 2^53, where several whole numbers are one double; and at the ends of 64 bits.
    private static readonly long[] Wholes =
    [
        0, 3, -7, 9007199254740991, 9007199254740992, 9007199254740993, 9007199254740994, 9007199254740995,
        -9007199254740993, -9007199254740992, 9223372036854775295, 9223372036854775296, long.MaxValue, long.MinValue,
    ];

    private static readonly double[] Doubles =
    [
        Edge, -Edge, Edge + 2, 9007199254740996.0, 9223372036854775807.0, -9223372036854775808.0, 9.3E18, -9.3E18,
        1e300, 2.5, 0.12345678901, 3,
    ];

    private static readonly Dictionary<string, Func<Numbers, bool>> Expressions = new(StringComparer.Ordinal)
    {
        ["n.L in (9007199254740992.0, 3.5)"] = n => n.L is var l && (l == Edge || l == 3.5),
        ["n.L in (3.5, 9007199254740992)"] = n => n.L is var l && (l == 3.5 || l == Edge),
        ["n.L in (9007199254740992, 3.5)"] = n => n.L is 9007199254740992 || n.L == 3.5,
        ["9007199254740992.0 >= n.L"] = n => Edge >= n.L,
        ["n.L == 9007199254740992D"] = n => n.L == Edge,
        ["n.L - 9007199254740992.0 == 0"] = n => n.L - Edge == 0,
        ["n.L + 0.0 == 9007199254740992"] = n => n.L + 0.0 == 9007199254740992,
        ["n.L * 1.0 == 9007199254740993"] = n => n.L * 1.0 == 9007199254740993,
        ["-n.Small == -9007199254740992.0"] = n => -n.Small == -Edge,
        ["n.L == n.D"] = n => n.L == n.D,
        ["Math.Max(n.L, 1.5) == 9007199254740993"] = n => Math.Max(n.L, 1.5) == 9007199254740993,
        ["(n.I > 2 ? n.L : 1.5) == 9007199254740993"] = n => (n.I > 2 ? n.L : 1.5) == 9007199254740993,
        ["Convert.ToDouble(n.L) == 9007199254740993"] = n => Convert.ToDouble(n.L) == 9007199254740993,
        ["double(n.L) == 9007199254740993"] = n => (double)n.L == 9007199254740993,
        ["n.Items.Any(L == 9007199254740992.0)"] = n => n.Items.Any(i => i.L == Edge),
        ["n.Items.Sum(L) == 9007199254740996.0"] = n => n.Items.Sum(i => i.L) == 9007199254740996.0,
        ["n.Items.Max(L) == 9007199254740992.0"] = n => n.Items.Max(i => i.L) == Edge,
        ["n.Items.First().L == 9007199254740992.0"] = n => n.Items[0].L == Edge,
        ["n.I * 0.1 == 0.3"] = n => n.I * 0.1 == 0.3,
        ["0.1 * n.I > 0.3"] = n => 0.1 * n.I > 0.3,
        ["n.D * 1.1F > 3.3F"] = n => n.D * 1.1F > 3.3F,
        ["n.I * 0.1 + 0.1 == 0.4"] = n => (n.I * 0.1) + 0.1 == 0.4,
        ["n.I % 0.1 > 0.0999"] = n => n.I % 0.1 > 0.0999,
        ["n.I / 10.0 == 0.3"] = n => n.I / 10.0 == 0.3,
        ["Math.Min(n.I, 0.1) * 3 == 0.3"] = n => Math.Min(n.I, 0.1) * 3 == 0.3,
        ["0.12345678901 - n.D > n.I"] = n => 0.12345678901 - n.D > n.I,
        ["(n.I > 2 ? 0.1 : 0.2) * 3 == 0.3"] = n => (n.I > 2 ? 0.1 : 0.2) * 3 == 0.3,
        ["n.Items.Sum(I * 0.1) == 0.3"] = n => n.Items.Sum(i => i.I * 0.1) == 0.3,
        ["n.Items.Sum(i => 0.1) + 0.1 == 0.3"] = n => n.Items.Sum(i => 0.1) + 0.1 == 0.3,
        ["n.Items.Count * 0.15 == 0.3"] = n => n.Items.Count * 0.15 == 0.3,
        ["n.D * n.I == 27021597764222976"] = n => n.D * n.I == 27021597764222976,
        ["n.I % n.D == n.I"] = n => n.I % n.D == n.I,
        ["n.L % (n.D / 2) == 0"] = n => n.L % (n.D / 2) == 0,
        ["Math.Max(n.L, n.D) == 9007199254740993"] = n => Math.Max(n.L, n.D) == 9007199254740993,
        ["(n.I > 2 ? n.L : n.D) == 9007199254740993"] = n => (n.I > 2 ? n.L : n.D) == 9007199254740993,
        ["n.I * 1.1M == 3.3M"] = n => n.I * 1.1M == 3.3M,
        ["n.L == 9007199254740992M"] = n => n.L == 9007199254740992M,
    };

    public static TheoryData<string> Written { get; } = [.. Expressions.Keys];

    public static TheoryData<string> Literals { get; } =
    [
        .. Doubles
            .Select(d => d.ToString("R", CultureInfo.InvariantCulture))
            .Select(digits => digits.AsSpan().IndexOfAny('.', 'E') < 0 ? digits + ".0" : digits),
    ];

    [Theory]
    [MemberData(nameof(Written))]
    public void WhatIsWorkedOutIsWhatCSharpWorksOut(string expression) => CheckAll(expression, Expressions[expression]);

    [Theory]
    [MemberData(nameof(Literals))]
    public void AWholeNumberBesideADoubleIsComparedAsOne(string literal)
    {
        var real = double.Parse(literal, CultureInfo.InvariantCulture);
        CheckAll($"n.L == {literal}", n => n.L == real);
        CheckAll($"n.L != {literal}", n => n.L != real);
        CheckAll($"n.L < {literal}", n => n.L < real);
        CheckAll($"n.L <= {literal}", n => n.L <= real);
        CheckAll($"n.L > {literal}", n => n.L > real);
        CheckAll($"{literal} <= n.L", n => real <= n.L);
        CheckAll($"n.L in (1, {literal})", n => n.L == 1 || n.L == real);
    }

    private static void CheckAll(string expression, Func<Numbers, bool> inCSharp)
    {
        foreach (var missingIsUnknown in (ReadOnlySpan<bool>)[true, false])
        {
            var options = WorkflowOptions.Default.WithInput<Numbers>("n") with { MissingIsUnknown = missingIsUnknown };
            var workflow = WorkflowFile.Parse(
                $$"""{"WorkflowName": "w", "Rules": [{"RuleName": "r", "Expression": "{{expression}}"}]}""",
                options
            )["w"];
            foreach (var whole in Wholes)
            {
                var numbers = new Numbers(
                    whole,
                    Math.Clamp(whole, -1L << 60, 1L << 60),
                    (int)Math.Clamp(whole, -9, 3),
                    Edge,
                    [new(9007199254740993, 1), new(2, 2)]
                );
                var expected = inCSharp(numbers) ? RuleOutcome.Satisfied : RuleOutcome.Violated;
                Assert.Equal(
                    (expression, whole, expected),
                    (expression, whole, workflow.Evaluate(Scenario.From(new { n = numbers })).Rule("r").Outcome)
                );
            }
        }
    }

    public sealed record Numbers(long L, long Small, int I, double D, IReadOnlyList<Item> Items);

    public sealed record Item(long L, int I);
}
