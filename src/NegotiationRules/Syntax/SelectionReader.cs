using System.Globalization;
using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Reads which elements of a list are gone over, and in what order: <c>{ "list": "delegates", "orderBy": "rank", "take": 3
/// }</c>.</summary>
internal sealed class SelectionReader(ConditionReader conditions, OperandReader operands, SyntaxDiagnostics diagnostics)
{
    private const string Descending = "descending";

    /// <summary>Whether an object in the place of a list says, well or badly, which elements of one are meant.</summary>
    public static bool IsMeant(JsonObject list) =>
        list.Members.Any(m => BorrowedWords.Selection(m.Name, SelectionForm.Keys) is not null || SelectionWords.IsForeign(m.Name));

    /// <summary>The list with what is selected from it; <see langword="null"/>, with a diagnostic, if it names no list.</summary>
    public ListSyntax? Read(JsonObject selection)
    {
        var members = Sort(selection);
        var from = ReadFrom(selection, members);
        var name = ElementName.Read(members.GetValueOrDefault("as"), diagnostics);
        var where = conditions.Optional(members.GetValueOrDefault("where"));
        var distinct = members.TryGetValue("distinct", out var same) ? ReadKeys(same) : [];
        var orderBy = members.TryGetValue("orderBy", out var order) ? ReadOrder(order) : [];
        var reversed = members.TryGetValue("reversed", out var backwards) && ReadFlag(backwards);
        var skip = ReadNumber(members.GetValueOrDefault("skip"), members.ContainsKey("reversed"));
        var take = ReadNumber(members.GetValueOrDefault("take"), members.ContainsKey("reversed"));
        return from is null ? null
            : new ListSyntax(selection.Span, from.Name, from.IsParameter,
                new SelectionSyntax(from, name, where, distinct, orderBy, reversed, skip, take)
                {
                    Ties = members.TryGetValue(SelectionForm.Ties, out var ties) && ReadFlag(ties),
                    TurnedRound = SelectionOrder.TurnedRound(selection) is null ? null : selection,
                });
    }

    // A misspelt key is read on as the one that is meant, so that what is wrong with its value is reported too.
    private Dictionary<string, JsonMember> Sort(JsonObject selection)
    {
        var members = selection.Members.Where(m => SelectionForm.Keys.Contains(m.Name)).ToDictionary(m => m.Name, StringComparer.Ordinal);
        foreach (
            var member in selection.Members.Where(m =>
                !SelectionForm.Keys.Contains(m.Name) && !(m.Name is "fact" or "parameter" && selection.Find("list") is null)
            )
        )
        {
            var meant = SelectionWords.IsForeign(member.Name)
                ? null
                : BorrowedWords.Selection(member.Name, SelectionForm.Keys.Where(key => !members.ContainsKey(key)));
            diagnostics.UnknownSelectionKey(member, meant, SelectionForm.Keys);
            if (meant is not null)
            {
                members.Add(meant, member with { Name = meant });
            }
        }

        return members;
    }

    private ListSyntax? ReadFrom(JsonObject selection, Dictionary<string, JsonMember> members)
    {
        if (members.TryGetValue("list", out var list))
        {
            return operands.ReadList(list);
        }

        var named = selection.Find("fact") ?? selection.Find("parameter");
        diagnostics.SelectionWithoutList(selection, named);
        return null;
    }

    private IReadOnlyList<OperandSyntax> ReadKeys(JsonMember keys)
    {
        if (keys.Value is not JsonArray list)
        {
            return [ReadKey(keys.Value, keys.Name)];
        }

        if (list.Items.Count == 0)
        {
            diagnostics.EmptyList(list.Span, keys.Name, "key");
        }

        return [.. list.Items.Select(item => ReadKey(item, keys.Name))];
    }

    private IReadOnlyList<OrderKeySyntax> ReadOrder(JsonMember order)
    {
        if (order.Value is not JsonArray list)
        {
            return [ReadOrderKey(order.Value, order.Name)];
        }

        if (list.Items.Count == 0)
        {
            diagnostics.EmptyList(list.Span, order.Name, "key");
        }

        return [.. list.Items.Select(item => ReadOrderKey(item, order.Name))];
    }

    private OrderKeySyntax ReadOrderKey(JsonValue value, string key)
    {
        if (value is not JsonObject wrapped || wrapped.Find(Descending) is not { } inner)
        {
            return new OrderKeySyntax(ReadKey(value, key), false);
        }

        foreach (var stray in wrapped.Members.Where(m => m.Name != Descending))
        {
            diagnostics.KeyBesideDescending(stray, inner);
        }

        // With `"descending": true` the key itself stands beside it, and that is reported above.
        return new OrderKeySyntax(
            inner.Value is JsonBoolean && wrapped.Members.Count > 1
                ? new BrokenOperandSyntax(value.Span)
                : ReadKey(inner.Value, Descending),
            true
        );
    }

    private OperandSyntax ReadKey(JsonValue value, string key)
    {
        switch (value)
        {
            case JsonText path:
                return PathSpelling.Read(path.Value, path.Span, diagnostics) is { } name
                    ? new FactOperandSyntax(value.Span, name)
                    : new BrokenOperandSyntax(value.Span);
            case JsonObject wrapped when wrapped.Find(Descending) is { } inner:
                diagnostics.DirectionWithoutOrder(inner, wrapped, key);
                return new BrokenOperandSyntax(value.Span);
            case JsonObject { Members: [{ Name: var around } only] } turned when SelectionWords.IsDirection(around):
                diagnostics.DirectionAroundKey(only, turned);
                return new BrokenOperandSyntax(value.Span);
            case JsonObject { Members: [{ Value: JsonText { Value: var direction } } only] } directed
                when SelectionWords.IsDirection(direction):
                diagnostics.DirectionOfKey(only, directed, direction);
                return new BrokenOperandSyntax(value.Span);
            case JsonObject:
                return operands.ReadValue(value, key, null);
            default:
                diagnostics.KeyExpected(value, key);
                return new BrokenOperandSyntax(value.Span);
        }
    }

    private bool ReadFlag(JsonMember member)
    {
        if (member.Value is JsonBoolean flag)
        {
            return flag.Value;
        }

        diagnostics.WrongKind(member.Value, $"`{member.Name}`", "`true` or `false`", $"\"{member.Name}\": true");
        return false;
    }

    private OperandSyntax? ReadNumber(JsonMember? member, bool isReversed)
    {
        if (
            member?.Value is JsonNumber number
            && !(double.Parse(number.Digits, CultureInfo.InvariantCulture) is >= 0 and var count && Math.Floor(count) == count)
        )
        {
            diagnostics.NumberOfElements(number, member.Name, isReversed);
            return new BrokenOperandSyntax(number.Span);
        }

        return member is null ? null
            : member.Value is JsonObject ? operands.ReadValue(member.Value, member.Name, null)
            : operands.ReadNumber(member);
    }
}
