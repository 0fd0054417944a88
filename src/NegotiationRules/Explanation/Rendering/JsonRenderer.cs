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
        var members = new JsonMembers();
        members.Add("ruleSet", verdict.Rules.Name);
        members.Add("version", verdict.Rules.Version);
        members.Add("scenario", verdict.Premises.Scenario);
        members.Add("parameters", verdict.Premises.Parameters.Select(Of));
        members.Add("holder", verdict.Holder);
        members.Add("outcome", OutcomeWords.Of(verdict.Outcome));
        members.Add("summary", verdict.Summary.Select(Of));
        members.Add("outline", Of(verdict.Outline));
        return JsonPrinter.Print(members.ToObject(), indented: true);
    }

    private static JsonObject Of(ParameterInForce parameter)
    {
        var members = new JsonMembers();
        members.Add("name", parameter.Name);
        members.Add("value", parameter.Value);
        members.Add("changedFrom", parameter.Written);
        return members.ToObject();
    }

    /// <summary>One line, with all that is under it.</summary>
    internal static JsonObject Of(ExplanationNode node)
    {
        var members = new JsonMembers();
        members.Add("mark", MarkSigns.NameOf(node.Mark));
        members.Add("text", node.Text);
        members.Add("language", string.IsNullOrEmpty(node.Language) ? null : node.Language);
        members.Add("rule", node.RuleId);
        members.Add("elements", (node.Elements?.Invoke() ?? []).Select(Of));
        members.Add("holds", node.Holds);
        members.Add("margin", node.Margin);
        members.Add("folded", node.IsFolded ? true : null);
        members.Add("facts", node.Facts.Select(path => new JsonText(default, path)));
        members.Add("children", node.Children.Select(Of));
        members.Add("sources", node.Sources.Select(Of));
        return members.ToObject();
    }

    private static JsonObject Of(ElementOutcome element)
    {
        var members = new JsonMembers();
        members.Add("label", Labels.Of(element.Element));
        members.Add("path", element.Element.Path is { Length: > 0 } path ? path : null);
        members.Add("holder", element.Holder);
        members.Add("outcome", Words.Of(element.Outcome));
        return members.ToObject();
    }

    private static JsonObject Of(Citation citation)
    {
        var members = new JsonMembers();
        members.Add("document", citation.Document?.Title);
        members.Add("speaker", citation.Speaker);
        members.Add("article", citation.Article);
        members.Add("quote", citation.Quote);
        members.Add("url", citation.Url);
        return members.ToObject();
    }
}
