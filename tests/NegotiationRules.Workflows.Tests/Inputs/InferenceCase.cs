using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Tests.Inputs;

/// <summary>
/// A case of inference as a rule writer could add it: <c>{ "inputs": […], "params": [ { "name", "expression" } ], "expressions": […],
/// "samples": […] }</c>, all but the expressions optional.
/// </summary>
internal sealed class InferenceCase
{
    private readonly SourceText _source;
    private readonly DiagnosticBag _bag = new();

    private InferenceCase(SourceText source) => _source = source;

    /// <summary>What was inferred as it is shown, the vocabulary, and what is wrong.</summary>
    public static string Report(string file, string json) => new InferenceCase(new SourceText(file, json)).Report();

    private string Report()
    {
        var document = Assert.IsType<JsonObject>(JsonReader.Read(_source, ReadingLimits.Default, _bag));
        ScopedParam? param = null;
        foreach (var item in Items(document, "params").Cast<JsonObject>())
        {
            param = new ScopedParam(((JsonText)item.Find("name")!.Value).Value, Parse(item.Find("expression")!.Value), param);
        }

        var sources = new InferenceSources([
            .. Items(document, "expressions").Select(e => new ScopedExpression(Parse(e), param, IsCondition: true)),
        ])
        {
            Known = [.. Items(document, "inputs").Cast<JsonText>().Select(name => name.Value)],
            Samples = [.. Items(document, "samples").Cast<JsonObject>()],
            SamplesTellWhole = document.Find("samplesTellWhole") is not { Value: JsonBoolean { Value: false } },
            IsCaseSensitive = document.Find("isCaseSensitive") is { Value: JsonBoolean { Value: true } },
        };
        var inputs = InputInference.Infer(sources, _bag);
        var vocabulary = InputVocabulary.Of(inputs, [], new InputVocabularyOptions(), _bag);
        var listing = InputListing.Print(inputs, _source);
        return $"{listing}\n{string.Join("\n\n", _bag.ToSorted())}\n\n{vocabulary?.ToJsonSchema()}".Replace(
            "\n\n\n", "\n", StringComparison.Ordinal
        );
    }

    private static IReadOnlyList<JsonValue> Items(JsonObject document, string key) =>
        document.Find(key) is { Value: JsonArray list } ? list.Items : [];

    private ExpressionSyntax Parse(JsonValue text) =>
        ExpressionParser.Parse(new ExpressionText((JsonText)text), new ExpressionDiagnostics(_bag));
}
