using System.Globalization;
using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>Changes what stands at a path of a scenario's tree; what is not on the way is shared with the old tree.</summary>
internal sealed class ScenarioEdit
{
    private readonly ScenarioPath _path;
    private readonly Func<JsonValue?, JsonValue?> _change;
    private string? _fault;

    private ScenarioEdit(ScenarioPath path, Func<ScenarioEdit, JsonValue?, JsonValue?> change)
    {
        _path = path;
        _change = value => change(this, value);
    }

    /// <summary>Puts a value there: the changed tree, or <see langword="null"/> and why there is no such place. Objects on the way are made
    /// where they are missing.</summary>
    public static JsonObject? Set(JsonObject root, ScenarioPath path, JsonValue value, out string? fault) =>
        new ScenarioEdit(path, (_, _) => value).Apply(root, out fault);

    /// <summary>Adds an element at the end of the list there. A list of which nothing was known afterwards has this element and perhaps
    /// others.</summary>
    public static JsonObject? Add(JsonObject root, ScenarioPath path, JsonValue element, out string? fault) =>
        new ScenarioEdit(path, (edit, list) => edit.WithItems(list, items => items is null ? null : [.. items, element], element)).Apply(
            root,
            out fault
        );

    /// <summary>Takes an element out of the list there.</summary>
    public static JsonObject? Remove(JsonObject root, ScenarioPath path, int index, out string? fault) =>
        new ScenarioEdit(path, (edit, list) => edit.WithItems(list, items => edit.Without(items, index), null)).Apply(root, out fault);

    private JsonObject? Apply(JsonObject root, out string? fault)
    {
        var changed = SetIn(root, 0);
        fault = _fault;
        return (JsonObject?)changed;
    }

    private JsonValue? WithItems(JsonValue? list, Func<IReadOnlyList<JsonValue>?, IReadOnlyList<JsonValue>?> change, JsonValue? first)
    {
        switch (list)
        {
            case JsonArray a:
                return WithItems(a, change(a.Items));
            case JsonObject o when o.Find("known") is { Value: JsonArray } known:
                return With(o, "known", WithItems(known.Value, change, first));
            case JsonObject o when o.Find("value") is { Value: JsonArray or JsonObject } stated:
                return With(o, "value", WithItems(stated.Value, change, first));
            case null or JsonNull when first is not null:
                return new JsonObject(
                    default,
                    [new("known", default, new JsonArray(default, [first])), new("complete", default, new JsonBoolean(default, false))]
                );
            default:
                _fault = NotAList(list, _path.Steps.Length);
                return null;
        }
    }

    private static JsonArray? WithItems(JsonArray list, IReadOnlyList<JsonValue>? items) =>
        items is null ? null : list with { Items = items };

    private IReadOnlyList<JsonValue>? Without(IReadOnlyList<JsonValue>? items, int index)
    {
        if (items is not null && index < items.Count)
        {
            return [.. items.Where((_, i) => i != index)];
        }

        _fault = NoSuchElement(items?.Count ?? 0, _path.Steps.Length);
        return null;
    }

    private JsonValue? SetIn(JsonValue? node, int step)
    {
        if (step == _path.Steps.Length)
        {
            return _change(node);
        }

        return _path.Steps[step].Name is { } name ? SetMember(node, name, step) : SetElement(node, _path.Steps[step].Index, step);
    }

    private JsonObject? SetMember(JsonValue? node, string name, int step)
    {
        switch (node)
        {
            case null or JsonNull:
                return With(new JsonObject(default, []), name, SetIn(null, step + 1));
            case JsonObject o when o.Find(name) is { } member:
                return With(o, name, SetIn(member.Value, step + 1));
            case JsonObject o
                when o.Find("source") is not null
                    && o is { Members.Count: 2 }
                    && o.Find("value") is { Value: JsonObject or JsonNull } stated:
                return With(o, "value", SetIn(stated.Value, step));
            case JsonObject o:
                return With(o, name, SetIn(null, step + 1));
            default:
                _fault = $"`{ScenarioDiagnostics.Clean(_path.UpTo(step))}` is {ScenarioDiagnostics.Describe(node)}, not an object";
                return null;
        }
    }

    private JsonValue? SetElement(JsonValue? node, int index, int step)
    {
        switch (node)
        {
            case JsonArray a:
                return SetItem(a, index, step);
            case JsonObject o when o.Find("known") is { Value: JsonArray } known:
                return With(o, "known", SetIn(known.Value, step));
            case JsonObject o when o.Find("value") is { Value: JsonArray or JsonObject } stated:
                return With(o, "value", SetIn(stated.Value, step));
            default:
                _fault = NotAList(node, step);
                return null;
        }
    }

    private JsonArray? SetItem(JsonArray list, int index, int step)
    {
        if (index >= list.Items.Count)
        {
            _fault = NoSuchElement(list.Items.Count, step);
            return null;
        }

        if (SetIn(list.Items[index], step + 1) is not { } changed)
        {
            return null;
        }

        var items = list.Items.ToArray();
        items[index] = changed;
        return list with { Items = items };
    }

    private string NotAList(JsonValue? node, int step) =>
        $"`{ScenarioDiagnostics.Clean(_path.UpTo(step))}` is {(node is null ? "absent" : ScenarioDiagnostics.Describe(node))}, not a list";

    private string NoSuchElement(int elements, int step)
    {
        var count = elements.ToString(CultureInfo.InvariantCulture);
        return $"`{ScenarioDiagnostics.Clean(_path.UpTo(step))}` has {count} {(count == "1" ? "element" : "elements")}, counted from 0";
    }

    private static JsonObject? With(JsonObject o, string name, JsonValue? value)
    {
        if (value is null)
        {
            return null;
        }

        var members = o.Members.ToList();
        var at = members.FindIndex(m => m.Name == name);
        if (at < 0)
        {
            members.Add(new JsonMember(name, default, value));
        }
        else
        {
            members[at] = members[at] with { Value = value };
        }

        return o with { Members = members };
    }
}
