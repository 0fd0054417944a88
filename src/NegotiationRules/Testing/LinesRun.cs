using NegotiationRules.Text;

namespace NegotiationRules.Testing;

/// <summary>Runs a test with one case a line. Holds one line at a time, so a file may be as long as it likes.</summary>
internal sealed class LinesRun(LinesTest test, string path, ReadingLimits limits, Func<string, bool>? isWanted)
{
    private readonly Dictionary<string, int> _deviated = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _again = new(StringComparer.Ordinal);

    /// <summary>The cases of the file, in its order; blank lines are passed over.</summary>
    /// <param name="test">The test.</param>
    /// <param name="path">The file, which need not be that of the test.</param>
    /// <param name="store">Where it is read from.</param>
    /// <param name="limits">How large a line may be.</param>
    /// <param name="isWanted">Whether a case of that name is run; all are where it is <see langword="null"/>.</param>
    public static IEnumerable<RuleTestResult> Run(
        LinesTest test, string path, FileStore store, ReadingLimits limits, Func<string, bool>? isWanted = null)
    {
        var run = new LinesRun(test, path, limits, isWanted is null || isWanted(test.Name.Text) ? null : isWanted);
        using var lines = new LinesReader(store, path);
        while (lines.Next())
        {
            if (run.Run(lines.Number, lines.Text) is { } result)
            {
                yield return result;
            }
        }

        if (lines.Fault is { } fault)
        {
            yield return run.Failed(lines.Number, (source, diagnostics) => diagnostics.LinesCannotBeRead(source, fault));
        }
        else if (lines.Found == 0)
        {
            yield return run.Failed(0, (source, diagnostics) => diagnostics.NoLines(source));
        }
        else if (run.WrongDeviations() is { } result)
        {
            yield return result;
        }
    }

    // A list of what differs is kept only if what is no more is missed, and if it is clear which line is meant. Other files have other
    // lines.
    private RuleTestResult? WrongDeviations()
    {
        var bag = new DiagnosticBag();
        var diagnostics = new TestsFileDiagnostics(bag);
        foreach (var (id, why) in test.Deviations.Where(_ => isWanted is null && path == test.Path))
        {
            if (!_deviated.TryGetValue(id, out var line))
            {
                diagnostics.NoSuchLine(why.Span, id);
            }
            else if (_again.TryGetValue(id, out var second))
            {
                diagnostics.SeveralLines(why.Span, id, line, second);
            }
        }

        return bag.Count == 0 ? null : Failed((0, "deviations"), bag);
    }

    private RuleTestResult? Run(int number, string text)
    {
        var bag = new DiagnosticBag();
        var diagnostics = new TestsFileDiagnostics(bag);
        if (JsonReader.Read(SourceOf(number, text), limits, bag) is not { } line || bag.HasErrors)
        {
            return OwnFiles.Are(path) ? Failed((number, null), bag) : Failed(number, (source, own) => own.LineNotShown(source));
        }

        var id = test.Id.Find(line) switch { JsonText name => name.Value, JsonNumber name => name.Digits, _ => null };
        var facts = test.Facts.Find(line);
        var expected = test.At.Find(line);
        if (isWanted is not null && !isWanted(RuleTestResult.NameOf(test, number, id)))
        {
            return null;
        }

        if (facts is not JsonObject scenario)
        {
            diagnostics.NoFacts(line, test.Facts, facts);
            return Failed((number, id), bag);
        }

        if (expected is not JsonText choice)
        {
            diagnostics.NoExpectedText(line, test.At, expected);
            return Failed((number, id), bag);
        }

        if (!test.Cases.TryGetValue(choice.Value, out var expectations))
        {
            diagnostics.UnknownCase(choice, test.Cases.Keys);
            return Failed((number, id), bag);
        }

        var changed = new Scenario(path, scenario);
        changed = test.Fit?.Invoke(changed) ?? changed;
        foreach (var change in test.Changes)
        {
            if (!changed.TryWith(change.Path.Text, change.Value, out changed, out var fault))
            {
                diagnostics.CannotChangeLine(line, change, fault);
                return Failed((number, id), bag);
            }
        }

        var result = TestRun.Evaluate(test, changed, expectations, (number, id));
        if (id is null || !test.Deviations.TryGetValue(id, out var why))
        {
            return result;
        }

        if (!_deviated.TryAdd(id, number))
        {
            _again.TryAdd(id, number);
        }

        return result.AsDeviation(why);
    }

    private RuleTestResult Failed(int number, Action<SourceText, TestsFileDiagnostics> report)
    {
        var bag = new DiagnosticBag();
        report(SourceOf(Math.Max(number, 1), string.Empty), new TestsFileDiagnostics(bag));
        return Failed((number, null), bag);
    }

    private RuleTestResult Failed((int Number, string? Id) line, DiagnosticBag bag) => new(test, line, null, null, [], bag.ToSorted());

    private SourceText SourceOf(int number, string text) => new(path, text, number) { IsShown = OwnFiles.Are(path) };
}
