using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using NegotiationRules.Cli.Output;

namespace NegotiationRules.Cli.Streaming;

/// <summary>A line in which name and scenario have been found, or what is wrong with it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">The scenario's name as JSON; empty if it has none.</param>
/// <param name="Facts">The scenario; empty if there is a fault.</param>
/// <param name="Before">What stands before the scenario in the line.</param>
/// <param name="Fault">What is wrong.</param>
internal readonly record struct OpenedLine(
    long Number, ReadOnlyMemory<byte> Name, ReadOnlyMemory<byte> Facts, ReadOnlyMemory<byte> Before, string? Fault
)
{
    public static OpenedLine Open(ScenarioLine line, Envelope envelope)
    {
        if (line.IsTooLong)
        {
            return new OpenedLine(line.Number, default, default, default, "the line is too long to be read");
        }

        if (!Utf8.IsValid(line.Text.Span))
        {
            return new OpenedLine(line.Number, default, default, default, "the line is not UTF-8 text");
        }

        try
        {
            envelope.Open(line.Text.Span, out var at, out var facts, out var fault);
            var name = at is null ? default : line.Text[at.Value];
            return fault is null
                ? new OpenedLine(line.Number, name, line.Text[facts], line.Text[..facts.Start], null)
                : new OpenedLine(line.Number, name, default, default, fault);
        }
        catch (JsonException)
        {
            // The library's own reader says more clearly what is wrong.
            var fault = Scenario.TryParseJson(line.Text.Span, out _, out var unreadable) ? "the line is not JSON" : Describe(unreadable);
            return new OpenedLine(line.Number, default, default, default, fault);
        }
    }

    /// <summary>The same with what is wrong with the scenario.</summary>
    public OpenedLine WithFault(IReadOnlyList<Diagnostic> diagnostics) => this with { Fault = Describe(diagnostics, Before.Span) };

    /// <summary>What is wrong, on one line; columns are those of the line, given what stands before the scenario.</summary>
    public static string Describe(IReadOnlyList<Diagnostic> diagnostics, ReadOnlySpan<byte> before = default)
    {
        var errors = diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        var first = errors[0];
        var more = errors.Count > 1 ? $", and {Counts.Of(errors.Count - 1, "more error")}" : string.Empty;
        var help = first.Help is null ? string.Empty : $" ({first.Help})";
        return first.Place.Line != 1
            ? $"{first.Message}{help}{more}"
            : $"column {first.Place.Column + Encoding.UTF8.GetCharCount(before)}: {first.Message}{help}{more}";
    }
}
