using System.Globalization;
using NegotiationRules.Text;

namespace NegotiationRules.Page.Telling;

/// <summary>An object of JSON that is put together member by member; what there is nothing to say of is left out.</summary>
internal sealed class AnswerObject
{
    private readonly List<JsonMember> _members = [];

    public AnswerObject Add(string name, string? text) => text is null ? this : Add(name, new JsonText(default, text));

    public AnswerObject Add(string name, bool value) => Add(name, new JsonBoolean(default, value));

    public AnswerObject Add(string name, decimal value) =>
        Add(name, new JsonNumber(default, value.ToString(CultureInfo.InvariantCulture)));

    public AnswerObject Add(string name, IEnumerable<string> texts) => Add(name, texts.Select(text => new JsonText(default, text)));

    public AnswerObject Add(string name, IEnumerable<AnswerObject> parts) => Add(name, parts.Select(part => part.ToJson()));

    public AnswerObject Add(string name, IEnumerable<JsonValue> values) => Add(name, new JsonArray(default, [.. values]));

    public AnswerObject Add(string name, JsonValue value)
    {
        _members.Add(new JsonMember(name, default, value));
        return this;
    }

    public JsonObject ToJson() => new(default, _members);

    /// <summary>The text of it, on one line.</summary>
    public override string ToString() => JsonPrinter.Print(ToJson(), indented: false);
}
