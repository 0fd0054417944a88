using NegotiationRules.Analysis.Telling;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Sweeping;

/// <summary>Reads a <c>NAME.distribution.json</c>: how often the values of facts and parameters are drawn.</summary>
internal sealed class DistributionFileReader
{
    private readonly SyntaxDiagnostics _syntax;
    private readonly DistributionDiagnostics _diagnostics;
    private readonly Vocabulary? _vocabulary;
    private readonly IReadOnlyCollection<string>? _parameters;

    private DistributionFileReader(Vocabulary? vocabulary, RuleSet? rules, DiagnosticBag bag)
    {
        (_vocabulary, _parameters) = (vocabulary, rules?.Parameters.Select(one => one.Name).ToList());
        (_syntax, _diagnostics) = (new SyntaxDiagnostics(bag), new DistributionDiagnostics(bag));
    }

    /// <summary>What is drawn; <see langword="null"/> if it cannot be read, and standard error says why.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rules">The rules whose facts and parameters they are.</param>
    /// <param name="terminal">Where to say what is wrong.</param>
    public static IReadOnlyList<SweepDimension>? Read(string path, RuleSet rules, Terminal terminal)
    {
        var bag = new DiagnosticBag();
        var dimensions = Read(path, rules.Vocabulary, rules, bag);
        terminal.Report(bag.ToSorted());
        return bag.HasErrors ? null : dimensions;
    }

    /// <summary>What is drawn, as far as it can be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="vocabulary">The facts that it may name; <see langword="null"/> if there are none to be had.</param>
    /// <param name="rules">The rules whose parameters it may name; <see langword="null"/> if there are none to be had.</param>
    /// <param name="bag">What is wrong with it.</param>
    /// <param name="store">From where it is read; from this machine if left out.</param>
    public static IReadOnlyList<SweepDimension> Read(
        string path, Vocabulary? vocabulary, RuleSet? rules, DiagnosticBag bag, FileStore? store = null)
    {
        store ??= FileStore.Disk;
        if (store.Read(path, ReadingLimits.Default, isNamed: false, out var fault) is { } bytes && Utf8Text.Decode(bytes) is { } text)
        {
            return new DistributionFileReader(vocabulary, rules, bag).Read(new SourceText(path, text), bag);
        }

        new ScenarioDiagnostics(bag).CannotRead(path, fault ?? Utf8Text.NotUtf8);
        return [];
    }

    private List<SweepDimension> Read(SourceText source, DiagnosticBag bag)
    {
        var dimensions = new List<SweepDimension>();
        switch (JsonReader.Read(source, ReadingLimits.Default, bag))
        {
            case JsonObject file:
                var members = new MemberReader(file, DistributionFileShape.File, _syntax);
                members.Text("$schema");
                foreach (var member in members.Object("parameters")?.Members ?? [])
                {
                    if (_parameters is null || _parameters.Contains(member.Name))
                    {
                        Add(dimensions, member, values => SweepDimension.OfParameter(member.Name, values.Select(value => value ?? "null")));
                    }
                    else
                    {
                        _diagnostics.NoSuchParameter(member, _parameters);
                    }
                }

                foreach (var member in members.Object("facts")?.Members ?? [])
                {
                    if (_vocabulary is null || DrawnFact.Of(member.Name, _vocabulary) is not null)
                    {
                        Add(dimensions, member, values => SweepDimension.OfFact(member.Name, values));
                    }
                    else
                    {
                        _diagnostics.NoSuchFact(member, _vocabulary);
                    }
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
            _syntax.WrongKind(member.Value, $"`{member.Name}`", "an object", DistributionFileShape.Drawn.ExampleOf("uniform"));
            return;
        }

        var members = new MemberReader(written, DistributionFileShape.Drawn, _syntax);
        var given = DistributionFileShape.Drawn.Keys.Select(members.Find).OfType<JsonMember>().ToList();
        if (given.Count != 1)
        {
            _diagnostics.NotOne(written, member.Name, given.Count);
            return;
        }

        try
        {
            var isWeighted = given[0].Name == "weights";
            var dimension = isWeighted ? Weighted(members, make) : Ranged(given[0], members, make);
            if (dimension is not null && IsOfFact(dimension, (JsonObject)given[0].Value, isWeighted))
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

            values.Add(ParameterText.ReadOne(member.Name));
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

        var members = new MemberReader(written, ShapeOf(given.Name), _syntax);
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

    private static ObjectShape ShapeOf(string distribution) => distribution switch
    {
        "uniform" => DistributionFileShape.Uniform,
        "triangular" => DistributionFileShape.Triangular,
        _ => DistributionFileShape.Normal,
    };

    // Of a range the ends are looked at: what lies between two values that may be is one that may be.
    private bool IsOfFact(SweepDimension dimension, JsonObject written, bool isWeighted)
    {
        if (dimension.IsParameter || _vocabulary is null || DrawnFact.Of(dimension.Name, _vocabulary) is not { } fact)
        {
            return true;
        }

        IEnumerable<(object? Value, Span Span)> values = isWeighted
            ? dimension.Values.Zip(written.Members, (value, member) => (value, member.NameSpan))
            : [(dimension.Values[0], written.Find("from")!.Value.Span), (dimension.Values[^1], written.Find("to")!.Value.Span)];
        var isFine = true;
        foreach (var (value, span) in values)
        {
            if (fact.WhatIsWrongWith(value) is { } wrong)
            {
                _diagnostics.NotOfFact(span, wrong, isWeighted);
                isFine = false;
            }
        }

        return isFine;
    }
}
