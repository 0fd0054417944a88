using System.Collections.Immutable;
using System.Globalization;
using NegotiationRules.Text;

namespace NegotiationRules.Testing;

/// <summary>Points at a value inside a JSON value: <c>/expected/outcome</c>, <c>/votes/0</c>; empty for the whole.</summary>
/// <remarks>RFC 6901: <c>~1</c> stands for a slash in a name, <c>~0</c> for a tilde.</remarks>
internal sealed class JsonPointer
{
    private readonly ImmutableArray<string> _names;

    private JsonPointer(string text, ImmutableArray<string> names)
    {
        Text = text;
        _names = names;
    }

    public string Text { get; }

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
                JsonArray list when IndexOf(name) is { } index && index < list.Items.Count => list.Items[index],
                _ => null,
            };
        }

        return value;
    }

    public override string ToString() => Text;

    // `01` and `+1` are no indexes.
    private static int? IndexOf(string name) =>
        (name is "0" || !name.StartsWith('0')) && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;

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
