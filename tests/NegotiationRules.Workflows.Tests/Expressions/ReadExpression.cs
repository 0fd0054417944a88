using System.Text.Json;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Tests.Expressions;

/// <summary>Reads expressions as they stand in the JSON of a workflow.</summary>
internal static class ReadExpression
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The tree and the findings; the file is one line, <c>{ "Expression": "…" }</c>.</summary>
    public static (ExpressionSyntax Tree, IReadOnlyList<Diagnostic> Found) Try(string expression, bool isCaseSensitive = false) =>
        TryFile($"{{ \"Expression\": {JsonSerializer.Serialize(expression, Plain)} }}", isCaseSensitive);

    /// <summary>The same of a file whose one member is the expression, escaped in whatever way.</summary>
    public static (ExpressionSyntax Tree, IReadOnlyList<Diagnostic> Found) TryFile(string json, bool isCaseSensitive = false)
    {
        var bag = new DiagnosticBag();
        var source = new SourceText("workflow.json", json);
        var file = Assert.IsType<JsonObject>(JsonReader.Read(source, ReadingLimits.Default with { Characters = int.MaxValue }, bag));
        var text = Assert.IsType<JsonText>(file.Members[0].Value);
        var tree = ExpressionParser.Parse(new ExpressionText(text), new ExpressionDiagnostics(bag), isCaseSensitive);
        var found = bag.ToSorted();
        Assert.All(found, d => Assert.True(d.Span.Start > text.Span.Start && d.Span.End < text.Span.End, $"outside the text: {d}"));
        return (tree, found);
    }

    /// <summary>The tree of an expression that has no fault.</summary>
    public static ExpressionSyntax Good(string expression, bool isCaseSensitive = false)
    {
        var (tree, found) = Try(expression, isCaseSensitive);
        Assert.True(found.All(d => d.Severity == DiagnosticSeverity.Warning), $"{expression}\n{string.Join('\n', found)}");
        return tree;
    }
}
