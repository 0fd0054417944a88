using System.Text.RegularExpressions;
using NegotiationRules.Cli;
using NegotiationRules.Cli.Output;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Readme;

/// <summary>A block of a page that shows a command and what it prints.</summary>
/// <param name="Command">The command, without the prompt.</param>
/// <param name="Shown">What the page says it prints; a line <c>…</c> stands for any number of lines.</param>
/// <param name="Block">The whole of it as it stands in the page, for replacing it.</param>
internal sealed partial record ToolTranscript(string Command, string Shown, string Block)
{
    private const string Omission = "…";
    private const string Prompt = "$ negotiate ";

    /// <summary>All blocks of the kind <c>text</c> whose first line is a prompt.</summary>
    public static IReadOnlyList<ToolTranscript> In(string page) =>
        [
            .. TextBlock()
                .Matches(page)
                .Select(block => (Block: block.Value, Lines: block.Groups[1].Value.Split('\n', 2)))
                .Where(b => b.Lines[0].StartsWith(Prompt, StringComparison.Ordinal))
                .Select(b => new ToolTranscript(
                    b.Lines[0][Prompt.Length..],
                    b.Lines.Length > 1 ? b.Lines[1].TrimEnd('\n') : string.Empty,
                    b.Block
                )),
        ];

    /// <summary>What the tool prints now. The working folder has to be the repository.</summary>
    public string Run()
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        NegotiateTool.Run(Words(Command), new Terminal { Input = Stream.Null, Output = Stream.Null, Out = output, Error = error });
        Assert.Equal(string.Empty, error.ToString());
        return output.ToString().Replace(Path.DirectorySeparatorChar, '/').TrimEnd('\n');
    }

    /// <summary>Whether the page tells the truth.</summary>
    public bool Tells(string output)
    {
        var pattern = string.Join('\n', Shown.Split('\n').Select(line => line == Omission ? "(.*\n)*?.*" : Regex.Escape(line)));
        return Regex.IsMatch(output, $@"\A{pattern}\z", RegexOptions.CultureInvariant);
    }

    /// <summary>The block with what the tool prints now; with as many lines before and after an omission as there were.</summary>
    public string Renew(string output)
    {
        var (shown, lines) = (Shown.Split('\n').ToList(), output.Split('\n'));
        var omission = shown.IndexOf(Omission);
        Assert.True(omission == shown.LastIndexOf(Omission), $"a block with several omissions has to be put right by hand: {Command}");
        var renewed =
            omission < 0 || lines.Length < shown.Count
                ? lines
                : [.. lines[..omission], Omission, .. lines[^(shown.Count - omission - 1)..]];
        return $"```text\n{Prompt}{Command}\n{string.Join('\n', renewed)}\n```";
    }

    public static string RepositoryFile(string path) => File.ReadAllText(Repository.At(path)).ReplaceLineEndings("\n");

    // A word with a sign of the shell in it stands in quotation marks.
    private static string[] Words(string command) => [.. command.Split(' ').Select(word => word.Trim('"'))];

    [GeneratedRegex("^```text\n(.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex TextBlock();
}
