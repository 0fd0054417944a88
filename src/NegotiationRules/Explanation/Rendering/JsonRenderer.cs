using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Text;

namespace NegotiationRules.Explanation.Rendering;

/// <summary>Renders an explanation in the shape of <c>explanation.schema.json</c>: what is empty is left out.</summary>
internal static class JsonRenderer
{
    public static string Render(ExplainedVerdict verdict)
    {
        var members = new List<JsonMember>();
        Add(members, "ruleSet", verdict.Rules.Name);
        Add(members, "version", verdict.Rules.Version);
        Add(members, "scenario", verdict.Premises.Scenario);
        Add(members, "parameters", [.. verdict.Premises.Parameters.Select(Of)]);
        Add(members, "holder", verdict.Holder);
        Add(members, "outcome", OutcomeWords.Of(verdict.Outcome));
        Add(members, "summary", [.. verdict.Summary.Select(Of)]);
        members.Add(new JsonMember("outline", default, Of(verdict.Outline)));
        return JsonPrinter.Print(new JsonObject(default, members), indented: true);
    }

    private static JsonObject Of(ParameterInForce parameter)
    {
        var members = new List<JsonMember>();
        Add(members, "name", parameter.Name);
        Add(members, "value", parameter.Value);
        Add(members, "changedFrom", parameter.Written);
        return new JsonObject(default, members);
    }

    private static JsonObject Of(ExplanationNode node)
    {
        var members = new List<JsonMember>();
        Add(members, "mark", MarkSigns.NameOf(node.Mark));
        Add(members, "text", node.Text);
        Add(members, "language", string.IsNullOrEmpty(node.Language) ? null : node.Language);
        Add(members, "rule", node.RuleId);
        Add(members, "elements", [.. (node.Elements?.Invoke() ?? []).Select(Of)]);
        Add(members, "holds", node.Holds);
        Add(members, "margin", node.Margin);
        Add(members, "folded", node.IsFolded ? true : null);
        Add(members, "facts", [.. node.Facts.Select(path => new JsonText(default, path))]);
        Add(members, "children", [.. node.Children.Select(Of)]);
        Add(members, "sources", [.. node.Sources.Select(Of)]);
        return new JsonObject(default, members);
    }

    private static JsonObject Of(ElementOutcome element)
    {
        var members = new List<JsonMember>();
        Add(members, "label", Labels.Of(element.Element));
        Add(members, "path", element.Element.Path is { Length: > 0 } path ? path : null);
        Add(members, "holder", element.Holder);
        Add(members, "outcome", Words.Of(element.Outcome));
        return new JsonObject(default, members);
    }

    private static JsonObject Of(Citation citation)
    {
        var members = new List<JsonMember>();
        Add(members, "document", citation.Document?.Title);
        Add(members, "speaker", citation.Speaker);
        Add(members, "article", citation.Article);
        Add(members, "quote", citation.Quote);
        Add(members, "url", citation.Url);
        return new JsonObject(default, members);
    }

    private static void Add(List<JsonMember> members, string name, string? text)
    {
        if (text is not null)
        {
            members.Add(new JsonMember(name, default, new JsonText(default, text)));
        }
    }

    private static void Add(List<JsonMember> members, string name, bool? value)
    {
        if (value is { } known)
        {
            members.Add(new JsonMember(name, default, new JsonBoolean(default, known)));
        }
    }

    private static void Add(List<JsonMember> members, string name, IReadOnlyList<JsonValue> items)
    {
        if (items.Count > 0)
        {
            members.Add(new JsonMember(name, default, new JsonArray(default, items)));
        }
    }
}
