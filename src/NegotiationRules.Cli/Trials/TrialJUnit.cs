using System.Globalization;
using System.Text;
using System.Xml;
using NegotiationRules.Cli.Output;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Trials;

/// <summary>For build services: the XML of JUnit, a suite for each tests file.</summary>
internal sealed class TrialJUnit(Terminal terminal) : ITrialPrinter
{
    private readonly List<(string File, List<Case> Cases)> _suites = [];

    public void Begin(string file) => _suites.Add((file, []));

    public void Print(RuleTestResult result) => _suites[^1].Cases.Add(new Case(result.Name, ProblemOf(result)));

    public void EndOfFile(RuleTestCoverage? coverage, MutationResults? mutants)
    {
    }

    public void PrintFault(string file, IReadOnlyList<Diagnostic> diagnostics)
    {
        _suites.Add((file, [new Case("the tests can be run", Problem.Of(diagnostics))]));
        terminal.Report(diagnostics);
    }

    // The counts come first, so nothing can be written before all tests have run.
    public void End()
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("testsuites");
            WriteCounts(xml, [.. _suites.SelectMany(suite => suite.Cases)]);
            foreach (var (file, cases) in _suites)
            {
                WriteSuite(xml, file, cases);
            }

            xml.WriteEndElement();
        }

        terminal.Out.WriteLine("""<?xml version="1.0" encoding="utf-8"?>""");
        terminal.Out.WriteLine(text.ToString());
    }

    public void Dispose()
    {
    }

    private static Problem? ProblemOf(RuleTestResult result)
    {
        if (result.Verdict is null)
        {
            return Problem.Of(result.Diagnostics);
        }

        if (result.Passed)
        {
            return null;
        }

        var differences = result.Differences.Select(d => $"{d.What}: expected {d.Expected}, but it is {d.Actual}").ToList();
        return new Problem("failure", differences[0],
            string.Join('\n', differences.Zip(result.Differences, (text, d) => $"{d.Place}: {text}")));
    }

    private static void WriteSuite(XmlWriter xml, string file, List<Case> cases)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Legal(file));
        WriteCounts(xml, cases);
        foreach (var (name, problem) in cases)
        {
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("classname", Legal(file));
            xml.WriteAttributeString("name", Legal(name));
            if (problem is not null)
            {
                xml.WriteStartElement(problem.Kind);
                xml.WriteAttributeString("message", Legal(problem.Message));
                xml.WriteString(Legal(problem.Text));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, List<Case> cases)
    {
        xml.WriteAttributeString("tests", Number(cases.Count));
        xml.WriteAttributeString("failures", Number(cases.Count(one => one.Problem?.Kind == "failure")));
        xml.WriteAttributeString("errors", Number(cases.Count(one => one.Problem?.Kind == "error")));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // XML has no way to write most control characters, nor half of a character; and people read the report.
    private static string Legal(string text)
    {
        var legal = new StringBuilder(text.Length);
        foreach (var rune in string.Join('\n', text.Split('\n').Select(OneLine.Of)).EnumerateRunes())
        {
            legal.Append(rune.Value is 0xFFFE or 0xFFFF ? "\uFFFD" : rune.ToString());
        }

        return legal.ToString();
    }

    private sealed record Case(string Name, Problem? Problem);

    private sealed record Problem(string Kind, string Message, string Text)
    {
        public static Problem Of(IReadOnlyList<Diagnostic> diagnostics)
        {
            var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
            return new Problem("error", errors[0].Message, string.Join('\n', errors));
        }
    }
}
