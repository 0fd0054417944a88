using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <content>Values of which one counts.</content>
internal sealed partial class OperandReader
{
    private ChoiceSyntax ReadChoice(Span span, JsonMember form, Dictionary<string, JsonMember> members)
    {
        var condition = conditions.Read(form.Value);
        return new ChoiceSyntax(span, condition, Branch("then"), Branch("else"));

        OperandSyntax Branch(string key)
        {
            if (members.TryGetValue(key, out var branch))
            {
                return ReadValue(branch.Value, key, null);
            }

            diagnostics.BranchMissing(form, key);
            return new BrokenOperandSyntax(span);
        }
    }

    private OperandSyntax ReadFirstKnown(Span span, JsonMember form)
    {
        if (form.Value is JsonArray { Items.Count: > 0 } list)
        {
            return new FirstKnownSyntax(span, ReadItems(list, form.Name, null).Items);
        }

        if (form.Value is JsonArray)
        {
            diagnostics.EmptyList(form.Value.Span, form.Name, "value");
        }
        else
        {
            diagnostics.WrongKind(
                form.Value, "`firstKnown`", "a list of values", "\"firstKnown\": [ { \"fact\": \"…\" }, { \"fact\": \"…\" } ]");
        }

        return new BrokenOperandSyntax(span);
    }
}
