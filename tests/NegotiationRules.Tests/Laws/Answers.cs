using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Tests.Agreement;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Laws;

/// <summary>A scenario, and one in which everything is settled: the facts at some paths are taken from the one, all others from the
/// other.</summary>
/// <param name="vocabulary">The types of both.</param>
/// <param name="open">What is known.</param>
/// <param name="settled">What it turns out to be: it says more and contradicts nothing.</param>
internal sealed class Answers(Vocabulary vocabulary, JsonObject open, JsonObject settled)
{
    /// <summary>The paths at which the two differ: unknown facts, parts of dates, and lists that are not complete.</summary>
    public IReadOnlyList<string> OpenPaths
    {
        get
        {
            var paths = new List<string>();
            Take(open, settled, vocabulary.Root, string.Empty, path =>
            {
                paths.Add(path);
                return false;
            });
            return paths;
        }
    }

    /// <summary>The scenario with the answers at those paths, and no others.</summary>
    public Scenario At(IReadOnlySet<string> paths) =>
        Scenario.Parse(JsonPrinter.Print(Take(open, settled, vocabulary.Root, string.Empty, paths.Contains)!, indented: false));

    private static JsonValue? Take(JsonValue? open, JsonValue settled, FactType type, string path, Func<string, bool> isTaken)
    {
        (open, settled) = (Stated(open, type), Stated(settled, type)!);
        return type switch
        {
            RecordType record => TakeRecord(open as JsonObject, (JsonObject)settled, record, path, isTaken),
            ListType list => TakeList(open, (JsonArray)settled, list, path, isTaken),
            _ when JsonPrinter.Print(open ?? new JsonNull(default), false) == JsonPrinter.Print(settled, false) => open,
            _ => isTaken(path) ? settled : open,
        };
    }

    // An object of which nothing is taken stays away: it may have defaults.
    private static JsonObject? TakeRecord(JsonObject? open, JsonObject settled, RecordType type, string path, Func<string, bool> isTaken)
    {
        var members = new ObjectBuilder();
        var isEmpty = true;
        foreach (var property in type.Properties)
        {
            var taken = settled.Find(property.Name)?.Value is { } answer and not JsonNull
                ? Take(
                    open?.Find(property.Name)?.Value, answer, property.Type,
                    path.Length == 0 ? property.Name : $"{path}.{property.Name}",
                    isTaken
                )
                : open?.Find(property.Name)?.Value;
            isEmpty &= taken is null;
            members.Add(property.Name, taken);
        }

        return isEmpty && open is null && path.Length > 0 ? null : members.Build();
    }

    private static JsonValue? TakeList(JsonValue? open, JsonArray settled, ListType type, string path, Func<string, bool> isTaken)
    {
        var known = (open as JsonArray ?? (open as JsonObject)?.Find("known")?.Value as JsonArray)?.Items ?? [];
        var isComplete =
            open is JsonArray
            || known.Count == type.MaxItems
            || (open as JsonObject)?.Find("complete")?.Value is JsonBoolean { Value: true };
        List<JsonValue> items =
        [
            .. known.Select(
                (item, i) =>
                    Take(item is JsonNull ? null : item, settled.Items[i], type.Element, $"{path}[{i}]", isTaken) ?? new JsonNull(default)
            ),
        ];
        return !isComplete && isTaken(path) ? new JsonArray(default, [.. items, .. settled.Items.Skip(items.Count)])
            : open is null or JsonNull ? null
            : isComplete ? new JsonArray(default, items)
            : new ObjectBuilder().Add("known", new JsonArray(default, items)).Add("complete", new JsonBoolean(default, false)).Build();
    }

    private static JsonValue? Stated(JsonValue? value, FactType type) => value switch
    {
        JsonNull => null,
        JsonObject o when type is not RecordType && o.Find("value") is { } inner => inner.Value,
        _ => value,
    };
}
