using System.Text.RegularExpressions;
using NegotiationRules.Generation.Options;
using NegotiationRules.Generation.Tests.Support;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Generation.Tests;

/// <summary>The page about generated code shows what is so.</summary>
public sealed partial class PageTests
{
    private static readonly string Page = File.ReadAllText(Repository.At("src/NegotiationRules.Generation/README.md"));

    [Fact]
    public void TheExampleOfThePageCompilesAndPrintsWhatItSays()
    {
        var usings = "using System;\n";
        var assembly = Compiler.Compile([Written(), usings + Block("csharp")], isProgram: true);
        var output = new StringWriter();
        var before = Console.Out;
        Console.SetOut(output);
        try
        {
            assembly.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(before);
        }

        Assert.Equal(Block("text").Trim(), output.ToString().ReplaceLineEndings("\n").Trim());
    }

    [Fact]
    public void WhatIsWrittenCanBeRead() => Approved.Check(Written());

    private static string Written() =>
        CSharpGenerator.Write(RuleSet.Parse(Block("json")), new CSharpOptions { Namespace = "Example" }).Text!;

    private static string Block(string language) =>
        Fence().Matches(Page).First(match => match.Groups[1].Value == language).Groups[2].Value;

    [GeneratedRegex(@"^```(\w+)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
