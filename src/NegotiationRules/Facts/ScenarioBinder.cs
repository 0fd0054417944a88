using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>Turns the tree of a scenario into facts by the types of a vocabulary. Reports every fault and goes on; a faulty fact is
/// unknown.</summary>
internal sealed class ScenarioBinder(ScenarioDiagnostics diagnostics, FactPath path)
{
    private static readonly string[] ListKeys = ["known", "complete"];

    private readonly ScalarBinder _scalars = new(diagnostics, path);
    private readonly StatementReader _statements = new(diagnostics, path);

    /// <summary>The facts of a whole scenario.</summary>
    public FactRecord BindScenario(JsonObject root, RecordType type)
    {
        var members = root.Members.Any(m => m.Name == "$schema") ? [.. root.Members.Where(m => m.Name != "$schema")] : root.Members;
        return BindRecord(root with { Members = members }, type);
    }

    /// <summary>One fact, with the source it is stated with. What is <see langword="null"/> is <paramref name="absent"/>.</summary>
    public FactValue Bind(JsonValue value, FactType type, FactValue absent, out FactSource? source) =>
        BindStated(_statements.Read(value, type, out source), type, absent, null);

    private FactValue BindStated(JsonValue value, FactType type, FactValue absent, Completeness? completeBy) =>
        (value, type) switch
        {
            (JsonNull, _) => absent,
            (JsonObject o, RecordType record) => FactValue.Of(BindRecord(o, record)),
            (JsonArray a, ListType list) => BindList(a, list, completeBy is null or { IsTrue: true }),
            (JsonObject o, ListType list) when o.Find("known") is not null || o.Find("complete") is not null => BindPartlyKnown(
                o, list, completeBy
            ),
            (_, RecordType or ListType) => Wrong(value, type),
            _ => _scalars.Bind(value, type),
        };

    private FactRecord BindRecord(JsonObject o, RecordType type)
    {
        var values = new FactValue[type.Properties.Count];
        for (var slot = 0; slot < values.Length; slot++)
        {
            values[slot] = type.Properties[slot].Default;
        }

        FactSource?[]? sources = null;
        var waiting = false;
        foreach (var member in o.Members)
        {
            var slot = type.SlotOf(member.Name);
            path.Enter(member.Name);
            if (slot >= 0 && type.Properties[slot].Type is ListType { CompleteBy: not null })
            {
                waiting = true;
            }
            else if (slot >= 0)
            {
                var property = type.Properties[slot];
                values[slot] = Bind(member.Value, property.Type, property.Default, out var source);
                Keep(source, slot);
            }
            else if (!type.AllowsMore)
            {
                ReadOn(member, o, type);
            }

            path.Leave();
        }

        // These ask a fact beside them whether they are complete, so they come last.
        for (var slot = 0; slot < values.Length; slot++)
        {
            if (type.Properties[slot] is { Type: ListType { CompleteBy: { } sibling } list } property)
            {
                var complete = new Completeness(sibling, values[type.SlotOf(sibling)], o.Find(sibling) is not null);
                var absent = FactList.WithCompleteness(property.Default, complete.IsTrue);
                values[slot] = absent;
                if (waiting && o.Find(property.Name) is { } member)
                {
                    path.Enter(member.Name);
                    var stated = _statements.Read(member.Value, list, out var source);
                    values[slot] = BindStated(stated, list, absent, complete);
                    Keep(source, slot);
                    path.Leave();
                }
            }
        }

        return new FactRecord(type, values, sources);

        void Keep(FactSource? source, int slot)
        {
            if (source is not null)
            {
                sources ??= new FactSource?[values.Length];
                sources[slot] = source;
            }
        }
    }

    // What is wrong with the value of a misspelt fact is reported with the slip.
    private void ReadOn(JsonMember member, JsonObject o, RecordType type)
    {
        var free = type.Properties.Where(property => o.Find(property.Name) is null).Select(property => property.Name).ToList();
        var nearest = Text.Spelling.Nearest(member.Name, free.Concat(type.Properties.Select(property => property.Name)));
        var meant = nearest is not null && free.Contains(nearest) ? nearest : null;
        diagnostics.UnknownProperty(member.NameSpan, path, type, nearest, isStated: nearest != meant);
        if (meant is not null)
        {
            var property = type.Properties[type.SlotOf(meant)];
            path.Leave();
            path.Enter(meant);
            Bind(member.Value, property.Type, property.Default, out _);
        }
    }

    private FactValue BindList(JsonArray items, ListType type, bool complete)
    {
        var absent = FactRecord.Absent(type.Element);
        var elements = new FactValue[items.Items.Count];
        FactSource?[]? sources = null;
        for (var i = 0; i < elements.Length; i++)
        {
            path.Enter(i);
            elements[i] = Bind(items.Items[i], type.Element, absent, out var source);
            if (source is not null)
            {
                sources ??= new FactSource?[elements.Length];
                sources[i] = source;
            }

            path.Leave();
        }

        if (elements.Length > type.MaxItems)
        {
            diagnostics.TooManyItems(items, path, type.MaxItems.Value);
            return FactValue.Unknown;
        }

        return FactValue.Of(new FactList(elements, complete, sources));
    }

    // { "known": [ … ], "complete": false }
    private FactValue BindPartlyKnown(JsonObject o, ListType type, Completeness? completeBy)
    {
        foreach (var member in o.Members.Where(m => !ListKeys.Contains(m.Name)))
        {
            diagnostics.UnknownKey(member.NameSpan, path, member.Name, ListKeys);
        }

        var stated = o.Find("complete")?.Value;
        if (stated is not (null or JsonNull or JsonBoolean))
        {
            diagnostics.CompleteNotABoolean(stated, path);
        }

        if (stated is JsonBoolean { Value: var says } && completeBy is { IsStated: true } sibling && sibling.Value.Boolean != says)
        {
            diagnostics.CompletenessDisagrees(stated.Span, path, sibling.Name, says);
            return FactValue.Unknown;
        }

        var complete = stated is JsonBoolean { Value: var isComplete } ? isComplete : completeBy is { IsTrue: true };
        switch (o.Find("known")?.Value)
        {
            case JsonArray known:
                return BindList(known, type, complete);
            case null or JsonNull:
                diagnostics.NoKnownElements(o, path);
                return FactValue.Unknown;
            case var other:
                return Wrong(other, type);
        }
    }

    private FactValue Wrong(JsonValue value, FactType type)
    {
        diagnostics.WrongType(value, path, type);
        return FactValue.Unknown;
    }

    // What a fact beside a list says about whether it is complete. A default says less than the list itself does.
    private sealed record Completeness(string Name, FactValue Value, bool IsInScenario)
    {
        public bool IsTrue => Value.IsTrue;

        public bool IsStated => Value.IsKnown && IsInScenario;
    }
}
