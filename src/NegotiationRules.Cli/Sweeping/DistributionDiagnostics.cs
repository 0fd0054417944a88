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
