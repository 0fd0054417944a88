using System.Diagnostics;
using System.Globalization;
using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Reads what comparisons compare: literals, facts, parameters, quantities, functions and choices, and the arithmetic on
/// them.</summary>
internal sealed partial class OperandReader(ConditionReader conditions, SyntaxDiagnostics diagnostics)
{
    private const string ExampleOfParameter = "{ \"parameter\": \"leastTermYears\" }";

    private static readonly string[] KeysAndFunctions = [.. OperandForms.Keys, .. OperandFunctions.All];

    /// <summary>Whether the key is near to one of those that say where a value is taken from.</summary>
    public static bool IsMisspeltForm(JsonMember member) =>
        BorrowedWords.Operand(member.Name, ["fact", "parameter", "count", "sum"]) is not null;

    /// <summary>The operand of a comparison; <paramref name="fact"/> is the path of what is compared, where that is a fact.</summary>
    public OperandSyntax ReadFor(OperatorRow comparison, JsonMember member, string? fact)
    {
        var value = member.Value;
        switch (comparison.Takes)
        {
            case OperandShape.Truth when value is not JsonBoolean:
                diagnostics.KnownTakesBoolean(value);
                return new BrokenOperandSyntax(value.Span);
            case OperandShape.Range when value is not JsonArray { Items.Count: 2 }:
                diagnostics.BetweenTakesTwo(value);
                return new BrokenOperandSyntax(value.Span);
            case OperandShape.Range:
                return ReadItems((JsonArray)value, member.Name, fact);
            case OperandShape.Values:
                return ReadListOperand(member, fact);
            case OperandShape.Value or OperandShape.Truth:
                return ReadValue(value, member.Name, fact);
        }

        throw new UnreachableException();
    }

    /// <summary>One value: a literal, or an object that says where to take it from.</summary>
    public OperandSyntax ReadValue(JsonValue value, string key, string? fact)
    {
        switch (value)
        {
            case JsonObject operand:
                return ReadObject(operand);
            case JsonNull nothing:
                diagnostics.NullOperand(nothing, key, fact);
                return new BrokenOperandSyntax(value.Span);
            case JsonArray list:
                diagnostics.OneValueExpected(list, key);
                return new BrokenOperandSyntax(value.Span);
            default:
                return new LiteralSyntax(value.Span, value);
        }
    }

    public OperandSyntax? Optional(JsonMember? member) => member is null ? null : ReadValue(member.Value, member.Name, null);

    /// <summary>The number beside <c>of</c> and <c>inOrder</c>: a literal or a parameter.</summary>
    public OperandSyntax ReadNumber(JsonMember member)
    {
        if (
            member.Value is JsonNumber
            || (member.Value is JsonObject { Members.Count: 1 } parameter && parameter.Find("parameter") is not null)
        )
        {
            return ReadValue(member.Value, member.Name, null);
        }

        diagnostics.NumberExpected(member.Value, member.Name);
        return new BrokenOperandSyntax(member.Value.Span);
    }

    /// <summary>What <c>sum</c>, <c>min</c> and <c>max</c> work out for each element, where that is said apart from the list.</summary>
    public OperandSyntax? ReadOf(JsonMember form, JsonMember? of)
    {
        if (of?.Value is not JsonText path)
        {
            return of is null ? null : ReadValue(of.Value, of.Name, null);
        }

        diagnostics.PathWhereOperand(form, path);
        return PathSpelling.Read(path.Value, path.Span, diagnostics) is { } fact
            ? new FactOperandSyntax(path.Span, fact)
            : new BrokenOperandSyntax(path.Span);
    }

    /// <summary>The list that a keyword goes through; <see langword="null"/>, with a diagnostic, if it is none.</summary>
    public ListSyntax? ReadList(JsonMember keyword)
    {
        var value = keyword.Value;
        if (value is JsonText path)
        {
            return PathSpelling.Read(path.Value, path.Span, diagnostics) is { } name ? new ListSyntax(value.Span, name, false) : null;
        }

        if (value is JsonObject { Members.Count: 1 } list && list.Find("parameter") is { } parameter)
        {
            return ReadName(parameter, ExampleOfParameter) is { } name ? new ListSyntax(value.Span, name, true) : null;
        }

        if (value is JsonObject selection && SelectionReader.IsMeant(selection))
        {
            return new SelectionReader(conditions, this, diagnostics).Read(selection);
        }

        diagnostics.ListNameExpected(keyword);
        return null;
    }

    /// <summary>A path under a key of its own.</summary>
    public Name? ReadPath(JsonMember member, string example)
    {
        if (member.Value is JsonText path)
        {
            return PathSpelling.Read(path.Value, path.Span, diagnostics);
        }

        diagnostics.WrongKind(member.Value, $"`{member.Name}`", "the path of a fact", example);
        return null;
    }

    private OperandSyntax ReadListOperand(JsonMember member, string? fact)
    {
        switch (member.Value)
        {
            case JsonArray { Items.Count: 0 } empty:
                diagnostics.EmptyList(empty.Span, member.Name, "value");
                return new BrokenOperandSyntax(empty.Span);
            case JsonArray list:
                return ReadItems(list, member.Name, fact);
            case JsonObject operand:
                return ReadObject(operand);
            case JsonNull nothing:
                diagnostics.NullOperand(nothing, member.Name, fact);
                return new BrokenOperandSyntax(nothing.Span);
            default:
                diagnostics.ListExpected(member.Value, member.Name);
                return new BrokenOperandSyntax(member.Value.Span);
        }
    }

    private OperandListSyntax ReadItems(JsonArray list, string key, string? fact)
    {
        var items = new OperandSyntax[list.Items.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = ReadValue(list.Items[i], key, fact);
        }

        return new OperandListSyntax(list.Span, items);
    }

    private OperandSyntax ReadObject(JsonObject operand)
    {
        if (JsonLogic.IsMeantAsValue(operand) && JsonLogic.Operand(operand) is { } meant)
        {
            diagnostics.OperationFirst(operand, meant);
            return new BrokenOperandSyntax(operand.Span);
        }

        var members = operand.Members.ToDictionary(m => m.Name, StringComparer.Ordinal);
        var forms = operand.Members.Where(m => OperandForms.IsForm(m.Name)).ToList();
        var stray = operand.Members.Where(m => !OperandForms.Keys.Contains(m.Name) && !OperandFunctions.IsFunction(m.Name)).ToList();
        if (forms.Count > 1)
        {
            diagnostics.TwoOperandForms(forms[0], forms[1]);
        }
        else if (forms.Count == 0 && stray.Count == 0)
        {
            diagnostics.OperandWithoutForm(operand);
        }

        foreach (var member in stray)
        {
            if (ReportStray(member, forms.Count == 1 ? forms[0] : null, operand) is { } key
                && members.TryAdd(key, member with { Name = key }) && OperandForms.IsForm(key))
            {
                forms.Add(members[key]);
            }
        }

        var value = forms.Count == 1 ? ReadForm(operand.Span, forms[0], members) : new BrokenOperandSyntax(operand.Span);
        var whole = ReadArithmetic(value, operand.Span, members);
        var order = members
            .Keys.Where(key => OperandForms.Arithmetic.Contains(key) && (key != "to" || whole is MoveSyntax))
            .OrderBy(key => members[key].NameSpan.Start)
            .ToList();
        return order.Count < 2 || order.SequenceEqual(OperandForms.Arithmetic.Where(order.Contains)) || whole is not AppliedSyntax applied
            ? whole
            : applied with { WrittenOrder = order };
    }

    private OperandSyntax ReadForm(Span span, JsonMember form, Dictionary<string, JsonMember> members)
    {
        var row = OperandForms.Find(form.Name);
        foreach (var key in OperandForms.OfForms)
        {
            if (row?.Has(key) != true && members.Remove(key, out var stray))
            {
                diagnostics.KeyBesideOperand(stray, form);
            }
        }

        return row is null ? ReadFunction(span, form) : row.Form switch
        {
            OperandForm.Fact => ReadPath(form, "{ \"fact\": \"talks.start\" }") is { } path
                ? new FactOperandSyntax(span, path)
                : new BrokenOperandSyntax(span),
            OperandForm.Parameter => ReadName(form, ExampleOfParameter) is { } name
                ? new ParameterOperandSyntax(span, name)
                : new BrokenOperandSyntax(span),
            OperandForm.Quantity => ReadName(form, "{ \"quantity\": \"total baseline\" }") is { } quantity
                ? new QuantityReferenceSyntax(span, quantity)
                : new BrokenOperandSyntax(span),
            OperandForm.Count => ReadQuantity(span, form, QuantityKind.Count, members),
            OperandForm.Sum => ReadQuantity(span, form, QuantityKind.Sum, members),
            OperandForm.Min => ReadQuantity(span, form, QuantityKind.Min, members),
            OperandForm.Max => ReadQuantity(span, form, QuantityKind.Max, members),
            OperandForm.The => ReadQuantity(span, form, QuantityKind.The, members),
            OperandForm.Value => ReadValue(form.Value, form.Name, null),
            OperandForm.If => ReadChoice(span, form, members),
            OperandForm.From => ReadTable(span, form, members),
            OperandForm.FirstKnown => ReadFirstKnown(span, form),
        };
    }

    private OperandSyntax ReadQuantity(Span span, JsonMember form, QuantityKind kind, Dictionary<string, JsonMember> members)
    {
        var name = ElementName.Read(members.GetValueOrDefault("as"), diagnostics);
        var list = ReadList(form);
        var where = conditions.Optional(members.GetValueOrDefault("where"));
        var of = ReadOf(form, members.GetValueOrDefault("of"));
        var ifNone = Optional(members.GetValueOrDefault("ifNone"));
        return list is null ? new BrokenOperandSyntax(span) : new QuantityOperandSyntax(span, kind, list, name, where, of, ifNone);
    }

    private FunctionSyntax ReadFunction(Span span, JsonMember form)
    {
        var function = OperandFunctions.Find(form.Name)!.Value;
        var values = form.Value is JsonArray list ? list.Items : [form.Value];
        var row = OperandFunctions.Of(function);
        var fits = values.Count >= row.Fewest && values.Count <= row.Most;
        if (!fits)
        {
            diagnostics.WrongNumberOfArguments(form, function, values.Count);
        }

        var arguments = values.Select(value => ReadValue(value, form.Name, null)).ToList();

        // Nothing is evaluated from a file with errors; the rest of the tree is still looked at.
        return new FunctionSyntax(
            span, function, form.NameSpan,
            fits ? arguments : [.. arguments, new BrokenOperandSyntax(span)]
        );
    }

    private OperandSyntax ReadTable(Span span, JsonMember form, Dictionary<string, JsonMember> members)
    {
        var at = Optional(members.GetValueOrDefault("at"));
        if (form.Value is not JsonObject { Members.Count: > 0 } table)
        {
            diagnostics.TableExpected(form.Value);
            return new BrokenOperandSyntax(span);
        }

        var entries = new List<TableEntrySyntax>();
        foreach (var member in table.Members)
        {
            var value = ReadValue(member.Value, member.Name, null);
            if (DateOnly.TryParseExact(member.Name, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                entries.Add(new TableEntrySyntax(new Name(member.Name, member.NameSpan), day.DayNumber, value));
            }
            else
            {
                diagnostics.NoDayOfTable(member);
            }
        }

        if (Enumerable.Range(1, Math.Max(0, entries.Count - 1)).FirstOrDefault(i => entries[i].DayNumber <= entries[i - 1].DayNumber)
            is > 0 and var late)
        {
            diagnostics.DaysOutOfOrder(table, entries[late].Day, entries[late - 1].Day);
        }

        return entries.Count < table.Members.Count ? new BrokenOperandSyntax(span) : new TableSyntax(span, entries, at);
    }

    // Always in this order, whatever the order in the file: the one applied last is outermost.
    private OperandSyntax ReadArithmetic(OperandSyntax value, Span span, Dictionary<string, JsonMember> members)
    {
        foreach (
            var (key, kind) in new[] { ("times", ArithmeticKind.Times), ("plus", ArithmeticKind.Plus), ("minus", ArithmeticKind.Minus) }
        )
        {
            if (members.TryGetValue(key, out var member))
            {
                value = new ArithmeticSyntax(span, kind, value, ReadValue(member.Value, key, null));
            }
        }

        if (!members.TryGetValue("to", out var to))
        {
            return value;
        }

        if (to.Value is JsonText text && CalendarMoves.Find(text.Value) is { } move)
        {
            return new MoveSyntax(span, value, move, text.Span);
        }

        diagnostics.UnknownMove(
            to.Value,
            to.Value is JsonText { Value: var word }
                ? Spelling.Nearest(
                    word,
                    CalendarMoves.Names.Where(move =>
                        word.Contains("month", StringComparison.OrdinalIgnoreCase) == move.Contains("Month", StringComparison.Ordinal)
                    )
                )
                : null
        );
        return value;
    }

    // Gives the key that was probably meant.
    private string? ReportStray(JsonMember member, JsonMember? form, JsonObject operand)
    {
        if (SelectionForm.IsOwnKey(member.Name))
        {
            diagnostics.SelectionKeyInOperand(member);
            return null;
        }

        if (Operators.IsOperator(member.Name) || ConditionForms.Keywords.Except(["value"]).Contains(member.Name))
        {
            diagnostics.ConditionInOperand(member);
            return null;
        }

        if (form is not null && BorrowedWords.Operand(member.Name, ["quotient", "remainder", "power"], isExact: true) is { } function)
        {
            diagnostics.FunctionBesideValue(member, form, function, operand);
            return null;
        }

        var meant = BorrowedWords.Operand(
            member.Name, form is null ? KeysAndFunctions : [.. OperandForms.OfForms, .. OperandForms.Arithmetic]);
        diagnostics.UnknownOperandKey(member, meant, operand, OperandForms.Keys);
        return meant;
    }

    private Name? ReadName(JsonMember member, string example)
    {
        if (member.Value is not JsonText text)
        {
            diagnostics.WrongKind(member.Value, $"`{member.Name}`", "text", example);
            return null;
        }

        if (string.IsNullOrWhiteSpace(text.Value))
        {
            diagnostics.EmptyName(text.Span, $"`{member.Name}`", example);
            return null;
        }

        return new Name(text.Value, text.Span);
    }
}
