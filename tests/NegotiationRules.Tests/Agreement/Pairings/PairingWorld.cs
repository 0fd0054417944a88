using System.Globalization;

namespace NegotiationRules.Tests.Agreement.Pairings;

/// <summary>A vocabulary, parameters and a scenario in which the same values stand everywhere that an operand can take them from.</summary>
/// <remarks>
/// Of each type three values are drawn. They are facts, once for either side; facts of the elements of a list; elements of lists of plain
/// values; and parameters. Beside them stands one that is partly known and one that is not known.
/// </remarks>
internal sealed class PairingWorld
{
    public const int Drawn = 3;

    private readonly Dictionary<string, string[]> _values = new(StringComparer.Ordinal);

    public PairingWorld(int seed)
    {
        var random = new Random(seed);
        foreach (var type in PairedType.All)
        {
            _values.Add(type.Name, Draw(random, type.Values));
        }

        Periods = Draw(random, PairedType.Periods);
        Vocabulary = Vocabulary.Parse(VocabularyText(), "pairings");
    }

    public Vocabulary Vocabulary { get; }

    public string[] Periods { get; }

    /// <summary>The values of a type, in ascending order; some may be the same.</summary>
    public string[] ValuesOf(PairedType type) => _values[type.Name];

    public string Parameters => $$"""
        { {{string.Join(", ", Periods.Select((p, i) => $"\"period {i}\": {p}"))}},
          {{Each(t => string.Join(", ", ValuesOf(t).Select((v, i) => $"\"{t.Name} {i}\": {v}")))}},
          {{Each(t => $"\"{t.Name} values\": [{ValuesOf(t)[0]}, {ValuesOf(t)[2]}]")}} }
        """;

    /// <summary>The facts. The lists are there, not whole, and not known, unless everything is to be known of them.</summary>
    public string Scenario(bool hasWholeLists = false) => $$"""
        { "asOf": "2022-01-10", "flag": true, "one": [ { "x": 0 } ],
          {{Each(t => $"\"{t.Name}\": {{ {FactsOf(t)} }}")}},
          "lists": { {{Each(t => ListsOf(t, hasWholeLists))}} },
          "rows": [ {{string.Join(", ", Enumerable.Range(0, Drawn + 2).Select(n => $"{{ \"n\": {n}{Row(n)} }}"))}} ] }
        """;

    private string FactsOf(PairedType type) => string.Join(", ", ValuesOf(type)
        .SelectMany((v, i) => new[] { $"\"v{i}\": {v}", $"\"w{i}\": {v}" })
        .Concat(type.Partly is null ? [] : [$"\"vPart\": {type.Partly}", $"\"wPart\": {type.Partly}"]));

    private string ListsOf(PairedType type, bool hasWholeLists)
    {
        var (name, v) = (type.Name, ValuesOf(type));
        var single = v.Select((value, i) => $"\"{name}{i}\": [{value}]");
        var open = hasWholeLists ? $"[{v[1]}]" : $"{{ \"known\": [{v[1]}], \"complete\": false }}";
        return string.Join(", ", single.Append($"\"{name}All\": [{v[0]}, {v[2]}], \"{name}Open\": {open}")
            .Append($"\"{name}Part\": [{type.Partly ?? "null"}], \"{name}None\": [null]")
            .Concat(hasWholeLists ? [$"\"{name}Absent\": []"] : []));
    }

    private string Row(int n) => string.Concat(PairedType.All.Select(type =>
        n < Drawn ? $", \"{type.Name}At\": {ValuesOf(type)[n]}"
        : n == Drawn && type.Partly is { } part ? $", \"{type.Name}Part\": {part}"
        : string.Empty));

    private string VocabularyText()
    {
        return $$"""
            { "type": "object", "properties": {
                "asOf": { "type": "string", "format": "date" }, "flag": { "type": "boolean" }, "open": { "type": "boolean" },
                "one": { "type": "array", "items": { "type": "object", "properties": { "x": { "type": "integer" } } } },
                {{Each(t => Record(t.Name, new[] { "v0", "v1", "v2", "vNone", "vPart", "w0", "w1", "w2", "wNone", "wPart" }
                    .Select(name => Property(name, t))))}},
                {{Record("lists", PairedType.All.SelectMany(t => new[] { "0", "1", "2", "All", "Open", "Absent", "None", "Part" }
                    .Select(name => List(t.Name + name, Property(string.Empty, t, name)))))}},
                "rows": { "type": "array", "items": { "type": "object", "properties": { "n": { "type": "integer" },
                    {{Each(t => $"{Property($"{t.Name}At", t)}, {Property($"{t.Name}Part", t)}")}} } } } } }
            """;

        static string Record(string name, IEnumerable<string> properties) =>
            $"\"{name}\": {{ \"type\": \"object\", \"properties\": {{ {string.Join(", ", properties)} }} }}";

        static string List(string name, string items) => $"\"{name}\": {{ \"type\": \"array\", \"items\": {items} }}";

        string Property(string name, PairedType type, string? kind = null)
        {
            var schema = (kind ?? name).EndsWith("Part", StringComparison.Ordinal) ? Bounded(type) : type.Schema;
            return name.Length == 0 ? schema : $"\"{name}\": {schema}";
        }
    }

    // What is unknown lies between bounds a little wider than the values, so that not every comparison is decided by them.
    private string Bounded(PairedType type)
    {
        if (!type.HasBounds)
        {
            return type.Schema;
        }

        var values = ValuesOf(type).Where(v => !v.Contains('e', StringComparison.Ordinal)).DefaultIfEmpty("0")
            .Select(v => decimal.Parse(v, CultureInfo.InvariantCulture)).ToList();
        return string.Create(
            CultureInfo.InvariantCulture, $"{type.Schema[..^1]}, \"minimum\": {values.Min() - 1}, \"maximum\": {values.Max() + 1} }}");
    }

    private static string Each(Func<PairedType, string> text) => string.Join(", ", PairedType.All.Select(text));

    private static string[] Draw(Random random, IReadOnlyList<string> values) =>
        [.. Enumerable.Range(0, Drawn).Select(_ => random.Next(values.Count)).Order().Select(i => values[i])];
}
