using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>A fact that is being built: a single value, an object of further facts, or a list that grows.</summary>
internal sealed class FactDraft
{
    // Invariant: at most one of these three is given.
    private JsonValue? _value;
    private List<JsonValue>? _items;
    private List<(string Name, FactDraft Draft)>? _members;

    private Dictionary<string, FactDraft>? _byName;
    private bool _incomplete;

    public JsonValue? Source { get; set; }

    /// <summary>The draft of a fact inside this one.</summary>
    public FactDraft Member(string name, string path)
    {
        if (_items is not null || _value is not (null or JsonNull))
        {
            throw new InvalidOperationException($"`{path}` is inside something that was stated as a value or a list.");
        }

        _value = null;
        _members ??= [];
        _byName ??= new Dictionary<string, FactDraft>(StringComparer.Ordinal);
        if (!_byName.TryGetValue(name, out var member))
        {
            member = new FactDraft();
            _byName.Add(name, member);
            _members.Add((name, member));
        }

        return member;
    }

    /// <summary>States the value whole. Members of an object and elements of a list may be stated one by one afterwards.</summary>
    public void Set(JsonValue value)
    {
        (_value, _items, _members, _byName, _incomplete) = (null, null, null, null, false);
        switch (value)
        {
            case JsonArray list:
                _items = [.. list.Items];
                break;
            case JsonObject whole:
                _members = [];
                foreach (var member in whole.Members)
                {
                    Member(member.Name, member.Name).Set(member.Value);
                }

                break;
            default:
                _value = value;
                break;
        }
    }

    public void Add(JsonValue item, string path) => List(path).Add(item);

    public void MarkIncomplete(string path)
    {
        _ = List(path);
        _incomplete = true;
    }

    public JsonObject BuildObject() =>
        new(
            default,
            [
                .. from member in _members ?? []
                let built = member.Draft.Build()
                where built is not null
                select new JsonMember(member.Name, default, built),
            ]
        );

    private List<JsonValue> List(string path)
    {
        if (_members is not null || _value is not (null or JsonNull))
        {
            throw new InvalidOperationException($"`{path}` was stated as something else than a list.");
        }

        _value = null;
        return _items ??= [];
    }

    // Nothing was stated of a draft that was only looked up.
    private JsonValue? Build()
    {
        var built = _items is not null ? BuildList(_items)
            : _members is not null ? BuildObject()
            : _value;
        return Source is null ? built
            : new JsonObject(default, [new("value", default, built ?? new JsonNull(default)), new("source", default, Source)]);
    }

    private JsonValue BuildList(List<JsonValue> items)
    {
        var list = new JsonArray(default, [.. items]);
        return _incomplete
            ? new JsonObject(default, [new("known", default, list), new("complete", default, new JsonBoolean(default, false))])
            : list;
    }
}
