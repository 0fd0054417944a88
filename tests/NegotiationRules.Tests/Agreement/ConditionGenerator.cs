using System.Globalization;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Tests.Agreement.Pairings;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Agreement;

/// <summary>Makes conditions at random that the checker accepts: paths that exist, values of the right type.</summary>
/// <param name="random">What decides.</param>
/// <param name="mayAskWhatIsKnown">Whether <c>known</c> may occur: with it, more information may change what was decided.</param>
internal sealed partial class ConditionGenerator(Random random, bool mayAskWhatIsKnown)
{
    /// <summary>Parameters that conditions refer to, by name.</summary>
    public static readonly IReadOnlyDictionary<string, JsonValue> Parameters = new Dictionary<string, JsonValue>(StringComparer.Ordinal)
    {
        ["two"] = Digits("2"),
        ["tenth"] = Digits("0.1"),
        ["many"] = Digits("1000000"),
        ["flag"] = new JsonBoolean(default, true),
        ["alpha"] = new JsonText(default, "alpha"),
        ["day"] = new JsonText(default, "2022-01-31"),
        ["month"] = new JsonText(default, "2022-02"),
        ["year"] = new JsonText(default, "2022"),
        ["moment"] = new JsonText(default, "2022-01-10T09:00:00Z"),
        ["term"] = new JsonText(default, "P3M"),
        ["half"] = new JsonText(default, "1/2"),
        ["flags"] = new JsonArray(default, [new JsonBoolean(default, true), new JsonBoolean(default, false)]),
        ["whole numbers"] = new JsonArray(default, [Digits("0"), Digits("1"), Digits("3")]),
        ["decimals"] = new JsonArray(default, [Digits("0.25"), Digits("2"), Digits("1.5")]),
        ["texts"] = new JsonArray(default, [new JsonText(default, "alpha"), new JsonText(default, "gamma")]),
        ["holidays"] = new JsonArray(default, [new JsonText(default, "2022-01-10"), new JsonText(default, "2022-02-28")]),
        ["days"] = new JsonArray(default, [new JsonText(default, "2022-01"), new JsonText(default, "2022-02-28")]),
        ["moments"] = new JsonArray(default, [new JsonText(default, "2022-01-10T09:00:00Z")]),
        ["terms"] = new JsonArray(default, [new JsonText(default, "P1M"), new JsonText(default, "P30D")]),
    };

    private static readonly (string Name, FactType Element)[] ListParameters =
    [
        ("flags", new BooleanType()), ("whole numbers", new ExactType(0)), ("decimals", new ExactType(2)), ("texts", new TextType()),
        ("holidays", new DateType()), ("moments", new DateTimeType()), ("terms", new DurationType()),
    ];

    private readonly List<(string Name, bool IsForAnyPlace)> _conditions = [];
    private readonly List<string> _rules = [];
    private int _names;

    /// <summary>Makes a named condition known: one without quantifiers can be used anywhere.</summary>
    public void Declare(NamedConditionSyntax condition) => _conditions.Add((condition.Name.Text, IsPlain(condition.Condition)));

    public void Declare(RuleSyntax rule) => _rules.Add(rule.Id.Text);

    public ConditionSyntax Condition(Place place, int depth)
    {
        if (depth <= 0)
        {
            return Simple(place, 0);
        }

        switch (random.Next(16))
        {
            case 0:
                return new CompositionSyntax(default, CompositionKind.All, Several(place, depth));
            case 1:
                return new CompositionSyntax(default, CompositionKind.Any, Several(place, depth));
            case 2:
                return new CompositionSyntax(default, CompositionKind.None, Several(place, depth));
            case 3:
                return new NotSyntax(default, Condition(place, depth - 1));
            case 4:
                var parts = Several(place, depth);
                return new AtLeastOfSyntax(
                    default,
                    parts.Count >= 2 && Chance(4) ? Parameter("two") : Literal(random.Next(1, parts.Count + 1)),
                    parts
                );
            case 5 or 6 or 7:
                return Quantifier(place, depth);
            case 8:
                return Share(place, depth);
            case 9:
                return InOrder(place, depth);
            case 10 or 11:
                return Quantity(place, depth);
            default:
                return Simple(place, depth);
        }
    }

    private List<ConditionSyntax> Several(Place place, int depth) =>
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Condition(place, depth - 1))];

    private ConditionSyntax Simple(Place place, int depth)
    {
        switch (random.Next(12))
        {
            case 0 when _conditions.Where(c => place.Depth == 0 || c.IsForAnyPlace).ToList() is { Count: > 0 } usable:
                return new ConditionReferenceSyntax(default, Name(Pick(usable).Name));
            case 1 when _rules.Count > 0:
                return new RuleReferenceSyntax(default, Name(Pick(_rules)));
            case 2 when mayAskWhatIsKnown && place.Paths.Where(p => !p.ThroughList).ToList() is { Count: > 0 } any:
                return Test(Pick(any).Path, new ComparisonSyntax(default, ComparisonOperator.Known, Literal(Chance(2))));
            case 3:
                return Containment(place) ?? FactTest(place, depth);
            case 4:
                return ValueTest(place, depth);
            case 5 or 7 or 8 when Pair(place, depth) is { } pair:
                return pair;
            case 6:
                var tests = Enumerable
                    .Range(0, 3)
                    .Select(_ => FactTest(place, depth))
                    .OfType<FactTestSyntax>()
                    .DistinctBy(t => t.Path.Text)
                    .ToList();
                return tests.Count > 1 ? new FactTestsSyntax(default, tests) : FactTest(place, depth);
            default:
                return FactTest(place, depth);
        }
    }

    private ConditionSyntax FactTest(Place place, int depth)
    {
        var facts = place.Facts.Where(f => CanBeKey(f.Path)).ToList();
        if (facts.Count == 0)
        {
            return ValueTest(place, depth);
        }

        var (path, type) = Pick(facts);
        var comparisons = new List<ComparisonSyntax> { Compare(type, place, depth) };
        if (Chance(4) && Compare(type, place, 0) is var second && second.Operator != comparisons[0].Operator)
        {
            comparisons.Add(second);
        }

        var isBare = comparisons is [{ Operator: ComparisonOperator.Is, Operand: LiteralSyntax }] && Chance(2);
        return new FactTestSyntax(default, Name(path), comparisons, isBare);
    }

    private ValueTestSyntax ValueTest(Place place, int depth)
    {
        if (Chance(4))
        {
            return ConstantFirst(place);
        }

        // What a parameter measures is told by what it is compared with, so a date or a duration on the left is a fact.
        var type = Pick(
            MeasuredTypes.Where(t => t is not (DateType or DateTimeType or DurationType) || place.Facts.Any(f => Agree(f.Type, t))).ToList()
        );
        var left = Operand(type, place, depth, mayBeLiteral: false);
        return new ValueTestSyntax(
            default,
            left,
            Compare(left is FactOperandSyntax fact ? place.Facts.First(f => f.Path == fact.Path.Text).Type : type, place, depth)
        );
    }

    private FactTestSyntax? Containment(Place place)
    {
        var lists = place.Lists.Where(l => l.Type.Element is not RecordType && CanBeKey(l.Path)).ToList();
        if (lists.Count == 0)
        {
            return null;
        }

        var (path, list) = Pick(lists);
        var row = Pick([.. Operators.Table.Where(row => row.Combines is not null)]);
        return Test(
            path,
            new ComparisonSyntax(
                default, row.Operator, row.Takes == OperandShape.Value
                    ? (Chance(2) ? Side(Pick(SideForms.OfOperands), list.Element, place, 0) : null)
                        ?? Operand(list.Element, place, 0, mayBeLiteral: true)
                    : ListOperand(list.Element, place)
            )
        );
    }

    private QuantifierSyntax Quantifier(Place place, int depth)
    {
        var (list, inner, name) = Open(place, depth);
        var kind = Pick([QuantifierKind.Every, QuantifierKind.Some, QuantifierKind.No]);
        return new QuantifierSyntax(
            default,
            kind,
            list,
            name,
            Chance(kind == QuantifierKind.Every ? 2 : 5) ? null : Condition(inner, depth - 1),
            kind == QuantifierKind.Every ? Condition(inner, depth - 1) : null);
    }

    private ShareSyntax Share(Place place, int depth)
    {
        var (list, inner, name) = Open(place, depth);
        var weights = inner.Facts.Where(f => f.Type is ExactType { Minimum: >= 0 } or RealType { Minimum: >= 0 }).ToList();
        var comparison = Pick([
            ComparisonOperator.Is, ComparisonOperator.IsNot, ComparisonOperator.AtLeast, ComparisonOperator.AtMost,
            ComparisonOperator.MoreThan, ComparisonOperator.LessThan,
        ]);
        var fraction = Chance(5) ? Parameter("half") : (OperandSyntax)new LiteralSyntax(default, Literals.Text(random, Literals.Fractions));
        return new ShareSyntax(
            default,
            list,
            name,
            weights.Count > 0 && Chance(2) ? Name(Pick(weights).Path) : null,
            Chance(2) ? null : Condition(inner, depth - 1),
            Condition(inner, depth - 1),
            new ComparisonSyntax(default, comparison, fraction));
    }

    private ConditionSyntax InOrder(Place place, int depth)
    {
        var (list, inner, name) = Open(place, depth);
        var times = inner.Facts.Where(f => f.Type is DateType or DateTimeType).ToList();
        if (times.Count == 0)
        {
            return Quantifier(place, depth);
        }

        var steps = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Condition(inner, Math.Min(depth - 1, 1))).ToList();
        return new InOrderSyntax(
            default, list, name, Name(Pick(times).Path), steps,
            Chance(2) ? null : Literal(random.Next(1, steps.Count + 1))
        );
    }

    private ValueTestSyntax Quantity(Place place, int depth)
    {
        var quantity =
            QuantityOperand(Pick(MeasuredTypes.Where(t => t is ExactType or RealType or DateType or DateTimeType).ToList()), place, depth)
            ?? Count(place, depth);
        var type =
            quantity.Of is not null ? new ExactType(0)
            : quantity.Kind == QuantityKind.Count || quantity.List.IsParameter ? new ExactType(0) { Minimum = 0 }
            : place.Items.First(i => i.Path == quantity.List.Name.Text).Type;

        // A list that is a parameter has one or two values.
        return new ValueTestSyntax(
            default, quantity,
            Compare(
                quantity is { Kind: QuantityKind.Count, List.IsParameter: true }
                    ? new ExactType(0) { Minimum = 0, Maximum = 2 }
                    : Unbounded(type),
                place, 0
            )
        );
    }

    private (ListSyntax List, Place Inner, Name? As) Open(Place place, int depth, int parameterOneIn = 10)
    {
        var lists = place.Lists.ToList();
        var name = $"e{_names++}";
        if (lists.Count == 0 || Chance(parameterOneIn))
        {
            // The element of a list of plain values has no other way to be named.
            var (parameter, element) = Pick(ListParameters);
            return (
                Select(new ListSyntax(default, Name(parameter), true), place.Enter(element, name), depth),
                place.Enter(element, name),
                Name(name)
            );
        }

        var (path, list) = Pick(lists);
        var isNamed = list.Element is not RecordType || Chance(2);
        return (
            Select(new ListSyntax(default, Name(path), false), place.Enter(path, isNamed ? name : null), depth),
            place.Enter(path, isNamed ? name : null),
            isNamed ? Name(name) : null
        );
    }

    private static bool IsPlain(ConditionSyntax condition) => condition switch
    {
        FactTestsSyntax tests => tests.Tests.All(IsPlain),
        FactTestSyntax test => test.Comparisons.All(c => c.Operand is LiteralSyntax),
        CompositionSyntax composition => composition.Conditions.All(IsPlain),
        NotSyntax not => IsPlain(not.Condition),
        _ => false,
    };

    private static FactTestSyntax Test(string path, ComparisonSyntax comparison) => new(default, Name(path), [comparison], false);

    // A fact that goes by the name of a form cannot stand alone as a key; no generated fact does.
    private static bool CanBeKey(string path) => !ConditionForms.Keywords.Contains(path);

    private static Name Name(string text) => new(text, default);

    private static ParameterOperandSyntax Parameter(string name) => new(default, Name(name));

    private static LiteralSyntax Literal(int number) => new(default, Digits(number.ToString(CultureInfo.InvariantCulture)));

    private static LiteralSyntax Literal(bool value) => new(default, new JsonBoolean(default, value));

    private static JsonNumber Digits(string digits) => new(default, digits);

    private T Pick<T>(IReadOnlyList<T> all) => Literals.Pick(random, all);

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;
}
