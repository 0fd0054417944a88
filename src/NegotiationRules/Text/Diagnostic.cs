using System.Globalization;
using System.Text;

namespace NegotiationRules;

/// <summary>One finding about a rule, scenario, vocabulary or tests file: what is wrong, where, and what to write instead.</summary>
/// <remarks>Immutable and safe to share between threads. <c>negotiate diagnostic NR2001</c> explains a code, with an example and its cure;
/// the package's README links to the pages of all of them.</remarks>
[System.Text.Json.Serialization.JsonConverter(typeof(DiagnosticJsonConverter))]
[Newtonsoft.Json.JsonConverter(typeof(Text.DiagnosticNewtonsoftConverter))]
public sealed class Diagnostic
{
    private readonly Place? _place;

    internal Diagnostic(string code, DiagnosticSeverity severity, Text.Span span, string message, string? help,
        IReadOnlyList<Text.Cure>? cures = null)
    {
        Code = code;
        Severity = severity;
        Span = span;
        // Names, keys and values of files are repeated in it.
        Message = Text.OneLine.Of(message);
        Help = help is null ? null : Text.OneLine.Of(help);
        Cures = cures ?? [];
    }

    // One that was read back: its text is not there any more.
    internal Diagnostic(Place place, string code, DiagnosticSeverity severity, string message, string? help)
        : this(code, severity, default(Text.Span), message, help) => _place = place;

    /// <summary>The stable code, such as <c>NR2001</c>: 1xxx reading, 2xxx checking, 3xxx analysis, 4xxx scenarios, 5xxx other
    /// formats.</summary>
    public string Code { get; }

    /// <summary>Whether the file can be used in spite of it.</summary>
    public DiagnosticSeverity Severity { get; }

    /// <summary>What is wrong, in one sentence without a full stop; what the user wrote is in backticks.</summary>
    public string Message { get; }

    /// <summary>What to write instead, or <see langword="null"/> where nothing better than the message can be said.</summary>
    public string? Help { get; }

    /// <summary>Where it stands.</summary>
    public Place Place => _place ?? Span.ToPlace();

    /// <summary>The path of the fact of a scenario that it is about, with elements of lists counted from 0:
    /// <c>parties[1].delegates[0].role</c>; <see langword="null"/> if it is about no fact, or about the scenario as a whole.</summary>
    /// <remarks>An application can show what is wrong beside the input it comes from. It is the path as the scenario has it, so of a
    /// misspelt fact it ends with what was written. What is wrong with the type of an object has the path without numbers.</remarks>
    public string? FactPath { get; internal init; }

    internal Text.Span Span { get; }

    /// <summary>What <see cref="Help"/> says, as edits; several where there is a choice, none where only the author can know what was
    /// meant.</summary>
    internal IReadOnlyList<Text.Cure> Cures { get; }

    // A line longer than a screen is shown by the part around the caret, or a minified file would drown the message.
    private const int WidestLine = 160;

    private const int NarrowestTerminal = 20;

    /// <summary>The whole report: place, severity, code and message; the line with a caret under what is meant; the help. No line break at
    /// the end.</summary>
    public override string ToString() => Write(null);

    /// <summary>The same for a terminal: message and help are broken between words, and of the line so much is shown that the caret stands
    /// under what is meant.</summary>
    /// <param name="columns">How wide the terminal is, at least 20; characters of East Asia and pictures take two columns.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="columns"/> is less than 20.</exception>
    public string ToString(int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, NarrowestTerminal);
        return Write(columns);
    }

    private string Write(int? width)
    {
        var place = Place;
        var head =
            $"{(place.File.Length > 0 ? $"{Text.OneLine.Of(place.ToString())}: " : string.Empty)}"
                + $"{(Severity == DiagnosticSeverity.Error ? "error" : "warning")} {Code}: {Message}";
        var isShown = Span.Source is { Text.Length: > 0, IsShown: true };
        var margin = isShown ? place.Line.ToString(CultureInfo.InvariantCulture).Length + 2 : 2;
        var report = new StringBuilder();
        Append(report, head, 0, 4, width);
        if (isShown)
        {
            var columns = width is { } all ? Math.Clamp(all - margin - 3, 10, WidestLine) : WidestLine;
            var line = Text.LineExcerpt.Of(place.LineText, place.Column - 1, place.Length, columns);
            report.Append('\n').Append(' ', 2).Append(place.Line).Append(" | ").Append(line.Text);
            report.Append('\n').Append(' ', margin + 1).Append("| ").Append(' ', line.Before).Append('^').Append('~', line.Marked - 1);
        }

        if (Help is not null)
        {
            report.Append('\n').Append(' ', margin + 1);
            Append(report, $"help: {Help}", margin + 1, margin + 7, width);
        }

        return report.ToString();
    }

    private static void Append(StringBuilder report, string text, int first, int indent, int? width)
    {
        if (width is null)
        {
            report.Append(text);
            return;
        }

        report.AppendJoin($"\n{new string(' ', indent)}", Text.DisplayWidth.Wrap(text, width.Value - first, width.Value - indent));
    }
}
