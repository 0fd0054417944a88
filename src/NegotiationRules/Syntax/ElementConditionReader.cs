using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Reads the conditions that go through the elements of a list, and <c>value</c>, which like some of them compares.</summary>
internal sealed class ElementConditionReader(
    ConditionReader conditions, OperandReader operands, FactTestReader facts, SyntaxDiagnostics diagnostics)
{
    public ConditionSyntax Read(FormMembers members, ConditionForm form)
    {
        var name = ElementName.Read(members.Find("as"), diagnostics);
        return form.Keyword switch
        {
            "every" => ReadEvery(members, name),
            "some" => ReadQuantifier(members, QuantifierKind.Some, name),
            "no" => ReadQuantifier(members, QuantifierKind.No, name),
            "share" => ReadShare(members, form, name),
            "inOrder" => ReadInOrder(members, form, name),
            "value" => ReadCompared(members, form, operands.ReadValue(members.Keyword.Value, "value", null)),
            _ => ReadQuantity(members, form, name),
        };
    }

    private ConditionSyntax ReadEvery(FormMembers members, Name? name)
    {
        var list = operands.ReadList(members.Keyword);
        var where = conditions.Optional(members.Find("where"));
        var satisfy = conditions.Optional(members.Find("satisfy"));
        if (satisfy is null)
        {
            // What must be satisfied may stand in the object that was written for the list.
            if (list is not null || members.Keyword.Value is not JsonObject)
            {
                diagnostics.SatisfyMissing(members.Keyword, members.Find("where"));
            }

            satisfy = new BrokenConditionSyntax(members.Keyword.NameSpan);
        }

        return list is null
            ? new BrokenConditionSyntax(members.Span)
            : new QuantifierSyntax(members.Span, QuantifierKind.Every, list, name, where, satisfy);
    }

    private ConditionSyntax ReadQuantifier(FormMembers members, QuantifierKind kind, Name? name)
    {
        var list = operands.ReadList(members.Keyword);
        var where = conditions.Optional(members.Find("where"));
        return list is null ? new BrokenConditionSyntax(members.Span) : new QuantifierSyntax(members.Span, kind, list, name, where, null);
    }

    private ValueTestSyntax ReadQuantity(FormMembers members, ConditionForm form, Name? name)
    {
        var list = operands.ReadList(members.Keyword);
        var where = conditions.Optional(members.Find("where"));
        var of = operands.ReadOf(members.Keyword, members.Find("of"));
        return ReadCompared(members, form, list is null
            ? new BrokenOperandSyntax(members.Span)
            : new QuantityOperandSyntax(members.Span, OperandReader.QuantityOf(form.Keyword), list, name, where, of));
    }

    private ValueTestSyntax ReadCompared(FormMembers members, ConditionForm form, OperandSyntax value) =>
        new(members.Span, value, ReadComparison(members, form));

    private ConditionSyntax ReadShare(FormMembers members, ConditionForm form, Name? name)
    {
        var list = operands.ReadList(members.Keyword);
        var weight = members.Find("of") is { } of ? operands.ReadPath(of, "\"of\": \"votes\"") : null;
        var among = conditions.Optional(members.Find("among"));
        var where = conditions.Optional(members.Find("where"));
        if (where is null)
        {
            diagnostics.KeyMissing(members.Keyword, "where", form);
            where = new BrokenConditionSyntax(members.Keyword.NameSpan);
        }

        var comparison = ReadComparison(members, form);
        return list is null
            ? new BrokenConditionSyntax(members.Span)
            : new ShareSyntax(members.Span, list, name, weight, among, where, comparison);
    }

    private ConditionSyntax ReadInOrder(FormMembers members, ConditionForm form, Name? name)
    {
        var list = operands.ReadList(members.Keyword);
        var by = Required(members, form, "by") is { } day ? operands.ReadPath(day, "\"by\": \"date\"") : null;
        var steps = Required(members, form, "steps") is { } listed ? conditions.ReadAll(listed) : null;
        var atLeast = members.Find("atLeast") is { } least ? operands.ReadNumber(least) : null;
        return list is null || by is null || steps is null
            ? new BrokenConditionSyntax(members.Span)
            : new InOrderSyntax(members.Span, list, name, by, steps, atLeast);
    }

    private JsonMember? Required(FormMembers members, ConditionForm form, string key)
    {
        if (members.Find(key) is { } member)
        {
            return member;
        }

        diagnostics.KeyMissing(members.Keyword, key, form);
        return null;
    }

    private static string ExampleOfComparison(ConditionForm form) => form.Keyword switch
    {
        "share" => "\"atLeast\": \"2/3\"",
        "count" => "\"atLeast\": 2",
        _ => "\"is\": …",
    };

    private ComparisonSyntax ReadComparison(FormMembers members, ConditionForm form)
    {
        if (members.Comparisons.Count == 0)
        {
            diagnostics.NoOperator(members.Keyword, $"{{ {Excerpt.Of(members.Written)}, {ExampleOfComparison(form)} }}");
            return new ComparisonSyntax(members.Keyword.NameSpan, ComparisonOperator.Is, new BrokenOperandSyntax(members.Keyword.NameSpan));
        }

        foreach (var further in members.Comparisons.Skip(1))
        {
            diagnostics.TwoOperators(members.Keyword, members.Comparisons[0], further, members.Condition);
            facts.ReadComparison(further, null);
        }

        return facts.ReadComparison(members.Comparisons[0], null) with { IsGuessed = members.ComparisonIsGuessed };
    }
}
