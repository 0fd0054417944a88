using NegotiationRules.Tests.Support;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Facts;

/// <summary>Damages JSON files at random, always alike: grafts of parts of one file on another, and slips in the text itself.</summary>
internal sealed class Mutations
{
    private static readonly string[] Slips = [",", ":", "]", "}", "\"", "{", "'", "//", "\\", "\u0000", "1e999", "\"\\ud800\"", "null"];

    private readonly Random _random;
    private readonly JsonValue[] _seeds;
    private readonly JsonValue[] _parts;
    private readonly string[] _names;

    public Mutations(int seed, IEnumerable<string> files, params string[] fragments)
    {
        _random = new Random(seed);
        _seeds = [.. files.Select(Read).OfType<JsonObject>()];
        _parts = [.. _seeds.Concat(fragments.Select(f => Read(f)!)).SelectMany(Parts)];
        _names = [.. _parts.OfType<JsonObject>().SelectMany(o => o.Members).Select(m => m.Name).Distinct()];
    }

    /// <summary>The files of a folder of cases, in a fixed order.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory
            .GetFiles(Repository.At($"tests/NegotiationRules.Tests/Cases/{folder}"), pattern)
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText);

    public string Next()
    {
        var tree = Pick(_seeds);
        for (var edits = _random.Next(1, 5); edits > 0; edits--)
        {
            tree = Graft(tree, Pick(Parts(tree).ToArray()));
        }

        var text = JsonPrinter.Print(tree, indented: _random.Next(2) == 0);
        return _random.Next(5) == 0 ? text.Insert(_random.Next(text.Length), Pick(Slips)) : text;
    }

    private JsonValue Graft(JsonValue tree, JsonValue place) => ReferenceEquals(tree, place) ? Damage(tree) : tree switch
    {
        JsonObject o => o with { Members = [.. o.Members.Select(m => m with { Value = Graft(m.Value, place) })] },
        JsonArray a => a with { Items = [.. a.Items.Select(item => Graft(item, place))] },
        _ => tree,
    };

    private JsonValue Damage(JsonValue value) =>
        (value, _random.Next(4)) switch
        {
            (JsonObject o, 0) => o with { Members = [.. o.Members, new JsonMember(Pick(_names), default, Pick(_parts))] },
            (JsonObject { Members.Count: > 0 } o, 1) => o with
            {
                Members = [.. o.Members.Where(m => m != o.Members[_random.Next(o.Members.Count)])],
            },
            (JsonObject { Members.Count: > 0 } o, 2) => Rename(o, _random.Next(o.Members.Count)),
            (JsonArray a, 0) => a with { Items = [.. a.Items, Pick(_parts)] },
            (JsonArray a, 1) => a with { Items = [.. a.Items.Skip(1)] },
            (JsonText t, 0) => t with { Value = t.Value.Length == 0 ? "#" : t.Value.Remove(_random.Next(t.Value.Length), 1) },
            _ => Pick(_parts),
        };

    private JsonObject Rename(JsonObject o, int index) =>
        o with { Members = [.. o.Members.Select((m, i) => i == index ? m with { Name = Pick(_names) } : m)] };

    private T Pick<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];

    private static JsonValue? Read(string text) =>
        JsonReader.Read(new SourceText("<seed>", text), ReadingLimits.Default, new DiagnosticBag());

    private static IEnumerable<JsonValue> Parts(JsonValue value) => value switch
    {
        JsonObject o => o.Members.SelectMany(m => Parts(m.Value)).Prepend(value),
        JsonArray a => a.Items.SelectMany(Parts).Prepend(value),
        _ => [value],
    };
}
