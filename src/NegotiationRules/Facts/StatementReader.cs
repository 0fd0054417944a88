using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>Takes facts stated with their source, <c>{ "value": …, "source": … }</c>, apart.</summary>
internal sealed class StatementReader(ScenarioDiagnostics diagnostics, FactPath path)
{
    private static readonly string[] Keys = ["value", "source"];
    private static readonly string[] SourceKeys = ["document", "speaker", "article", "quote", "url"];

    /// <summary>The value itself, whether or not a source stands beside it.</summary>
    public JsonValue Read(JsonValue value, FactType type, out FactSource? source)
    {
        source = null;
        if (value is not JsonObject o || !IsStatement(o, type))
        {
            return value;
        }

        foreach (var member in o.Members)
        {
            if (!Keys.Contains(member.Name))
            {
                diagnostics.UnknownKey(member.NameSpan, path, member.Name, Keys);
            }
        }

        source = o.Find("source") is { } stated ? ReadSource(stated.Value) : null;
        if (o.Find("value") is { } found)
        {
            return found.Value;
        }

        diagnostics.NoValue(o, path);
        return new JsonNull(o.Span);
    }

    /// <summary>Whether an object states a fact, maybe with its source.</summary>
    /// <remarks>An object may have a fact called <c>value</c> or <c>source</c> itself: then it is that.</remarks>
    public static bool IsStatement(JsonObject o, FactType type) =>
        type switch
        {
            RecordType record => o.Find("value") is { Value: JsonObject or JsonNull }
                && record.SlotOf("value") < 0
                && o.Members.All(m => Keys.Contains(m.Name)),
            _ => o.Find("value") is not null || (o.Find("source") is not null && o.Find("known") is null),
        };

    private FactSource? ReadSource(JsonValue value)
    {
        switch (value)
        {
            case JsonNull:
                return null;
            case JsonText { Value: var text }:
                if (string.IsNullOrWhiteSpace(text))
                {
                    diagnostics.EmptySource(value, path);
                }

                return new FactSource(text, null, null, null, null, null);
            case JsonObject o:
                var parts = ReadSourceParts(o);
                if (o.Members.Count == 0)
                {
                    diagnostics.EmptySource(o, path);
                }

                return new FactSource(null, parts[0], parts[1], parts[2], parts[3], parts[4]);
            default:
                diagnostics.BadSource(value, path);
                return null;
        }
    }

    private string?[] ReadSourceParts(JsonObject o)
    {
        var parts = new string?[SourceKeys.Length];
        foreach (var member in o.Members)
        {
            var key = Array.IndexOf(SourceKeys, member.Name);
            if (key < 0)
            {
                diagnostics.UnknownSourceKey(member.NameSpan, path, member.Name, SourceKeys);
            }
            else if (member.Value is JsonText { Value: var text })
            {
                parts[key] = text;
            }
            else
            {
                diagnostics.SourcePartNotText(member.Value, path, member.Name);
            }
        }

        return parts;
    }
}
