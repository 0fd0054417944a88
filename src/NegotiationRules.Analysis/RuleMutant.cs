using NegotiationRules.Analysis.Questions;

namespace NegotiationRules;

/// <summary>Rules in which one thing was changed, as somebody might change it by mistake, and what their tests say of it.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class RuleMutant
{
    private const int LongestText = 160;

    internal RuleMutant(MutantAnswer answer, SuggestedTest? telling)
    {
        var (mutation, killedBy) = (answer.Tried.Mutation, answer.Tried.KilledBy);
        Part = mutation.Place.ToString();
        RuleId = mutation.Place.Kind == MutatedPart.Rule ? mutation.Place.Name : null;
        Place = mutation.Edit.Span.ToPlace();
        (Before, After) = (mutation.Before, mutation.After);
        Fate = killedBy is not null ? MutantFate.Killed : answer.IsEquivalent ? MutantFate.Equivalent : MutantFate.Survived;
        KilledBy = killedBy?.Result.Name;
        (Telling, NotDecided) = (telling, answer.NotDecided);
    }

    /// <summary>What of the rule file was changed: <c>rule no-delay</c>, <c>condition begins in time</c>, <c>parameter
    /// leastStates</c>.</summary>
    public string Part { get; }

    /// <summary>The id of the rule that was changed; <see langword="null"/> if it was something that rules use.</summary>
    public string? RuleId { get; }

    /// <summary>Where the change was made.</summary>
    public Place Place { get; }

    /// <summary>What stands there, in one line: <c>"atLeast": 15</c>.</summary>
    public string Before { get; }

    /// <summary>What was put in its place, in one line: <c>"atLeast": 16</c>; empty if it was left out.</summary>
    public string After { get; }

    /// <summary>The change in words: <c>"atLeast": 15 → "atLeast": 16</c>; of long texts only the beginning.</summary>
    public string Change => After.Length == 0 ? $"{Short(Before)} left out" : $"{Short(Before)} → {Short(After)}";

    /// <summary>What the tests say of it.</summary>
    public MutantFate Fate { get; }

    /// <summary>The name of a test that fails; <see langword="null"/> if none does.</summary>
    public string? KilledBy { get; }

    /// <summary>A test that fails on it and passes on the rules as they are, both of which was tried out; one test may do for several.
    /// <see langword="null"/> if none is missing, or none was found.</summary>
    public SuggestedTest? Telling { get; }

    /// <summary>Why it survived without a test that would tell it apart: it is not known whether there can be one. <see langword="null"/>
    /// otherwise.</summary>
    public NotDecided? NotDecided { get; }

    /// <summary>The place, the part and the change.</summary>
    public override string ToString() => $"{Place} {Part}: {Change}";

    private static string Short(string text) => text.Length > LongestText ? $"{text[..LongestText]}…" : text;
}
