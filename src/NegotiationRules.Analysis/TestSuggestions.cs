using NegotiationRules.Analysis.Questions;
using NegotiationRules.Analysis.Telling;

namespace NegotiationRules;

/// <summary>The tests that are missing for each condition of each rule to be seen to decide, either way.</summary>
/// <remarks>What a suggested test expects is what the rules say today: whether that is what they ought to say, only their author knows.
/// Immutable and safe to share between threads.</remarks>
public sealed class TestSuggestions
{
    internal TestSuggestions(RuleTests tests, IReadOnlyList<SuggestionsOfRule> found)
    {
        RuleTests = tests;
        (Wanted, Shown) = (found.Sum(rule => rule.Wanted), found.Sum(rule => rule.Shown));
        var names = new HashSet<string>(tests.Names, StringComparer.Ordinal);
        Tests = [.. found.SelectMany(rule => rule.Tests).Select(test => SuggestedTest.Of(test, names))];
        NotShown =
        [
            .. found.SelectMany(rule => rule.Unreached).Select(one => (
                one.Wanted.Part.Condition.Span.ToPlace(), one.Wanted.Part.Rule.Id, one.Wanted.Holds, one.Why)),
        ];
        Text = TestsWriter.File(tests, found.SelectMany(rule => rule.Tests).Zip(Tests, (test, named) => (named.Name, test)));
    }

    /// <summary>The tests there are.</summary>
    public RuleTests RuleTests { get; }

    /// <summary>How much there is to show: of each condition that has no other in it, in each rule, that the rule hangs on it and is as if
    /// it held, and that it is as if it did not.</summary>
    public int Wanted { get; }

    /// <summary>How much of that the tests there are show already.</summary>
    public int Shown { get; }

    /// <summary>The tests that show the rest, in the order of the rules, as few as were found, each with as few facts as will do.</summary>
    public IReadOnlyList<SuggestedTest> Tests { get; }

    /// <summary>What none of these shows: where the condition stands, the id of the rule, whether the rule was to be as if it held; and why
    /// it is not decided whether there is such a scenario, or <see langword="null"/> if it is proved that there is none.</summary>
    public IReadOnlyList<(Place Place, string RuleId, bool Holds, NotDecided? NotDecided)> NotShown { get; }

    /// <summary>A tests file with <see cref="Tests"/>, to stand beside the one there is.</summary>
    public string Text { get; }

    /// <summary>How much is shown, and the names of the tests.</summary>
    public override string ToString() => string.Join('\n', Tests.Select(test => test.Name).Prepend($"{Shown} of {Wanted} shown"));
}
