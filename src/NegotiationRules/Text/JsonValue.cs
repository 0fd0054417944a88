namespace NegotiationRules.Text;

/// <summary>A JSON value as it was written, with its place. Values built in code have the default place, "nowhere".</summary>
internal abstract record JsonValue(Span Span)
{
    /// <summary>What kind of value it is, in words for a message: "an object", "a number" ….</summary>
    public abstract string Kind { get; }
}

/// <summary><c>{ … }</c>, its members in the order written, without duplicates.</summary>
internal sealed record JsonObject(Span Span, IReadOnlyList<JsonMember> Members) : JsonValue(Span)
{
    private readonly JsonMember[] _members = AsArray(Members);

    public override string Kind => "an object";

    public IReadOnlyList<JsonMember> Members
    {
        get => _members;
        init => _members = AsArray(value);
    }

    /// <summary>The <see cref="Members"/> for those who look through many objects: nothing is made to go over them.</summary>
    public ReadOnlySpan<JsonMember> AsSpan() => _members;

    /// <summary>The member of that name, or <see langword="null"/>.</summary>
    public JsonMember? Find(string name)
    {
        foreach (var member in _members)
        {
            if (member.Name == name)
            {
                return member;
            }
        }

        return null;
    }

    private static JsonMember[] AsArray(IReadOnlyList<JsonMember> members) => members as JsonMember[] ?? [.. members];
}

/// <summary>One <c>"name": value</c> of an object.</summary>
internal sealed record JsonMember(string Name, Span NameSpan, JsonValue Value);

/// <summary><c>[ … ]</c></summary>
internal sealed record JsonArray(Span Span, IReadOnlyList<JsonValue> Items) : JsonValue(Span)
{
    public override string Kind => "a list";
}

/// <summary><c>"…"</c>, unescaped.</summary>
internal sealed record JsonText(Span Span, string Value) : JsonValue(Span)
{
    public override string Kind => "text";
}

/// <summary>A number, kept as its digits so that nothing is lost before its type is known.</summary>
internal sealed record JsonNumber(Span Span, string Digits) : JsonValue(Span)
{
    public override string Kind => "a number";
}

/// <summary><c>true</c> or <c>false</c></summary>
internal sealed record JsonBoolean(Span Span, bool Value) : JsonValue(Span)
{
    public override string Kind => Value ? "`true`" : "`false`";
}

/// <summary><c>null</c></summary>
internal sealed record JsonNull(Span Span) : JsonValue(Span)
{
    public override string Kind => "`null`";
}
