using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Serialization;

namespace NegotiationRules.Facts;

/// <summary>The texts that stand for the values of an enum: the names, unless an attribute gives another.</summary>
internal sealed class EnumTexts
{
    // By name: this attribute came with .NET 9, and a program for .NET 8 may have it from a package.
    private const string StringEnumMember = "System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute";
    private static readonly ConditionalWeakTable<Type, EnumTexts> Known = [];

    private readonly Dictionary<object, string> _texts = [];

    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    private EnumTexts(Type type)
    {
        var texts = new List<string>();
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            // A second name of the same value is never written, so no scenario may have it.
            var text = TextOf(field);
            if (_texts.TryAdd(field.GetValue(null)!, text))
            {
                texts.Add(text);
            }
        }

        Texts = texts;
    }

    /// <summary>In the order of the declaration.</summary>
    public IReadOnlyList<string> Texts { get; }

    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    public static EnumTexts Of(Type type) => Known.GetValue(type, static t => new EnumTexts(t));

    /// <summary>The text of a value; its number if it has no name, which no vocabulary accepts.</summary>
    public string TextOf(object value) =>
        _texts.TryGetValue(value, out var text) ? text : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static string TextOf(FieldInfo field) =>
        field.GetCustomAttribute<EnumMemberAttribute>()?.Value
        ?? field.CustomAttributes.FirstOrDefault(a => a.AttributeType.FullName == StringEnumMember)?.ConstructorArguments[0].Value as string
        ?? field.Name;
}
