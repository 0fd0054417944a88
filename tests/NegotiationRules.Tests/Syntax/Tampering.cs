using NegotiationRules.Text;

namespace NegotiationRules.Tests.Syntax;

/// <summary>Changes one value or key of a JSON tree into another that occurs in rule files, so that the file is probably wrong.</summary>
internal sealed class Tampering(Random random)
{
    private static readonly string[] Keys =
    [
        "all", "any", "none", "not", "every", "some", "no", "count", "sum", "min", "max", "share", "value", "inOrder",
        "condition", "rule", "of", "as", "where", "satisfy", "among", "steps", "by", "fact", "parameter", "plus",
        "minus", "times", "to", "is", "in", "atLeast", "between", "known", "id", "require", "warnWhen", "weight",
        "strength", "when", "because", "source", "stage", "name", "language", "rules", "$schema", "x-note", "evry",
        "agreement.form", "a..b", "a[0]", "", " a", "description", "if", "then", "else", "lowerCase", "quotient",
        "rounded", "part", "joined", "lower",
    ];

    private int _left;

    public JsonValue ChangeOne(JsonValue root)
    {
        _left = random.Next(Count(root));
        return Change(root);
    }

    private JsonValue Change(JsonValue value)
    {
        if (_left-- == 0)
        {
            return Other(value);
        }

        return value switch
        {
            JsonObject o => o with { Members = [.. o.Members.Select(m => m with { Value = Change(m.Value) })] },
            JsonArray a => a with { Items = [.. a.Items.Select(Change)] },
            _ => value,
        };
    }

    private JsonValue Other(JsonValue value) => (value, random.Next(3)) switch
    {
        (JsonObject { Members.Count: > 0 } o, 0) => WithKey(o, random.Next(o.Members.Count)),
        (JsonObject { Members.Count: > 0 } o, 1) => o with { Members = [.. o.Members.Where((_, i) => i > 0)] },
        (JsonObject o, _) => WithMember(o),
        (JsonArray { Items.Count: > 0 } a, 0) => a with { Items = [.. a.Items.Skip(1)] },
        _ => Anything(),
    };

    private JsonObject WithKey(JsonObject o, int at)
    {
        var key = Keys[random.Next(Keys.Length)];
        return o.Find(key) is null ? o with { Members = [.. o.Members.Select((m, i) => i == at ? m with { Name = key } : m)] } : o;
    }

    private JsonObject WithMember(JsonObject o)
    {
        var key = Keys[random.Next(Keys.Length)];
        return o.Find(key) is null ? o with { Members = [.. o.Members, new JsonMember(key, default, Anything())] } : o;
    }

    private JsonValue Anything() => random.Next(9) switch
    {
        0 => new JsonNull(default),
        1 => new JsonBoolean(default, true),
        2 => new JsonNumber(default, random.Next(-1, 3).ToString(System.Globalization.CultureInfo.InvariantCulture)),
        3 => new JsonText(default, Keys[random.Next(Keys.Length)]),
        4 => new JsonArray(default, []),
        5 => new JsonArray(default, [new JsonText(default, "a"), new JsonNumber(default, "1")]),
        6 => new JsonObject(default, []),
        7 => new JsonObject(default, [new JsonMember("parameter", default, new JsonText(default, "annex"))]),
        _ => new JsonObject(default, [new JsonMember("agreement.form", default, new JsonText(default, "written"))]),
    };

    private static int Count(JsonValue value) => 1 + value switch
    {
        JsonObject o => o.Members.Sum(m => Count(m.Value)),
        JsonArray a => a.Items.Sum(Count),
        _ => 0,
    };
}
