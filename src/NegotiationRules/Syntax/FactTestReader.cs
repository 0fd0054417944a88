using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Reads tests of facts, <c>{ "agreement.form": "written" }</c>, and the comparisons in them.</summary>
internal sealed class FactTestReader(ConditionReader conditions, OperandReader operands, SyntaxDiagnostics diagnostics)
{
    private static readonly string[] OperandForms = ["fact", "parameter", "count", "sum", "min", "max"];

    public ConditionSyntax Read(JsonObject condition)
    {
        var alone = condition.Members.Count == 1;
        var tests = new List<FactTestSyntax>();
        foreach (var member in condition.Members)
        {
            if (ReadTest(member, alone ? condition.Span : Whole(member)) is { } test)
            {
                tests.Add(test);
            }
        }

        return tests.Count == 0 ? new BrokenConditionSyntax(condition.Span) : alone ? tests[0] : new FactTestsSyntax(condition.Span, tests);
    }

    /// <summary>A comparison by a known operator.</summary>
    public ComparisonSyntax ReadComparison(JsonMember member, string? fact)
    {
        var comparison = OperatorNames.Find(member.Name)!.Value;
        return new ComparisonSyntax(member.NameSpan, comparison, operands.ReadFor(comparison, member, fact));
    }

    private FactTestSyntax? ReadTest(JsonMember member, Span span)
    {
        if (OperatorNames.IsOperator(member.Name))
        {
            diagnostics.OperatorWithoutFact(member);
            return null;
        }

        if (ConditionForm.Auxiliaries.Contains(member.Name) && IsNoComparison(member.Value))
        {
            diagnostics.KeyWithoutForm(member);
            if (member.Value is JsonObject)
            {
                conditions.Read(member.Value);
            }

            return null;
        }

        var path = PathSpelling.Read(member.Name, member.NameSpan, diagnostics);
        var comparisons = ReadComparisons(member);
        return path is null ? null : new FactTestSyntax(span, path, comparisons, member.Value is not JsonObject);
    }

    private List<ComparisonSyntax> ReadComparisons(JsonMember member)
    {
        switch (member.Value)
        {
            case JsonObject { Members.Count: 0 }:
                diagnostics.NoOperator(member, $"{{ \"{member.Name}\": {{ \"is\": … }} }}");
                return [];
            case JsonObject value:
                return ReadComparisons(member, value);
            case JsonArray list:
                diagnostics.ListAsFactValue(member);
                return [Equality(list, new BrokenOperandSyntax(list.Span))];
            default:
                return [Equality(member.Value, operands.ReadValue(member.Value, member.Name, member.Name))];
        }
    }

    private List<ComparisonSyntax> ReadComparisons(JsonMember test, JsonObject value)
    {
        if (!value.Members.Any(m => OperatorNames.IsOperator(m.Name)) && value.Members.Any(m => OperandForms.Contains(m.Name) && m.Value is not JsonNumber))
        {
            diagnostics.OperandWithoutOperator(test);
            return [Equality(value, operands.ReadValue(value, test.Name, test.Name))];
        }

        var comparisons = new List<ComparisonSyntax>();
        foreach (var member in value.Members)
        {
            if (OperatorNames.IsOperator(member.Name))
            {
                comparisons.Add(ReadComparison(member, test.Name));
                continue;
            }

            var meant = BorrowedWords.Operator(member.Name);
            diagnostics.UnknownOperator(member, test.Name, meant);
            comparisons.Add(new ComparisonSyntax(
                member.NameSpan, meant is null ? ComparisonOperator.Is : OperatorNames.Find(meant)!.Value, new BrokenOperandSyntax(member.Value.Span)));
        }

        return comparisons;
    }

    private static ComparisonSyntax Equality(JsonValue value, OperandSyntax operand) => new(value.Span, ComparisonOperator.Is, operand);

    // A fact may be called `where`; then it is compared with something.
    private static bool IsNoComparison(JsonValue value) =>
        value is JsonArray || (value is JsonObject test && test.Members.Count > 0 && !test.Members.Any(m => OperatorNames.IsOperator(m.Name)));

    private static Span Whole(JsonMember member) => member.NameSpan with { Length = member.Value.Span.End - member.NameSpan.Start };
}
