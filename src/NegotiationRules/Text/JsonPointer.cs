using System.Globalization;

namespace NegotiationRules.Text;

/// <summary>Points at a value inside a JSON value: <c>/expected/outcome</c>, <c>/votes/0</c>; empty for the whole.</summary>
/// <remarks>RFC 6901: <c>~1</c> stands for a slash in a name, <c>~0</c> for a tilde.</remarks>
internal sealed class JsonPointer
{
    private readonly string[] _names;

    private JsonPointer(string text, string[] names)
    {
        Text = text;
        _names = names;
    }

    public string Text { get; }

    /// <summary>The names and indexes on the way; none for the whole.</summary>
    public ReadOnlySpan<string> Names => _names;

    /// <summary>Reads a pointer, or says in a few words why it is none.</summary>
    public static JsonPointer? TryParse(string text, out string? fault)
    {
        fault = text.Length > 0 && text[0] != '/' ? "it does not start with `/`"
            : HasLoneTilde(text) ? "a `~` in it is neither `~0` nor `~1`"
            : null;
        if (fault is not null)
        {
            return null;
        }

        // The order matters: `~01` is `~1` in a name, not a slash.
        return new JsonPointer(text, [.. text.Split('/').Skip(1).Select(name =>
            name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))]);
    }

    /// <summary>What it points at, or <see langword="null"/> if there is nothing.</summary>
    public JsonValue? Find(JsonValue root)
    {
        JsonValue? value = root;
        foreach (var name in _names)
        {
            value = value switch
            {
                JsonObject o => o.Find(name)?.Value,
                JsonArray list when IndexOf(name) is >= 0 and var index && index < list.Items.Count => list.Items[index],
                _ => null,
            };
        }

        return value;
    }

    public override string ToString() => Text;

    /// <summary>The element of a list that a name means, or -1: `01`, `+1` and `-` are no elements that exist.</summary>
    public static int IndexOf(string name) =>
        (name is "0" || !name.StartsWith('0')) && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : -1;

    private static bool HasLoneTilde(string text)
    {
        for (var i = text.IndexOf('~', StringComparison.Ordinal); i >= 0; i = text.IndexOf('~', i + 1))
        {
            if (i + 1 == text.Length || text[i + 1] is not ('0' or '1'))
            {
                return true;
            }
        }

        return false;
    }
}
