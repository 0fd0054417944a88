using System.Text.RegularExpressions;
using NegotiationRules.Cli;
using NegotiationRules.Cli.Output;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Readme;

/// <summary>The README shows what is: its code is the code of <see cref="Snippets"/>, and its first example prints what it says.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repository.At("README.md"));

    [Theory]
    [InlineData(0, "first")]
    [InlineData(1, "builder")]
    [InlineData(2, "types")]
    [InlineData(3, "typed")]
    [InlineData(4, "often")]
    [InlineData(5, "when")]
    [InlineData(6, "advise")]
    [InlineData(7, "reconcile")]
    [InlineData(8, "power")]
    public void CodeIsTheCodeThatIsCompiledAndRun(int block, string mark)
    {
        var shown = Block("csharp", block).Replace("using NegotiationRules;\n\n", string.Empty, StringComparison.Ordinal);

        Assert.Equal(CodeOf("Snippets.cs", mark), shown);
    }

    [Fact]
    public void TheTheoryOfTheLanguagePageIsOneThatIsCompiledAndRun()
    {
        var page = ToolTranscript.RepositoryFile("rules/README.md");

        Assert.Equal(CodeOf("TheorySnippet.cs", "theory"), CSharpBlock().Match(page).Groups[1].Value);
    }

    private static string CodeOf(string file, string mark)
    {
        var source = File.ReadAllText(Repository.At($"tests/NegotiationRules.Tests/Readme/{file}"));
        var marked = Regex.Match(source, $@"// <{mark}>\n(?<code>.*?)\n *// </{mark}>", RegexOptions.Singleline).Groups["code"].Value;
        var indent = marked.Length - marked.TrimStart().Length;
        return string.Join('\n', marked.Split('\n').Select(line => line.Length > indent ? line[indent..] : line.Trim()));
    }

    [Fact]
    public void TheFirstExamplePrintsWhatItSays()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            foreach (var block in new[] { Block("jsonc", 0), Block("jsonc", 1) })
            {
                var name = FileName().Match(block).Groups[1].Value;
                File.WriteAllText(Path.Combine(folder.FullName, name), block);
            }

            var lines = Block("text", 0).Split('\n', 2);
            var words = lines[0]
                ["$ negotiate ".Length..]
                .Split(' ')
                .Select(word => word.Contains('.', StringComparison.Ordinal) ? Path.Combine(folder.FullName, word) : word);
            var output = RunTool([.. words]);

            Assert.Equal(lines[1].TrimEnd(), output.TrimEnd());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void WhatTheToolTellsIsWhatItTells(int block)
    {
        var lines = Block("text", block).Split('\n', 2);
        var words = lines[0]["$ negotiate ".Length..].Split(' ').Select(word => word.StartsWith("rules/", StringComparison.Ordinal)
            ? Repository.At(word) : word.Trim('"'));

        Assert.Equal(lines[1].TrimEnd(), RunTool([.. words]).TrimEnd());
    }

    [Fact]
    public void EveryFileThatIsLinkedExists()
    {
        var missing = Link().Matches(Readme).Select(match => match.Groups[1].Value)
            .Where(path => !path.Contains("://", StringComparison.Ordinal) && !Path.Exists(Repository.At(path)));

        Assert.Empty(missing);
    }

    [Fact]
    public void EveryFileThatACommandNamesExists()
    {
        var named = ShellBlock()
            .Matches(Readme)
            .SelectMany(block => block.Value.Split([' ', '\n']))
            .Where(word => word.StartsWith("rules/", StringComparison.Ordinal) || word.StartsWith("src/", StringComparison.Ordinal));

        Assert.DoesNotContain(named, path => !Path.Exists(Repository.At(path)));
    }

    // What `negotiate new` makes is not in the repository: it is made.
    [Fact]
    public void EveryFileOfTheNewRuleSetThatACommandNamesIsMade()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            const string Name = "my-rules";
            RunTool(["new", Path.Combine(folder.FullName, Name)]);
            var named = ShellBlock()
                .Matches(Readme)
                .SelectMany(block => block.Value.Split([' ', '\n']))
                .Where(word => word.StartsWith(Name + "/", StringComparison.Ordinal));

            Assert.All(named, path => Assert.True(File.Exists(Path.Combine(folder.FullName, path)), path));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string RunTool(string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        NegotiateTool.Run(args, new Terminal { Input = Stream.Null, Output = Stream.Null, Out = output, Error = error });
        Assert.Equal(string.Empty, error.ToString());
        return output.ToString();
    }

    internal static string Block(string language, int number) =>
        Regex.Matches(Readme, $@"```{language}\n(?<text>.*?)\n```", RegexOptions.Singleline)[number].Groups["text"].Value;

    [GeneratedRegex("```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();

    [GeneratedRegex(@"^// (\S+)")]
    private static partial Regex FileName();

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^```sh\n.*?\n```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex ShellBlock();
}
