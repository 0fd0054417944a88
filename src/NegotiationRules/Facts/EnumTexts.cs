using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Serialization;
using Newtonsoft.Json;

namespace NegotiationRules.Facts;

/// <summary>The texts that stand for the values of an enum: the names, unless an attribute gives another.</summary>
internal sealed class EnumTexts
{
    // By name: this attribute came with .NET 9, and a program for .NET 8 may have it from a package.
    private const string StringEnumMember = "System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute";
    private static readonly ConditionalWeakTable<Type, EnumTexts> Known = [];

    private readonly Dictionary<object, string> _texts = [];
    private readonly HashSet<object> _unknown = [];

    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    private EnumTexts(Type type)
    {
        Name = type.Name;
        var texts = new List<string>();
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            // A second name of the same value is never written, so no scenario may have it.
            var text = TextOf(field);
            var value = field.GetValue(null)!;
            if (!_texts.TryAdd(value, text))
            {
                continue;
            }

            if (IsIgnored(field))
            {
                _unknown.Add(value);
            }
            else
            {
                texts.Add(text);
            }
        }

        Texts = texts;
    }

    /// <summary>The name of the type, for a report.</summary>
    public string Name { get; }

    /// <summary>In the order of the declaration; without those that stand for what is not known.</summary>
    public IReadOnlyList<string> Texts { get; }

    [RequiresUnreferencedCode(ObjectContract.Reflects)]
    public static EnumTexts Of(Type type) => Known.GetValue(type, static t => new EnumTexts(t));

    /// <summary>The text of a value; its number if it has no name, which no vocabulary accepts.</summary>
    public string TextOf(object value) =>
        _texts.TryGetValue(value, out var text) ? text : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    /// <summary>Whether a value stands for what is not known: the serializers are told to leave it out.</summary>
    public bool IsUnknown(object value) => _unknown.Contains(value);

    private static string TextOf(FieldInfo field) =>
        field.GetCustomAttribute<EnumMemberAttribute>()?.Value
        ?? field.CustomAttributes.FirstOrDefault(a => a.AttributeType.FullName == StringEnumMember)?.ConstructorArguments[0].Value as string
        ?? field.Name;

    private static bool IsIgnored(FieldInfo field) =>
        field.IsDefined(typeof(JsonIgnoreAttribute)) || field.IsDefined(typeof(System.Text.Json.Serialization.JsonIgnoreAttribute));
}
