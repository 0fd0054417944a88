using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Reads a condition: finds out which form it is and hands the rest to the reader of that form.</summary>
/// <remarks>
/// A mistake is reported and then read on as what was probably meant, so that one run reports everything; nothing is
/// ever evaluated from a file with errors.
/// </remarks>
internal sealed class ConditionReader
{
    private readonly SyntaxDiagnostics _diagnostics;
    private readonly OperandReader _operands;
    private readonly FactTestReader _facts;
    private readonly ElementConditionReader _elements;
    private readonly Func<JsonValue, ConditionSyntax> _read;

    public ConditionReader(SyntaxDiagnostics diagnostics)
    {
        _diagnostics = diagnostics;
        _read = Read;
        _operands = new OperandReader(this, diagnostics);
        _facts = new FactTestReader(this, _operands, diagnostics);
        _elements = new ElementConditionReader(this, _operands, _facts, diagnostics);
    }

    public OperandReader Operands => _operands;

    public ConditionSyntax Read(JsonValue value)
    {
        if (value is not JsonObject condition)
        {
            _diagnostics.ConditionExpected(value);
            return new BrokenConditionSyntax(value.Span);
        }

        if (condition.Members.Count == 0)
        {
            _diagnostics.EmptyCondition(condition);
            return new BrokenConditionSyntax(value.Span);
        }

        if (condition.AsSpan() is [{ Name: "not", Value: JsonArray { Items.Count: > 1 } } several])
        {
            return ReadOnAs(condition, several, "none");
        }

        if (JsonLogic.IsMeant(condition))
        {
            _diagnostics.OperatorFirst(condition);
            return new BrokenConditionSyntax(condition.Span);
        }

        if (CombinedUnderAKey.Find(condition) is var (combiner, form, conditions))
        {
            _diagnostics.CombinedUnderAKey(combiner, form, conditions, condition);
            return Read(condition with { Members = [conditions with { Name = form }] });
        }

        var forms = ConditionForms.In(condition);
        if (forms.Count == 1 && OverElements(condition, forms[0]) is var (keyword, quantifier))
        {
            return ReadOnAs(condition, keyword, quantifier);
        }

        return forms.Count switch
        {
            <= 1 when (forms.Count == 0 || condition.Find("the") is not null) && FunctionIn(condition) is { } function =>
                ReadOnAsValue(condition, function),
            <= 1 when FactUnderAKey.Find(condition) is { } fact => ReadOnAsFact(condition, fact),
            0 => MisspeltForm.Find(condition) is var (member, meant) ? ReadOnAs(condition, member, meant) : _facts.Read(condition),
            1 => ReadForm(condition, forms[0]),
            _ => ReadEach(condition, forms),
        };
    }

    // Before the name of a list `all`, `any` and `none` are said of its elements.
    private static (JsonMember Keyword, string Quantifier)? OverElements(JsonObject condition, ConditionRow form)
    {
        var quantifier = form.Form is ConditionForm.All ? "every"
            : form.Form is ConditionForm.Any ? "some"
            : form.Form is ConditionForm.None ? "no"
            : null;
        return quantifier is not null && condition.Find(form.Keyword) is { Value: JsonText } keyword
            && (condition.Find("where") is not null || condition.Find("satisfy") is not null) ? (keyword, quantifier) : null;
    }

    public ConditionSyntax? Optional(JsonMember? member) => member is null ? null : Read(member.Value);

    /// <summary>The conditions of a list that may not be empty; <see langword="null"/>, with a diagnostic, if it is or is no
    /// list.</summary>
    public IReadOnlyList<ConditionSyntax>? ReadAll(JsonMember member)
    {
        if (member.Value is not JsonArray list)
        {
            _diagnostics.WrongKind(member.Value, $"`{member.Name}`", "a list", $"\"{member.Name}\": [ {{ … }}, {{ … }} ]");
            if (member.Value is JsonObject)
            {
                Read(member.Value);
            }

            return null;
        }

        return ReadList(list, member.Name, "condition", _read);
    }

    private ConditionSyntax[]? ReadList(JsonArray list, string key, string of, Func<JsonValue, ConditionSyntax> read)
    {
        if (list.Items.Count == 0)
        {
            _diagnostics.EmptyList(list.Span, key, of);
            return null;
        }

        var conditions = new ConditionSyntax[list.Items.Count];
        for (var i = 0; i < conditions.Length; i++)
        {
            conditions[i] = read(list.Items[i]);
        }

        return conditions;
    }

    private ConditionSyntax ReadForm(JsonObject condition, ConditionRow form)
    {
        var members = FormMembers.Of(condition, form, _diagnostics);
        if (members.Facts.Count > 0 && !form.StandsBesideFacts)
        {
            if (form.Form == ConditionForm.If && members.Facts.FirstOrDefault(fact => BorrowedWords.MeansElseIf(fact.Name)) is { } next)
            {
                _diagnostics.NoElseIf(next, condition.Find("else"));
                return ReadForm(members);
            }

            _diagnostics.FactsBesideForm(members.Facts, condition, form);
            return ReadOnWithout(members.Facts, condition, form);
        }

        foreach (var stray in members.Strays)
        {
            Read(stray.Value);
        }

        return ReadForm(members);
    }

    // Facts beside a quantifier are mostly meant of its elements; there, what is not of the elements is found further out.
    private ConditionSyntax ReadOnWithout(IReadOnlyList<JsonMember> facts, JsonObject condition, ConditionRow form)
    {
        var rest = condition with { Members = [.. condition.Members.Except(facts)] };
        if (form.PartOfElements is not { } part)
        {
            return new CompositionSyntax(
                condition.Span,
                CompositionKind.All,
                [ReadForm(rest, form), _facts.Read(condition with { Members = facts })]
            );
        }

        var misplaced = condition with { Members = facts };
        var all = condition.Find(part) is { } given
            ? condition with
            {
                Members = [new JsonMember("all", given.NameSpan, new JsonArray(given.Value.Span, [given.Value, misplaced]))],
            }
            : misplaced;
        return ReadForm(
            rest with
            {
                Members = [.. rest.Members.Where(m => m.Name != part), new JsonMember(part, facts[0].NameSpan, all)],
            },
            form
        );
    }

    private ConditionSyntax ReadForm(FormMembers members) => members.Form.Form switch
    {
        ConditionForm.All => ReadComposition(members, CompositionKind.All),
        ConditionForm.Any => ReadComposition(members, CompositionKind.Any),
        ConditionForm.None => ReadComposition(members, CompositionKind.None),
        ConditionForm.Not => new NotSyntax(members.Span, Read(members.Keyword.Value)),
        ConditionForm.Every => _elements.ReadEvery(members),
        ConditionForm.Some => _elements.ReadQuantifier(members, QuantifierKind.Some),
        ConditionForm.No => _elements.ReadQuantifier(members, QuantifierKind.No),
        ConditionForm.Count => _elements.ReadQuantity(members, QuantityKind.Count),
        ConditionForm.Sum => _elements.ReadQuantity(members, QuantityKind.Sum),
        ConditionForm.Min => _elements.ReadQuantity(members, QuantityKind.Min),
        ConditionForm.Max => _elements.ReadQuantity(members, QuantityKind.Max),
        ConditionForm.Share => _elements.ReadShare(members),
        ConditionForm.ShareOfTwo => _elements.ReadShareOfTwo(members),
        ConditionForm.Value => _elements.ReadCompared(members, _operands.ReadValue(members.Keyword.Value, "value", null)),
        ConditionForm.InOrder => _elements.ReadInOrder(members),
        ConditionForm.Reachable => _elements.ReadReachable(members),
        ConditionForm.If => ReadChoice(members),
        ConditionForm.ConditionByName => ReadNamed(members),
        ConditionForm.RuleById => ReadReferred(members.Keyword.Value, members.Form) is { } id
            ? new RuleReferenceSyntax(members.Span, id)
            : new BrokenConditionSyntax(members.Span),
        ConditionForm.AtLeastOf => ReadAtLeastOf(members),
    };

    private ConditionSyntax ReadComposition(FormMembers members, CompositionKind kind) =>
        ReadAll(members.Keyword) is { } conditions
            ? new CompositionSyntax(members.Span, kind, conditions)
            : new BrokenConditionSyntax(members.Span);

    private ConditionSyntax ReadAtLeastOf(FormMembers members)
    {
        OperandSyntax number = new BrokenOperandSyntax(members.Keyword.NameSpan);
        foreach (var comparison in members.Comparisons)
        {
            _diagnostics.OtherComparisonOfConditions(comparison, members.Keyword, members.Condition);
        }

        if (members.Find("atLeast") is { } atLeast)
        {
            number = _operands.ReadNumber(atLeast);
        }
        else if (members.Comparisons.Count == 0)
        {
            _diagnostics.KeyWithoutForm(members.Keyword);
        }

        return ReadAll(members.Keyword) is { } conditions
            ? new AtLeastOfSyntax(members.Span, number, conditions)
            : new BrokenConditionSyntax(members.Span);
    }

    private ConditionSyntax ReadChoice(FormMembers members)
    {
        var condition = Read(members.Keyword.Value);
        var (then, otherwise) = (Optional(members.Find("then")), Optional(members.Find("else")));
        if (then is null)
        {
            _diagnostics.KeyMissing(members.Keyword, "then", members.Form, null);
        }
        else if (otherwise is null)
        {
            _diagnostics.ElseMissing(members.Keyword, members.Find("then")!, members.Condition);
        }

        return then is null || otherwise is null
            ? new BrokenConditionSyntax(members.Span)
            : new ConditionChoiceSyntax(members.Span, condition, then, otherwise);
    }

    // What stands beside them are tests of facts, or a form that is spelt wrongly.
    private ConditionSyntax ReadNamed(FormMembers members)
    {
        ConditionSyntax[] named = members.Keyword.Value is JsonArray list
            ? ReadList(list, members.Keyword.Name, "name of a condition", name => ReadReference(name, name.Span, members.Form))
                ?? [new BrokenConditionSyntax(members.Span)]
            : [ReadReference(members.Keyword.Value, members.Facts.Count == 0 ? members.Span : members.Keyword.Value.Span, members.Form)];
        if (named.Length + members.Facts.Count == 1)
        {
            return named[0];
        }

        var rest = members.Condition with { Members = members.Facts };
        return MisspeltForm.Find(rest) is var (member, meant)
            ? new CompositionSyntax(members.Span, CompositionKind.All, [.. named, ReadOnAs(rest, member, meant)])
            : new FactTestsSyntax(members.Span, members.Written[0] == members.Keyword
                ? [.. named, .. _facts.ReadEach(members.Facts)] : [.. _facts.ReadEach(members.Facts), .. named]);
    }

    private ConditionSyntax ReadReference(JsonValue value, Span span, ConditionRow form) =>
        ReadReferred(value, form) is { } name ? new ConditionReferenceSyntax(span, name) : new BrokenConditionSyntax(span);

    private Name? ReadReferred(JsonValue value, ConditionRow form)
    {
        if (value is not JsonText text)
        {
            _diagnostics.WrongKind(value, $"`{form.Keyword}`", "text", form.Example);
            return null;
        }

        if (string.IsNullOrWhiteSpace(text.Value))
        {
            _diagnostics.EmptyName(text.Span, $"`{form.Keyword}`", form.Example);
            return null;
        }

        return new Name(text.Value, text.Span);
    }

    private ConditionSyntax ReadEach(JsonObject condition, IReadOnlyList<ConditionRow> forms)
    {
        var parts = forms
            .Select(form => condition.Members.Where(m => BelongsTo(form, m)).OrderByDescending(m => m.Name == form.Keyword).ToList())
            .ToList();
        _diagnostics.TwoForms(condition, parts);

        // A comparison could belong to either, so forms that need one are not read further.
        var read = forms
            .Zip(parts)
            .Where(pair => !pair.First.Compares)
            .Select(pair => ReadForm(condition with { Members = pair.Second }, pair.First))
            .ToList();
        return read.Count == 0
            ? new BrokenConditionSyntax(condition.Span)
            : new CompositionSyntax(condition.Span, CompositionKind.All, read);
    }

    private static bool BelongsTo(ConditionRow form, JsonMember member) =>
        member.Name == form.Keyword || form.Has(member.Name) || (form.Compares && Operators.IsOperator(member.Name));

    private ConditionSyntax ReadOnAsFact(JsonObject condition, FactUnderAKey fact)
    {
        _diagnostics.FactUnderAKey(fact);
        return fact.Value is null ? new BrokenConditionSyntax(condition.Span)
            : _facts.Read(condition with { Members = [new JsonMember(fact.Path.Value, fact.Path.Span, fact.Value)] });
    }

    private ConditionSyntax ReadOnAs(JsonObject condition, JsonMember member, string? meant)
    {
        _diagnostics.UnknownForm(member, meant, condition);
        if (meant is null)
        {
            // Whatever the form may be, what is wrong in the conditions inside it is wrong.
            foreach (
                var inner in condition
                    .Members.Where(m => m.Value is JsonObject && !Operators.IsOperator(m.Name))
                    .Select(m => m.Value)
                    .Concat(condition.Members.Select(m => m.Value).OfType<JsonArray>().SelectMany(list => list.Items.OfType<JsonObject>()))
            )
            {
                Read(inner);
            }

            return new BrokenConditionSyntax(condition.Span);
        }

        return Read(
            condition with
            {
                Members = [.. condition.Members.Select(m => ReferenceEquals(m, member) ? m with { Name = meant } : m)],
            }
        );
    }

    // A fact may be called `year`; but then no operator stands beside it.
    private static JsonMember? FunctionIn(JsonObject condition)
    {
        if (Operators.AnyIn(condition))
        {
            foreach (var member in condition.AsSpan())
            {
                if ((member.Value is JsonObject or JsonArray
                        && (member.Name is "if" or "firstKnown" || OperandFunctions.IsFunction(member.Name)))
                    || (member.Value is JsonText or JsonObject && member.Name == "the")
                    || (member.Value is JsonText && member.Name is "parameter" or "quantity")
                    || (
                        member.Value is JsonText
                        && member.Name == "fact"
                        && condition.Members.Any(m => OperandForms.Arithmetic.Contains(m.Name))
                    )
                )
                {
                    return member;
                }
            }
        }

        return null;
    }

    private ConditionSyntax ReadOnAsValue(JsonObject condition, JsonMember function)
    {
        var comparisons = condition.Members.Where(m => Operators.IsOperator(m.Name)).ToList();
        var value = condition.Members.Except(comparisons).ToList();
        _diagnostics.FunctionInCondition(function, condition, value, comparisons);
        return Read(
            condition with
            {
                Members = [new JsonMember("value", function.NameSpan, condition with { Members = value }), .. comparisons],
            }
        );
    }
}
