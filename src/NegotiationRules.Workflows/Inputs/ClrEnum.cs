using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NegotiationRules.Facts;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>What an enum of .NET is to the expressions of a workflow.</summary>
[RequiresUnreferencedCode(ObjectContract.Reflects)]
internal static class ClrEnum
{
    public static InputType Describe(Type type, bool isNullable)
    {
        if (type.IsDefined(typeof(FlagsAttribute), inherit: false))
        {
            return new OpaqueInput($"`{type.Name}`, a set of flags");
        }

        // Names of the same value share its text, as they share it in a scenario.
        var values = type.GetFields(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static)
            .Select(field => (field.Name, Value: field.GetValue(null)!))
            .ToList();
        var texts = EnumTexts.Of(type);
        return values.Count == 0 || texts.Texts.Distinct(StringComparer.Ordinal).Count() < texts.Texts.Count
            ? new OpaqueInput($"`{type.Name}`, whose values have no texts of their own")
            : new EnumInput(
                type.Name,
                [.. values.Select(v => v.Name)],
                [.. values.Select(v => texts.TextOf(v.Value))],
                [.. values.Select(v => NumberOf(v.Value))],
                isNullable
            );
    }

    private static long NumberOf(object value) => Type.GetTypeCode(value.GetType()) == TypeCode.UInt64
        ? unchecked((long)Convert.ToUInt64(value, CultureInfo.InvariantCulture))
        : Convert.ToInt64(value, CultureInfo.InvariantCulture);
}
