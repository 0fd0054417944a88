using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using NegotiationRules.Text;
using Newtonsoft.Json.Linq;
using Nodes = System.Text.Json.Nodes;

namespace NegotiationRules.Facts;

/// <summary>Turns values of a program into the tree that scenarios are bound from: plain values, lists and dictionaries of them,
/// Newtonsoft's tokens, and what System.Text.Json reads.</summary>
internal class BuiltTree(ReadingLimits limits, ScenarioDiagnostics diagnostics)
{
    // Whoever walks the tree recurses, so no option may lift this.
    private const int DeepestEver = 256;

    private readonly int _deepest = Math.Min(limits.Depth, DeepestEver);
    private int _depth;

    protected ScenarioDiagnostics Diagnostics => diagnostics;

    protected FactPath Path { get; } = new();

    /// <summary>The value as JSON. What cannot be a fact is reported and becomes <c>null</c>.</summary>
    public JsonValue Of(object? value) => value switch
    {
        null => new JsonNull(default),
        JToken token => OfToken(token),
        JsonDocument document => OfElement(document.RootElement),
        JsonElement element => OfElement(element),
        Nodes.JsonNode node => OfNode(node),
        string text => new JsonText(default, text),
        _ => OfScalar(value) ?? (value is IEnumerable many ? OfKeyed(many) : null) ?? value switch
        {
            IDictionary dictionary => Nested(() => OfPairs(Pairs(dictionary))),
            IEnumerable<KeyValuePair<string, object?>> pairs => Nested(() => OfPairs(Once(pairs.Select(p => (p.Key, p.Value))))),
            IEnumerable list => Nested(() => OfList(list.Cast<object?>())),
            _ => OfOther(value),
        },
    };

    /// <summary>What becomes of a value of any other type.</summary>
    protected virtual JsonValue OfOther(object value) => NotAFact($"a value of type {value.GetType().Name}");

    /// <summary>What becomes of a date with a time, which <paramref name="text"/> is how it is usually written.</summary>
    protected virtual JsonValue OfMoment(object value, JsonText text) => text;

    /// <summary>A dictionary of objects, if it is taken as one; otherwise <see langword="null"/>.</summary>
    protected virtual JsonValue? OfKeyed(IEnumerable value) => null;

    protected virtual void Enter(string name) => Path.Enter(name);

    protected virtual void Enter(int index) => Path.Enter(index);

    protected virtual void Leave() => Path.Leave();

    protected JsonValue NotAFact(string what)
    {
        diagnostics.NotAFact(Path, what);
        return new JsonNull(default);
    }

    protected JsonValue Nested(Func<JsonValue> read)
    {
        if (_depth == _deepest)
        {
            diagnostics.TooDeep(Path, _deepest);
            return new JsonNull(default);
        }

        _depth++;
        var value = read();
        _depth--;
        return value;
    }

    protected JsonObject OfPairs(IEnumerable<(string Name, object? Value)> pairs)
    {
        var members = new List<JsonMember>();
        foreach (var (name, value) in pairs)
        {
            Enter(name);
            members.Add(new JsonMember(name, default, Of(value)));
            Leave();
        }

        return new JsonObject(default, members);
    }

    private JsonArray OfList(IEnumerable<object?> list)
    {
        var items = new List<JsonValue>();
        foreach (var item in list)
        {
            if (items.Count == limits.ListLength)
            {
                diagnostics.ListTooLong(Path, limits.ListLength);
                break;
            }

            Enter(items.Count);
            items.Add(Of(item));
            Leave();
        }

        return new JsonArray(default, items);
    }

    private IEnumerable<(string, object?)> Pairs(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            if (entry.Key is string name)
            {
                yield return (name, entry.Value);
            }
            else
            {
                NotAFact("a dictionary with keys that are not text");
                yield break;
            }
        }
    }

    private JsonValue OfElement(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => Nested(() =>
                OfPairs(Once(element.EnumerateObject().Select(member => (member.Name, (object?)member.Value))))
            ),
            JsonValueKind.Array => Nested(() => OfList(element.EnumerateArray().Select(item => (object?)item))),
            JsonValueKind.String => OfText(element),
            JsonValueKind.Number => OfDigits(element.GetRawText()),
            JsonValueKind.True or JsonValueKind.False => new JsonBoolean(default, element.GetBoolean()),
            JsonValueKind.Null => new JsonNull(default),
            _ => NotAFact("an element that was never read"),
        };

    private JsonValue OfText(JsonElement text)
    {
        try
        {
            return new JsonText(default, text.GetString()!);
        }
        catch (InvalidOperationException)
        {
            // It is turned into text only now, and an escape in it may stand for half of a character.
            return NotAFact("text with half of a character");
        }
    }

    private JsonValue OfNode(Nodes.JsonNode node) => node switch
    {
        Nodes.JsonObject o => Nested(() => OfPairs(o.Select(member => (member.Key, (object?)member.Value)))),
        Nodes.JsonArray a => Nested(() => OfList(a)),
        Nodes.JsonValue v => v.TryGetValue<JsonElement>(out var element) ? OfElement(element) : Of(v.GetValue<object>()),
        _ => NotAFact("a node of a kind of its own"),
    };

    // Names of which another one would be passed over without a word.
    private IEnumerable<(string Name, object? Value)> Once(IEnumerable<(string Name, object? Value)> pairs)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            if (names.Add(pair.Name))
            {
                yield return pair;
            }
            else
            {
                NotAFact($"`{pair.Name}` twice");
            }
        }
    }

    private JsonValue OfToken(JToken token) => token switch
    {
        JObject o => Nested(() => OfPairs(Pairs(o))),
        JArray a => Nested(() => OfList(Items(a))),
        JRaw => NotAFact("raw text"),
        JValue { Type: JTokenType.Null or JTokenType.Undefined } => new JsonNull(default),
        JValue { Value: byte[] } => NotAFact("bytes"),
        JValue { Value: { } value } => OfScalar(value) ?? NotAFact("a value of a kind of its own"),
        JProperty => NotAFact("a property without its object"),
        _ => NotAFact("a call"),
    };

    // From token to token, without the collections of the tokens: a type in a generic collection keeps all of Newtonsoft's serializer in a
    // trimmed program, though it may never see a token.
    private static IEnumerable<(string, object?)> Pairs(JObject tokens)
    {
        for (var token = tokens.First; token is not null; token = token.Next)
        {
            var property = (JProperty)token;
            yield return (property.Name, property.Value);
        }
    }

    private static IEnumerable<object?> Items(JArray tokens)
    {
        for (var token = tokens.First; token is not null; token = token.Next)
        {
            if (token.Type != JTokenType.Comment)
            {
                yield return token;
            }
        }
    }

    private JsonValue? OfScalar(object value) => value switch
    {
        bool b => new JsonBoolean(default, b),
        sbyte or byte or short or ushort or int or uint or long or ulong or BigInteger or decimal => Number((IFormattable)value),
        double d => double.IsFinite(d) ? new JsonNumber(default, FactText.Of(d)) : NotFinite(d),
        float f => float.IsFinite(f) ? new JsonNumber(default, f.ToString("R", CultureInfo.InvariantCulture)) : NotFinite(f),
        string text => new JsonText(default, text),
        char c => new JsonText(default, c.ToString()),
        Guid or Uri => new JsonText(default, value.ToString()!),
        DateOnly date => new JsonText(default, PartialDate.Of(date).ToString()),
        DateTime or DateTimeOffset => OfMoment(
            value, new JsonText(default, ((IFormattable)value).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture))),
        TimeSpan span => new JsonText(default, OfTimeSpan(span)),
        _ => null,
    };

    private JsonValue Number(IFormattable value) => OfDigits(value.ToString(null, CultureInfo.InvariantCulture));

    private JsonValue OfDigits(string digits) => digits.Length <= JsonNumberSpelling.Longest
        ? new JsonNumber(default, digits)
        : NotAFact($"a number of more than {JsonNumberSpelling.Longest} characters");

    // JSON has no such number, and no type takes this text: binding says so where the type is known.
    private static JsonText NotFinite(double value) => new(default, value.ToString(CultureInfo.InvariantCulture));

    // The longest spans are past any calendar; as text they meet the same report as if they had been written so.
    private static string OfTimeSpan(TimeSpan span) => new Duration(0, Math.Max(span.Ticks, -long.MaxValue)).ToString();
}
