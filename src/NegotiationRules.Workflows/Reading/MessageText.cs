using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Reading;

/// <summary>The text of an <c>ErrorMessage</c>, taken apart at its <c>$(…)</c>.</summary>
internal sealed record MessageText(IReadOnlyList<MessagePart> Parts)
{
    private const string Opening = "$(";

    /// <summary>The parts. What looks like a placeholder that is never closed is text, with a warning.</summary>
    public static MessageText Parse(JsonText message, WorkflowDiagnostics diagnostics)
    {
        var parts = new List<MessagePart>();
        var places = new ExpressionText(message);
        var text = message.Value;
        var from = 0;
        while (text.IndexOf(Opening, from, StringComparison.Ordinal) is >= 0 and var at)
        {
            // A placeholder does not go on beyond its line.
            var end = text.AsSpan(at).IndexOfAny(')', '\n');
            if (end < 0 || text[at + end] == '\n')
            {
                diagnostics.PlaceholderNeverClosed(places.At(at, Opening.Length));
                AddWords(parts, text[from..(at + Opening.Length)]);
                from = at + Opening.Length;
                continue;
            }

            AddWords(parts, text[from..at]);
            from = at + end + 1;
            parts.Add(new PlaceholderPart(text[(at + Opening.Length)..(from - 1)], places.At(at, from - at)));
        }

        AddWords(parts, text[from..]);
        return new MessageText(parts);
    }

    private static void AddWords(List<MessagePart> parts, string words)
    {
        if (parts is [.., WordsPart before])
        {
            parts[^1] = new WordsPart(before.Words + words);
        }
        else if (words.Length > 0)
        {
            parts.Add(new WordsPart(words));
        }
    }
}

/// <summary>A part of a message.</summary>
internal abstract record MessagePart;

internal sealed record WordsPart(string Words) : MessagePart;

/// <summary><c>$(input1.total)</c></summary>
/// <param name="Path">What stands between the parentheses.</param>
/// <param name="Span">The whole, from the dollar sign on.</param>
internal sealed record PlaceholderPart(string Path, Span Span) : MessagePart
{
    public IReadOnlyList<string> Segments => Path.Split('.');

    /// <summary>As it was written.</summary>
    public override string ToString() => $"$({Path})";
}
