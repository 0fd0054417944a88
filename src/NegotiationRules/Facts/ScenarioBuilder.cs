using System.Globalization;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules;

/// <summary>Builds a scenario step by step. Begin with <see cref="Scenario.Create"/>.</summary>
/// <remarks>
/// Paths are names joined by full stops, <c>talks.start</c>; elements of lists are added one by one with <c>Add</c>. Whether the vocabulary
/// has these facts is checked when rules are evaluated. Not safe to use from several threads at once.
/// </remarks>
public sealed class ScenarioBuilder
{
    private readonly FactDraft _root = new();

    internal ScenarioBuilder()
    {
    }

    /// <summary>States a fact. What was stated there before is replaced, its source stays.</summary>
    /// <param name="path">The path of the fact.</param>
    /// <param name="value">Text, a number, a boolean, a date, a duration, JSON that Newtonsoft or System.Text.Json has read, or a list or a
    /// dictionary of these; <see langword="null"/> says that it is unknown.</param>
    /// <exception cref="ArgumentException">The path is not one, or the value cannot be a fact.</exception>
    /// <exception cref="InvalidOperationException">The path leads through something that was stated as a value or a list.</exception>
    public ScenarioBuilder Set(string path, object? value)
    {
        Find(path).Set(Scenario.BuildFact(value, nameof(value)));
        return this;
    }

    /// <summary>States a date of which only the year and the month are known, or only the year.</summary>
    /// <param name="path">The path of the fact.</param>
    /// <param name="year">The year, 1 to 9999.</param>
    /// <param name="month">The month, 1 to 12; <see langword="null"/> if it is not known.</param>
    /// <exception cref="ArgumentException">The path is not one.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such year or month.</exception>
    public ScenarioBuilder SetPartial(string path, int year, int? month = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(month ?? 1, 1, nameof(month));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month ?? 1, 12, nameof(month));
        var text = year.ToString("0000", CultureInfo.InvariantCulture);
        Find(path).Set(new JsonText(default, month is { } m ? $"{text}-{m.ToString("00", CultureInfo.InvariantCulture)}" : text));
        return this;
    }

    /// <summary>Says who states a fact; explanations repeat it.</summary>
    /// <param name="path">The path of the fact.</param>
    /// <param name="source">The source, in words.</param>
    /// <exception cref="ArgumentException">The path is not one, or the source is empty.</exception>
    public ScenarioBuilder Source(string path, string source)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        Find(path).Source = new JsonText(default, source);
        return this;
    }

    /// <summary>Adds an object to a list.</summary>
    /// <param name="path">The path of the list.</param>
    /// <param name="element">States the facts of the object.</param>
    /// <exception cref="ArgumentException">The path is not one.</exception>
    /// <exception cref="InvalidOperationException">Something that is not a list was stated there.</exception>
    public ScenarioBuilder Add(string path, Action<ScenarioBuilder> element)
    {
        ArgumentNullException.ThrowIfNull(element);
        var builder = new ScenarioBuilder();
        element(builder);
        Find(path).Add(builder.BuildFacts(), path);
        return this;
    }

    /// <summary>Adds a value to a list of values.</summary>
    /// <param name="path">The path of the list.</param>
    /// <param name="value">The value, as for <see cref="Set"/>.</param>
    /// <exception cref="ArgumentException">The path is not one, or the value cannot be a fact.</exception>
    /// <exception cref="InvalidOperationException">Something that is not a list was stated there.</exception>
    public ScenarioBuilder Add(string path, object? value)
    {
        Find(path).Add(Scenario.BuildFact(value, nameof(value)), path);
        return this;
    }

    /// <summary>Says that a list may have elements beyond those stated. A list of which nothing is stated is known to hold none so
    /// far.</summary>
    /// <param name="path">The path of the list.</param>
    /// <exception cref="ArgumentException">The path is not one.</exception>
    /// <exception cref="InvalidOperationException">Something that is not a list was stated there.</exception>
    public ScenarioBuilder Incomplete(string path)
    {
        Find(path).MarkIncomplete(path);
        return this;
    }

    /// <summary>The scenario with what was stated so far. The builder may go on.</summary>
    public Scenario Build() => new("<scenario>", BuildFacts());

    private JsonObject BuildFacts() => _root.BuildObject();

    private FactDraft Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var parsed = ScenarioPath.TryParse(path, out var fault)
            ?? throw new ArgumentException($"`{path}` is not the path of a fact: {fault}.", nameof(path));
        var draft = _root;
        foreach (var step in parsed.Steps)
        {
            draft = draft.Member(
                step.Name
                    ?? throw new ArgumentException(
                        $"`{path}` names an element of a list. Add the element with its facts, or change the built scenario with With.",
                        nameof(path)
                    ),
                path
            );
        }

        return draft;
    }
}
