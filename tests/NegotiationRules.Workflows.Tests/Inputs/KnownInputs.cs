using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Tests.Inputs;

/// <summary>Inputs of a known type made at random, and for each value in them an expression that tells what it is.</summary>
internal sealed class KnownInputs
{
    private readonly Random _random;
    private readonly List<ExpressionSyntax> _expressions = [];
    private readonly List<string> _types = [];
    private int _names;

    public KnownInputs(int seed)
    {
        _random = new Random(seed);
        for (var i = 0; i < _random.Next(1, 4); i++)
        {
            var name = Fresh();

            // What is written with a capital, and only ever compared, may be an enumeration.
            AddRecord(name, () => Written.Name(name), Identity, depth: 0);
        }

        Expressions = [.. _expressions.OrderBy(_ => _random.Next())];
        Types = [.. _types.Order(StringComparer.Ordinal)];
    }

    /// <summary>In any order, members in any letter case.</summary>
    public IReadOnlyList<ExpressionSyntax> Expressions { get; }

    /// <summary>Path and kind of every value.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>Path and kind of every value that was inferred, likewise.</summary>
    public static IReadOnlyList<string> TypesOf(RecordInput record) => [.. Values(string.Empty, record).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Values(string path, InputType type) =>
        type switch
        {
            RecordInput record => record.MemberNames.SelectMany(name =>
                Values($"{path}.{name}", record.Find(name, isCaseSensitive: true)!.Type)
            ),
            ListInput list => Values(path + "[]", list.Element),
            ScalarInput scalar => [$"{path} {scalar.Kind}".ToUpperInvariant()],
            _ => [$"{path} {type}"],
        };

    private static ExpressionSyntax Identity(ExpressionSyntax condition) => condition;

    private void AddRecord(string path, Func<ExpressionSyntax> at, Func<ExpressionSyntax, ExpressionSyntax> within, int depth)
    {
        for (var i = 0; i < _random.Next(1, 5); i++)
        {
            var name = Fresh();
            var inner = $"{path}.{name}";
            ExpressionSyntax Member() => Written.Member(at(), Spelt(name));
            switch (_random.Next(depth < 3 ? 8 : 6))
            {
                case 6:
                    AddRecord(inner, Member, within, depth + 1);
                    break;
                case 7:
                    AddList(inner, Member, within, depth + 1);
                    break;
                default:
                    AddValue(inner, Member, within);
                    break;
            }
        }
    }

    private void AddList(string path, Func<ExpressionSyntax> at, Func<ExpressionSyntax, ExpressionSyntax> within, int depth)
    {
        var element = $"e{depth}";
        var method = _random.Next(3) switch { 0 => "Any", 1 => "all", _ => "Where" };
        ExpressionSyntax Within(ExpressionSyntax condition)
        {
            var call = Written.Call(at(), method, Written.Lambda(element, condition));
            return within(method == "Where" ? Written.Call(call, "Any") : call);
        }

        if (_random.Next(2) == 0)
        {
            AddRecord(path + "[]", () => Written.Name(element), Within, depth);
        }
        else
        {
            AddValue(path + "[]", () => Written.Name(element), Within);
        }
    }

    private void AddValue(string path, Func<ExpressionSyntax> at, Func<ExpressionSyntax, ExpressionSyntax> within)
    {
        var (kind, condition) = Tell(at);
        _types.Add($".{path} {kind}".ToUpperInvariant());
        _expressions.Add(within(condition));
    }

    private (ScalarKind Kind, ExpressionSyntax Condition) Tell(Func<ExpressionSyntax> value)
    {
        var compared = (BinaryOperator)_random.Next((int)BinaryOperator.Equal, (int)BinaryOperator.GreaterOrEqual + 1);
        ExpressionSyntax With(ExpressionSyntax other) =>
            _random.Next(2) == 0 ? Written.Binary(value(), compared, other) : Written.Binary(other, compared, value());
        ExpressionSyntax Now() => Written.Member(Written.Name("DateTime"), "Now");
        return _random.Next(16) switch
        {
            0 => (ScalarKind.Boolean, value()),
            1 => (ScalarKind.Boolean, Written.Not(value())),
            2 => (ScalarKind.Double, With(Written.Number("18"))),
            3 => (
                ScalarKind.Double,
                Written.Binary(Written.Binary(value(), BinaryOperator.Subtract, Written.Number("1")), compared, Written.Number("3"))
            ),
            4 => (ScalarKind.Double, With(Written.Number("0.5"))),
            5 => (ScalarKind.Decimal, With(Written.Number("1.5", "M"))),
            6 => (ScalarKind.Text, With(Written.Text("x"))),
            7 => (ScalarKind.Text, Written.Call(value(), "startswith", Written.Text("x"))),
            8 => (ScalarKind.Text, Written.Call(Written.Name("string"), "IsNullOrEmpty", value())),
            9 => (ScalarKind.DateTime, With(Now())),
            10 => (ScalarKind.DateTime, Written.Binary(Written.Call(value(), "AddDays", Written.Number("2")), compared, Now())),
            11 => (
                ScalarKind.DateTime,
                Written.Binary(
                    Written.Member(Written.Binary(Now(), BinaryOperator.Subtract, value()), "TotalDays"),
                    compared,
                    Written.Number("3")
                )
            ),
            12 => (ScalarKind.TimeSpan, Written.Binary(Written.Binary(Now(), BinaryOperator.Subtract, value()), compared, Now())),
            13 => (ScalarKind.Int64, With(Written.Number("18", "L"))),
            14 => (
                ScalarKind.Int64,
                Written.Binary(Written.Binary(value(), BinaryOperator.Modulo, Written.Number("2")), compared, Written.Number("1"))
            ),
            _ => (ScalarKind.Guid, With(Written.Call(Written.Name("Guid"), "NewGuid"))),
        };
    }

    private string Fresh() => $"m{_names++}";

    private string Spelt(string name) => _random.Next(2) == 0 ? name : name.ToUpperInvariant();
}
