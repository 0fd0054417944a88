using System.Globalization;
using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>Puts a value at a path of a scenario's tree; what is not on the way is shared with the old tree.</summary>
internal sealed class ScenarioEdit
{
    private readonly ScenarioPath _path;
    private readonly JsonValue _value;
    private string? _fault;

    private ScenarioEdit(ScenarioPath path, JsonValue value)
    {
        _path = path;
        _value = value;
    }

    /// <summary>The changed tree, or <see langword="null"/> and why there is no such place. Objects on the way are made where they are missing.</summary>
    public static JsonObject? Set(JsonObject root, ScenarioPath path, JsonValue value, out string? fault)
    {
        var edit = new ScenarioEdit(path, value);
        var changed = edit.SetIn(root, 0);
        fault = edit._fault;
        return (JsonObject?)changed;
    }

    private JsonValue? SetIn(JsonValue? node, int step)
    {
        if (step == _path.Steps.Length)
        {
            return _value;
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
            case JsonObject o when o.Find("source") is not null && o is { Members.Count: 2 } && o.Find("value") is { Value: JsonObject or JsonNull } stated:
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
                _fault = $"`{ScenarioDiagnostics.Clean(_path.UpTo(step))}` is {(node is null ? "absent" : ScenarioDiagnostics.Describe(node))}, not a list";
                return null;
        }
    }

    private JsonArray? SetItem(JsonArray list, int index, int step)
    {
        if (index >= list.Items.Count)
        {
            var count = list.Items.Count.ToString(CultureInfo.InvariantCulture);
            _fault = $"`{ScenarioDiagnostics.Clean(_path.UpTo(step))}` has {count} {(count == "1" ? "element" : "elements")}, counted from 0";
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
