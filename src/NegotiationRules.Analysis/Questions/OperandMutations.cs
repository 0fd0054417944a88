using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Finds changes in what is compared: values, facts, lists and what is worked out of them.</summary>
/// <param name="conditions">Finds changes in the conditions inside.</param>
/// <param name="siblings">Facts that may be taken for others.</param>
/// <param name="add">Takes what is found.</param>
internal sealed class OperandMutations(ConditionMutations conditions, SiblingFacts siblings, AddMutation add)
{
    public void In(MemberShape shape, JsonValue value)
    {
        switch (shape)
        {
            case MemberShape.Operand or MemberShape.WorkedOut or MemberShape.Key or MemberShape.Number or MemberShape.NumberOfElements:
                InOperand(value);
                break;
            case MemberShape.Operands or MemberShape.Keys:
                foreach (var item in value is JsonArray list ? list.Items : [value])
                {
                    InOperand(item);
                }

                break;
            case MemberShape.List:
                InList(value);
                break;
            case MemberShape.Path when value is JsonText path:
                foreach (var sibling in siblings.Of(path.Value))
                {
                    Replace(path.Span, JsonPrinter.Quote(sibling));
                }

                break;
            case MemberShape.Table when value is JsonObject table:
                foreach (var entry in table.Members)
                {
                    InDay(entry);
                    InOperand(entry.Value);
                }

                break;
            default:
                break;
        }
    }

    public void InOperand(JsonValue value)
    {
        if (value is not JsonObject operand)
        {
            InBound(value);
            return;
        }

        var form = operand.Members.Select(member => OperandForms.Find(member.Name)).FirstOrDefault(row => row is not null);
        foreach (var member in operand.Members)
        {
            if (member.Name == form?.Keyword)
            {
                conditions.In(form.Takes, member.Value);
            }
            else if (form is not null && Array.Find(form.Members, known => known.Key == member.Name) is { } known)
            {
                conditions.In(known, member);
            }
            else if (OperandForms.GoingOn.FirstOrDefault(known => known.Key == member.Name) is { } goingOn)
            {
                conditions.In(goingOn, member);
            }
            else if (OperandFunctions.IsFunction(member.Name))
            {
                In(MemberShape.Operands, member.Value);
            }
        }
    }

    public void InList(JsonValue value)
    {
        if (value is not JsonObject selection)
        {
            return;
        }

        foreach (var member in selection.Members)
        {
            if (member.Name == SelectionForm.Row.Keyword)
            {
                InList(member.Value);
            }
            else if (Array.Find(SelectionForm.Row.Members, known => known.Key == member.Name) is { } known)
            {
                conditions.In(known, member);
            }
        }
    }

    /// <summary>A value that is written out: one step less, one step more.</summary>
    public void InBound(JsonValue value)
    {
        foreach (var step in BoundSteps.Of(value))
        {
            // What a bound is of stands before it: "atLeast": 15.
            var name = ValueText.NameBefore(value.Span);
            var before = name == value.Span ? string.Empty : $"{name.Characters}: ";
            add(value.Span, step, before + value.Span.Characters.ToString(), before + step);
        }
    }

    // Values in force from a day on.
    private void InDay(JsonMember entry)
    {
        foreach (var step in BoundSteps.Of(new JsonText(entry.NameSpan, entry.Name)))
        {
            Replace(entry.NameSpan, step);
        }
    }

    private void Replace(Span at, string text) => add(at, text, at.Characters.ToString(), text);
}
