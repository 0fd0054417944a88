using System.Globalization;
using System.Text;
using NegotiationRules.Analysis.Cells;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Solver.Tests;

/// <summary>Writes conditions for another solver as they are said, without cells: numbers and days are integers, a text is its number, and
/// everything is known.</summary>
/// <remarks>What has no plain translation is refused with a <see cref="NotSupportedException"/>.</remarks>
internal sealed class StraightScript(Frame frame)
{
    private readonly StringBuilder _declared = new("(set-logic QF_LIA)\n");
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private readonly List<string> _bounds = [];

    /// <summary>The question whether there is a scenario in which the condition is true, or false.</summary>
    public string Write(Condition condition, bool expected)
    {
        var truth = Of(condition, new Spot(null, frame.Root, default));
        foreach (var list in frame.Lists)
        {
            // Those of elements that may be there come in their order, as in the frame.
            foreach (var (before, after) in list.Elements.Zip(list.Elements.Skip(1)))
            {
                _bounds.Add($"(=> {Presence(after)} {Presence(before)})");
            }
        }

        return $"{_declared}{string.Concat(_bounds.Select(bound => $"(assert {bound})\n"))}"
            + $"(assert {(expected ? truth : $"(not {truth})")})\n(check-sat)\n";
    }

    private string Of(Condition condition, Spot at) => condition switch
    {
        Composition { Kind: CompositionKind.All } all => Join("and", all.Parts.Select(part => Of(part, at))),
        Composition { Kind: CompositionKind.Any } any => Join("or", any.Parts.Select(part => Of(part, at))),
        Composition none => $"(not {Join("or", none.Parts.Select(part => Of(part, at)))})",
        Negation not => $"(not {Of(not.Part, at)})",
        AtLeastOf some => $"(>= {Sum(some.Parts.Select(part => Of(part, at)))} {some.Number})",
        ConditionChoice choice => $"(ite {Of(choice.If, at)} {Of(choice.Then, at)} {Of(choice.Else, at)})",
        RuleReference rule => Of(rule.Meaning, at.At(0)),
        Defined defined => Of(defined.Meaning, at),
        Quantified quantified => Quantify(quantified, at),
        RelationTest test => Compare(test, at),
        _ => throw new NotSupportedException(condition.GetType().Name),
    };

    private string Quantify(Quantified test, Spot at)
    {
        var elements = Elements(test.List, at).Select(element => (
            element.Exists, Where: test.Where is null ? "true" : Of(test.Where, element.Spot), element.Spot)).ToList();
        return test.Kind switch
        {
            QuantifierKind.Some => Join("or", elements.Select(element => $"(and {element.Exists} {element.Where})")),
            QuantifierKind.Every => Join(
                "and", elements.Select(element => $"(=> (and {element.Exists} {element.Where}) {Of(test.Satisfy!, element.Spot)})")),
            _ => $"(not {Join("or", elements.Select(element => $"(and {element.Exists} {element.Where})"))})",
        };
    }

    private string Compare(RelationTest test, Spot at)
    {
        var kind = test.Left.Measure.Kind;
        if (kind == MeasureKind.Boolean)
        {
            return Equals(test.Relation, Flag(test.Left, at), Flag(test.Right, at));
        }

        if (kind is not (MeasureKind.Exact or MeasureKind.Text or MeasureKind.Day) || test.Right.Measure.Kind != kind)
        {
            throw new NotSupportedException(kind.ToString());
        }

        var scale = Math.Max(test.Left.Measure.Scale, test.Right.Measure.Scale);
        var (left, right) = (Number(test.Left, at, scale), Number(test.Right, at, scale));
        return test.Relation switch
        {
            Relation.Less => $"(< {left} {right})",
            Relation.LessOrEqual => $"(<= {left} {right})",
            Relation.Greater => $"(> {left} {right})",
            Relation.GreaterOrEqual => $"(>= {left} {right})",
            _ => Equals(test.Relation, left, right),
        };
    }

    private static string Equals(Relation relation, string left, string right) =>
        relation == Relation.Equal ? $"(= {left} {right})" : $"(not (= {left} {right}))";

    private string Flag(Operand operand, Spot at) => operand switch
    {
        Constant constant => constant.Value.Boolean ? "true" : "false",
        FactOperand fact => Fact(fact.Fact, at),
        NamedOperand named => Flag(named.Meaning, at),
        _ => throw new NotSupportedException(operand.GetType().Name),
    };

    private string Number(Operand operand, Spot at, int scale) => operand switch
    {
        Constant constant => Scaled(Value(constant.Value), constant.Measure, scale),
        FactOperand fact => Scaled(Fact(fact.Fact, at), fact.Measure, scale),
        NamedOperand named => Number(named.Meaning, at, scale),
        CountOperand count => Scaled(Count(count, at), count.Measure, scale),
        ChoiceOperand { IsOfFirstKnown: false, IsOfNone: false } choice =>
            $"(ite {Of(choice.If, at)} {Number(choice.Then, at, scale)} {Number(choice.Else, at, scale)})",
        ArithmeticOperand { Measure.Kind: MeasureKind.Exact, Kind: ArithmeticKind.Plus or ArithmeticKind.Minus } sum
            when sum.Right.Measure.Kind == MeasureKind.Exact =>
            InRange(
                $"({Sign(sum.Kind)} {Number(sum.Left, at, scale)} {Number(sum.Right, at, scale)})", long.MinValue / 4, long.MaxValue / 4),
        ArithmeticOperand { Measure.Kind: MeasureKind.Day, Right: Constant { Value: { Kind: FactKind.Duration } days } } moved
            when days.Duration is { Months: 0, Ticks: var ticks } && ticks % TimeSpan.TicksPerDay == 0 =>
            InRange(
                $"({Sign(moved.Kind)} {Number(moved.Left, at, 0)} {Integer(ticks / TimeSpan.TicksPerDay)})",
                0, DateOnly.MaxValue.DayNumber),
        _ => throw new NotSupportedException(operand.GetType().Name),
    };

    private static string Sign(ArithmeticKind kind) => kind switch
    {
        ArithmeticKind.Plus => "+",
        ArithmeticKind.Minus => "-",
        _ => throw new NotSupportedException(kind.ToString()),
    };

    // Beyond it the scenario is at fault.
    private string InRange(string number, long least, long most)
    {
        _bounds.Add($"(<= {Integer(least)} {number} {Integer(most)})");
        return number;
    }

    private string Count(CountOperand count, Spot at) => Sum(Elements(count.List, at)
        .Select(element => count.Where is null ? element.Exists : $"(and {element.Exists} {Of(count.Where, element.Spot)})"));

    private static string Scaled(string number, Measure measure, int scale) =>
        scale == measure.Scale || measure.Kind != MeasureKind.Exact ? number
            : $"(* {Math.Pow(10, scale - measure.Scale).ToString("0", CultureInfo.InvariantCulture)} {number})";

    private List<(Spot Spot, string Exists)> Elements(ListReference list, Spot at)
    {
        at = list.Around is { } depth ? at.At(depth) : at;
        if (list.Selection is not null)
        {
            throw new NotSupportedException(nameof(Selection));
        }

        if (list.IsParameter)
        {
            return [.. list.Values.Select(value => (new Spot(at, null, value), "true"))];
        }

        List<(Spot Spot, string Exists)> elements = [(at, "true")];
        foreach (var level in list.Levels)
        {
            elements = [.. elements.SelectMany(outer => In(level, outer))];
        }

        return elements;
    }

    private IEnumerable<(Spot Spot, string Exists)> In(FactReference level, (Spot Spot, string Exists) outer) =>
        outer.Spot.Find(level) switch
        {
            FrameList list => list.Elements.Select(
                element => (new Spot(outer.Spot, element.Content, default), $"(and {outer.Exists} {Presence(element)})")),
            null when outer.Spot.Written(level) is { IsKnown: true } written => written.List.Elements.ToArray().Select(
                element => (new Spot(outer.Spot, null, element), outer.Exists)),
            _ => throw new NotSupportedException("a list that is not there"),
        };

    private string Presence(FrameElement element)
    {
        if (element.Presence is null)
        {
            return "true";
        }

        var name = $"|is {element.Content.Path} there|";
        Declare(name, "Bool");
        return name;
    }

    private string Fact(FactReference fact, Spot at)
    {
        if (at.Find(fact) is not FrameFact part)
        {
            return at.Written(fact) is { IsKnown: true } written ? Value(written) : throw new NotSupportedException("unknown");
        }

        if (part.Cells.Any(cell => !cell.IsKnown))
        {
            throw new NotSupportedException("a fact without values");
        }

        var name = $"|{part.Path}|";
        if (Declare(name, fact.Type is BooleanType ? "Bool" : "Int"))
        {
            AddBounds(name, fact.Type);
        }

        return name;
    }

    private bool Declare(string name, string sort)
    {
        var isNew = _names.Add(name);
        if (isNew)
        {
            _declared.Append(CultureInfo.InvariantCulture, $"(declare-const {name} {sort})\n");
        }

        return isNew;
    }

    private void AddBounds(string name, FactType type)
    {
        switch (type)
        {
            case BooleanType or TextType { Values: null }:
                break;
            case TextType { Values: { } values }:
                _bounds.Add(Join("or", values.Select(value => $"(= {name} {Value(FactValue.Of(value))})")));
                break;
            case ExactType exact:
                _bounds.Add($"(<= {Integer(exact.Minimum)} {name} {Integer(exact.Maximum)})");
                break;
            case DateType:
                _bounds.Add($"(<= 0 {name} {DateOnly.MaxValue.DayNumber})");
                break;
            default:
                throw new NotSupportedException(type.Kind);
        }
    }

    private string Value(FactValue value)
    {
        switch (value.Kind)
        {
            case FactKind.Boolean:
                return value.Boolean ? "true" : "false";
            case FactKind.Exact:
                return Integer(value.Steps);
            case FactKind.Date when value.Date.First == value.Date.Last:
                return Integer(value.Date.First);
            case FactKind.Text:
                _texts.TryAdd(value.Text, _texts.Count);
                return Integer(_texts[value.Text]);
            default:
                throw new NotSupportedException(value.Kind.ToString());
        }
    }

    private static string Integer(long number) =>
        number < 0 ? $"(- {number.ToString(CultureInfo.InvariantCulture)[1..]})" : number.ToString(CultureInfo.InvariantCulture);

    private static string Join(string @operator, IEnumerable<string> parts) =>
        $"({@operator} {(@operator == "and" ? "true" : "false")} {string.Join(' ', parts)})";

    private static string Sum(IEnumerable<string> truths) => $"(+ 0 {string.Join(' ', truths.Select(truth => $"(ite {truth} 1 0)"))})";
}
