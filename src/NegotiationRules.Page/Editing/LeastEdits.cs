using System.Globalization;
using NegotiationRules.Text;

namespace NegotiationRules.Page.Editing;

/// <summary>Finds the edits that make one text say what other JSON says, and leave the rest of it as somebody wrote it.</summary>
internal static class LeastEdits
{
    /// <summary>The edits, in the order of the text. What the other does not mention stays.</summary>
    /// <param name="written">The text as it was read.</param>
    /// <param name="wanted">What it is to say.</param>
    public static IReadOnlyList<TextEdit> Between(JsonObject written, JsonObject wanted)
    {
        var edits = new List<TextEdit>();
        Compare(written, wanted, edits);
        return edits;
    }

    private static void Compare(JsonValue written, JsonValue wanted, List<TextEdit> edits)
    {
        switch (written, wanted)
        {
            case (JsonObject now, JsonObject then) when !IsStatement(now) && !IsStatement(then):
                CompareMembers(now, then, edits);
                break;
            case (JsonArray now, JsonArray then) when now.Items.Count <= then.Items.Count:
                CompareItems(now, then, edits);
                break;
            default:
                if (!IsSame(written, wanted))
                {
                    edits.Add(new TextEdit(written.Span, Print(wanted)));
                }

                break;
        }
    }

    private static void CompareMembers(JsonObject now, JsonObject then, List<TextEdit> edits)
    {
        var added = new List<string>();
        foreach (var member in then.Members)
        {
            if (now.Find(member.Name) is { } there)
            {
                Compare(there.Value, member.Value, edits);
            }
            else
            {
                added.Add($"{JsonPrinter.Quote(member.Name)}: {Print(member.Value)}");
            }
        }

        if (added.Count > 0)
        {
            edits.Add(TextEdit.Append(now, string.Join(", ", added)));
        }
    }

    private static void CompareItems(JsonArray now, JsonArray then, List<TextEdit> edits)
    {
        for (var i = 0; i < now.Items.Count; i++)
        {
            Compare(now.Items[i], then.Items[i], edits);
        }

        if (then.Items.Count > now.Items.Count)
        {
            var added = string.Join(", ", then.Items.Skip(now.Items.Count).Select(Print));
            edits.Add(now.Items is [.., var last]
                ? new TextEdit(now.Span with { Start = last.Span.End, Length = 0 }, $", {added}")
                : new TextEdit(now.Span, $"[{added}]"));
        }
    }

    // A fact with its source, or a list that is not complete, is one thing.
    private static bool IsStatement(JsonObject value) =>
        value.Find("value") is not null || (value.Find("known") is not null && value.Find("complete") is not null);

    private static bool IsSame(JsonValue one, JsonValue other) => (one, other) switch
    {
        (JsonNumber a, JsonNumber b) => a.Digits == b.Digits || NumberOf(a) is { } number && number == NumberOf(b),
        (JsonObject a, JsonObject b) => a.Members.Count == b.Members.Count
            && a.Members.All(member => b.Find(member.Name) is { } same && IsSame(member.Value, same.Value)),
        (JsonArray a, JsonArray b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(pair => IsSame(pair.First, pair.Second)),
        _ => Print(one) == Print(other),
    };

    private static decimal? NumberOf(JsonNumber number) =>
        decimal.TryParse(number.Digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string Print(JsonValue value) => JsonPrinter.Print(value, indented: false);
}
