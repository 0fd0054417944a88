using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Reads tests of facts, <c>{ "agreement.form": "written" }</c>, and the comparisons in them.</summary>
internal sealed class FactTestReader(ConditionReader conditions, OperandReader operands, SyntaxDiagnostics diagnostics)
{
    public ConditionSyntax Read(JsonObject condition)
    {
        var members = condition.AsSpan();
        return members.Length == 1
            ? ReadOne(members[0], condition.Span, isAlone: true)
            : new FactTestsSyntax(condition.Span, ReadEach(condition.Members));
    }

    /// <summary>Each of several tests in one object.</summary>
    public ConditionSyntax[] ReadEach(IReadOnlyList<JsonMember> members)
    {
        var tests = new ConditionSyntax[members.Count];
        for (var i = 0; i < tests.Length; i++)
        {
            tests[i] = ReadOne(members[i], TextEdit.Whole(members[i]), isAlone: false);
        }

        return tests;
    }

    private ConditionSyntax ReadOne(JsonMember member, Span span, bool isAlone) =>
        FormInFactTest.Find(member) is var (keyword, meant) ? ReadOnAs(meant, keyword, member, isAlone)
        : ReadTest(member, span) ?? (ConditionSyntax)new BrokenConditionSyntax(span);

    /// <summary>A comparison by a known operator.</summary>
    public ComparisonSyntax ReadComparison(JsonMember member, string? fact)
    {
        var comparison = Operators.Find(member.Name)!;
        return new ComparisonSyntax(member.NameSpan, comparison.Operator, operands.ReadFor(comparison, member, fact));
    }

    private ConditionSyntax ReadOnAs(JsonObject meant, JsonMember keyword, JsonMember test, bool isAlone)
    {
        diagnostics.FormInFactTest(test, keyword, meant, isAlone);
        return conditions.Read(meant);
    }

    private FactTestSyntax? ReadTest(JsonMember member, Span span)
    {
        if (Operators.IsOperator(member.Name))
        {
            diagnostics.OperatorWithoutFact(member);
            return null;
        }

        if (ConditionForms.IsAuxiliary(member.Name) && IsNoComparison(member.Value))
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

    private ComparisonSyntax[] ReadComparisons(JsonMember member)
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

    private ComparisonSyntax[] ReadComparisons(JsonMember test, JsonObject value)
    {
        if (!Operators.AnyIn(value) && value.Members.Any(IsOperandForm))
        {
            diagnostics.OperandWithoutOperator(test);
            return [Equality(value, operands.ReadValue(value, test.Name, test.Name))];
        }

        var members = value.AsSpan();
        var comparisons = new ComparisonSyntax[members.Length];
        for (var i = 0; i < comparisons.Length; i++)
        {
            comparisons[i] = Operators.IsOperator(members[i].Name) ? ReadComparison(members[i], test.Name)
                : members[i] is { Name: "not", Value: JsonObject { Members: [var negated] } }
                    && Operators.Negated(negated.Name) is { } other ? ReadNegated(members[i], negated, other, test.Name)
                : ReadMisspelt(members[i], test.Name, value);
        }

        return comparisons;
    }

    private ComparisonSyntax ReadNegated(JsonMember not, JsonMember negated, string meant, string fact)
    {
        diagnostics.NegatedOperator(not, negated, meant);
        return ReadAs(meant, negated, fact);
    }

    private ComparisonSyntax ReadMisspelt(JsonMember comparison, string fact, JsonObject test)
    {
        if (Denied(comparison) is var (denied, of))
        {
            diagnostics.DeniedOperator(comparison, fact, denied, of, test);
            return ReadAs(null, comparison, fact);
        }

        var meant = BorrowedWords.Operator(comparison.Name) is { } word ? OperatorOfDates.InsteadOf(word, comparison.Value) : null;
        diagnostics.UnknownOperator(comparison, fact, meant, test);
        return ReadAs(meant, comparison, fact);
    }

    // What has no opposite among the operators: `notBetween`, `not` around `matches`; and `notContains`, which may be said of a text.
    private static (string Operator, JsonValue Of)? Denied(JsonMember comparison) =>
        comparison is { Name: "not", Value: JsonObject { Members: [var inner] } } && Operators.IsOperator(inner.Name)
            ? (inner.Name, inner.Value)
        : BorrowedWords.Denied(comparison.Name) is { } denied
            && (BorrowedWords.Operator(comparison.Name) is null || (denied == "contains" && comparison.Value is JsonText))
            ? (denied, comparison.Value)
        : null;

    // What is wrong inside the operand is reported too, but not that it does not fit an operator that was only guessed.
    private ComparisonSyntax ReadAs(string? meant, JsonMember comparison, string fact)
    {
        var guessed = meant is null ? Operators.Of(ComparisonOperator.Is) : Operators.Find(meant)!;
        var fits = guessed.Takes switch
        {
            OperandShape.Truth => false,
            OperandShape.Range => comparison.Value is JsonArray { Items.Count: 2 },
            OperandShape.Values => comparison.Value is JsonArray { Items.Count: > 0 } || IsOperand(comparison.Value),
            OperandShape.Value => (meant is not null && comparison.Value is JsonText or JsonNumber or JsonBoolean)
                || IsOperand(comparison.Value),
        };
        var operand = fits ? operands.ReadFor(guessed, comparison, fact) : new BrokenOperandSyntax(comparison.Value.Span);
        return new ComparisonSyntax(comparison.NameSpan, guessed.Operator, operand) { IsGuessed = true };
    }

    private static bool IsOperand(JsonValue value) =>
        value is JsonObject operand
            && (operand.Members.Any(IsOperandForm) || (!Operators.AnyIn(operand) && operand.Members.Any(OperandReader.IsMisspeltForm)));

    // `value` may just be another word for `is`.
    private static bool IsOperandForm(JsonMember member) =>
        OperandForms.IsForm(member.Name)
        && member.Name != "value"
        && member.Value switch
        {
            JsonNumber => false,
            JsonObject inner when OperandFunctions.IsFunction(member.Name) => !Operators.AnyIn(inner),
            JsonArray => true,
            _ => !OperandFunctions.IsFunction(member.Name) || member.Value is JsonObject,
        };

    private static ComparisonSyntax Equality(JsonValue value, OperandSyntax operand) => new(value.Span, ComparisonOperator.Is, operand);

    // A fact may be called `where`; then it is compared with something.
    private static bool IsNoComparison(JsonValue value) =>
        value is JsonArray || (value is JsonObject test && test.Members.Count > 0 && !Operators.AnyIn(test));
}
