using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Tests.Expressions;

/// <summary>That escapes are those of .NET's regular expressions: the dialect leaves them to <see cref="Regex.Unescape"/>.</summary>
public class TextEscapesTests
{
    private static readonly Gen<string> Texts = Gen.Elements(@"\\aberx0u17c8Fq@A[.'_ é\".ToCharArray())
        .ArrayOf()
        .Select(c => new string(c));

    [Fact]
    public void EveryCharacterBehindABackslashIsReadAsThere()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            Compare($"\\{(char)c}");
        }
    }

    [Property(MaxTest = 5_000)]
    public Property EveryTextIsReadAsThere() => Prop.ForAll(Texts.ToArbitrary(), Compare);

    [Property]
    public void WhatIsWrittenIsReadAgain(string? text)
    {
        foreach (var quote in "\"'")
        {
            Assert.Equal(text ?? string.Empty, TextEscapes.Resolve(TextEscapes.Write(text ?? string.Empty, quote), out _));
        }
    }

    private static void Compare(string written)
    {
        string? meant = null;
        try
        {
            meant = Regex.Unescape(written);
        }
        catch (ArgumentException)
        {
            // No escape there, so none here.
        }

        Assert.Equal(meant, TextEscapes.Resolve(written, out var fault));
        Assert.True(meant is not null || (written[fault][0] == '\\' && fault.End.Value <= written.Length));
    }
}
