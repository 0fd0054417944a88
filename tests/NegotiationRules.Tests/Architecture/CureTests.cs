using System.Text.RegularExpressions;
using NegotiationRules.Text;
using Xunit.Abstractions;

namespace NegotiationRules.Tests.Architecture;

/// <summary>Every cure is tried: after it the fault is gone, and no new one has come.</summary>
public sealed partial class CureTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, CuredCase> ByName = CuredCase.All.ToDictionary(one => one.Name);

    private static readonly HashSet<string> CuredOnThePage =
        [.. DiagnosticsPage.Load("DIAGNOSTICS.md").Sections.Where(section => section.Example is { } example
            && (example.Cure.Count > 0 || example.CureCommand is not null)).Select(section => section.Code)];

    // What is too large has to be made smaller, and nobody but its author knows by what.
    private static readonly Dictionary<string, string> WithoutCure = new()
    {
        ["NR2015"] = "conditions have to be flattened",
        ["NR2018"] = "conditions have to be flattened",
        ["NR1103"] = "files have to be moved",
    };

    public static TheoryData<string> Cases { get; } = [.. ByName.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryCureCures(string name)
    {
        var one = ByName[name];
        var before = one.Read();
        var failures = new List<string>();
        foreach (var diagnostic in before)
        {
            var tries = diagnostic.Cures.Select(cure => Try(one, diagnostic, before, cure)).ToList();

            // Of several ways, one may be for another type: `atLeast` for a number, `onOrAfter` for a date.
            if (!tries.Contains(null) || diagnostic.Code is not ("NR1060" or "NR1040" or "NR1058"))
            {
                failures.AddRange(tries.OfType<string>());
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n\n=====\n\n", failures));
    }

    [Fact]
    public void WhatAPersonWroteWhoFollowedTheHelpsIsRight() =>
        Assert.All(ByName.Values.Select(one => one.Cured).OfType<CuredCase>(), cured => Assert.Empty(cured.Read()));

    // A cure is tried as edits; where it is the author's to decide, by what stands under the report on the page or in a file beside the
    // case.
    [Fact]
    public void EveryDiagnosticHasACureThatIsTried()
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var holes = new List<Diagnostic>();
        var shapes = new HashSet<(string, string)>();
        foreach (var one in ByName.Values)
        {
            foreach (var diagnostic in one.Read())
            {
                var how = diagnostic.Cures.Count > 0 ? "by edits"
                    : one.Cured is not null ? "by a cured file beside the case"
                    : CuredOnThePage.Contains(diagnostic.Code) ? "by the cured example of its code"
                    : WithoutCure.ContainsKey(diagnostic.Code) ? "none, for a reason"
                    : "none";
                counts[how] = counts.GetValueOrDefault(how) + 1;
                if (how == "none")
                {
                    holes.Add(diagnostic);
                }
                else if (how == "by the cured example of its code" && shapes.Add((diagnostic.Code, Shape(diagnostic.Help ?? string.Empty))))
                {
                    output.WriteLine($"{diagnostic.Code}: {diagnostic.Help}");
                }
            }
        }

        output.WriteLine(string.Join('\n', counts.Select(count => $"{count.Value} {count.Key}")));
        Assert.Empty(holes);
    }

    // What is wrong after a cure; nothing if it cures.
    private static string? Try(CuredCase one, Diagnostic diagnostic, IReadOnlyList<Diagnostic> before, Cure cure)
    {
        var changed = one.ApplyTo(cure);
        var left = Left(diagnostic, before, one.Read(changed));
        return left.Count == 0 ? null
            : $"{diagnostic}\nbecomes\n{string.Join('\n', changed.Values)}\nand then\n{string.Join("\n\n", left)}";
    }

    // What is reported after a cure and was not before, or is the fault itself. A slip in the JSON may hide what follows, so there only the
    // text counts up to it.
    private static List<Diagnostic> Left(Diagnostic cured, IReadOnlyList<Diagnostic> before, IReadOnlyList<Diagnostic> after)
    {
        if (IsSlip(cured))
        {
            var earlier = before.Where(d => d != cured).Select(KeyOf).ToList();
            return [.. after.Where(IsSlip).Where(slip => slip.Span.Start <= cured.Span.Start && !earlier.Remove(KeyOf(slip)))];
        }

        // Against rules that were not found, nothing was checked.
        if (cured.Code == "NR1112")
        {
            return [.. after.Where(d => d.Code == cured.Code && d.Span.Start == cured.Span.Start)];
        }

        var known = before.Where(d => d != cured).Select(KeyOf).ToList();

        // Of rules with errors it is not told which stages they leave open.
        var isSound = before.All(d => d.Severity == DiagnosticSeverity.Warning);
        return [.. after.Where(d => !known.Remove(KeyOf(d)) && (isSound || d.Code != "NR2085"))];
    }

    private static bool IsSlip(Diagnostic diagnostic) => diagnostic.Code is "NR1001" or "NR1002" or "NR1003" or "NR1004";

    private static (string, string) KeyOf(Diagnostic diagnostic) => (diagnostic.Code, Folder().Replace(diagnostic.Message, string.Empty));

    private static string Shape(string help) => Quoted().Replace(help, "_");

    [GeneratedRegex(@"/tmp/cure[^/]*/")]
    private static partial Regex Folder();

    [GeneratedRegex("""`[^`]*`|"[^"]*"|\{.*\}|\[.*\]|[0-9]+""")]
    private static partial Regex Quoted();
}
