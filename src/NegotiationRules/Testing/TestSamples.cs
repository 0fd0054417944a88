using NegotiationRules.Text;

namespace NegotiationRules.Testing;

/// <summary>Gathers the scenarios of a tests file before its rules are read, for rules that learn from them what their facts are. What is
/// wrong is for the reading of the tests to say.</summary>
internal sealed class TestSamples(SourceText source, FileStore store, ReadingLimits limits)
{
    // A file of lines may be of any length; its lines are of one kind.
    private const int MostLines = 100;

    private readonly ScenarioFiles _files = new(store, limits);

    public IReadOnlyList<Scenario> In(JsonObject file) =>
        file.Find("tests")?.Value is JsonArray tests ? [.. tests.Items.OfType<JsonObject>().SelectMany(Of).Distinct()] : [];

    private IEnumerable<Scenario> Of(JsonObject test)
    {
        var scenarios = (test.Find("scenario")?.Value, test.Find("lines")?.Value) switch
        {
            (JsonText path, _) when Path(path) is var file && store.Has(file) && _files.Load(file).Scenario is { } scenario => [scenario],
            (JsonObject facts, _) => [new Scenario(source.Name, facts)],
            (null, JsonText path) => InLines(Path(path), (test.Find("facts")?.Value as JsonText)?.Value ?? string.Empty),
            _ => Enumerable.Empty<Scenario>(),
        };
        var changes = test.Find("with")?.Value is JsonObject with ? with.Members : [];
        return scenarios.Select(scenario => changes.Aggregate(scenario, Change));
    }

    private static Scenario Change(Scenario scenario, JsonMember change) =>
        scenario.TryWith(change.Name, change.Value, out var changed, out _) ? changed : scenario;

    private IEnumerable<Scenario> InLines(string path, string pointer)
    {
        if (JsonPointer.TryParse(pointer, out _) is not { } facts)
        {
            yield break;
        }

        using var lines = new LinesReader(store, path);
        while (lines.Found < MostLines && lines.Next())
        {
            if (
                JsonReader.Read(new SourceText(path, lines.Text, lines.Number), limits, new DiagnosticBag()) is { } line
                && facts.Find(line) is JsonObject scenario
            )
            {
                yield return new Scenario(path, scenario);
            }
        }
    }

    private string Path(JsonText path) => store.PathOf(store.FolderOf(source.Name), path.Value);
}
