using System.Reflection;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.RulesEngine.Inputs;

/// <summary>Tells which facts can be read so that they mean the same to C# and to the rule language.</summary>
internal static class ReadablePaths
{
    /// <summary>Why a fact cannot be read; <see langword="null"/> if it can.</summary>
    /// <param name="path">Its path; lists stand in it like objects.</param>
    /// <param name="slots">Where the inputs are, by the names of their facts.</param>
    /// <param name="properties">Which properties may be read.</param>
    public static string? WhyNot(string path, IReadOnlyDictionary<string, InputSlot> slots, PropertyReading properties)
    {
        var names = path.Split('.');
        if (!slots.TryGetValue(names[0], out var slot))
        {
            return $"`{names[0]}` is not an input";
        }

        var (type, input) = Element(slot.Type, slot.Input);
        foreach (var name in names.AsSpan(1))
        {
            if (input is not ClrRecord record)
            {
                return $"nothing is known of `{path}`";
            }

            var (declaration, member) = FactReaderBuilder.MemberOf(record, name);
            if (declaration is PropertyInfo property && !properties.IsAllowed(property))
            {
                return $"`{path}` is worked out by code, which may have effects; if it has none, say so in "
                    + $"{nameof(NegotiationRulesEngineOptions)}.{nameof(NegotiationRulesEngineOptions.IsPure)}";
            }

            (type, input) = Element(FactReaderBuilder.TypeOf(declaration), member.Type);
        }

        return input is ScalarInput && !CanRead(Nullable.GetUnderlyingType(type) ?? type)
            ? $"`{path}` is of the type `{type.Name}`, whose numbers are not those of the rule language"
            : null;
    }

    private static (Type Type, InputType Input) Element(Type type, InputType input) =>
        input is ListInput list ? Element(FactReaderBuilder.ElementOf(type), list.Element) : (type, input);

    private static bool CanRead(Type type) =>
        (bool)typeof(ScalarReader<>).MakeGenericType(type).GetProperty(nameof(ScalarReader<int>.CanRead))!.GetValue(null)!;
}
