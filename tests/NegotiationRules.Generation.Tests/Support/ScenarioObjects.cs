using System.Reflection;
using NegotiationRules.Facts;

namespace NegotiationRules.Generation.Tests.Support;

/// <summary>Makes the objects that generated code evaluates of the facts of scenarios.</summary>
/// <param name="scenario">The type of a scenario.</param>
/// <param name="areAllKnown">Whether it is one in which all is known.</param>
internal sealed class ScenarioObjects(Type scenario, bool areAllKnown)
{
    /// <summary>The object; <see langword="null"/> if none says these facts: a day that is only a month, an element of which nothing is
    /// known, or what is not known where everything is.</summary>
    public object? Of(FactRecord facts)
    {
        try
        {
            return Record(facts, scenario);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    // Properties stand in the order of the vocabulary; behind a list stands whether it is complete.
    private object Record(FactRecord facts, Type type)
    {
        var made = Activator.CreateInstance(type)!;
        var properties = new Queue<PropertyInfo>(type.GetProperties());
        for (var slot = 0; slot < facts.Type.Properties.Count; slot++)
        {
            var (fact, of) = (facts[slot], facts.Type.Properties[slot]);
            var property = properties.Dequeue();
            if (areAllKnown && (!fact.IsKnown || (of.Type is ListType && !fact.List.IsComplete)))
            {
                throw new NotSupportedException();
            }

            property.SetValue(made, Value(fact, of.Type, property.PropertyType));
            if (!areAllKnown && of.Type is ListType { CompleteBy: null })
            {
                properties.Dequeue().SetValue(made, !fact.IsKnown || fact.List.IsComplete);
            }
        }

        return made;
    }

    private object? Value(FactValue fact, FactType type, Type of)
    {
        if (!fact.IsKnown)
        {
            return null;
        }

        of = Nullable.GetUnderlyingType(of) ?? of;
        switch (type)
        {
            case BooleanType:
                return fact.Boolean;
            case ExactType { Scale: 0 }:
                return Convert.ChangeType(fact.Steps, of, System.Globalization.CultureInfo.InvariantCulture);
            case ExactType exact:
                return (decimal)fact.Steps / (decimal)Math.Pow(10, exact.Scale);
            case RealType:
                return fact.Real;
            case TextType text when of.IsEnum:
                return Enum.ToObject(of, text.Values!.ToList().IndexOf(fact.Text));
            case TextType:
                return fact.Text;
            case DurationType:
                return fact.Duration.ToString();
            case DateType:
                var day = fact.Date.IsDay ? DateOnly.FromDayNumber(fact.Date.First) : throw new NotSupportedException();
                return of == typeof(DateOnly) ? day : day.ToDateTime(default);
            case DateTimeType:
                return new DateTimeOffset(fact.UtcTicks, TimeSpan.Zero);
            case RecordType:
                return Record(fact.Record, of);
            case ListType list:
                var elements = Array.CreateInstance(of.GetElementType()!, fact.List.Count);
                for (var i = 0; i < elements.Length; i++)
                {
                    elements.SetValue(Value(fact.List[i], list.Element, of.GetElementType()!) ?? throw new NotSupportedException(), i);
                }

                return elements;
            default:
                throw new NotSupportedException();
        }
    }
}
