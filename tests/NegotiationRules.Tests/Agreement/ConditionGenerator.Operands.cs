using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Tests.Agreement.Pairings;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Agreement;

/// <content>Comparisons and their operands.</content>
internal sealed partial class ConditionGenerator
{
    private static readonly FactType[] MeasuredTypes =
    [
        new BooleanType(), new ExactType(0), new ExactType(2), new RealType(), new TextType(), new DateType(),
        new DateTimeType(), new DurationType(),
    ];

    private static readonly ComparisonOperator[] OfAll =
    [
        ComparisonOperator.Is, ComparisonOperator.IsNot, ComparisonOperator.In, ComparisonOperator.NotIn,
    ];

    private static readonly ComparisonOperator[] OfText =
        [.. OfAll, ComparisonOperator.Contains, ComparisonOperator.StartsWith, ComparisonOperator.EndsWith, ComparisonOperator.Matches];

    private static readonly ComparisonOperator[] OfNumbers =
    [
        .. OfAll,
        ComparisonOperator.AtLeast, ComparisonOperator.AtMost, ComparisonOperator.MoreThan,
        ComparisonOperator.LessThan, ComparisonOperator.Between,
    ];

    private static readonly ComparisonOperator[] OfDates =
    [
        .. OfAll,
        ComparisonOperator.Before, ComparisonOperator.After, ComparisonOperator.OnOrBefore,
        ComparisonOperator.OnOrAfter, ComparisonOperator.Between,
    ];

    private static readonly ArithmeticKind[] PlusMinus = [ArithmeticKind.Plus, ArithmeticKind.Minus];

    /// <summary>A day by which something must be met: written out, a parameter, a fact, or worked out.</summary>
    public OperandSyntax Deadline(Place place, int depth) =>
        Chance(2) ? Constant(new DateType()) : Operand(new DateType(), place, depth, mayBeLiteral: false);

    /// <summary>A comparison of something of that type.</summary>
    private ComparisonSyntax Compare(FactType type, Place place, int depth)
    {
        var comparison = Pick(OperatorsOf(type));
        OperandSyntax operand = comparison switch
        {
            ComparisonOperator.In or ComparisonOperator.NotIn => ListOperand(type, place),
            ComparisonOperator.Between => Between(type, place),
            ComparisonOperator.Matches => new LiteralSyntax(default, Literals.Text(random, Literals.Patterns)),
            ComparisonOperator.Contains or ComparisonOperator.StartsWith or ComparisonOperator.EndsWith => Operand(
                new TextType(), place, 0, mayBeLiteral: true
            ),
            _ => Operand(type, place, depth, mayBeLiteral: true),
        };
        return new ComparisonSyntax(default, comparison, operand);
    }

    // A constant on the left, a month or a year now and then, and something that is none on the right.
    private ValueTestSyntax ConstantFirst(Place place)
    {
        var facts = place.Facts.Where(f => f.Type is not RecordType).ToList();
        var type = facts.Count > 0 ? Pick(facts).Type : new ExactType(0) { Minimum = 0, Maximum = 1 };
        var comparison = Compare(type, place, 0);
        var isWritten = comparison.Operand is LiteralSyntax or ParameterOperandSyntax;
        OperandSyntax right = comparison.Operator switch
        {
            ComparisonOperator.Between => new OperandListSyntax(default, [Told(), Chance(3) ? Constant(type) : Told()]),
            ComparisonOperator.In or ComparisonOperator.NotIn when comparison.Operand is not FactOperandSyntax => new OperandListSyntax(
                default,
                [Told(), Constant(type)]
            ),
            ComparisonOperator.Matches => comparison.Operand,
            _ when isWritten => Told(),
            _ => comparison.Operand,
        };
        return new ValueTestSyntax(
            default,
            Chance(6) && Facts(new BooleanType()) is [var flag, ..]
                ? new ChoiceSyntax(
                    default,
                    Test(flag.Path, new ComparisonSyntax(default, ComparisonOperator.Is, Literal(true))),
                    Constant(type),
                    Constant(type)
                )
                : Constant(type),
            comparison with
            {
                Operand = right,
            }
        );

        List<(string Path, FactType Type)> Facts(FactType like) => [.. place.Facts.Where(f => Agree(f.Type, like) && CanBeKey(f.Path))];

        OperandSyntax Told() => place.Facts.Where(f => ReferenceEquals(f.Type, type)).ToList() is { Count: > 0 } told
            ? new FactOperandSyntax(default, Name(Pick(told).Path))
            : Count(place, 0);
    }

    private OperandSyntax Constant(FactType type) => type switch
    {
        DateType when Chance(2) => Parameter(Pick(["day", "month", "year"])),
        _ when Chance(2) => Parameter(ParameterOf(type)),
        _ => new LiteralSyntax(default, LiteralOf(type)),
    };

    private OperandSyntax Operand(FactType type, Place place, int depth, bool mayBeLiteral)
    {
        var facts = place.Facts.Where(f => Agree(f.Type, type)).ToList();
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

    private OperandSyntax Arithmetic(FactType type, Place place, List<(string Path, FactType Type)> facts)
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

    private OperandSyntax Addend(List<(string Path, FactType Type)> facts) =>
        facts.Count > 0 && Chance(2) ? new FactOperandSyntax(default, Name(Pick(facts).Path))
        : Chance(4) ? Parameter("tenth")
        : new LiteralSyntax(default, Digits(Pick(["-1", "0", "1", "2", "0.5", "10"])));

    private OperandSyntax Duration(Place place) =>
        place.Facts.Where(f => f.Type is DurationType).ToList() is { Count: > 0 } facts && Chance(3)
            ? new FactOperandSyntax(default, Name(Pick(facts).Path))
        : Chance(4) ? Parameter("term")
        : new LiteralSyntax(default, Literals.Text(random, Literals.WholeDays));

    private QuantityOperandSyntax? QuantityOperand(FactType type, Place place, int depth)
    {
        var items = place.Items.Where(i => Agree(i.Type, type)).ToList();
        var isNumber = type is ExactType or RealType;
        if (isNumber && Chance(4))
        {
            var (opened, each, called) = Open(place, depth);
            return new QuantityOperandSyntax(
                default,
                Pick([QuantityKind.Sum, QuantityKind.Min, QuantityKind.Max]),
                opened,
                called,
                Chance(2) ? null : Condition(each, depth - 1),
                Operand(new ExactType(0), each, depth - 1, mayBeLiteral: true));
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
        var name = $"e{_names++}";
        var isNamed = Chance(2);
        var inner = place.Enter(list, isNamed ? name : null);
        return new QuantityOperandSyntax(
            default, kind, Select(list, path, inner, depth), isNamed ? Name(name) : null,
            Chance(2) && inner.Facts.Any() ? Condition(inner, depth - 1) : null
        );
    }

    private QuantityOperandSyntax Count(Place place, int depth)
    {
        var (list, inner, name) = Open(place, depth);
        return new QuantityOperandSyntax(default, QuantityKind.Count, list, name, Chance(3) ? null : Condition(inner, depth - 1));
    }

    private OperandSyntax ListOperand(FactType type, Place place)
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

    // In ascending order where both are written out.
    private OperandListSyntax Between(FactType type, Place place)
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
    private JsonValue LiteralOf(FactType type) =>
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

    // Dates and durations are written as text, and are text where nothing says otherwise.
    private static bool IsWritten(FactType type) => type is DateType or DateTimeType or DurationType;

    private static string ParameterOf(FactType type) => type switch
    {
        BooleanType => "flag",
        ExactType => "two",
        RealType => "tenth",
        TextType => "alpha",
        DateType => "day",
        DateTimeType => "moment",
        _ => "term",
    };

    private static FactType Unbounded(FactType type) => type switch
    {
        ExactType exact => new ExactType(exact.Scale) { Minimum = exact.Scale == 0 && exact.Minimum == 0 ? 0 : long.MinValue },
        RealType => new RealType(),
        _ => type,
    };

    private static bool Agree(FactType a, FactType b) => (a, b) switch
    {
        (ExactType or RealType, ExactType or RealType) => true,
        // Texts of which the vocabulary lists the values are compared among themselves.
        (TextType x, TextType y) => y.Values is null || x.Values is not null,
        _ => a.GetType() == b.GetType(),
    };

    // The longest list on the way to a fact of its elements.
    private static string ListOf(Place place, string path) =>
        place.Lists.Select(l => l.Path).Where(l => path.StartsWith($"{l}.", StringComparison.Ordinal)).MaxBy(l => l.Length)!;
}
