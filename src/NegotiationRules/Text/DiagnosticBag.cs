using System.Collections.Immutable;

namespace NegotiationRules.Text;

/// <summary>Collects the diagnostics of one run, whichever stage they come from.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _found = [];
    private readonly HashSet<(string Code, Span Span, string Message)> _seen = [];

    public bool HasErrors { get; private set; }

    public int Count => _found.Count;

    /// <summary>All findings as they came.</summary>
    public IReadOnlyList<Diagnostic> All => _found;

    /// <summary>Adds a finding unless it is there already: a named condition is checked once for each place that uses it.</summary>
    public void Add(Diagnostic diagnostic)
    {
        if (_seen.Add((diagnostic.Code, diagnostic.Span, diagnostic.Message)))
        {
            _found.Add(diagnostic);
            HasErrors |= diagnostic.Severity == DiagnosticSeverity.Error;
        }
    }

    /// <summary>Takes back what was found since there were so many: for what is only tried.</summary>
    public IReadOnlyList<Diagnostic> TakeBack(int count)
    {
        var taken = _found.GetRange(count, _found.Count - count);
        _found.RemoveRange(count, taken.Count);
        taken.ForEach(d => _seen.Remove((d.Code, d.Span, d.Message)));
        HasErrors = _found.Exists(d => d.Severity == DiagnosticSeverity.Error);
        return taken;
    }

    public void AddAll(DiagnosticBag others) => others._found.ForEach(Add);

    /// <param name="code">The code.</param>
    /// <param name="span">Where it stands.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="help">What to write instead.</param>
    /// <param name="cures">The same as edits, where they are known.</param>
    public void Error(string code, Span span, string message, string? help = null, params Cure?[] cures) =>
        Add(new Diagnostic(code, DiagnosticSeverity.Error, span, message, help, [.. cures.OfType<Cure>()]));

    public void Warning(string code, Span span, string message, string? help = null, params Cure?[] cures) =>
        Add(new Diagnostic(code, DiagnosticSeverity.Warning, span, message, help, [.. cures.OfType<Cure>()]));

    /// <summary>All findings: files in the order in which they first appear, and within a file by position.</summary>
    public ImmutableArray<Diagnostic> ToSorted()
    {
        if (_found.Count == 0)
        {
            return [];
        }

        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var diagnostic in _found)
        {
            order.TryAdd(diagnostic.Span.Source?.Name ?? string.Empty, order.Count);
        }

        return [.. _found
            .OrderBy(d => order[d.Span.Source?.Name ?? string.Empty])
            .ThenBy(d => d.Span.Start)
            .ThenBy(d => d.Code, StringComparer.Ordinal)];
    }
}
