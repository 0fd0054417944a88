using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Agreement;

/// <summary>A scenario of a vocabulary made at random, with whatever may be unknown of it.</summary>
internal sealed class GeneratedScenario(Vocabulary vocabulary, JsonObject facts)
{
    private const string Known = "known";

    public JsonObject Facts { get; } = facts;

    public Scenario Scenario { get; } = Scenario.Parse(JsonPrinter.Print(facts, indented: false));

    public static GeneratedScenario Make(Random random, Vocabulary vocabulary, int size) =>
        new(vocabulary, Record(random, vocabulary.Root, size));

    /// <summary>A scenario that agrees with this one and says more: unknown facts have values, partial dates are days, partly known lists
    /// have more elements.</summary>
    /// <param name="random">What decides.</param>
    /// <param name="thoroughly">Whether everything is settled, not only some.</param>
    public GeneratedScenario Refine(Random random, bool thoroughly) =>
        new(vocabulary, RefineRecord(random, Facts, vocabulary.Root, thoroughly));

    /// <summary>Smaller scenarios: without a fact, without an element, with part of what is nested.</summary>
    public IEnumerable<GeneratedScenario> Shrink() => Smaller(Facts).Select(f => new GeneratedScenario(vocabulary, (JsonObject)f));

    public override string ToString() => JsonPrinter.Print(Facts, indented: true);

    private static JsonObject Record(Random random, RecordType type, int size)
    {
        var members = new ObjectBuilder();
        foreach (var property in type.Properties)
        {
            switch (random.Next(20))
            {
                case < 4:
                    break;
                case 4:
                    members.Add(property.Name, new JsonNull(default));
                    break;
                case 5 when property.Type is not RecordType:
                    members.Add(
                        property.Name,
                        new ObjectBuilder().Add("value", Value(random, property.Type, size)).Text("source", "a source").Build()
                    );
                    break;
                default:
                    members.Add(property.Name, Value(random, property.Type, size));
                    break;
            }
        }

        return members.Build();
    }

    /// <summary>A value that a fact of the type may be stated with.</summary>
    public static JsonValue Value(Random random, FactType type, int size) => type switch
    {
        RecordType record => Record(random, record, size),
        ListType list => List(random, list, size),
        _ => Literals.Fact(random, type),
    };

    private static JsonValue List(Random random, ListType type, int size)
    {
        var most = Math.Min(1 + (size / 15), type.MaxItems ?? int.MaxValue);
        var items = Enumerable.Range(0, random.Next(most + 1)).Select(_ => Element(random, type, size / 2)).ToList();
        var array = new JsonArray(default, items);
        return random.Next(4) == 0
            ? new ObjectBuilder().Add(Known, array).Add("complete", new JsonBoolean(default, random.Next(4) == 0)).Build()
            : array;
    }

    private static JsonValue Element(Random random, ListType type, int size) =>
        random.Next(12) == 0 ? new JsonNull(default) : Value(random, type.Element, size);

    private static JsonObject RefineRecord(Random random, JsonObject facts, RecordType type, bool thoroughly)
    {
        var members = new ObjectBuilder();
        foreach (var property in type.Properties)
        {
            var stated = facts.Find(property.Name)?.Value;
            var (value, source) =
                stated is JsonObject o && property.Type is not RecordType && o.Find("value") is { } inner
                    ? (inner.Value, o.Find("source"))
                    : (stated, null);
            var refined = Refine(random, value, property.Type, property.Default.IsKnown, thoroughly);
            members.Add(
                property.Name,
                source is null ? refined : new ObjectBuilder().Add("value", refined).Add("source", source.Value).Build()
            );
        }

        return members.Build();
    }

    private static JsonValue? Refine(Random random, JsonValue? value, FactType type, bool hasDefault, bool thoroughly)
    {
        if (value is not (null or JsonNull))
        {
            return RefineStated(random, value, type, thoroughly);
        }

        // A fact with a default is known though nobody states it.
        if ((hasDefault && type is not RecordType) || (!thoroughly && random.Next(2) == 0))
        {
            return value;
        }

        return type switch
        {
            RecordType record => RefineRecord(random, new JsonObject(default, []), record, thoroughly),
            ListType list => RefineList(random, [], list, isOpen: true, thoroughly),
            _ => RefineStated(random, Literals.Fact(random, type), type, thoroughly),
        };
    }

    private static JsonValue RefineStated(Random random, JsonValue value, FactType type, bool thoroughly)
    {
        switch (type, value)
        {
            case (RecordType record, JsonObject o):
                return RefineRecord(random, o, record, thoroughly);
            case (ListType list, JsonArray a):
                return RefineList(random, a.Items, list, isOpen: false, thoroughly);
            case (ListType list, JsonObject o):
                return RefineList(
                    random,
                    ((JsonArray)o.Find(Known)!.Value).Items,
                    list,
                    o.Find("complete")?.Value is not JsonBoolean { Value: true },
                    thoroughly
                );
            case (DateType, JsonText date) when PartialDate.TryParse(date.Value, out var span) && (thoroughly || random.Next(2) == 0):
                return new JsonText(default, PartialDate.Of(DateOnly.FromDayNumber(random.Next(span.First, span.Last + 1))).ToString());
            default:
                return value;
        }
    }

    private static JsonValue RefineList(Random random, IReadOnlyList<JsonValue> items, ListType type, bool isOpen, bool thoroughly)
    {
        var refined = items.Select(i => Refine(random, i, type.Element, hasDefault: false, thoroughly) ?? new JsonNull(default)).ToList();
        if (isOpen)
        {
            // Of elements beyond the known ones nothing is known, not even the defaults of their facts: anything will do.
            var room = Math.Min(3, (type.MaxItems ?? int.MaxValue) - refined.Count);
            refined.AddRange(Enumerable.Range(0, random.Next(room + 1)).Select(_ =>
                Refine(random, Value(random, type.Element, 10), type.Element, hasDefault: false, thoroughly)!));
        }

        var array = new JsonArray(default, refined);
        return isOpen && !thoroughly && random.Next(2) == 0
            ? new ObjectBuilder().Add(Known, array).Add("complete", new JsonBoolean(default, false)).Build()
            : array;
    }

    private static IEnumerable<JsonValue> Smaller(JsonValue value)
    {
        switch (value)
        {
            case JsonObject o:
                for (var i = 0; i < o.Members.Count; i++)
                {
                    var at = i;
                    if (o.Members[i].Name is not ("value" or Known))
                    {
                        yield return o with { Members = [.. o.Members.Where((_, j) => j != at)] };
                    }
                    else if (o.Members[i].Name == "value")
                    {
                        yield return o.Members[i].Value;
                    }

                    foreach (var inner in Smaller(o.Members[i].Value))
                    {
                        yield return o with { Members = [.. o.Members.Select((m, j) => j == at ? m with { Value = inner } : m)] };
                    }
                }

                break;
            case JsonArray a:
                for (var i = 0; i < a.Items.Count; i++)
                {
                    var at = i;
                    yield return a with { Items = [.. a.Items.Where((_, j) => j != at)] };
                    foreach (var inner in Smaller(a.Items[i]))
                    {
                        yield return a with { Items = [.. a.Items.Select((item, j) => j == at ? inner : item)] };
                    }
                }

                break;
            default:
                break;
        }
    }
}
