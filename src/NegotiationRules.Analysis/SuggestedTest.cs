using NegotiationRules.Analysis.Questions;
using NegotiationRules.Analysis.Telling;

namespace NegotiationRules;

/// <summary>A test that would show something that no test shows, ready for a tests file.</summary>
/// <remarks>What it expects is what the rules say today: whether that is what they ought to say, only their author knows. Immutable and
/// safe
/// to share between threads.</remarks>
public sealed class SuggestedTest
{
    internal SuggestedTest(string name, string text, string? extends) => (Name, Text, Extends) = (name, text, extends);

    /// <param name="telling">What it shows.</param>
    /// <param name="names">The names that other tests have.</param>
    internal static SuggestedTest Of(TellingCase telling, HashSet<string> names)
    {
        var name = TestsWriter.NameOf(telling);
        if (telling.In is { Result.Name: var extends })
        {
            return new SuggestedTest(name, TestsWriter.Expected(telling), extends);
        }

        var free = name;
        for (var number = 2; !names.Add(free); number++)
        {
            free = $"{name} ({number})";
        }

        return new SuggestedTest(free, TestsWriter.Of(free, telling), null);
    }

    /// <summary>The name of the test.</summary>
    public string Name { get; }

    /// <summary>The test as JSON: an item of the list <c>tests</c>; if it <see cref="Extends"/> one, what that one should expect
    /// besides.</summary>
    public string Text { get; }

    /// <summary>The name of the case whose facts show it already, and which only does not look at what comes out; <see langword="null"/>
    /// for
    /// a test of its own.</summary>
    public string? Extends { get; }

    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
