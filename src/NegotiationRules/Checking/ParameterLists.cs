using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>Checks parameters that are lists: that their values are alike, and what they measure.</summary>
internal sealed class ParameterLists(
    Declarations declared, CheckDiagnostics diagnostics, Readings readings, LiteralChecker literals)
{
    /// <summary>A parameter that is a list, its elements read as <paramref name="expected"/>.</summary>
    public ListReference? Check(Name name, Measure? expected, IReadOnlyList<string>? among)
    {
        if (declared.FindParameter(name) is not { } parameter)
        {
            return null;
        }

        if (parameter.Value is not JsonArray array)
        {
            diagnostics.ParameterIsNoList(name, parameter.Value);
            return null;
        }

        if (parameter.Records is { } records)
        {
            if (expected is null)
            {
                return new ListReference { Path = name.Text, Element = records.Type, Values = records.Values };
            }

            diagnostics.RecordsWhereValues(name.Span, name.Text);
            return null;
        }

        var constants = CheckConstants(array.Items, name, expected ?? readings.OfElements(parameter), among);
        if (constants is null)
        {
            return null;
        }

        var measure =
            constants.Count == 0
                ? expected ?? new Measure(MeasureKind.Text)
                : constants.Select(c => c.Measure).Aggregate((a, b) => a.Widest(b));
        FactType element = measure.Kind switch
        {
            MeasureKind.Boolean => new BooleanType(),
            MeasureKind.Exact => new ExactType(measure.Scale),
            MeasureKind.Real => new RealType(),
            MeasureKind.Day => new DateType { HasPeriods = constants.Exists(c => !c.Value.Date.IsDay) },
            MeasureKind.Instant => new DateTimeType(),
            MeasureKind.Duration => new DurationType(),
            MeasureKind.Text => new TextType(),
        };
        readings.Register(element, parameter);
        var values = ImmutableArray.CreateBuilder<FactValue>(constants.Count);
        foreach (var constant in constants)
        {
            if (InMeasure(constant, measure) is not { } value)
            {
                diagnostics.OutOfRange(array.Items[values.Count].Span);
                return null;
            }

            values.Add(value);
        }

        return new ListReference { Path = name.Text, Element = element, Values = values.MoveToImmutable() };
    }

    private List<Constant>? CheckConstants(IReadOnlyList<JsonValue> items, Name parameter, Measure? expected, IReadOnlyList<string>? among)
    {
        var constants = items
            .Select(item => literals.Check(item, parameter.Span, expected, parameter.Text, null))
            .TakeWhile(constant => constant is not null)
            .OfType<Constant>()
            .ToList();
        if (constants.Count < items.Count)
        {
            return null;
        }

        if (constants.Find(c => !c.Measure.AgreesWith(constants[0].Measure)) is { } odd)
        {
            diagnostics.MixedList(items[constants.IndexOf(odd)].Span, constants[0].Measure, odd.Measure);
            return null;
        }

        for (var i = 0; among is not null && i < constants.Count; i++)
        {
            if (!among.Contains(constants[i].Value.Text))
            {
                diagnostics.UnknownValue(parameter.Span, constants[i].Value.Text, parameter.Text, among, items[i].Span);
                return null;
            }
        }

        return constants;
    }

    // Nothing, if a large number cannot be kept in steps as fine as another one of the list needs.
    private static FactValue? InMeasure(Constant constant, Measure measure)
    {
        switch (measure.Kind)
        {
            case MeasureKind.Exact:
                var steps = (Int128)constant.Value.Steps * Scales.Power(measure.Scale - constant.Measure.Scale);
                return steps >= long.MinValue && steps <= long.MaxValue ? FactValue.OfSteps((long)steps) : null;
            case MeasureKind.Real:
                return FactValue.Of(Constants.Real(constant));
            default:
                return constant.Value;
        }
    }
}
