using System.Globalization;
using System.Text;

namespace NegotiationRules;

/// <summary>One finding about a rule, scenario, vocabulary or tests file: what is wrong, where, and what to write instead.</summary>
/// <remarks>Immutable and safe to share between threads. Every code is explained, with an example and its cure, in <c>rules/DIAGNOSTICS.md</c>,
/// those of workflow files in <c>rules/WORKFLOW-DIAGNOSTICS.md</c>.</remarks>
public sealed class Diagnostic
{
    internal Diagnostic(string code, DiagnosticSeverity severity, Text.Span span, string message, string? help)
    {
        Code = code;
        Severity = severity;
        Span = span;
        Message = message;
        Help = help;
    }

    /// <summary>The stable code, such as <c>NR2001</c>: 1xxx reading, 2xxx checking, 3xxx analysis, 4xxx scenarios, 5xxx other formats.</summary>
    public string Code { get; }

    /// <summary>Whether the file can be used in spite of it.</summary>
    public DiagnosticSeverity Severity { get; }

    /// <summary>What is wrong, in one sentence without a full stop; what the user wrote is in backticks.</summary>
    public string Message { get; }

    /// <summary>What to write instead, or <see langword="null"/> where nothing better than the message can be said.</summary>
    public string? Help { get; }

    /// <summary>Where it stands.</summary>
    public Place Place => Span.ToPlace();

    internal Text.Span Span { get; }

    /// <summary>The whole report: place, severity, code and message; the line with a caret under what is meant; the help. No line break at the end.</summary>
    public override string ToString()
    {
        var place = Place;
        var report = new StringBuilder();
        if (place.File.Length > 0)
        {
            report.Append(place).Append(": ");
        }

        report.Append(Severity == DiagnosticSeverity.Error ? "error " : "warning ").Append(Code).Append(": ").Append(Message);
        var isShown = Span.Source is { Text.Length: > 0 };
        var margin = isShown ? place.Line.ToString(CultureInfo.InvariantCulture).Length + 2 : 2;
        if (isShown)
        {
            AppendLine(report, place, margin);
        }

        if (Help is not null)
        {
            report.Append('\n').Append(' ', margin + 1).Append("help: ").Append(Help);
        }

        return report.ToString();
    }

    // A line longer than a screen is shown by the part around the caret, or a minified file would drown the message.
    private const int WidestLine = 160;

    private static void AppendLine(StringBuilder report, Place place, int margin)
    {
        var from = 0;
        var line = place.LineText;
        if (line.Length > WidestLine)
        {
            from = Math.Clamp(place.Column - 1 - (WidestLine / 3), 0, line.Length - WidestLine);
            line = string.Concat(from > 0 ? "…" : string.Empty, line.AsSpan(from > 0 ? from + 1 : 0, WidestLine - (from > 0 ? 1 : 0)));
        }

        var column = place.Column - 1 - from;
        var width = Math.Clamp(place.Length, 1, Math.Max(1, line.Length - column));
        report.Append('\n').Append(' ', 2).Append(place.Line).Append(" | ").Append(line.TrimEnd().Replace('\t', ' '));
        report.Append('\n').Append(' ', margin + 1).Append("| ").Append(' ', Math.Max(column, 0)).Append('^').Append('~', width - 1);
    }
}
