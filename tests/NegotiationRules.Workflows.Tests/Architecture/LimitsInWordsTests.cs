using System.Globalization;
using NegotiationRules.Tests.Support;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Reading;
using NegotiationRules.Workflows.Translation;

namespace NegotiationRules.Workflows.Tests.Architecture;

/// <summary>What is too long for an example stands in words on the page of diagnostics: the limits there are those in force.</summary>
public sealed class LimitsInWordsTests
{
    private static readonly string[] Sections = File.ReadAllText(Repository.At("rules/WORKFLOW-DIAGNOSTICS.md")).Split("\n## ");

    [Theory]
    [InlineData("NR7033", ParamGrowth.Most)]
    [InlineData("NR7101", ExpressionParser.LongestText)]
    [InlineData("NR7102", ExpressionParser.DeepestNesting)]
    [InlineData("NR7102", ExpressionParser.HighestTree)]
    [InlineData("NR7270", Meanings.MostParts)]
    public void LimitsAreThoseInForce(string code, int limit) => Assert.Contains(
        string.Create(CultureInfo.InvariantCulture, $" {limit:N0} "),
        Sections.Single(s => s.StartsWith(code, StringComparison.Ordinal)),
        StringComparison.Ordinal);
}
