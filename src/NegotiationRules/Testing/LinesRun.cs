using NegotiationRules.Text;

namespace NegotiationRules.Testing;

/// <summary>Runs a test with one case a line. Holds one line at a time, so a file may be as long as it likes.</summary>
internal sealed class LinesRun(LinesTest test, string path, ReadingLimits limits)
{
    /// <summary>The cases of the file, in its order; blank lines are passed over.</summary>
    public static IEnumerable<RuleTestResult> Run(LinesTest test, string path, ReadingLimits limits)
    {
        var run = new LinesRun(test, path, limits);
        using var lines = new LinesReader(path);
        while (lines.Next())
        {
            yield return run.Run(lines.Number, lines.Text);
        }

        if (lines.Fault is { } fault)
        {
            yield return run.Failed(lines.Number, (source, diagnostics) => diagnostics.LinesCannotBeRead(source, fault));
        }
        else if (lines.Found == 0)
        {
            yield return run.Failed(0, (source, diagnostics) => diagnostics.NoLines(source));
        }
    }

    private RuleTestResult Run(int number, string text)
    {
        var bag = new DiagnosticBag();
        var diagnostics = new TestsFileDiagnostics(bag);
        if (JsonReader.Read(SourceOf(number, text), limits, bag) is not { } line || bag.HasErrors)
        {
            return Failed((number, null), bag);
        }

        var id = test.Id.Find(line) switch { JsonText name => name.Value, JsonNumber name => name.Digits, _ => null };
        var facts = test.Facts.Find(line);
        var expected = test.At.Find(line);
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

        return TestRun.Evaluate(test, changed, expectations, (number, id));
    }

    private RuleTestResult Failed(int number, Action<SourceText, TestsFileDiagnostics> report)
    {
        var bag = new DiagnosticBag();
        report(SourceOf(Math.Max(number, 1), string.Empty), new TestsFileDiagnostics(bag));
        return Failed((number, null), bag);
    }

    private RuleTestResult Failed((int Number, string? Id) line, DiagnosticBag bag) => new(test, line, null, null, [], bag.ToSorted());

    private SourceText SourceOf(int number, string text) => new(path, text, number);
}
