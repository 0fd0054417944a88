using System.Globalization;
using System.Text;
using NegotiationRules.Facts;

namespace NegotiationRules.Generation.Facts;

/// <summary>Writes the types that hold a scenario.</summary>
internal static class CSharpRecords
{
    public static void Write(StringBuilder text, CSharpTypes types)
    {
        foreach (var (type, name) in types.AreOwn ? [] : types.Classes)
        {
            Write(text, types, type, name, type.Description ?? type.Title
                ?? (type == types.Scenario ? "The facts of one situation; what is null is unknown." : $"The facts of one {name}."));
        }

        if (types.Parameters is { } parameters)
        {
            Write(text, types, parameters, types.ClassOf(parameters), "What can be tuned; at first each has the value of the rule file.");
        }

        foreach (var enumeration in types.Enumerations)
        {
            enumeration.Write(text);
        }
    }

    private static void Write(StringBuilder text, CSharpTypes types, RecordType type, string name, string summary)
    {
        CSharpText.Summary(text.Append('\n'), "    ", summary);
        text.Append(CultureInfo.InvariantCulture, $"    public sealed record {name}\n    {{\n");
        for (var slot = 0; slot < type.Properties.Count; slot++)
        {
            if (!types.IsParameters(type.Properties[slot]))
            {
                text.Append(slot == 0 ? string.Empty : "\n");
                Write(text, types, type, slot);
            }
        }

        text.Append("    }\n");
    }

    private static void Write(StringBuilder text, CSharpTypes types, RecordType type, int slot)
    {
        var property = type.Properties[slot];
        var name = types.PropertyOf(type, slot);
        var mayBeUnknown = types.MayBeUnknown(property);
        CSharpText.Summary(text, "        ", property.Type.Description ?? property.Type.Title ?? $"The fact `{property.Name}`.");
        var sign = mayBeUnknown ? "?" : string.Empty;
        text.Append(CultureInfo.InvariantCulture, $"        public {types.TypeOf(property.Type)}{sign} {name}");
        text.Append(" { get; set; }").Append(InitialOf(types, property, mayBeUnknown)).Append('\n');
        if (types.HasCompleteness(property))
        {
            text.Append(CultureInfo.InvariantCulture,
                $"\n        /// <summary>Whether <see cref=\"{name}\"/>, if they are known, are all there are.</summary>\n");
            text.Append(CultureInfo.InvariantCulture, $"        public bool {types.CompletenessOf(type, slot)} {{ get; set; }} = true;\n");
        }
    }

    private static string InitialOf(CSharpTypes types, Property property, bool mayBeUnknown) =>
        property.Default.IsKnown && DefaultOf(types, property) is { } value ? $" = {value};"
        : mayBeUnknown ? string.Empty
        : property.Type switch
        {
            TextType { Values: not null } => string.Empty,
            TextType or DurationType => " = string.Empty;",
            RecordType record => $" = new {types.ClassOf(record)}();",
            ListType { Element: var element } => $" = Array.Empty<{types.TypeOf(element)}>();",
            _ => string.Empty,
        };

    private static string? DefaultOf(CSharpTypes types, Property property) => property.Type switch
    {
        BooleanType => property.Default.Boolean ? "true" : "false",
        ExactType { Scale: 0 } => CSharpText.Number(property.Default.Steps),
        ExactType exact => CSharpText.Decimal(property.Default.Steps, exact.Scale),
        RealType => CSharpText.Real(property.Default.Real),
        TextType text => types.EnumerationOf(text)?.MemberOf(property.Default.Text) ?? CSharpText.Literal(property.Default.Text),
        DateType => $"new {types.TypeOf(property.Type)}({DayOf(property.Default.Date.First)})",
        DateTimeType => string.Create(CultureInfo.InvariantCulture, $"new DateTimeOffset({property.Default.UtcTicks}L, TimeSpan.Zero)"),
        DurationType => CSharpText.Literal(property.Default.Duration.ToString()!),
        RecordType record => $"new {types.ClassOf(record)}()",
        _ => null,
    };

    private static string DayOf(int number)
    {
        var day = DateOnly.FromDayNumber(number);
        return string.Create(CultureInfo.InvariantCulture, $"{day.Year}, {day.Month}, {day.Day}");
    }
}
