using System.Text.RegularExpressions;
using NegotiationRules.Cli.Files;

namespace NegotiationRules.Cli.Lookup;

/// <summary>What the documentation says of one diagnostic: a section of <c>rules/DIAGNOSTICS.md</c> or
/// <c>rules/WORKFLOW-DIAGNOSTICS.md</c>, which travel with the tool.</summary>
/// <param name="Code">The code.</param>
/// <param name="Title">What it is about, in a few words.</param>
/// <param name="Text">The section in Markdown, with its heading.</param>
/// <param name="Address">Where it stands: the file in the repository, and the place in the file.</param>
internal sealed partial record DiagnosticPage(string Code, string Title, string Text, string Address)
{
    private static readonly string[] Files = ["DIAGNOSTICS.md", "WORKFLOW-DIAGNOSTICS.md"];
    private static readonly Lazy<IReadOnlyList<DiagnosticPage>> Read = new(() => [.. Files.SelectMany(In)]);

    /// <summary>All, in the order of their codes.</summary>
    public static IReadOnlyList<DiagnosticPage> All => Read.Value;

    /// <summary>The first paragraph: what is wrong.</summary>
    public string Summary => Text.Split("\n\n", 3) is [_, var first, ..] ? first.ReplaceLineEndings(" ").Trim() : Title;

    public static DiagnosticPage? Of(string code) => All.FirstOrDefault(page => page.Code == code);

    private static IEnumerable<DiagnosticPage> In(string file)
    {
        var text = ShippedFiles.Text($"pages/{file}").ReplaceLineEndings("\n");
        var headings = Heading().Matches(text);
        foreach (var heading in headings.Where(heading => heading.Groups["code"].Success))
        {
            var end = headings.Where(next => next.Index > heading.Index).Select(next => next.Index).FirstOrDefault(text.Length);
            var section = Remark().Replace(text[heading.Index..end], string.Empty).Trim() + "\n";
            yield return new DiagnosticPage(
                heading.Groups["code"].Value, heading.Groups["title"].Value, section,
                $"rules/{file}#{Anchor(heading.Value)}"
            );
        }
    }

    // As GitHub makes them of headings.
    private static string Anchor(string heading) =>
        string.Concat(heading.TrimStart('#').Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_'))
            .Replace(' ', '-');

    [GeneratedRegex(@"^#{1,2} (?:(?<code>NR\d{4}) — (?<title>.*)|.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^<!--.*-->\n", RegexOptions.Multiline)]
    private static partial Regex Remark();
}
