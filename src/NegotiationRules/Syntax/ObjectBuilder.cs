using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Puts an object together, leaving out what is <see langword="null"/>.</summary>
internal sealed class ObjectBuilder
{
    private readonly List<JsonMember> _members = [];

    public ObjectBuilder Text(string key, string? value) => Add(key, value is null ? null : new JsonText(default, value));

    public ObjectBuilder Add(string key, JsonValue? value)
    {
        if (value is not null)
        {
            _members.Add(new JsonMember(key, default, value));
        }

        return this;
    }

    public ObjectBuilder AddAll(JsonObject other)
    {
        _members.AddRange(other.Members);
        return this;
    }

    public JsonObject Build() => new(default, [.. _members]);
}
