using System.Globalization;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Text;

namespace NegotiationRules.Testing;

/// <summary>What was seen of one condition.</summary>
/// <param name="span">Where it is written.</param>
/// <param name="number">Which of the comparisons of one fact it is, counted from 1; 0 if it has its place for itself.</param>
internal sealed class ConditionTally(Span span, int number)
{
    private const int LongestText = 120;

    // By truth: false, unknown, true.
    private readonly bool[] _seen = new bool[3];

    public bool CanBeUnknown { get; set; }

    /// <summary>Whether it is a part of a composition.</summary>
    public bool IsPart { get; set; }

    public bool DecidedAlone { get; set; }

    public void Count(Truth truth) => _seen[(int)truth] = true;

    public ConditionCoverage ToCoverage() => new(span.ToPlace(), Excerpt())
    {
        WasTrue = _seen[(int)Truth.True],
        WasFalse = _seen[(int)Truth.False],
        WasUnknown = _seen[(int)Truth.Unknown],
        CanBeUnknown = CanBeUnknown,
        DecidedAlone = IsPart ? DecidedAlone : null,
    };

    private string Excerpt()
    {
        var line = string.Join(' ', span.Characters.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var text = line.Length > LongestText ? $"{line[..LongestText]}…" : line;
        return number == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text} (comparison {number})");
    }
}
