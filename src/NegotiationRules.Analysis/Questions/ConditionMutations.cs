using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Finds changes in conditions.</summary>
internal sealed class ConditionMutations
{
    private readonly SiblingFacts _siblings;
    private readonly AddMutation _add;

    /// <param name="siblings">Facts that may be taken for others.</param>
    /// <param name="add">Takes what is found.</param>
    public ConditionMutations(SiblingFacts siblings, AddMutation add)
    {
        (_siblings, _add) = (siblings, add);
        Operands = new OperandMutations(this, siblings, add);
    }

    /// <summary>Finds changes in what is compared.</summary>
    public OperandMutations Operands { get; }

    public void InCondition(JsonValue? value)
    {
        if (value is not JsonObject condition)
        {
            return;
        }

        if (ConditionForms.In(condition) is not [var form])
        {
            InFactTests(condition);
            return;
        }

        InForm(condition, form);
        foreach (var member in condition.Members)
        {
            if (member.Name == form.Keyword)
            {
                In(form.Takes, member.Value);
            }
            else if (Array.Find(form.Members, known => known.Key == member.Name) is { } known)
            {
                In(known, member);
            }
            else if (form.Compares && Operators.IsOperator(member.Name))
            {
                InComparison(member);
            }
            else if (form.StandsBesideFacts)
            {
                InFactTest(member);
            }
        }
    }

    /// <summary>What stands under a key that may be left out, and in it.</summary>
    public void In(FormMember form, JsonMember member)
    {
        if (form is { Takes: MemberShape.Condition, IsRequired: false })
        {
            LeaveOut(member);
        }

        In(form.Takes, member.Value);
    }

    public void In(MemberShape shape, JsonValue value)
    {
        switch (shape)
        {
            case MemberShape.Condition:
                InCondition(value);
                break;
            case MemberShape.Conditions or MemberShape.References when value is JsonArray list:
                LeaveOutEach(list);
                foreach (var item in list.Items)
                {
                    InCondition(item);
                }

                break;
            default:
                Operands.In(shape, value);
                break;
        }
    }

    public void LeaveOut(JsonMember member)
    {
        var edit = TextEdit.Remove(member);
        _add(edit.Span, edit.Text, TextEdit.Whole(member).Characters.ToString(), string.Empty);
    }

    /// <summary>A list without one of its items; at least one stays.</summary>
    public void LeaveOutEach(JsonArray list)
    {
        foreach (var item in list.Items.Where(_ => list.Items.Count > 1))
        {
            var edit = TextEdit.Remove(item.Span);
            _add(edit.Span, edit.Text, item.Span.Characters.ToString(), string.Empty);
        }
    }

    private void InForm(JsonObject condition, ConditionRow form)
    {
        var keyword = condition.Find(form.Keyword)!;
        switch (form.Form)
        {
            case ConditionForm.All:
                Rename(keyword, "any");
                Negate(condition);
                break;
            case ConditionForm.Any:
                Rename(keyword, "all");
                Rename(keyword, "none");
                break;
            case ConditionForm.None:
                Rename(keyword, "any");
                break;
            case ConditionForm.Not:
                Replace(condition.Span, keyword.Value.Span.Characters.ToString());
                break;
            case ConditionForm.Some:
                Rename(keyword, "no");
                ToEvery(condition, keyword);
                break;
            case ConditionForm.No:
                Rename(keyword, "some");
                ToEvery(condition, keyword);
                break;
            case ConditionForm.Every:
                ToSome(condition, keyword);
                Negate(condition);
                break;
            case ConditionForm.InOrder or ConditionForm.Reachable or ConditionForm.ConditionByName or ConditionForm.RuleById
                or ConditionForm.AtLeastOf:
                Negate(condition);
                break;
            default:
                break;
        }
    }

    // What some elements are asked, all are asked.
    private void ToEvery(JsonObject condition, JsonMember keyword)
    {
        if (condition.Find("where") is { } where)
        {
            Replace(condition.Span, Written(condition, keyword, "every", where, ("satisfy", where.Value.Span.Characters.ToString())));
        }
    }

    private void ToSome(JsonObject condition, JsonMember keyword)
    {
        if (condition.Find("satisfy") is { } satisfy)
        {
            var asked = satisfy.Value.Span.Characters.ToString();
            var where = condition.Find("where");
            Replace(condition.Span, where is null ? Written(condition, keyword, "some", satisfy, ("where", asked))
                : Written(condition, keyword, "some", satisfy, ("where", $"{{ \"all\": [{where.Value.Span.Characters}, {asked}] }}")));
        }
    }

    private static string Written(
        JsonObject condition, JsonMember keyword, string word, JsonMember instead, (string Key, string Value) last)
    {
        var kept = condition.Members.Where(member => member != keyword && member != instead && member.Name != last.Key)
            .Select(member => TextEdit.Whole(member).Characters.ToString());
        var all = kept.Prepend($"\"{word}\": {keyword.Value.Span.Characters}").Append($"\"{last.Key}\": {last.Value}");
        return $"{{ {string.Join(", ", all)} }}";
    }

    // Several facts in one object are tests that all must hold.
    private void InFactTests(JsonObject tests)
    {
        foreach (var member in tests.Members)
        {
            if (tests.Members.Count > 1)
            {
                LeaveOut(member);
            }

            InFactTest(member);
        }
    }

    private void InFactTest(JsonMember test)
    {
        foreach (var sibling in _siblings.Of(test.Name))
        {
            Rename(test, sibling);
        }

        switch (test.Value)
        {
            case JsonBoolean flag:
                Replace(flag.Span, flag.Value ? "false" : "true");
                break;
            case JsonObject comparisons:
                foreach (var comparison in comparisons.Members)
                {
                    if (comparisons.Members.Count > 1)
                    {
                        LeaveOut(comparison);
                    }

                    InComparison(comparison);
                }

                break;
            default:
                Replace(test.Value.Span, $"{{ \"isNot\": {test.Value.Span.Characters} }}");
                Operands.InBound(test.Value);
                break;
        }
    }

    private void InComparison(JsonMember comparison)
    {
        if (Operators.Find(comparison.Name) is not { } row)
        {
            return;
        }

        // One that holds where the other does not; one that is strict where the other is not.
        foreach (var other in new[] { row.Negation, row.Mirrored is { } mirrored ? Operators.Of(mirrored).Negation : null })
        {
            if (other is { } changed)
            {
                Rename(comparison, Operators.NameOf(changed));
            }
        }

        switch (row.Takes)
        {
            case OperandShape.Truth when comparison.Value is JsonBoolean flag:
                Replace(flag.Span, flag.Value ? "false" : "true");
                break;
            case OperandShape.Range when comparison.Value is JsonArray range:
                Operands.In(MemberShape.Operands, range);
                break;
            case OperandShape.Values when comparison.Value is JsonArray values:
                LeaveOutEach(values);
                break;
            default:
                Operands.InOperand(comparison.Value);
                break;
        }
    }

    private void Negate(JsonObject condition) =>
        _add(condition.Span, $"{{ \"not\": {condition.Span.Characters} }}", condition.Span.Characters.ToString(),
            $"{{ \"not\": {condition.Span.Characters} }}");

    // A comparison is shown with what it compares: "atLeast": 15.
    private void Rename(JsonMember member, string name) =>
        _add(member.NameSpan, JsonPrinter.Quote(name), TextEdit.Whole(member).Characters.ToString(),
            $"{JsonPrinter.Quote(name)}: {member.Value.Span.Characters}");

    private void Replace(Span at, string text) => _add(at, text, at.Characters.ToString(), text);
}
