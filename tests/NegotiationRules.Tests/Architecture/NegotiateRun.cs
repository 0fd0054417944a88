using System.Text;
using System.Text.RegularExpressions;
using NegotiationRules.Cli;
using NegotiationRules.Cli.Output;

namespace NegotiationRules.Tests.Architecture;

/// <summary>Runs <c>negotiate</c> on files of the page, in a folder of their own.</summary>
internal static partial class NegotiateRun
{
    /// <summary>The exit code, and the reports among all that the command prints, an empty line between two.</summary>
    public static (int ExitCode, string Reports) Run(string command, IEnumerable<PageFile> files)
    {
        var folder = Directory.CreateTempSubdirectory("diagnostics");
        try
        {
            foreach (var file in files)
            {
                var encoding = file.IsLatin1 ? Encoding.Latin1 : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
                File.WriteAllText(Path.Combine(folder.FullName, file.Name), file.Text, encoding);
            }

            return Run(command, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A report is its first line with the line of the file, the caret and the help under it; some commands indent it.</summary>
    public static string ReportsIn(string output) => string.Join("\n\n", Report().Matches(output).Select(Unindented));

    private static string Unindented(Match report) =>
        report.Value.TrimStart(' ').Replace("\n" + report.Groups["indent"].Value, "\n", StringComparison.Ordinal);

    private static (int ExitCode, string Reports) Run(string command, string folder)
    {
        string[] words = [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('\''))];
        Assert.Equal("negotiate", words[0]);
        using var output = new StringWriter { NewLine = "\n" };
        using var bytes = new MemoryStream();

        var exitCode = NegotiateTool.Run([.. words.Skip(1).Select(word => IsPath(word) ? Path.Combine(folder, word) : word)], new Terminal
        {
            Input = Stream.Null,
            Output = bytes,
            Out = output,
            Error = output,
        });

        // The working folder belongs to all tests at once, so paths are given in full and read as if it were this one.
        var printed = output.ToString()
            .Replace(folder + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal)
            .Replace(folder, ".", StringComparison.Ordinal);
        return (exitCode, ReportsIn(printed));
    }

    private static bool IsPath(string word) => word[0] == '.' || Path.GetExtension(word) is ".json" or ".jsonl";

    [GeneratedRegex(
        @"^(?<indent> *)\S?[^\n]*?(?:error|warning) NR\d{4}: [^\n]*(?:\n\k<indent> +(?:(?:\d+ )?\| |help: )[^\n]*)*",
        RegexOptions.Multiline
    )]
    private static partial Regex Report();
}
