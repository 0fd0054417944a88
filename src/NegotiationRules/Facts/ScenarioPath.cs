using System.Collections.Immutable;
using System.Globalization;

namespace NegotiationRules.Facts;

/// <summary>A path to one fact of one scenario, with elements of lists counted from 0: <c>parties[1].delegates</c>.</summary>
internal sealed class ScenarioPath
{
    // No vocabulary is nested so deep, and whoever walks a scenario recurses.
    private const int MostSteps = 64;

    private ScenarioPath(string text, ImmutableArray<Step> steps)
    {
        Text = text;
        Steps = steps;
    }

    public string Text { get; }

    /// <summary>At least one; the first is a name.</summary>
    public ImmutableArray<Step> Steps { get; }

    /// <summary>Reads a path, or says in a few words why it is none.</summary>
    public static ScenarioPath? TryParse(string text, out string? fault)
    {
        var steps = ImmutableArray.CreateBuilder<Step>();
        foreach (var part in text.Split('.'))
        {
            var bracket = part.IndexOf('[', StringComparison.Ordinal);
            var name = bracket < 0 ? part : part[..bracket];
            if (!Property.IsName(name))
            {
                fault = name.Length == 0 ? "a name is missing" : $"`{ScenarioDiagnostics.Clean(name)}` cannot be the name of a fact";
                return null;
            }

            steps.Add(new Step(name, 0));
            if (bracket >= 0 && !TryReadIndexes(part.AsSpan(bracket), steps))
            {
                fault = $"`{ScenarioDiagnostics.Clean(part[bracket..])}` is not the number of an element, such as `[0]`";
                return null;
            }
        }

        fault = steps.Count > MostSteps ? "it is too long" : null;
        return fault is null ? new ScenarioPath(text, steps.ToImmutable()) : null;
    }

    /// <summary>The path up to and with a step, for a report.</summary>
    public string UpTo(int step)
    {
        var path = new FactPath();
        foreach (var s in Steps.AsSpan()[..step])
        {
            if (s.Name is null)
            {
                path.Enter(s.Index);
            }
            else
            {
                path.Enter(s.Name);
            }
        }

        return path.ToString();
    }

    public override string ToString() => Text;

    private static bool TryReadIndexes(ReadOnlySpan<char> brackets, ImmutableArray<Step>.Builder steps)
    {
        while (!brackets.IsEmpty)
        {
            var end = brackets.IndexOf(']');
            if (brackets[0] != '[' || end < 0
                || !int.TryParse(brackets[1..end], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            {
                return false;
            }

            steps.Add(new Step(null, index));
            brackets = brackets[(end + 1)..];
        }

        return true;
    }

    /// <summary>A name, or the number of an element if the name is <see langword="null"/>.</summary>
    internal readonly record struct Step(string? Name, int Index);
}
