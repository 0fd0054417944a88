using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Tests.Agreement.Pairings;
using NegotiationRules.Text;
using static NegotiationRules.Tests.Agreement.GeneratedSyntax;
using static NegotiationRules.Tests.Agreement.GeneratedTypes;

namespace NegotiationRules.Tests.Agreement;

/// <content>Lists, and those of which only some elements are gone over, in an order.</content>
internal sealed partial class OperandGenerator
{
    private int _names;

    // Not often, for no program has a step for them: what is compiled is to be held against the tree walk too.
    private const int Seldom = 6;

    /// <summary>The list itself, or a selection of its elements.</summary>
    /// <param name="list">The list.</param>
    /// <param name="place">The place where it is gone over.</param>
    /// <param name="inner">The place of its elements.</param>
    /// <param name="depth">How deep conditions may go on.</param>
    public ListSyntax Select(ListSyntax list, Place place, Place inner, int depth)
    {
        if (!Chance(Seldom))
        {
            return list;
        }

        var take = Chance(2) ? NumberOfElements(place, depth) : null;
        return list with
        {
            Selection = new SelectionSyntax(
                Chance(8) ? Select(list, place, inner, depth) : list,
                inner.Names,
                Chance(2) ? conditions.Condition(inner, depth - 1) : null,
                [.. Enumerable.Range(0, Chance(3) ? 1 + random.Next(2) : 0).Select(_ => Key(inner))],
                [.. Enumerable.Range(0, random.Next(3)).Select(_ => new OrderKeySyntax(Key(inner), Chance(2)))],
                Chance(4),
                Chance(4) ? NumberOfElements(place, depth) : null,
                take)
            {
                Ties = Chance(3),
            },
        };
    }

    // Where the path goes on to a fact of the elements, it cannot stand for a selection of them.
    public ListSyntax Select(string list, string item, Place place, Place inner, int depth)
    {
        var whole = new ListSyntax(default, Name(item), false);
        return list == item && inner.Name is not null ? Select(whole, place, inner, depth) : whole;
    }

    /// <summary>Something of that type, worked out of the one element that meets a condition; <see langword="null"/> if nothing there is
    /// of it.</summary>
    public QuantityOperandSyntax? TheOne(FactType type, Place place, int depth)
    {
        var (list, inner, name) = Open(place, depth - 1);
        var where = Chance(8) ? null : conditions.Condition(inner, depth - 1);
        return Argument(type, inner, depth - 1) is { } of
            ? new QuantityOperandSyntax(default, QuantityKind.The, list, name, where, of)
            : null;
    }

    private OperandSyntax Key(Place inner)
    {
        // Facts of the elements first: they are what elements differ in.
        var own = inner
            .Facts.Where(f =>
                inner.Name is { } name
                    ? f.Path == name || f.Path.StartsWith($"{name}.", StringComparison.Ordinal)
                    : inner.Type is RecordType r && r.SlotOf(f.Path.Split('.')[0]) >= 0
            )
            .ToList();
        var facts = own.Count > 0 && !Chance(12) ? own : [.. inner.Facts];
        if (facts.Count == 0)
        {
            return Parameter("two");
        }

        var (path, type) = Pick(facts);
        return type is ExactType or RealType or DateType && Chance(6) ? Arithmetic(type, inner, [(path, type)])
            : Chance(10) ? Count(inner, 0)
            : new FactOperandSyntax(default, Name(path));
    }

    private OperandSyntax NumberOfElements(Place place, int depth) => Chance(4) ? Whole(place)
        : depth > 0 && Chance(6) ? Count(place, 0)
        : Chance(5) ? Parameter("two")
        : Literal(random.Next(4));

    public (ListSyntax List, Place Inner, ElementNames? As) Open(Place place, int depth, int parameterOneIn = 10)
    {
        var lists = place.Lists.ToList();
        if (lists.Count == 0 || Chance(parameterOneIn))
        {
            // The element of a list of plain values has no other way to be named.
            var (parameter, element) = Pick(ListParameters);
            var one = place.Enter(element, ElementNames.Of(NextName()));
            return (Select(new ListSyntax(default, Name(parameter), true), place, one, depth), one, one.Names);
        }

        var (path, list) = Pick(lists);
        var inner = place.Enter(path, list.Element is not RecordType || Chance(2) ? NamesOn(path, place) : null);
        return (Select(new ListSyntax(default, Name(path), false), place, inner, depth), inner, inner.Names);
    }

    private Name NextName() => Name($"e{_names++}");

    // Of the elements that are gone over, or of those of each list on the way, too.
    private ElementNames NamesOn(string path, Place place) => place.ListsOn(path) is > 1 and var lists && Chance(2)
        ? new ElementNames(default, [.. Enumerable.Range(0, lists).Select(_ => NextName())], true)
        : ElementNames.Of(NextName());

    public OperandSyntax ListOperand(FactType type, Place place)
    {
        var lists = place.Lists.Where(l => l.Type.Element.GetType() == type.GetType()).ToList();
        return random.Next(5) switch
        {
            0 when lists.Count > 0 => new FactOperandSyntax(default, Name(Pick(lists).Path)),
            1 => Parameter(type switch
            {
                BooleanType => "flags",
                ExactType or RealType => Chance(2) ? "whole numbers" : "decimals",
                TextType => "texts",
                DateType => "days",
                DateTimeType => "moments",
                _ => "terms",
            }),
            _ => new OperandListSyntax(default, [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ =>
                (Chance(3) ? Side(Pick(SideForms.OfOperands), type, place, 0) : null) ?? Operand(type, place, 0, mayBeLiteral: true))]),
        };
    }
}
