namespace NegotiationRules.Tests.Architecture;

public sealed class ImportScannerTests
{
    private static readonly SourceFile Vocabulary = new(
        "Facts/Vocabulary.cs",
        "namespace NegotiationRules.Facts;\n\npublic sealed class Vocabulary;\n"
    );
    private static readonly SourceFile Column = new(
        "Facts/Columns/Column.cs",
        "namespace NegotiationRules.Facts.Columns;\n\ninternal readonly record struct Column;\n"
    );
    private static readonly SourceFile RuleSet = new("RuleSet.cs", "namespace NegotiationRules;\n\npublic sealed class RuleSet;\n");

    [Theory]
    [InlineData("using NegotiationRules.Facts;", "Facts")]
    [InlineData("using static NegotiationRules.Facts.Vocabulary;", "Facts")]
    [InlineData("using V = NegotiationRules.Facts.Vocabulary;", "Facts")]
    [InlineData("using NegotiationRules.Facts.Columns;", "Facts/Columns")]
    [InlineData("using Facts;", "Facts")]
    [InlineData("NegotiationRules.Facts.Vocabulary? known;", "Facts")]
    [InlineData("global::NegotiationRules.Facts.Vocabulary? known;", "Facts")]
    [InlineData("Facts.Vocabulary? known;", "Facts")]
    [InlineData("Facts.Columns.Column column;", "Facts/Columns")]
    [InlineData("var words = $\"{Facts.Vocabulary.Words}\";", "Facts")]
    [InlineData("RuleSet? rules;", "")]
    [InlineData("NegotiationRules.RuleSet? rules;", "")]
    public void AnImportIsFoundHoweverItIsWritten(string line, string storey)
    {
        var file = new SourceFile("Text/Span.cs", $"namespace NegotiationRules.Text;\n{line}\ninternal struct Span;\n");

        var imports = new ImportScanner([Vocabulary, Column, RuleSet, file]).Imports().ToArray();

        Assert.NotEmpty(imports);
        Assert.All(imports, import => Assert.Equal(("Text", storey, 2), (import.From, import.To, import.Line)));
    }

    [Theory]
    [InlineData("Vocabulary? known;", "Facts")]
    [InlineData("Range? range;", "Facts")]
    [InlineData("Columns.Column column;", "Facts/Columns")]
    [InlineData("Column column;", null)]
    public void AFolderInAFolderIsAStoreyOfItsOwn(string line, string? storey)
    {
        var range = new SourceFile("Facts/Range.cs", "namespace NegotiationRules.Facts;\n\ninternal sealed class Range;\n");
        var file = new SourceFile("Facts/Edits/Edit.cs", $"namespace NegotiationRules.Facts.Edits;\n{line}\ninternal sealed class Edit;\n");

        var imports = new ImportScanner([Vocabulary, Column, range, file]).Imports().Where(import => import.File == file);

        Assert.Equal(storey is null ? [] : [storey], imports.Select(import => import.To).Distinct());
    }

    [Theory]
    [InlineData("using System.Text;")]
    [InlineData("// Facts.Vocabulary and RuleSet")]
    [InlineData("/* using NegotiationRules.Facts; */")]
    [InlineData("/// <see cref=\"Facts.Vocabulary\"/>")]
    [InlineData("var text = \"Facts.Vocabulary\";")]
    [InlineData("var text = @\"RuleSet \"\" Facts.Vocabulary\";")]
    [InlineData("var quote = '\"'; var count = Facts.Count; var other = '\"';")]
    [InlineData("var rules = this.RuleSet;")]
    [InlineData("internal sealed class RuleSetSyntax;")]
    public void WhatOnlyLooksLikeAnImportIsNone(string line)
    {
        var file = new SourceFile("Syntax/Node.cs", $"namespace NegotiationRules.Syntax;\n{line}\n");

        Assert.Empty(new ImportScanner([Vocabulary, Column, RuleSet, file]).Imports());
    }
}
