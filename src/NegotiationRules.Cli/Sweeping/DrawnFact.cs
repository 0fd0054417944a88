using NegotiationRules.Analysis.Questions;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Sweeping;

/// <summary>A fact whose values are drawn, by its path in a scenario that need not be there: <c>members[3].vote</c>.</summary>
internal sealed class DrawnFact
{
    private readonly Vocabulary _vocabulary;
    private readonly ScenarioPath _path;

    // In a scenario that has one element of each list.
    private readonly string _short;
    private readonly Scenario _around;

    private DrawnFact(Vocabulary vocabulary, ScenarioPath path)
    {
        (_vocabulary, _path) = (vocabulary, path);
        var json = path.Steps[^1].Name is null ? "[null]" : "{}";
        foreach (var step in path.Steps.SkipLast(1).Reverse())
        {
            json = step.Name is { } name ? $"{{ {JsonPrinter.Quote(name)}: {json} }}" : $"[{json}]";
        }

        _around = Scenario.Parse(json);
        _short = string.Concat(path.Steps.Select((step, i) => step.Name is null ? "[0]" : i == 0 ? step.Name : $".{step.Name}"));
    }

    /// <summary>The fact; <see langword="null"/> if there is none of that path, or if it holds several facts.</summary>
    public static DrawnFact? Of(string path, Vocabulary vocabulary) =>
        ScenarioPath.TryParse(path, out _) is { } read && FactByPath.Find(vocabulary, Plain(read)) is { } fact
            && fact.Lists.Length == read.Steps.Count(step => step.Name is null)
            ? new DrawnFact(vocabulary, read) : null;

    /// <summary>The path without the numbers of elements.</summary>
    public static string Plain(ScenarioPath path) => string.Join('.', path.Steps.Select(step => step.Name).OfType<string>());

    /// <summary>What is wrong with a value; <see langword="null"/> if it is one of the fact.</summary>
    public Diagnostic? WhatIsWrongWith(object? value)
    {
        var bag = new DiagnosticBag();
        _around.With(_short, value).Bind(_vocabulary, bag);
        return bag.HasErrors ? Named(bag.ToSorted()[0]) : null;
    }

    private Diagnostic Named(Diagnostic found) => new(
        found.Code, found.Severity, found.Span, found.Message.Replace($"`{_short}`", $"`{_path}`", StringComparison.Ordinal), found.Help);
}
