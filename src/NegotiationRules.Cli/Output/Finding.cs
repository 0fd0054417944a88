using System.Globalization;
using System.Text;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Output;

/// <summary>Something that is wrong: a diagnostic of the library, or one of the tool's own.</summary>
internal sealed record Finding(string Code, DiagnosticSeverity Severity, string File, string Message, string? Help)
{
    private Diagnostic? _diagnostic;

    /// <summary>Counted from 1; 0 if it is about the file as a whole.</summary>
    public int Line { get; private init; }

    public int Column { get; private init; }

    /// <summary>How many UTF-16 units of the line it covers.</summary>
    public int Length { get; private init; }

    /// <summary>The path of the fact of a scenario that it is about, if it is about one.</summary>
    public string? FactPath { get; private init; }

    /// <summary>The path with <c>/</c> between folders and nothing before a relative one, by which services find the file again.</summary>
    public string PathForServices
    {
        get
        {
            var path = File.Replace('\\', '/');
            return path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
        }
    }

    public string MessageAndHelp => Help is null ? Message : $"{Message}\nhelp: {Help}";

    /// <summary>The edits that mend it, several where there is a choice; none where only the author knows, and of what the tool itself
    /// says.</summary>
    public IReadOnlyList<Cure> Cures => _diagnostic?.Cures ?? [];

    /// <summary>Where it stands in the text; nowhere if it is about the file as a whole.</summary>
    public Span Span => _diagnostic?.Span ?? default;

    public string Level => DiagnosticTree.WordOf(Severity);

    public static Finding Of(Diagnostic diagnostic)
    {
        var place = diagnostic.Place;
        return new Finding(diagnostic.Code, diagnostic.Severity, place.File, diagnostic.Message, diagnostic.Help)
        {
            Line = place.Line,
            Column = place.Column,
            Length = DiagnosticTree.LengthIn(place),
            FactPath = diagnostic.FactPath,
            _diagnostic = diagnostic,
        };
    }

    /// <summary>The same of a file that the diagnostic itself does not know.</summary>
    public Finding In(string file) => new(Code, Severity, file, Message, Help) { FactPath = FactPath };

    /// <summary>The report in colours: the severity, the caret and the word <c>help</c> stand out.</summary>
    /// <param name="style">The colours.</param>
    /// <param name="width">How wide the terminal is; <see langword="null"/> if the lines go elsewhere, and are not broken.</param>
    public string Paint(TextStyle style, int? width = null)
    {
        var report = width is { } columns ? _diagnostic?.ToString(Math.Max(columns, 20)) ?? ToString() : ToString();
        if (!style.On)
        {
            return report;
        }

        var painted = new StringBuilder();
        foreach (var line in report.Split('\n'))
        {
            painted.Append(painted.Length == 0 ? PaintHead(line, style) : PaintRest(line, style)).Append('\n');
        }

        return painted.ToString(0, painted.Length - 1);
    }

    public override string ToString() =>
        _diagnostic?.ToString()
        ?? $"{(File.Length > 0 ? $"{OneLine.Of(File)}: " : string.Empty)}{Level} {Code}: "
            + $"{Message}{(Help is null ? string.Empty : $"\n   help: {Help}")}";

    private string PaintHead(string line, TextStyle style)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"{Level} {Code}:");
        var at = line.IndexOf(head, StringComparison.Ordinal);
        return at < 0 ? line : $"{style.Bold(line[..at])}{InLevel(head, style)}{line[(at + head.Length)..]}";
    }

    private string PaintRest(string line, TextStyle style)
    {
        var bar = line.IndexOf('|', StringComparison.Ordinal);
        if (bar >= 0 && line.AsSpan(bar + 1).Trim().TrimStart('^').TrimStart('~').IsEmpty)
        {
            return $"{style.Dim(line[..(bar + 1)])}{InLevel(line[(bar + 1)..], style)}";
        }

        const string HelpWord = "help:";
        var help = line.IndexOf(HelpWord, StringComparison.Ordinal);
        return help >= 0 && line.AsSpan(0, help).IsWhiteSpace()
            ? $"{line[..help]}{style.Cyan(HelpWord)}{line[(help + HelpWord.Length)..]}"
            : line;
    }

    private string InLevel(string text, TextStyle style) => Severity == DiagnosticSeverity.Error ? style.Red(text) : style.Yellow(text);
}
