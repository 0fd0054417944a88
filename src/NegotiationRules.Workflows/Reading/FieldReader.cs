using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Reading;

/// <summary>Takes the fields of one object by name, in either letter case; reports those it does not know, that are missing or hold the
/// wrong kind of value.</summary>
/// <remarks>A field that is <c>null</c> is not there: serialisers write out every property that has no value.</remarks>
internal sealed class FieldReader
{
    private readonly Dictionary<string, JsonMember> _fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly JsonObject _object;
    private readonly ObjectShape _shape;
    private readonly WorkflowDiagnostics _diagnostics;

    /// <param name="value">The object.</param>
    /// <param name="shape">The fields it may have.</param>
    /// <param name="what">What the object is in this place, for messages: "the rule `x`".</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public FieldReader(JsonObject value, ObjectShape shape, string what, WorkflowDiagnostics diagnostics)
    {
        (_object, _shape, What, _diagnostics) = (value, shape, what, diagnostics);
        foreach (var member in value.Members)
        {
            if (_fields.TryGetValue(member.Name, out var first))
            {
                diagnostics.SameFieldTwice(member, first);
                continue;
            }

            _fields.Add(member.Name, member);
        }

        foreach (var member in _fields.Values.Where(m => !shape.Keys.Contains(m.Name, StringComparer.OrdinalIgnoreCase)).ToList())
        {
            ReportUnknown(member);
        }
    }

    public string What { get; }

    public string ExampleOf(string field) => _shape.ExampleOf(field);

    public JsonMember? Find(string field) => _fields.GetValueOrDefault(field) is { Value: not JsonNull } member ? member : null;

    public JsonText? Text(string field) => Of<JsonText>(field, "text");

    public JsonObject? Object(string field) => Of<JsonObject>(field, "an object");

    /// <summary>The elements of a list; none if there is no such field. A single text or object is read as the only element, after it is
    /// reported.</summary>
    public IReadOnlyList<JsonValue> Items(string field) =>
        Of<JsonArray>(field, "a list")?.Items ?? (Find(field)?.Value is { } single and (JsonText or JsonObject) ? [single] : []);

    /// <summary>Text that names something and so may not be empty.</summary>
    public Name? Name(string field)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        if (!string.IsNullOrWhiteSpace(text.Value))
        {
            return new Name(text.Value, text.Span);
        }

        _diagnostics.Empty(text, field, What, _shape.ExampleOf(field));
        return null;
    }

    public Name? RequiredName(string field)
    {
        if (Find(field) is null)
        {
            _diagnostics.Missing(_object, What, field, _shape.ExampleOf(field));
            return null;
        }

        return Name(field);
    }

    /// <summary>Text that is an expression and so may not be empty.</summary>
    public JsonText? Expression(string field) => Name(field) is null ? null : (JsonText)Find(field)!.Value;

    public JsonText? RequiredExpression(string field) => RequiredName(field) is null ? null : (JsonText)Find(field)!.Value;

    /// <summary>Whether it is true; <paramref name="otherwise"/> if there is no such field.</summary>
    public bool Flag(string field, bool otherwise)
    {
        switch (_fields.GetValueOrDefault(field)?.Value)
        {
            case null:
                return otherwise;
            case JsonBoolean flag:
                return flag.Value;
            case var other:
                _diagnostics.WrongKind(other, $"`{field}` of {What}", "`true` or `false`", _shape.ExampleOf(field));
                return otherwise;
        }
    }

    private T? Of<T>(string field, string expected) where T : JsonValue
    {
        if (Find(field) is not { } member)
        {
            return null;
        }

        if (member.Value is T value)
        {
            return value;
        }

        _diagnostics.WrongKind(member.Value, $"`{field}` of {What}", expected, _shape.ExampleOf(field));
        return null;
    }

    // A misspelt field is read on as the one it is near to, or the same slip would be reported a second time as a missing field.
    private void ReportUnknown(JsonMember member)
    {
        var meant = Spelling.Nearest(member.Name, _shape.Keys.Where(key => !_fields.ContainsKey(key)));
        if (meant is not null)
        {
            _diagnostics.MisspeltField(member, What, meant);
            _fields.Add(meant, member);
        }
        else
        {
            _diagnostics.UnknownField(member, What, _shape.Keys);
        }
    }
}
