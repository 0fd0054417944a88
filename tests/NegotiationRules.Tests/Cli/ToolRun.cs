using System.Text;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Cli;

/// <summary>One run of the tool inside the test process.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Out">What it printed to standard output.</param>
/// <param name="Error">What it printed to standard error.</param>
internal sealed record ToolRun(int Code, string Out, string Error)
{
    private static readonly string Cases = Repository.At("tests/NegotiationRules.Tests/Cli/Cases");

    /// <summary>The rules that most of these tests are about.</summary>
    public static readonly string Harbour = Path.Combine(Cases, "harbour");

    public static readonly string Broken = Path.Combine(Cases, "broken");

    /// <summary>A workflow file of Microsoft RulesEngine with scenarios and tests.</summary>
    public static readonly string Ferry = Path.Combine(Cases, "ferry");

    /// <summary>A file with several workflows.</summary>
    public static readonly string Islands = Path.Combine(Cases, "islands");

    /// <summary>A workflow file with errors.</summary>
    public static readonly string Leaky = Path.Combine(Cases, "leaky");

    /// <summary>Everything, for comparison with an approved file; paths begin at the cases.</summary>
    public string Report =>
        $"{Shorten(Out)}{(Error.Length == 0 ? string.Empty : $"--- standard error\n{Shorten(Error)}")}--- exit code {Code}\n";

    public static ToolRun Of(params string[] args) => new Screen().Run(args);

    /// <summary>With text on standard input.</summary>
    public static ToolRun With(string input, params string[] args) =>
        new Screen { Input = new MemoryStream(Encoding.UTF8.GetBytes(input)) }.Run(args);

    private static string Shorten(string text) => text
        .Replace(new Uri(Cases).AbsoluteUri + "/", string.Empty, StringComparison.Ordinal)
        .Replace(Cases + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal);
}
