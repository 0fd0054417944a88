using System.Text.RegularExpressions;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Workflows.Tests.Expressions;

/// <summary>That every message about expressions has a case, and is written as all others are.</summary>
public partial class ReportsTests
{
    private static readonly List<Diagnostic> All = [.. CaseLines.AllIn("Faults").SelectMany(line => ReadExpression.Try(line).Found)];

    [Fact]
    public void EveryCodeHasACase()
    {
        var folder = Repository.At("src/NegotiationRules.Workflows/Expressions");
        var codes = Directory
            .GetFiles(folder, "ExpressionDiagnostics*.cs")
            .SelectMany(f => Code().Matches(File.ReadAllText(f)))
            .Select(m => m.Value);

        // The limits have tests of their own: their cases would fill pages.
        Assert.Equal(codes.Distinct().Except(["NR7101", "NR7102"]).Order(), All.Select(d => d.Code).Distinct().Order());
    }

    [Fact]
    public void MessagesBeginSmallAndEndWithoutAFullStop() => Assert.All(All, d =>
    {
        Assert.Matches("^([`a-z]|Microsoft)", d.Message);
        Assert.DoesNotMatch(@"\.$|[\r\n]", d.Message);
        Assert.NotNull(d.Help);
        Assert.DoesNotMatch(@"[a-z)]\.$|[\r\n]", d.Help);
    });

    [GeneratedRegex("(?<=\")NR\\d{4}")]
    private static partial Regex Code();
}
