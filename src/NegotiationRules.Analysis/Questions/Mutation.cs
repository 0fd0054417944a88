using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Questions;

/// <summary>One small change to a rule file, as somebody might make it by mistake.</summary>
/// <param name="Edit">What stands in the file instead.</param>
/// <param name="Place">What of the file it changes.</param>
/// <param name="Before">What is changed, in one line.</param>
/// <param name="After">What it becomes; empty where it is left out.</param>
internal sealed record Mutation(TextEdit Edit, MutatedPart Place, string Before, string After);

/// <summary>A part of a rule file that has a name.</summary>
/// <param name="Kind">What it is: a rule, a condition …; as a word for people.</param>
/// <param name="Name">What it is called.</param>
internal sealed record MutatedPart(string Kind, string Name)
{
    public const string Rule = "rule";

    public override string ToString() => $"{Kind} {Name}";
}
