using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Reading;

/// <summary>Looks at a field before the object is read: what to call the object in messages.</summary>
internal static class FieldText
{
    private const int Longest = 60;

    /// <summary>The text of a field in either letter case, shortened to what fits in a message; <see langword="null"/> if it has
    /// none.</summary>
    public static string? Of(JsonObject value, string field)
    {
        var text = (
            value.Members.FirstOrDefault(m => string.Equals(m.Name, field, StringComparison.OrdinalIgnoreCase))?.Value as JsonText
        )?.Value;
        return string.IsNullOrWhiteSpace(text) ? null : Shorten(text);
    }

    /// <summary>The text in one line that is no longer than fits in a message.</summary>
    public static string Shorten(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= Longest ? line : $"{line[..Longest]}…";
    }
}
