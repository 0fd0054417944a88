using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Reads the conditions that go through the elements of a list, and <c>value</c>, which like some of them compares.</summary>
internal sealed class ElementConditionReader(
    ConditionReader conditions, OperandReader operands, FactTestReader facts, SyntaxDiagnostics diagnostics)
{
    public ConditionSyntax ReadEvery(FormMembers members)
    {
        var name = NameIn(members);
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

    public ConditionSyntax ReadQuantifier(FormMembers members, QuantifierKind kind)
    {
        var name = NameIn(members);
        var list = operands.ReadList(members.Keyword);
        var where = conditions.Optional(members.Find("where"));
        return list is null ? new BrokenConditionSyntax(members.Span) : new QuantifierSyntax(members.Span, kind, list, name, where, null);
    }

    public ValueTestSyntax ReadQuantity(FormMembers members, QuantityKind kind)
    {
        var name = NameIn(members);
        var list = operands.ReadList(members.Keyword);
        var where = conditions.Optional(members.Find("where"));
        var of = operands.ReadOf(members.Keyword, members.Find("of"));
        var ifNone = operands.Optional(members.Find("ifNone"));
        return ReadCompared(members, list is null
            ? new BrokenOperandSyntax(members.Span)
            : new QuantityOperandSyntax(members.Span, kind, list, name, where, of, ifNone));
    }

    public ValueTestSyntax ReadCompared(FormMembers members, OperandSyntax value) =>
        new(members.Span, value, ReadComparison(members));

    public ConditionSyntax ReadShare(FormMembers members)
    {
        if (members.Find("where") is null && IsOfTwoNumbers(members))
        {
            ReadComparison(members);
            return new BrokenConditionSyntax(members.Span);
        }

        var name = NameIn(members);
        var list = operands.ReadList(members.Keyword);
        var weight = members.Find("of") is { } of ? ReadWeight(of) : null;
        var among = conditions.Optional(members.Find("among"));
        var where = conditions.Optional(Required(members, "where")) ?? new BrokenConditionSyntax(members.Keyword.NameSpan);
        var ifNone = operands.Optional(members.Find("ifNone"));
        var comparison = ReadComparison(members);
        return list is null
            ? new BrokenConditionSyntax(members.Span)
            : new ShareSyntax(members.Span, list, name, weight, among, where, comparison, ifNone);
    }

    // Two values that are each under a key of its own.
    private bool IsOfTwoNumbers(FormMembers members)
    {
        switch (members.Keyword.Value)
        {
            case JsonObject part when members.Find("of") is { Value: JsonObject whole } beside && OperandForms.AnyIn(part)
                && OperandForms.AnyIn(whole):
                diagnostics.ShareOfOneBesideOf(members.Keyword, beside);
                return true;
            case JsonObject { Members: [{ Value: JsonObject part }, { Value: JsonObject whole }] } both when OperandForms.AnyIn(part)
                && OperandForms.AnyIn(whole) && !both.Members.Any(member => OperandForms.Keys.Contains(member.Name))
                && !SelectionReader.IsMeant(both):
                diagnostics.ShareOfNamed(both, part, whole);
                return true;
            default:
                return false;
        }
    }

    public ConditionSyntax ReadShareOfTwo(FormMembers members)
    {
        var values = (JsonArray)members.Keyword.Value;
        var amounts = values.Items.Select(value => operands.ReadValue(value, members.Keyword.Name, null)).ToList();
        var ifNone = operands.Optional(members.Find("ifNone"));
        var comparison = ReadComparison(members);
        if (amounts is [var part, var whole])
        {
            return new ShareOfTwoSyntax(members.Span, part, whole, comparison, ifNone);
        }

        diagnostics.ShareOfOtherThanTwo(values);
        return new BrokenConditionSyntax(members.Span);
    }

    private OperandSyntax ReadWeight(JsonMember of) =>
        of.Value is JsonObject ? operands.ReadValue(of.Value, of.Name, null)
        : operands.ReadPath(of, "\"of\": \"votes\"") is { } path ? new FactOperandSyntax(path.Span, path)
        : new BrokenOperandSyntax(of.Value.Span);

    public ConditionSyntax ReadInOrder(FormMembers members)
    {
        var name = NameIn(members);
        var list = operands.ReadList(members.Keyword);
        var by = Required(members, "by") is { } day ? operands.ReadPath(day, "\"by\": \"date\"") : null;
        var steps = Required(members, "steps") is { } listed ? conditions.ReadAll(listed) : null;
        var atLeast = members.Find("atLeast") is { } least ? operands.ReadNumber(least) : null;
        var within = operands.Optional(members.Find("within"));
        return list is null || by is null || steps is null
            ? new BrokenConditionSyntax(members.Span)
            : new InOrderSyntax(members.Span, list, name, by, steps, atLeast, within);
    }

    public ConditionSyntax ReadReachable(FormMembers members)
    {
        var name = NameIn(members);
        var list = operands.ReadList(members.Keyword);
        var between = Required(members, "between") is { } ends ? operands.ReadPath(ends, "\"between\": \"members\"") : null;
        var from = ReadEnd("from");
        var to = ReadEnd("to");
        var where = conditions.Optional(members.Find("where"));
        return list is null || between is null || from is null || to is null
            ? new BrokenConditionSyntax(members.Span)
            : new ReachableSyntax(members.Span, list, name, between, from, to, where);

        OperandSyntax? ReadEnd(string key) =>
            Required(members, key) is { } end ? operands.ReadValue(end.Value, end.Name, null) : null;
    }

    private JsonMember? Required(FormMembers members, string key)
    {
        if (members.Find(key) is { } member)
        {
            return member;
        }

        diagnostics.KeyMissing(members.Keyword, key, members.Form, members.Find("of"));
        return null;
    }

    private ComparisonSyntax ReadComparison(FormMembers members)
    {
        if (members.Comparisons.Count == 0)
        {
            diagnostics.NoOperator(members.Keyword, $"{{ {Excerpt.Of(members.Written)}, {members.Form.ComparedWith} }}");
            return new ComparisonSyntax(members.Keyword.NameSpan, ComparisonOperator.Is, new BrokenOperandSyntax(members.Keyword.NameSpan));
        }

        foreach (var further in members.Comparisons.Skip(1))
        {
            diagnostics.TwoOperators(members.Keyword, members.Comparisons[0], further, members.Condition);
            facts.ReadComparison(further, null);
        }

        return facts.ReadComparison(members.Comparisons[0], null) with { IsGuessed = members.ComparisonIsGuessed };
    }
    private ElementNames? NameIn(FormMembers members) => ElementName.Read(members.Find("as"), diagnostics);
}
