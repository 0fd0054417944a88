using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;

namespace NegotiationRules.Explanation;

/// <summary>Whether one value is linked to another: by which elements, or how far the links go.</summary>
internal sealed class LinkExplainer(
    ConditionExplainer conditions, FactLines lines, OpenLines open, ScopeNames names, ExplanationOptions options)
{
    public ExplanationNode Of(Reachable condition, Scope scope, Stance stance, Truth truth)
    {
        var links = Links.Of(condition, scope);
        var (at, by) = (names.At(scope), ConditionWording.LinksOf(condition, names.At(scope)));
        var (from, to) = (EndOf(condition.From, scope), EndOf(condition.To, scope));
        List<Claim> claims = [new TruthClaim(scope, condition, truth)];
        List<ExplanationNode> children = [];
        string text;
        switch (truth)
        {
            case Truth.True:
                var path = links.Path()!;
                text = path.Count == 0 ? $"{from} is {to}, and linked to itself" : $"{from} is linked to {to} by {by}";
                children.AddRange(lines.Few(path, step => Step(condition, step, scope)));
                break;
            case Truth.False:
                var reached = links.Reached();
                List<string> ends = [.. reached.Select(end => ValueOf(condition, end))];
                claims.Add(new ReachedClaim(scope, condition, reached));
                text = $"{from} is not linked to {to} by {by}: "
                    + (ends.Count == 0 ? "it is linked to nothing" : $"it is linked only to {Series.And(ends, options.MostElements)}");
                break;
            default:
                text = $"it is open whether {from} is linked to {to} by {by}";
                children.AddRange(lines.Unknown([.. condition.From.Facts, .. condition.To.Facts], scope) is { } unknown ? [unknown] : []);
                children.AddRange(lines.Few([.. links.All.Where(link => link.Truth == Truth.Unknown || !link.IsWhole)],
                    link => Open(condition, link)));
                children.AddRange(open.Lists(condition.List, scope));
                break;
        }

        return lines.OfList(text, condition.List, scope, stance.MarkOf(truth), claims, children);
    }

    private static ExplanationNode Step(Reachable condition, (Link Link, Scope Before, Scope After) step, Scope scope)
    {
        var (before, after) = (ValueOf(condition, step.Before), ValueOf(condition, step.After));
        return new ExplanationNode($"{Labels.Of(step.Link.Element)} links {before} and {after}", ExplanationMark.Note)
        { Claims = [new LinkClaim(scope, condition, step.Link.Element, step.Before, step.After)] };
    }

    private ExplanationNode Open(Reachable condition, Link link)
    {
        if (link.Truth == Truth.Unknown)
        {
            return conditions.Explain(condition.Where!, link.Element, Stance.Circumstance);
        }

        var inside = open.Lists(condition.Between, link.Element);
        inside.AddRange(Elements.Of(condition.Between, link.Element).Known
            .Select(end => lines.Unknown(condition.Item.Facts, end)).OfType<ExplanationNode>());
        return inside is [var only] ? only
            : new ExplanationNode($"not all is known of what {Labels.Of(link.Element)} links", ExplanationMark.Unknown, inside);
    }

    // "us.id (Ada)"
    private string EndOf(Operand end, Scope scope)
    {
        var words = OperandWording.Of(end, names.At(scope));
        return end is not Constant && KnownValue.Of(end, scope) is { IsBounded: true } known && known.Text != words
            ? $"{words} ({known.Text})" : words;
    }

    private static string ValueOf(Reachable condition, Scope end) => KnownValue.Of(condition.Item, end).Text;
}
