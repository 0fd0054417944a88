using System.Globalization;
using System.Text.RegularExpressions;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Syntax;

/// <summary>Checks a value against a JSON Schema: as much of draft 2020-12 as the schemas of <c>rules/schema</c> use, and no silence about
/// the rest.</summary>
internal sealed class JsonSchema
{
    private readonly JsonObject _root;
    private readonly Dictionary<string, JsonValue> _references = [];

    private JsonSchema(JsonObject root) => _root = root;

    /// <summary>A schema of <c>rules/schema</c>.</summary>
    public static JsonSchema Load(string kind)
    {
        var path = $"rules/schema/{kind}.schema.json";
        var bag = new DiagnosticBag();
        var root = JsonReader.Read(new SourceText(path, File.ReadAllText(Repository.At(path))), ReadingLimits.Default, bag);
        Assert.Empty(bag.ToSorted().Select(d => d.ToString()));
        return new JsonSchema((JsonObject)root!);
    }

    public bool Accepts(JsonValue value) => Accepts(_root, value);

    private bool Accepts(JsonValue schema, JsonValue value) => schema switch
    {
        JsonBoolean anything => anything.Value,
        JsonObject keywords => keywords.Members.All(m => Accepts(keywords, m, value)),
        _ => throw new InvalidOperationException($"A schema is an object: {schema.Span.ToPlace()}"),
    };

    private bool Accepts(JsonObject schema, JsonMember keyword, JsonValue value) => keyword.Name switch
    {
        "$schema" or "$defs" or "title" or "description" or "then" or "else" => true,

        // To editors, of the text: the value is in no way other.
        "allowComments" or "allowTrailingCommas" => true,
        "$ref" => Accepts(Resolve(((JsonText)keyword.Value).Value), value),
        "type" => Items(keyword.Value, single: true).Any(type => IsOf(((JsonText)type).Value, value)),
        "const" => Same(keyword.Value, value),
        "enum" => Items(keyword.Value).Any(one => Same(one, value)),
        "allOf" => Items(keyword.Value).All(one => Accepts(one, value)),
        "anyOf" => Items(keyword.Value).Any(one => Accepts(one, value)),
        "oneOf" => Items(keyword.Value).Count(one => Accepts(one, value)) == 1,
        "not" => !Accepts(keyword.Value, value),
        "if" => Accepts(keyword.Value, value)
            ? schema.Find("then") is not { } then || Accepts(then.Value, value)
            : schema.Find("else") is not { } other || Accepts(other.Value, value),
        "required" => value is not JsonObject o || Items(keyword.Value).All(key => o.Find(((JsonText)key).Value) is not null),
        "properties" => value is not JsonObject o
            || ((JsonObject)keyword.Value).Members.All(p => o.Find(p.Name) is not { } member || Accepts(p.Value, member.Value)),
        "patternProperties" => value is not JsonObject o
            || ((JsonObject)keyword.Value).Members.All(p =>
                o.Members.All(member => !Regex.IsMatch(member.Name, p.Name) || Accepts(p.Value, member.Value))
            ),
        "additionalProperties" => value is not JsonObject o
            || o.Members.All(member => IsDescribed(schema, member) || Accepts(keyword.Value, member.Value)),
        "propertyNames" => value is not JsonObject o
            || o.Members.All(member => Accepts(keyword.Value, new JsonText(member.NameSpan, member.Name))),
        "dependentSchemas" => value is not JsonObject o
            || ((JsonObject)keyword.Value).Members.All(d => o.Find(d.Name) is null || Accepts(d.Value, value)),
        "minProperties" => value is not JsonObject o || o.Members.Count >= Number(keyword.Value),
        "maxProperties" => value is not JsonObject o || o.Members.Count <= Number(keyword.Value),
        "items" => value is not JsonArray list || list.Items.All(item => Accepts(keyword.Value, item)),
        "contains" => value is not JsonArray list || list.Items.Any(item => Accepts(keyword.Value, item)),
        "uniqueItems" => value is not JsonArray list
            || list.Items.Select((item, i) => list.Items.Skip(i + 1).Any(other => Same(item, other))).All(again => !again),
        "minItems" => value is not JsonArray list || list.Items.Count >= Number(keyword.Value),
        "maxItems" => value is not JsonArray list || list.Items.Count <= Number(keyword.Value),
        "pattern" => value is not JsonText text || Regex.IsMatch(text.Value, ((JsonText)keyword.Value).Value),
        "minimum" => value is not JsonNumber || Number(value) >= Number(keyword.Value),
        "maximum" => value is not JsonNumber || Number(value) <= Number(keyword.Value),
        "exclusiveMinimum" => value is not JsonNumber || Number(value) > Number(keyword.Value),
        _ => throw new InvalidOperationException($"The keyword `{keyword.Name}` is not known here: {keyword.NameSpan.ToPlace()}"),
    };

    private static bool IsDescribed(JsonObject schema, JsonMember member) =>
        (schema.Find("properties")?.Value as JsonObject)?.Find(member.Name) is not null
        || ((schema.Find("patternProperties")?.Value as JsonObject)?.Members.Any(p => Regex.IsMatch(member.Name, p.Name)) ?? false);

    private JsonValue Resolve(string reference)
    {
        if (!_references.TryGetValue(reference, out var found))
        {
            found = _root;
            foreach (var step in reference.TrimStart('#').Split('/').Skip(1))
            {
                found = ((JsonObject)found).Find(step)?.Value ?? throw new InvalidOperationException($"There is nothing at {reference}");
            }

            _references.Add(reference, found);
        }

        return found;
    }

    private static bool IsOf(string type, JsonValue value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value is JsonText,
        "boolean" => value is JsonBoolean,
        "null" => value is JsonNull,
        "number" => value is JsonNumber,
        "integer" => value is JsonNumber && Number(value) == Math.Floor(Number(value)),
        _ => throw new InvalidOperationException($"There is no type {type}"),
    };

    private static IReadOnlyList<JsonValue> Items(JsonValue value, bool single = false) =>
        value is JsonArray list ? list.Items
        : single ? [value]
        : throw new InvalidOperationException($"A list is expected: {value.Span.ToPlace()}");

    private static bool Same(JsonValue a, JsonValue b) =>
        a is JsonNumber && b is JsonNumber
            ? Number(a).Equals(Number(b))
            : JsonPrinter.Print(a, new HashSet<JsonValue>()) == JsonPrinter.Print(b, new HashSet<JsonValue>());

    private static double Number(JsonValue value) => double.Parse(((JsonNumber)value).Digits, CultureInfo.InvariantCulture);
}
