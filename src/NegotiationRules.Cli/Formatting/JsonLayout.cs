using System.Text;

namespace NegotiationRules.Cli.Formatting;

/// <summary>Lays JSON out as it is laid out in this project: only white space changes, and commas after the last of a list.</summary>
/// <remarks>
/// Two spaces a level. What fits on one line stands on one line, unless whoever wrote it began a line after the bracket, or there is a
/// comment in it. What began a line goes on doing so, what stood beside others stays there as far as the line goes, and plain values of a
/// list fill their lines unless each had one of its own. One empty line is kept where there were some.
/// Where a comma stands after the last entry once, it does everywhere that is spread over lines, and otherwise nowhere.
/// </remarks>
internal sealed class JsonLayout
{
    private const int Width = 140;

    private readonly StringBuilder _text = new();
    private readonly string _lastComma;
    private int _lineStart;

    private JsonLayout(bool hasLastCommas) => _lastComma = hasLastCommas ? "," : string.Empty;

    /// <summary>The text laid out, with a line break at its end; line breaks are as the first one was.</summary>
    /// <param name="text">A text that has been read without faults.</param>
    public static string Of(string text)
    {
        var read = new LayoutReader(text);
        var layout = new JsonLayout(read.HasLastCommas);
        layout.WriteEntry(read.Root, 0, string.Empty, isFirst: true);
        foreach (var comment in read.After)
        {
            layout.WriteLine(comment, 0, isFirst: false);
        }

        // A text in quotation marks may hold other separators of lines, which are to stay.
        var lines = layout._text.Append('\n').Replace("\r\n", "\n");
        var first = text.IndexOf('\n', StringComparison.Ordinal);
        return (first > 0 && text[first - 1] == '\r' ? lines.Replace("\n", "\r\n") : lines).ToString();
    }

    private void WriteEntry(LaidOutEntry entry, int indent, string comma, bool isFirst)
    {
        foreach (var comment in entry.Before)
        {
            WriteLine(comment, indent, isFirst);
            isFirst = false;
        }

        BreakLine(indent, entry.IsApart, isFirst);
        WriteName(entry);
        Write(entry.Value, indent, comma.Length);
        _text.Append(comma);
        foreach (var comment in entry.Behind)
        {
            _text.Append(' ').Append(comment.Text.TrimEnd());
        }
    }

    private void Write(LaidOutValue value, int indent, int behind)
    {
        if (value.IsPlain || value.IsEmpty || (!value.IsSpread && _text.Length - _lineStart + value.Width + behind <= Width))
        {
            WriteFlat(value);
            return;
        }

        _text.Append(value.IsObject ? '{' : '[');
        foreach (var comment in value.Opening)
        {
            _text.Append(' ').Append(comment.Text.TrimEnd());
        }

        WriteEntries(value, indent + 2);
        foreach (var comment in value.Closing)
        {
            WriteLine(comment, indent + 2, isFirst: false);
        }

        BreakLine(indent, isApart: false, isFirst: false);
        _text.Append(value.IsObject ? '}' : ']');
    }

    private void WriteEntries(LaidOutValue value, int indent)
    {
        var fills = !value.IsObject && value.Entries.TrueForAll(entry => entry.Value.IsPlain && entry.FitsBeside)
            && !value.Entries.TrueForAll(entry => entry.BeginsLine);
        var mayGoOn = false;
        foreach (var entry in value.Entries)
        {
            var comma = entry == value.Entries[^1] ? _lastComma : ",";
            var isBeside = mayGoOn && entry.FitsBeside && (fills || (value.BeganLine && !entry.BeginsLine))
                && _text.Length - _lineStart + 1 + entry.Width + comma.Length <= Width;
            if (isBeside)
            {
                _text.Append(' ');
                WriteName(entry);
                WriteFlat(entry.Value);
                _text.Append(comma);
            }
            else
            {
                WriteEntry(entry, indent, comma, isFirst: false);
            }

            mayGoOn = entry.FitsBeside && (isBeside || entry.Value.IsPlain || indent + entry.Width + comma.Length <= Width);
        }
    }

    private void WriteFlat(LaidOutValue value)
    {
        if (value.IsPlain)
        {
            _text.Append(value.Plain);
            return;
        }

        var space = value.IsSpaced && !value.IsEmpty ? " " : string.Empty;
        _text.Append(value.IsObject ? '{' : '[').Append(space);
        foreach (var entry in value.Entries)
        {
            WriteName(entry);
            WriteFlat(entry.Value);
            _text.Append(entry == value.Entries[^1] ? string.Empty : ", ");
        }

        _text.Append(space).Append(value.IsObject ? '}' : ']');
    }

    private void WriteName(LaidOutEntry entry) => _text.Append(entry.Name).Append(entry.Name.Length > 0 ? ": " : string.Empty);

    private void WriteLine(Comment comment, int indent, bool isFirst)
    {
        BreakLine(indent, comment.IsApart, isFirst);
        _text.Append(comment.Text.TrimEnd());
    }

    private void BreakLine(int indent, bool isApart, bool isFirst)
    {
        if (!isFirst)
        {
            _text.Append(isApart ? "\n\n" : "\n");
        }

        _lineStart = _text.Length;
        _text.Append(' ', indent);
    }
}
