using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Agreement;

/// <summary>A vocabulary made at random: facts of every type, with and without bounds and defaults, in objects and in lists of
/// lists.</summary>
internal sealed class GeneratedVocabulary
{
    private const int DeepestList = 3;

    private readonly Random _random;
    private int _names;

    private GeneratedVocabulary(Random random, int size)
    {
        _random = random;
        var most = 3 + Math.Min(size / 6, 8);
        Text = WithEntry(JsonPrinter.Print(Record(most, 0, ("asOf", Of("string", "date"))), indented: true));
        Vocabulary = Vocabulary.Parse(Text, "generated");
    }

    public string Text { get; }

    public Vocabulary Vocabulary { get; }

    /// <summary>A vocabulary that also defines what the objects of a parameter of generated rules are.</summary>
    public static string WithEntry(string schema) => $$"""{ "$defs": { "entry": {{GeneratedSyntax.Entry}} }, {{schema.TrimStart()[1..]}}""";

    public static GeneratedVocabulary Make(Random random, int size) => new(random, size);

    public override string ToString() => Text;

    private JsonObject Record(int most, int listDepth, params (string Name, JsonObject Schema)[] always)
    {
        var properties = new ObjectBuilder();
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, schema) in always)
        {
            used.Add(name);
            properties.Add(name, schema);
        }

        for (var i = 0; i < _random.Next(2, most + 2); i++)
        {
            // Now and then the name of a fact further out: such a path needs the name of its element.
            var name = _random.Next(8) == 0 && _names > 0 ? $"f{_random.Next(_names)}" : $"f{_names++}";
            if (used.Add(name))
            {
                properties.Add(name, Property(most, listDepth));
            }
        }

        return new ObjectBuilder().Text("type", "object").Add("properties", properties.Build()).Build();
    }

    private JsonObject Property(int most, int listDepth) => _random.Next(10) switch
    {
        0 => Record(most / 2, listDepth),
        1 or 2 or 3 when listDepth < DeepestList => List(most, listDepth),
        _ => Scalar(mayHaveDefault: true),
    };

    private JsonObject List(int most, int listDepth)
    {
        var items = _random.Next(4) == 0 ? Scalar(mayHaveDefault: false) : Record(most / 2, listDepth + 1);
        return new ObjectBuilder()
            .Text("type", "array")
            .Add("items", items)
            .Add("maxItems", _random.Next(2) == 0 ? Number(_random.Next(1, 5)) : null)
            .Build();
    }

    private JsonObject Scalar(bool mayHaveDefault)
    {
        switch (_random.Next(11))
        {
            case 0:
                return Of("boolean", null);
            case 1 or 2:
                return Bounded(new ObjectBuilder().Text("type", "integer"), mayHaveDefault);
            case 3:
                return Bounded(
                    new ObjectBuilder().Text("type", "number").Add("multipleOf", new JsonNumber(default, "0.01")),
                    mayHaveDefault
                );
            case 4:
                return Bounded(new ObjectBuilder().Text("type", "number"), mayHaveDefault);
            case 5:
                return Of("string", null);
            case 6:
                return new ObjectBuilder()
                    .Add("enum", new JsonArray(default, [.. Literals.Values.Select(v => new JsonText(default, v))]))
                    .Build();
            case 7 or 8:
                return Of("string", "date");
            case 9:
                return Of("string", "date-time");
            default:
                return Of("string", "duration");
        }
    }

    private JsonObject Bounded(ObjectBuilder number, bool mayHaveDefault)
    {
        var low = _random.Next(-2, 2);
        return number
            .Add("minimum", _random.Next(2) == 0 ? Number(low) : null)
            .Add("maximum", _random.Next(3) == 0 ? Number(low + _random.Next(3, 12)) : null)
            .Add("default", mayHaveDefault && _random.Next(12) == 0 ? Number(low + 1) : null)
            .Build();
    }

    private static JsonObject Of(string type, string? format) => new ObjectBuilder().Text("type", type).Text("format", format).Build();

    private static JsonNumber Number(int number) => new(default, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
