using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Testing;

/// <summary>The small rule sets with tests in <c>Testing/Cases</c>.</summary>
internal static class TestCases
{
    private const string Folder = "tests/NegotiationRules.Tests/Testing/Cases";

    public static string At(string name) => Repository.At($"{Folder}/{name}");

    public static RuleTests Load(string name) => RuleTests.Load(At(name));

    /// <summary>A report without the folder that this checkout happens to lie in.</summary>
    public static string Relative(string report) => report.Replace(At(string.Empty), string.Empty, StringComparison.Ordinal);
}
