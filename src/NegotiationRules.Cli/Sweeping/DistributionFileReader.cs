using NegotiationRules.Cli.Output;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Sweeping;

/// <summary>Reads a <c>NAME.distribution.json</c>: how often the values of facts and parameters are drawn.</summary>
internal sealed class DistributionFileReader
{
    private static readonly ObjectShape Shape = new("a distribution file",
        ("$schema", "\"../schema/distribution.schema.json\""),
        ("facts", "{ \"talks.mediated\": { \"weights\": { \"true\": 3, \"false\": 1 } } }"),
        ("parameters", "{ \"leastTermYears\": { \"uniform\": { \"from\": 5, \"to\": 20 } } }"));

    private static readonly ObjectShape ValuesShape = new("what is drawn of a fact or a parameter",
        ("weights", "{ \"true\": 3, \"false\": 1 }"),
        ("uniform", "{ \"from\": 5, \"to\": 20 }"),
        ("triangular", "{ \"from\": 5, \"mode\": 10, \"to\": 20 }"),
        ("normal", "{ \"from\": 5, \"mean\": 10, \"deviation\": 3, \"to\": 20 }"));

    private static readonly Dictionary<string, ObjectShape> RangeShapes = new(StringComparer.Ordinal)
    {
        ["uniform"] = Range("a uniform distribution"),
        ["triangular"] = Range("a triangular distribution", ("mode", "10")),
        ["normal"] = Range("a normal distribution", ("mean", "10"), ("deviation", "3")),
    };

    private readonly SyntaxDiagnostics _syntax;
    private readonly DistributionDiagnostics _diagnostics;
    private readonly RuleSet _rules;
    private readonly Func<string, object?> _read;

    private DistributionFileReader(RuleSet rules, Func<string, object?> read, DiagnosticBag bag)
    {
        (_rules, _read) = (rules, read);
        (_syntax, _diagnostics) = (new SyntaxDiagnostics(bag), new DistributionDiagnostics(bag));
    }

    /// <summary>What is drawn; <see langword="null"/> if it cannot be read, and standard error says why.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rules">The rules whose facts and parameters they are.</param>
    /// <param name="read">Reads a value that is written as text.</param>
    /// <param name="terminal">Where to say what is wrong.</param>
    public static IReadOnlyList<SweepDimension>? Read(string path, RuleSet rules, Func<string, object?> read, Terminal terminal)
    {
        var bag = new DiagnosticBag();
        var dimensions = new List<SweepDimension>();
        if (Utf8Text.ReadFile(path, ReadingLimits.Default, out var fault) is { } bytes && Utf8Text.Decode(bytes) is { } text)
        {
            dimensions = new DistributionFileReader(rules, read, bag).Read(new SourceText(path, text), bag);
        }
        else
        {
            new ScenarioDiagnostics(bag).CannotRead(path, fault ?? Utf8Text.NotUtf8);
        }

        terminal.Report(bag.ToSorted());
        return bag.HasErrors ? null : dimensions;
    }

    private List<SweepDimension> Read(SourceText source, DiagnosticBag bag)
    {
        var dimensions = new List<SweepDimension>();
        switch (JsonReader.Read(source, ReadingLimits.Default, bag))
        {
            case JsonObject file:
                var members = new MemberReader(file, Shape, _syntax);
                members.Text("$schema");
                var known = _rules.Parameters.Select(one => one.Name).ToList();
                foreach (var member in members.Object("parameters")?.Members ?? [])
                {
                    if (known.Contains(member.Name))
                    {
                        Add(dimensions, member, values => SweepDimension.OfParameter(member.Name, values.Select(value => value ?? "null")));
                    }
                    else
                    {
                        _diagnostics.NoSuchParameter(member, known);
                    }
                }

                foreach (var member in members.Object("facts")?.Members ?? [])
                {
                    Add(dimensions, member, values => SweepDimension.OfFact(member.Name, values));
                }

                break;
            case { } other:
                _diagnostics.NotAnObject(other);
                break;
            default:
                break;
        }

        return dimensions;
    }

    private void Add(List<SweepDimension> dimensions, JsonMember member, Func<IEnumerable<object?>, SweepDimension> make)
    {
        if (member.Value is not JsonObject written)
        {
            _syntax.WrongKind(member.Value, $"`{member.Name}`", "an object", ValuesShape.ExampleOf("uniform"));
            return;
        }

        var members = new MemberReader(written, ValuesShape, _syntax);
        var given = ValuesShape.Keys.Select(members.Find).OfType<JsonMember>().ToList();
        if (given.Count != 1)
        {
            _diagnostics.NotOne(written, member.Name, given.Count);
            return;
        }

        try
        {
            var dimension = given[0].Name == "weights" ? Weighted(members, make) : Ranged(given[0], members, make);
            if (dimension is not null)
            {
                dimensions.Add(dimension);
            }
        }
        catch (ArgumentException fault)
        {
            _diagnostics.CannotBe(given[0], fault.Message);
        }
    }

    private SweepDimension? Weighted(MemberReader members, Func<IEnumerable<object?>, SweepDimension> make)
    {
        var (values, weights) = (new List<object?>(), new List<decimal>());
        foreach (var member in members.Object("weights")?.Members ?? [])
        {
            if (member.Value is not JsonNumber { Digits: var digits } || Number(digits) is not { } weight)
            {
                _syntax.WrongKind(member.Value, $"`{member.Name}`", "a number", "3");
                return null;
            }

            values.Add(_read(member.Name));
            weights.Add(weight);
        }

        return make(values).WithWeights(weights);
    }

    private SweepDimension? Ranged(JsonMember given, MemberReader around, Func<IEnumerable<object?>, SweepDimension> make)
    {
        if (around.Object(given.Name) is not { } written)
        {
            return null;
        }

        var members = new MemberReader(written, RangeShapes[given.Name], _syntax);
        var (from, to, step) = (Place(members, "from"), Place(members, "to"), members.Find("step") is null ? 1 : Place(members, "step"));
        if (from is null || to is null || step is null)
        {
            return null;
        }

        var dimension = make(Values(from, to, step));
        return given.Name switch
        {
            "triangular" => Place(members, "mode") is { } mode ? dimension.WithTriangular(mode) : null,
            "normal" => Place(members, "mean") is { } mean && Place(members, "deviation") is { } deviation
                ? dimension.WithNormal(mean, deviation is DateOnly ? double.NaN : (double)Convert.ToDecimal(deviation, null)) : null,
            _ => dimension,
        };
    }

    private static IReadOnlyList<object> Values(object from, object to, object step) => (from, to, step) switch
    {
        (decimal first, decimal last, decimal by) => SweepDimension.Numbers(first, last, by),
        (decimal first, decimal last, int by) => SweepDimension.Numbers(first, last, by),
        (DateOnly first, DateOnly last, decimal by) when decimal.Truncate(by) == by && by is > 0 and < 10_000_000 =>
            SweepDimension.Days(first, last, (int)by),
        (DateOnly first, DateOnly last, int by) => SweepDimension.Days(first, last, by),
        _ => throw new ArgumentException("`from` and `to` are two numbers, or two days, and `step` a number (of days)."),
    };

    // A number, or a day as text.
    private object? Place(MemberReader members, string key)
    {
        switch (members.Required(key)?.Value)
        {
            case JsonNumber number when Number(number.Digits) is { } read:
                return read;
            case JsonText text when DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", out var day):
                return day;
            case { } other:
                _syntax.WrongKind(other, $"`{key}`", "a number, or a day", "5, or \"2022-01-10\"");
                return null;
            default:
                return null;
        }
    }

    private static decimal? Number(string digits) =>
        decimal.TryParse(digits, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number : null;

    private static ObjectShape Range(string name, params (string Key, string Example)[] more) =>
        new(name, [("from", "5"), ("to", "20"), ("step", "1"), .. more]);
}
