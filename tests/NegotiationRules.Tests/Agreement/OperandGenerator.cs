using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Tests.Agreement.Pairings;
using NegotiationRules.Text;
using static NegotiationRules.Tests.Agreement.GeneratedSyntax;
using static NegotiationRules.Tests.Agreement.GeneratedTypes;

namespace NegotiationRules.Tests.Agreement;

/// <summary>Makes operands at random that the checker accepts.</summary>
/// <param name="random">What decides.</param>
/// <param name="conditions">Makes the conditions inside of them.</param>
internal sealed partial class OperandGenerator(Random random, ConditionGenerator conditions)
{
    private readonly List<(string Name, FactType Type)> _quantities = [];

    private static readonly ArithmeticKind[] PlusMinus = [ArithmeticKind.Plus, ArithmeticKind.Minus];

    public void Declare(NamedQuantitySyntax quantity, FactType type) => _quantities.Add((quantity.Name.Text, type));

    public OperandSyntax Constant(FactType type) => type switch
    {
        DateType when Chance(2) => Parameter(Pick(["day", "month", "year"])),
        _ when Chance(2) => Parameter(ParameterOf(type)),
        _ => new LiteralSyntax(default, LiteralOf(type)),
    };

    public OperandSyntax Operand(FactType type, Place place, int depth, bool mayBeLiteral)
    {
        var facts = place.Facts.Where(f => Agree(f.Type, type)).ToList();
        if (depth > 0 && Chance(12) && TheOne(type, place, depth) is { } one)
        {
            return one;
        }

        if (Chance(20) && Table(type, place) is { } table)
        {
            return table;
        }

        // Seldom in elements: what the quantity reads may be a fact of theirs, too.
        if (Chance(place.Depth == 0 ? 6 : 40) && _quantities.Where(q => Agree(q.Type, type)).ToList() is { Count: > 0 } named)
        {
            return new QuantityReferenceSyntax(default, Name(Pick(named).Name));
        }

        // Often of an element, of which there may be others: of those it is not known what is known.
        if (conditions.MayAskWhatIsKnown && depth > 0 && Chance(place.Depth > 0 ? 5 : 12))
        {
            return new FirstKnownSyntax(
                default,
                [
                    FactOf(type, place, fact => IsOfElement(fact, place)) ?? Operand(type, place, 0, mayBeLiteral: false),
                    Chance(3) && QuantityOperand(type, place, depth - 1) is { } quantity ? quantity
                        : Operand(type, place, 0, mayBeLiteral: false),
                    Operand(type, place, 0, mayBeLiteral),
                ]);
        }

        if (Chance(5) && Computed(type, place, depth) is { } computed)
        {
            return computed;
        }

        switch (random.Next(mayBeLiteral ? 10 : 5))
        {
            case 0 or 1 when facts.Count > 0:
                return new FactOperandSyntax(default, Name(Pick(facts).Path));
            case 2 when depth > 0 && QuantityOperand(type, place, depth - 1) is { } quantity:
                return quantity;
            case 3:
                return Arithmetic(type, place, facts);
            case 4 when mayBeLiteral || !IsWritten(type):
                return Parameter(ParameterOf(type));
            default:
                return mayBeLiteral ? new LiteralSyntax(default, LiteralOf(type))
                    : facts.Count > 0 ? new FactOperandSyntax(default, Name(Pick(facts).Path))
                    : Parameter(ParameterOf(type));
        }
    }

    // Days near to those that scenarios have; a month as a whole is no value that could be in force.
    private TableSyntax? Table(FactType type, Place place)
    {
        var days = place.Facts.Where(f => f.Type is DateType or DateTimeType).ToList();
        if (days.Count == 0 || type is DateType)
        {
            return null;
        }

        var entries = Literals.Days
            .Where(_ => Chance(3))
            .Append(Pick(Literals.Days))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(day => new TableEntrySyntax(
                Name(day), PartialDate.TryParse(day, out var date) ? date.First : 0,
                Chance(4) ? Parameter(ParameterOf(type)) : new LiteralSyntax(default, LiteralOf(type))));
        return new TableSyntax(default, [.. entries], new FactOperandSyntax(default, Name(Pick(days).Path)));
    }

    public OperandSyntax Arithmetic(FactType type, Place place, List<(string Path, FactType Type)> facts)
    {
        OperandSyntax start = facts.Count > 0 ? new FactOperandSyntax(default, Name(Pick(facts).Path)) : Parameter(ParameterOf(type));
        switch (type)
        {
            case ExactType or RealType:
                var times = Chance(3) ? new ArithmeticSyntax(default, ArithmeticKind.Times, start, Addend(facts)) : start;
                var sum = Chance(4) ? times : new ArithmeticSyntax(default, Pick(PlusMinus), times, Addend(facts));

                // What the keys cannot say in their order stands inside another value; a literal can only begin so.
                return Chance(8) ? new ArithmeticSyntax(default, ArithmeticKind.Times, sum, Addend(facts))
                    : Chance(8) && facts.Count > 0
                        ? new ArithmeticSyntax(
                            default, Pick(PlusMinus), new LiteralSyntax(default, Digits("10")),
                            new FactOperandSyntax(default, Name(Pick(facts).Path))
                        )
                    : sum;
            case DateType:
                var moved = Chance(4) ? start : new ArithmeticSyntax(default, Pick(PlusMinus), start, Duration(place));
                return Chance(2) ? new MoveSyntax(default, moved, Pick(Enum.GetValues<CalendarMove>()), default) : moved;
            case DateTimeType:
                return new ArithmeticSyntax(default, Pick(PlusMinus), start, Duration(place));
            case DurationType when place.Facts.Where(f => f.Type is DateType).ToList() is { Count: > 0 } days && Chance(2):
                return new ArithmeticSyntax(
                    default, ArithmeticKind.Minus, new FactOperandSyntax(default, Name(Pick(days).Path)),
                    new FactOperandSyntax(default, Name(Pick(days).Path))
                );
            case DurationType when facts.Count > 0 && Chance(3):
                var number = Chance(2) ? Whole(place) : new LiteralSyntax(default, Digits(Pick(["-1", "0", "2", "3"])));
                return Chance(2)
                    ? new ArithmeticSyntax(default, ArithmeticKind.Times, start, number)
                    : new ArithmeticSyntax(default, ArithmeticKind.Times, number, start);
            case DurationType:
                return new ArithmeticSyntax(default, Pick(PlusMinus), start, Duration(place));
            default:
                return start;
        }
    }

    public OperandSyntax Addend(List<(string Path, FactType Type)> facts) =>
        facts.Count > 0 && Chance(2) ? new FactOperandSyntax(default, Name(Pick(facts).Path))
        : Chance(4) ? Parameter("tenth")
        : new LiteralSyntax(default, Digits(Pick(["-1", "0", "1", "2", "0.5", "10"])));

    public OperandSyntax Duration(Place place) =>
        place.Facts.Where(f => f.Type is DurationType).ToList() is { Count: > 0 } facts && Chance(3)
            ? new FactOperandSyntax(default, Name(Pick(facts).Path))
        : Chance(4) ? Parameter("term")
        : new LiteralSyntax(default, Literals.Text(random, Literals.WholeDays));

    /// <summary>How long something may take: nothing that is written out goes backwards.</summary>
    public OperandSyntax Within(Place place) => Duration(place) is var duration and not LiteralSyntax ? duration
        : Chance(4) ? new ArithmeticSyntax(
            default, Pick(PlusMinus), Parameter("term"), new LiteralSyntax(default, Literals.Text(random, ["P90D", "P1M1D"])))
        : new LiteralSyntax(default, Literals.Text(random, [.. Literals.WholeDays.Where(text => text[0] != '-')]));

    public QuantityOperandSyntax? QuantityOperand(FactType type, Place place, int depth)
    {
        var items = place.Items.Where(i => Agree(i.Type, type)).ToList();
        var isNumber = type is ExactType or RealType;
        if (isNumber && Chance(4))
        {
            var (opened, each, called) = Open(place, depth);
            var worked = new QuantityOperandSyntax(
                default,
                Pick([QuantityKind.Sum, QuantityKind.Min, QuantityKind.Max]),
                opened,
                called,
                Chance(2) ? null : conditions.Condition(each, depth - 1),
                Operand(new ExactType(0), each, depth - 1, mayBeLiteral: true));
            return OrIfNone(worked, new ExactType(0), place);
        }

        if ((items.Count == 0 || Chance(3)) && isNumber)
        {
            return Chance(8)
                ? new QuantityOperandSyntax(
                    default,
                    Pick([QuantityKind.Sum, QuantityKind.Min, QuantityKind.Max]),
                    new ListSyntax(default, Name("decimals"), true), null, null
                )
                : Count(place, depth);
        }

        if (items.Count == 0 || type is not (ExactType or RealType or DateType or DateTimeType or DurationType))
        {
            return null;
        }

        var (path, _) = Pick(items);
        var kind = Pick(
            isNumber ? [QuantityKind.Sum, QuantityKind.Min, QuantityKind.Max]
            : type is DurationType ? [QuantityKind.Sum]
            : (QuantityKind[])[QuantityKind.Min, QuantityKind.Max]
        );
        var list = place.Lists.Any(l => l.Path == path) ? path : ListOf(place, path);
        var inner = place.Enter(list, Chance(2) ? NamesOn(list, place) : null);
        return OrIfNone(
            new QuantityOperandSyntax(
                default, kind, Select(list, path, place, inner, depth), inner.Names,
                Chance(2) && inner.Facts.Any() ? conditions.Condition(inner, depth - 1) : null),
            type, place);
    }

    private QuantityOperandSyntax OrIfNone(QuantityOperandSyntax quantity, FactType type, Place place) =>
        quantity.Kind is QuantityKind.Min or QuantityKind.Max && Chance(3)
            ? quantity with { IfNone = Operand(type, place, 0, mayBeLiteral: true) } : quantity;

    public OperandSyntax Share() => Chance(5) ? Parameter("half") : new LiteralSyntax(default, Literals.Text(random, Literals.Fractions));

    /// <summary>What a share is compared with: mostly one that is written out.</summary>
    public OperandSyntax ShareBound(Place place) => !Chance(3) ? Share()
        : Chance(3) ? new ChoiceSyntax(default, conditions.Condition(place, 0), Share(), Share())
        : ShareOfFact(place) is FactOperandSyntax fact && Chance(3)
            ? new ArithmeticSyntax(default, ArithmeticKind.Times, fact, new LiteralSyntax(default, Digits("0.1")))
        : ShareOfFact(place);

    private OperandSyntax ShareOfFact(Place place) =>
        place.Facts.Where(f => f.Type is ExactType or RealType).ToList() is { Count: > 0 } numbers
            ? new FactOperandSyntax(default, Name(Pick(numbers).Path)) : Parameter("half");

    /// <summary>Two shares, the lower first where both are written out.</summary>
    public OperandListSyntax SharesBetween(Place place) => new(
        default, [new LiteralSyntax(default, new JsonText(default, "1/3")), Chance(2) ? new LiteralSyntax(default, new JsonText(
            default, Pick(["1/2", "2/3"]))) : ShareOfFact(place)]);

    /// <summary>A number that is never negative: a fact, or worked out.</summary>
    public OperandSyntax Amount(Place place)
    {
        var amounts = place.Facts.Where(f => f.Type is ExactType { Minimum: >= 0 } or RealType { Minimum: >= 0 }).ToList();
        if (amounts.Count == 0 || Chance(12))
        {
            return new FunctionSyntax(
                default, OperandFunction.Greatest, default,
                [new LiteralSyntax(default, Digits("0")),
                    amounts.Count == 0 ? Parameter(ParameterOf(new ExactType(0))) : ShareOfFact(place)]);
        }

        OperandSyntax amount = new FactOperandSyntax(default, Name(Pick(amounts).Path));
        return Chance(3)
            ? new ArithmeticSyntax(default, Pick([ArithmeticKind.Times, ArithmeticKind.Plus]), amount, new LiteralSyntax(
                default, Digits(Pick(["0", "1", "2", "0.5"]))))
            : amount;
    }

    public QuantityOperandSyntax Count(Place place, int depth)
    {
        var (list, inner, name) = Open(place, depth);
        return new QuantityOperandSyntax(
            default, QuantityKind.Count, list, name, Chance(3) ? null : conditions.Condition(inner, depth - 1)
        );
    }

    // In ascending order where both are written out.
    public OperandListSyntax Between(FactType type, Place place)
    {
        if (Chance(3))
        {
            return new OperandListSyntax(
                default,
                [Operand(type, place, 0, mayBeLiteral: false), Operand(type, place, 0, mayBeLiteral: false)]
            );
        }

        string[] pool = type switch
        {
            DateType => Literals.Days,
            DateTimeType => Literals.Instants,
            DurationType => Literals.Durations,
            _ => Literals.Decimals,
        };
        var (i, j) = (random.Next(pool.Length), random.Next(pool.Length));
        return new OperandListSyntax(default, [.. new[] { Math.Min(i, j), Math.Max(i, j) }.Select(at =>
            new LiteralSyntax(default, type is ExactType or RealType ? Digits(pool[at]) : new JsonText(default, pool[at])))]);
    }

    // Away from the bounds of the vocabulary, where a comparison would hold or fail whatever the scenario: that is an error.
    public JsonValue LiteralOf(FactType type) =>
        type switch
        {
            ExactType { Minimum: > long.MinValue } exact => Digits(
                ExactNumber.ToText(exact.Minimum + Math.Min(2, Math.Max(1, exact.Maximum - exact.Minimum - 1)), exact.Scale)
            ),
            RealType { Minimum: > double.NegativeInfinity } real => Digits(
                (real.Minimum + 1).ToString("R", System.Globalization.CultureInfo.InvariantCulture)
            ),
            RealType { Maximum: < double.PositiveInfinity } real => Digits(
                (real.Maximum - 1).ToString("R", System.Globalization.CultureInfo.InvariantCulture)
            ),
            ExactType { Maximum: < long.MaxValue } exact => Digits(ExactNumber.ToText(exact.Maximum - 1, exact.Scale)),
            DateType => Literals.Text(random, Chance(2) ? Literals.Periods : Literals.Days),
            DurationType => Literals.Text(random, Literals.Durations),
            _ => Literals.Fact(random, type),
        };

    private T Pick<T>(IReadOnlyList<T> all) => Literals.Pick(random, all);

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;
}
