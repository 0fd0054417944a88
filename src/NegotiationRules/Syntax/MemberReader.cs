using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Takes the members of one object by key; reports keys it does not know, that are missing or hold the wrong kind of
/// value.</summary>
internal readonly struct MemberReader
{
    private readonly JsonObject _object;
    private readonly ObjectShape _shape;
    private readonly SyntaxDiagnostics _diagnostics;

    private readonly RenamedMembers? _renamed;

    public MemberReader(JsonObject value, ObjectShape shape, SyntaxDiagnostics diagnostics)
    {
        (_object, _shape, _diagnostics, _renamed) = (value, shape, diagnostics, null);
        foreach (var member in value.AsSpan())
        {
            if (!shape.Has(member.Name) && Misspelt(member) is { } meant)
            {
                (_renamed ??= new RenamedMembers()).Add(member, meant);
            }
        }
    }

    public string ExampleOf(string key) => _shape.ExampleOf(key);

    public JsonMember? Find(string key) => _object.Find(key) ?? _renamed?.Find(key);

    /// <summary>The member of a key that must be there.</summary>
    public JsonMember? Required(string key)
    {
        if (Find(key) is { } member)
        {
            return member;
        }

        _diagnostics.MissingKey(_object, _shape, key);
        return null;
    }

    public string? Text(string key) => Of<JsonText>(Find(key), "text")?.Value;

    /// <summary>A text that names something and so may not be empty.</summary>
    public Name? Name(string key) => Find(key) is { } member ? NameIn(member) : null;

    public Name? RequiredName(string key) => Required(key) is { } member ? NameIn(member) : null;

    public JsonNumber? Number(string key) => Of<JsonNumber>(Find(key), "a number");

    public JsonObject? Object(string key) => Of<JsonObject>(Find(key), "an object");

    public JsonArray? List(string key) => Of<JsonArray>(Find(key), "a list");

    public T? Of<T>(JsonMember? member, string expected) where T : JsonValue
    {
        if (member is null or { Value: T })
        {
            return (T?)member?.Value;
        }

        // What only stands under a key that was probably meant need not be of its kind.
        if (_object.Find(member.Name) is not null)
        {
            _diagnostics.WrongKind(member.Value, $"`{member.Name}`", expected, _shape.ExampleOf(member.Name));
        }

        return null;
    }

    private Name? NameIn(JsonMember member)
    {
        if (Of<JsonText>(member, "text") is not { } text)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(text.Value))
        {
            _diagnostics.EmptyName(text.Span, $"`{member.Name}`", _shape.ExampleOf(member.Name));
            return null;
        }

        return new Name(text.Value, text.Span);
    }

    // A misspelt key is read on as the one it is near to, or the same slip would be reported a second time as a missing key.
    private string? Misspelt(JsonMember member)
    {
        var reader = this;
        var free = _shape.Keys.Where(key => reader.Find(key) is null).ToList();
        var meant = BorrowedWords.Key(member.Name, free)
            ?? (_shape.Has("forEach") ? BorrowedWords.KeyOfEach(member.Name, _object, free) : null);
        _diagnostics.UnknownKey(member, _object, _shape, meant);
        return meant;
    }
}
