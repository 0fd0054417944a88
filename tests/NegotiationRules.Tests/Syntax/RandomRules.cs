using System.Globalization;
using System.Text;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Syntax;

/// <summary>Writes rule files at random in which every form of the language occurs, from a seed.</summary>
internal sealed class RandomRules(int seed)
{
    private static readonly string[] Paths =
    [
        "agreement.form", "talks.start", "role", "a fact.with spaces", "by", "of", "party.id", "Ünïcode.факт",
    ];
    private static readonly string[] Operators =
    [
        "is", "isNot", "atLeast", "atMost", "moreThan", "lessThan", "before", "after", "onOrBefore", "onOrAfter",
        "contains", "startsWith", "endsWith", "matches",
    ];
    private static readonly string[] Moves =
    [
        "startOfMonth", "endOfMonth", "startOfNextMonth", "startOfYear", "endOfYear", "startOfNextYear",
    ];

    private readonly Random _random = new(seed);
    private int _names;

    public string File()
    {
        var text = new StringBuilder("{ \"name\": ").Append(Text());
        Maybe(text, "version", Text);
        Maybe(text, "description", Text);
        Maybe(text, "vocabulary", Text);
        Maybe(text, "include", () => $"[{Text()}, {Text()}]");
        Maybe(text, "stages", () => _random.Next(2) == 0 ? $"[{Text()}]" : $"[{{ \"name\": {Text()}, \"when\": {Condition(1)} }}]");
        Maybe(text, "parties", () => $"{{ \"RU\": {Text()}, \"US\": {Text()} }}");
        Maybe(
            text,
            "parameters",
            () =>
                $"{{ \"a\": {Literal()}, \"b\": {{ \"value\": {Literal()}, \"description\": {Text()} }}, \"c\": [1, 2.50], \"d\": {{ "
                    + $"\"value\": [true] }}, \"e\": {{ \"of\": {Text()}, \"value\": [ {{ \"due\": null }}, {{}} ] }} }}"
        );
        Maybe(text, "documents", () => $"{{ \"x\": {{ \"title\": {Text()}, \"url\": {Text()} }}, \"y\": {{}} }}");
        Maybe(text, "conditions", () => $"{{ \"one\": {Condition(3)}, \"two\": {Condition(2)} }}");
        Maybe(text, "quantities", () => $"{{ \"one\": {{ {Quantity(2)} }}, \"two\": {{ \"quantity\": {Text()} }} }}");
        return text.Append(", \"rules\": [ ").AppendJoin(", ", Enumerable.Range(0, _random.Next(4)).Select(Rule)).Append(" ] }").ToString();
    }

    public string Condition(int depth) =>
        _random.Next(depth > 0 ? 19 : 3) switch
        {
            0 => Test(depth),
            1 => _random.Next(3) switch
            {
                0 => $"{{ \"condition\": {Text()} }}",
                1 => $"{{ \"{Path(0)}\": {Literal()}, \"condition\": {Text()} }}",
                _ => $"{{ \"condition\": [{Text()}, {Text()}], \"{Path(0)}\": {Literal()} }}",
            },
            2 => $"{{ \"rule\": {Text()} }}",
            3 => $"{{ \"{Path(0)}\": {Literal()}, \"{Path(1)}\": {{ \"atLeast\": {Operand(depth)}, \"known\": true }} }}",
            4 => $"{{ \"all\": {Conditions(depth)} }}",
            5 => $"{{ \"any\": {Conditions(depth)} }}",
            6 => $"{{ \"none\": {Conditions(depth)} }}",
            7 => $"{{ \"not\": {Condition(depth - 1)} }}",
            8 => $"{{ \"atLeast\": {Number()}, \"of\": {Conditions(depth)} }}",
            9 => $"{{ \"every\": {List()}{As()}{Where(depth)}, \"satisfy\": {Condition(depth - 1)} }}",
            10 => $"{{ \"some\": {List()}{As()}{Where(depth)} }}",
            11 => $"{{ \"no\": {List()}{As()}{Where(depth)} }}",
            12 or 13 => $"{{ {Quantity(depth)}, {Comparison(depth)} }}",
            14 =>
                $"{{ \"share\": {List()}{As()}, \"of\": \"number\", \"among\": {Condition(depth - 1)}, \"where\": "
                    + $"{Condition(depth - 1)}{IfNone(depth)}, {Comparison(depth)} }}",
            15 when depth % 2 == 0 => $"{{ \"share\": [{Operand(depth - 1)}, {Operand(depth - 1)}]{IfNone(depth)}, {Comparison(depth)} }}",
            15 => $"{{ \"value\": {Operand(depth)}, {Comparison(depth)} }}",
            16 => $"{{ \"reachable\": {List()}{As()}, \"between\": \"{Path(0)}\", \"from\": {Operand(depth)}, "
                + $"\"to\": {Operand(depth)}{Where(depth)} }}",
            17 => $"{{ \"if\": {Condition(depth - 1)}, \"then\": {Condition(depth - 1)}, \"else\": {Condition(depth - 1)} }}",
            _ => $"{{ \"inOrder\": {List()}{As()}, \"by\": \"date\", \"steps\": {Conditions(depth)}, \"atLeast\": {Number()}"
                + (_random.Next(2) == 0 ? " }" : $", \"within\": {Operand(depth)} }}"),
        };

    private string Rule(int number)
    {
        var text = new StringBuilder($"{{ \"id\": \"r{number}\"");
        Maybe(text, "title", Text);
        Maybe(text, "stage", Text);
        Maybe(text, "holder", Text);
        Maybe(text, "strength", () => "\"preferred\", \"weight\": 2.50");
        Maybe(text, "when", () => Condition(2));
        text.Append(_random.Next(4) == 0 ? ", \"warnWhen\": " : ", \"require\": ").Append(Condition(4));
        Maybe(text, "by", () => _random.Next(2) == 0 ? "\"2022-01-09\"" : "{ \"fact\": \"talks.start\", \"minus\": \"P7D\" }");
        Maybe(text, "because", () => _random.Next(2) == 0 ? Text() : $"{{ \"en\": {Text()}, \"pt-BR\": {Text()} }}");
        Maybe(
            text,
            "source",
            () =>
                _random.Next(2) == 0
                    ? $"{{ \"quote\": {Text()} }}"
                    : $"[{{ \"document\": {Text()}, \"speaker\": {Text()} }}, {{ \"article\": {Text()} }}]"
        );
        return text.Append(" }").ToString();
    }

    private string Test(int depth) =>
        _random.Next(3) switch
        {
            0 => $"{{ \"{Path()}\": {Literal()} }}",
            1 => $"{{ \"{Path()}\": {{ {Comparison(depth)} }} }}",
            _ =>
                $"{{ \"{Path()}\": {{ \"between\": [{Operand(0)}, {Operand(0)}], \"notIn\": [{Literal()}], \"containsAll\": {{ "
                    + "\"parameter\": \"c\" } } }",
        };

    private string Comparison(int depth) => _random.Next(6) switch
    {
        0 => $"\"in\": [{Literal()}, {Literal()}]",
        1 => $"\"known\": {(_random.Next(2) == 0 ? "true" : "false")}",
        _ => $"\"{Operators[_random.Next(Operators.Length)]}\": {Operand(depth)}",
    };

    private string Operand(int depth)
    {
        // What is worked out of several values grows with each step, and would go on for ever.
        var form = depth < -4 ? null : _random.Next(10) switch
        {
            0 => $"\"fact\": \"{Path()}\"",
            7 when depth > 0 => $"\"from\": {{ \"1945-10-24\": {Operand(depth - 1)}, \"1965-08-31\": {Literal()} }}"
                + (_random.Next(2) == 0 ? string.Empty : $", \"at\": {Operand(depth - 1)}"),
            6 => $"\"quantity\": {Text()}",
            1 => $"\"parameter\": {Text()}",
            2 when depth > 0 => _random.Next(4) == 0 ? $"\"the\": {List()}{As()}{Of(depth)}{Where(depth)}" : Quantity(depth),
            3 when depth > 0 => Function(depth),
            4 when depth > 0 => $"\"if\": {Condition(depth - 1)}, \"else\": {Operand(depth - 1)}, \"then\": {Operand(depth - 1)}",
            8 when depth > 0 => $"\"firstKnown\": [{Operand(depth - 1)}, {Operand(depth - 1)}]",
            5 => $"\"value\": {Operand(depth - 1)}",
            _ => null,
        };
        if (form is null)
        {
            return Literal();
        }

        var text = new StringBuilder("{ ").Append(form);
        foreach (var key in new[] { "plus", "times", "minus" })
        {
            Maybe(text, key, () => Operand(depth - 1));
        }

        Maybe(text, "to", () => $"\"{Moves[_random.Next(Moves.Length)]}\"");
        return text.Append(" }").ToString();
    }

    private string Quantity(int depth)
    {
        var kind = new[] { "count", "sum", "min", "max" }[_random.Next(4)];
        return $"\"{kind}\": {List()}{As()}{(kind == "count" ? string.Empty : Of(depth))}{Where(depth)}"
            + (kind is "min" or "max" ? IfNone(depth) : string.Empty);
    }

    private string IfNone(int depth) => _random.Next(3) == 0 ? $", \"ifNone\": {Operand(depth - 1)}" : string.Empty;

    private string Of(int depth) => _random.Next(3) switch
    {
        0 => $", \"of\": {{ \"fact\": \"{Path()}\", \"times\": {Operand(depth - 1)} }}",
        1 => ", \"of\": 2.50",
        _ => string.Empty,
    };

    private string Function(int depth)
    {
        var function = Enum.GetValues<OperandFunction>()[_random.Next(Enum.GetValues<OperandFunction>().Length)];
        var row = OperandFunctions.Of(function);
        var arguments = Enumerable.Range(0, _random.Next(row.Fewest, Math.Min(row.Most, 4) + 1)).Select(_ => Operand(depth - 1)).ToList();
        return $"\"{OperandFunctions.NameOf(function)}\": "
            + $"{(arguments.Count == 1 && _random.Next(2) == 0 ? arguments[0] : $"[{string.Join(", ", arguments)}]")}";
    }

    private string Conditions(int depth) =>
        $"[{string.Join(", ", Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Condition(depth - 1)))}]";

    private string Where(int depth) => _random.Next(2) == 0 ? string.Empty : $", \"where\": {Condition(depth - 1)}";

    private string List() => _random.Next(6) switch
    {
        0 => "{ \"parameter\": \"annex\" }",
        1 => Selection(),
        _ => "\"delegations.delegates\"",
    };

    private string Selection()
    {
        var text = new StringBuilder("{ \"list\": ").Append(List()).Append(As());
        Maybe(text, "where", () => Condition(0));
        Maybe(text, "distinct", () => _random.Next(2) == 0 ? Key() : $"[{Key()}, {Key()}]");
        Maybe(text, "orderBy", () => _random.Next(2) == 0 ? OrderKey() : $"[{OrderKey()}, {OrderKey()}]");
        Maybe(text, "reversed", () => "true");
        Maybe(text, "skip", () => _random.Next(2) == 0 ? "0" : Number());
        Maybe(text, "take", () => _random.Next(3) == 0 ? $"{{ \"fact\": \"{Path()}\", \"plus\": 1 }}" : Number());
        Maybe(text, "ties", () => "true");
        return text.Append(" }").ToString();
    }

    private string Key() => _random.Next(3) == 0 ? $"{{ \"fact\": \"{Path()}\", \"plus\": {Literal()} }}" : $"\"{Path()}\"";

    private string OrderKey() => _random.Next(2) == 0 ? Key() : $"{{ \"descending\": {Key()} }}";

    private string As() => _random.Next(4) switch
    {
        0 => $", \"as\": \"element{++_names}\"",
        1 => $", \"as\": [\"element{++_names}\", \"element{++_names}\"]",
        _ => string.Empty,
    };

    private string Number() => _random.Next(2) == 0 ? "2" : "{ \"parameter\": \"few\" }";

    private string Path() => Paths[_random.Next(Paths.Length)];

    private string Path(int half) => Paths[_random.Next(Paths.Length / 2) + (half * (Paths.Length / 2))];

    private string Literal() => _random.Next(3) switch
    {
        0 => Text(),
        1 => _random.Next(-1000, 1000).ToString(CultureInfo.InvariantCulture) + (_random.Next(2) == 0 ? ".50" : "e3"),
        _ => "true",
    };

    private string Text()
    {
        string[] texts =
        [
            "written", "2022-01-10", "P3M", "a \"quoted\" word", "back\\slash", "line\nbreak\ttab", "Договор", "😀",
            "{party.id}", new string('x', 90),
        ];
        return JsonPrinter.Quote(texts[_random.Next(texts.Length)]);
    }

    private void Maybe(StringBuilder text, string key, Func<string> value)
    {
        if (_random.Next(2) == 0)
        {
            text.Append(", \"").Append(key).Append("\": ").Append(value());
        }
    }
}
