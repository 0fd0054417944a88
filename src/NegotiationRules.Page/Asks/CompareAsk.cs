using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Page.Opened;
using NegotiationRules.Page.Telling;
using NegotiationRules.Text;

namespace NegotiationRules.Page.Asks;

/// <summary><c>compare</c>: which facts are others in another scenario, and which stages and rules come out otherwise there.</summary>
internal static class CompareAsk
{
    public static AnswerObject Answer(PageQuestion question, OpenFolder folder, RulesOnDesk opened)
    {
        var seen = Seen.Of(question, folder, opened);
        var (rules, before) = (seen.Rules, seen.Needed);
        if (!Scenario.TryLoad(folder.At(question.Text("with")!), out var other, out var found)
            || !rules!.TryEvaluate(other, out var after, out found))
        {
            return new AnswerObject().Add("fault", found[0].Message);
        }

        return new AnswerObject()
            .Add("stages", before.Stages.Zip(after.Stages).Select(pair => new AnswerObject()
                .Add("name", pair.First.Name)
                .Add("before", OutcomeWords.Of(pair.First.Outcome))
                .Add("after", OutcomeWords.Of(pair.Second.Outcome))))
            .Add("rules", before.Rules.Zip(after.Rules).Where(pair => pair.First.Outcome != pair.Second.Outcome)
                .Select(pair => new AnswerObject()
                    .Add("rule", pair.First.Rule.Id)
                    .Add("name", pair.First.Rule.Title ?? pair.First.Rule.Id)
                    .Add("before", OutcomeWords.Of(pair.First.Rule, pair.First.Outcome))
                    .Add("after", OutcomeWords.Of(pair.Second.Rule, pair.Second.Outcome))))
            .Add("facts", Differences(seen.Scenario!, other));
    }

    private static IEnumerable<AnswerObject> Differences(Scenario here, Scenario there)
    {
        var (before, after) = (Stated(here), Stated(there));
        return before.Keys.Concat(after.Keys.Except(before.Keys))
            .Where(path => before.GetValueOrDefault(path) != after.GetValueOrDefault(path))
            .Select(path => new AnswerObject().Add("name", path).Add("before", before.GetValueOrDefault(path))
                .Add("after", after.GetValueOrDefault(path)));
    }

    private static Dictionary<string, string> Stated(Scenario scenario)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(scenario.Root, string.Empty);
        found.Remove("$schema");
        return found;

        void Add(JsonValue value, string path)
        {
            switch (value)
            {
                case JsonObject { Members: { Count: > 0 } members } when members.Count > 2 || members.All(m => m.Name != "source"):
                    foreach (var member in members)
                    {
                        Add(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}");
                    }

                    break;
                case JsonArray { Items: var items } when items.Any(item => item is JsonObject):
                    for (var i = 0; i < items.Count; i++)
                    {
                        Add(items[i], $"{path}[{i}]");
                    }

                    break;
                default:
                    found[path] = JsonPrinter.Print(value, indented: false);
                    break;
            }
        }
    }
}
