using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Sweeping;

/// <summary>What is wrong with a <c>NAME.distribution.json</c>.</summary>
internal sealed class DistributionDiagnostics(DiagnosticBag bag)
{
    public void NotAnObject(JsonValue root) =>
        bag.Error("NR5030", root.Span.Opening, $"a distribution file holds one object, but this is {root.Kind}",
            "write { \"facts\": { … }, \"parameters\": { … } }");

    public void NoSuchParameter(JsonMember member, IReadOnlyCollection<string> known)
    {
        var meant = Spelling.Nearest(member.Name, known);
        bag.Error("NR5031", member.NameSpan, $"the rules have no parameter `{member.Name}`",
            meant is not null ? $"did you mean `{meant}`?"
                : known.Count == 0 ? "facts stand under `facts`" : $"they have {Spelling.List(known, "and")}",
            Cure.Rename(member.NameSpan, meant));
    }

    public void NoSuchFact(JsonMember member, Vocabulary vocabulary)
    {
        var path = ScenarioPath.TryParse(member.Name, out var fault);
        if (path is null)
        {
            bag.Error("NR5034", member.NameSpan, $"this is no path of a fact: {fault}", "write one such as talks.start or members[3].vote");
            return;
        }

        // What is written holds several facts, or those of all elements of a list.
        if (vocabulary.Facts().FirstOrDefault(fact => fact.Path == DrawnFact.Plain(path)) is { } several)
        {
            bag.Error("NR5034", member.NameSpan, $"`{member.Name}` is not one value",
                several.IsObject ? "name one fact in it" : "name elements of lists by their numbers, such as members[3].vote");
            return;
        }

        var meant = Spelling.Nearest(DrawnFact.Plain(path), vocabulary.Facts().Where(fact => !fact.IsObject).Select(fact => fact.Path));
        bag.Error("NR5034", member.NameSpan, $"the vocabulary has no fact `{member.Name}`",
            meant is null ? "name one fact, and elements of lists by their numbers: members[3].vote" : $"did you mean `{meant}`?",
            path.Steps.All(step => step.Name is not null) ? Cure.Rename(member.NameSpan, meant) : null);
    }

    // What weights stand under is a name, and names are in quotes.
    public void NotOfFact(Span span, Diagnostic wrong, bool isName) => bag.Error(
        wrong.Code, span, wrong.Message,
        isName ? wrong.Help?.Replace(", without quotes", string.Empty, StringComparison.Ordinal) : wrong.Help);

    public void NotOne(JsonObject written, string name, int given) =>
        bag.Error("NR5032", written.Span.Opening,
            given == 0 ? $"how often values of `{name}` are drawn is not said" : $"how often values of `{name}` are drawn is said twice",
            "write one of `weights`, `uniform`, `triangular` and `normal`");

    public void CannotBe(JsonMember given, string why)
    {
        var said = why.Split(" (Parameter", 2)[0].TrimEnd('.');
        bag.Error(
            "NR5033", given.NameSpan, $"this distribution cannot be: {char.ToLowerInvariant(said[0])}{said[1..]}", "write one that can");
    }
}
