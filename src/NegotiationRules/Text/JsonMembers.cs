namespace NegotiationRules.Text;

/// <summary>The members of an object that is built; what is empty is left out.</summary>
internal sealed class JsonMembers
{
    private readonly List<JsonMember> _members = [];

    public JsonMembers Add(string name, JsonValue value)
    {
        _members.Add(new JsonMember(name, default, value));
        return this;
    }

    public JsonMembers Add(string name, string? text) => text is null ? this : Add(name, new JsonText(default, text));

    public JsonMembers Add(string name, bool? value) => value is { } known ? Add(name, new JsonBoolean(default, known)) : this;

    public JsonMembers Add(string name, IEnumerable<JsonValue> items) =>
        items.ToArray() is { Length: > 0 } all ? Add(name, new JsonArray(default, all)) : this;

    /// <summary>An object with a member for each of them.</summary>
    public JsonMembers Add(string name, IEnumerable<(string Name, JsonValue Value)> members)
    {
        var inner = new JsonMembers();
        foreach (var member in members)
        {
            inner.Add(member.Name, member.Value);
        }

        return inner._members.Count == 0 ? this : Add(name, inner.ToObject());
    }

    public JsonObject ToObject() => new(default, [.. _members]);
}
