using System.Collections.Immutable;
using NegotiationRules.Checking;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Editing.Places;

/// <summary>Finds out what paths mean in a text that is being written: as the checker does, and without a word.</summary>
/// <param name="vocabulary">The facts; <see langword="null"/> if there are none to be had.</param>
/// <param name="parameters">The parameters that are lists, by name, as they are declared.</param>
internal sealed class Scopes(Vocabulary? vocabulary, IReadOnlyDictionary<string, JsonValue> parameters)
{
    private readonly PathResolver _paths = new(new CheckDiagnostics(new DiagnosticBag()));

    // The path from the scenario to the elements of each scope.
    private readonly Dictionary<ElementScope, string> _pathOf = [];

    /// <summary>The scenario itself.</summary>
    public ElementScope Root { get; } = new(vocabulary?.Root ?? new RecordType([]), null, null);

    public FactReference? Fact(Name path, ElementScope scope) => _paths.ResolveFact(path, scope);

    /// <summary>What stands at a path of a scenario, which may lead through elements: <c>parties[1].delegates</c>;
    /// <see langword="null"/> if that is no fact.</summary>
    public FactType? TypeAt(string path)
    {
        FactType? type = Root.Type;
        foreach (var part in path.Split('.'))
        {
            var name = part.Split('[')[0];
            type = type is RecordType record && record.SlotOf(name) is >= 0 and var slot ? record.Properties[slot].Type : null;
            type = part.Contains('[', StringComparison.Ordinal) && type is ListType list ? list.Element : type;
        }

        return type;
    }

    /// <summary>The path from the scenario to a fact, through the lists on the way: <c>delegations.delegates.rank</c>;
    /// <see langword="null"/> of what is no fact.</summary>
    public string? PathOf(Name path, ElementScope scope)
    {
        if (_paths.Resolve(path, scope, PathUse.List) is not { } levels)
        {
            return null;
        }

        var start = scope.Outwards().FirstOrDefault(one => one.Depth == levels[0].Depth);
        var parts = start is null || !_pathOf.TryGetValue(start, out var prefix) ? [] : new List<string> { prefix };
        var type = start?.Type;
        foreach (var level in levels)
        {
            foreach (var slot in level.Slots)
            {
                if (type is not RecordType record)
                {
                    return null;
                }

                parts.Add(record.Properties[slot].Name);
                type = record.Properties[slot].Type;
            }

            type = type is ListType list ? list.Element : type;
        }

        return parts.Count == 0 ? null : string.Join('.', parts);
    }

    /// <summary>The elements of the list that is named there; the same scope if there is no such list.</summary>
    /// <param name="list">What stands in the place of a list: its path, a parameter, or a selection.</param>
    /// <param name="names">What its elements are called, if anything.</param>
    /// <param name="scope">Where it stands.</param>
    /// <param name="goesOn">Whether the path goes on to a fact of the elements.</param>
    public ElementScope Enter(JsonValue? list, JsonValue? names, ElementScope scope, bool goesOn = false)
    {
        switch (list)
        {
            case JsonText path when !goesOn && _paths.ResolveList(new Name(path.Value, path.Span), scope) is { } levels:
                return Enter(levels, names, scope);
            case JsonText path when goesOn && _paths.ResolveListItem(new Name(path.Value, path.Span), scope) is { } item:
                return Enter(item.Levels, names, scope);
            case JsonObject selection when selection.Find(SelectionForm.Row.Keyword) is { } from:
                return Enter(from.Value, names ?? selection.Find(OperandForms.As.Key)?.Value, scope);
            case JsonObject named when named.Find("parameter")?.Value is JsonText parameter
                && parameters.GetValueOrDefault(parameter.Value) is { } declared && ElementOf(declared) is { } element:
                return new ElementScope(element, NameAt(names, 0, 1), scope);
            default:
                return scope;
        }
    }

    /// <summary>What an operand is; <see langword="null"/> if that cannot be told by looking at it.</summary>
    public FactType? TypeOf(JsonValue operand, ElementScope scope)
    {
        if (operand is not JsonObject { Members: [var first, ..] } worked)
        {
            return null;
        }

        return first switch
        {
            { Name: "fact", Value: JsonText path } => Fact(new Name(path.Value, path.Span), scope)?.Type,
            { Name: "count" } => new ExactType(0),
            { Name: "sum" or "min" or "max" or "the", Value: JsonText path } =>
                _paths.ResolveListItem(new Name(path.Value, path.Span), scope)?.Item.Type
                ?? (worked.Find(OperandForms.Of.Key) is { } of ? TypeOf(of.Value, Enter(path, worked.Find("as")?.Value, scope)) : null),
            { Name: "parameter", Value: JsonText name } => parameters.GetValueOrDefault(name.Value) is { } declared
                ? TypeOfLiteral(declared) : null,
            { Name: "value", Value: var inner } => TypeOf(inner, scope),
            _ => null,
        };
    }

    private ElementScope Enter(ImmutableArray<FactReference> levels, JsonValue? names, ElementScope scope)
    {
        var around = scope;
        foreach (var (level, i) in levels.Select((level, i) => (level, i)))
        {
            var path = PathOf(new Name(levels[^1].Path, default), around);
            var next = new ElementScope(((ListType)level.Type).Element, NameAt(names, i, levels.Length), scope);
            var written = levels[^1].Path.Split('.').Length - level.Path.Split('.').Length;
            if (path is not null)
            {
                _pathOf[next] = string.Join('.', path.Split('.').SkipLast(written));
            }

            scope = next;
        }

        return scope;
    }

    // One name is that of the innermost elements.
    private static string? NameAt(JsonValue? names, int level, int levels) => names switch
    {
        JsonText name => level == levels - 1 ? name.Value : null,
        JsonArray { Items: var all } when level < all.Count => (all[level] as JsonText)?.Value,
        _ => null,
    };

    private FactType? ElementOf(JsonValue parameter) => parameter switch
    {
        JsonObject { } declared when (declared.Find("of")?.Value as JsonText)?.Value is { } reference =>
            vocabulary?.TypeAt(reference, new DiagnosticBag(), out _),
        JsonObject declared => declared.Find("value") is { } value ? ElementOf(value.Value) : null,
        JsonArray { Items: [var item, ..] } => TypeOfLiteral(item),
        _ => null,
    };

    private static FactType? TypeOfLiteral(JsonValue value) => value switch
    {
        JsonObject declared => declared.Find("value") is { } inner ? TypeOfLiteral(inner.Value) : null,
        JsonBoolean => new BooleanType(),
        JsonNumber number => number.Digits.All(char.IsAsciiDigit) ? new ExactType(0) : new RealType(),
        _ => null,
    };
}
