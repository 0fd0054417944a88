using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Newtonsoft.Json;
using JsonIgnoreAttribute = System.Text.Json.Serialization.JsonIgnoreAttribute;

namespace NegotiationRules.Facts;

/// <summary>The members of a .NET type that are facts, under the names that its serializer attributes give them.</summary>
/// <remarks>
/// Public readable properties, and public fields that an attribute marks for serialization. Newtonsoft's and System.Text.Json's
/// attributes are honoured alike, so that a type serves whichever of them a program uses.
/// </remarks>
internal sealed class ObjectContract
{
    public const string Reflects =
        "The properties of the type are found by reflection. In a trimmed program use Scenario.Parse or Scenario.Create, and "
            + "Vocabulary.Load.";

    private static readonly ConditionalWeakTable<Type, ObjectContract> CamelCased = [];
    private static readonly ConditionalWeakTable<Type, ObjectContract> Declared = [];

    [RequiresUnreferencedCode(Reflects)]
    private ObjectContract(Type type, PropertyNaming naming)
    {
        var members = new List<Member>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in FactsOf(type))
        {
            var name = NameOf(member, naming);
            if (!Property.IsName(name))
            {
                throw new ArgumentException(
                    $"{type}.{member.Name}: `{name}` cannot be the name of a fact. A name has no full stop, bracket, brace or quotation "
                        + "mark.",
                    nameof(type)
                );
            }

            if (!names.Add(name))
            {
                throw new ArgumentException($"{type}: two properties are called `{name}`.", nameof(type));
            }

            members.Add(new Member(name, member));
        }

        Members = members;
    }

    public IReadOnlyList<Member> Members { get; }

    /// <exception cref="ArgumentException">Two members have the same name, or one has a name that no path can hold.</exception>
    [RequiresUnreferencedCode(Reflects)]
    public static ObjectContract Of(Type type, PropertyNaming naming) => naming == PropertyNaming.CamelCase
        ? CamelCased.GetValue(type, static t => new ObjectContract(t, PropertyNaming.CamelCase))
        : Declared.GetValue(type, static t => new ObjectContract(t, PropertyNaming.AsDeclared));

    // A derived type's member hides one of the same name further up; reflection gives both.
    [RequiresUnreferencedCode(Reflects)]
    private static IEnumerable<MemberInfo> FactsOf(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.Instance)
        .Where(m => IsFact(m) && !IsIgnored(m))
        .GroupBy(m => m.Name)
        .Select(same => same.MaxBy(m => Ancestry(m.DeclaringType!))!)
        .OrderBy(m => Ancestry(m.DeclaringType!))
        .ThenBy(m => m.MetadataToken);

    private static int Ancestry(Type type) => type.BaseType is { } parent ? Ancestry(parent) + 1 : 0;

    private static bool IsFact(MemberInfo member) =>
        member switch
        {
            PropertyInfo p => p.GetMethod is { IsPublic: true }
                && p.GetIndexParameters().Length == 0
                && !p.PropertyType.IsByRefLike
                && !p.PropertyType.IsByRef
                && !p.PropertyType.IsPointer,
            FieldInfo f => f.IsDefined(typeof(JsonPropertyAttribute))
                || f.IsDefined(typeof(JsonPropertyNameAttribute))
                || f.IsDefined(typeof(JsonIncludeAttribute)),
            _ => false,
        };

    private static bool IsIgnored(MemberInfo member) =>
        member.IsDefined(typeof(Newtonsoft.Json.JsonIgnoreAttribute))
        || member.GetCustomAttribute<JsonIgnoreAttribute>() is { Condition: JsonIgnoreCondition.Always };

    private static string NameOf(MemberInfo member, PropertyNaming naming) =>
        member.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName
        ?? member.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
        ?? (naming == PropertyNaming.CamelCase ? JsonNamingPolicy.CamelCase.ConvertName(member.Name) : member.Name);

    /// <summary>One fact of a type.</summary>
    internal sealed record Member(string Name, MemberInfo Declaration)
    {
        public Type Type => Declaration is PropertyInfo property ? property.PropertyType : ((FieldInfo)Declaration).FieldType;

        // What the program's own code throws is the program's to see, as it was thrown.
        public object? Read(object owner) => Declaration is PropertyInfo property
            ? property.GetValue(owner, BindingFlags.DoNotWrapExceptions, null, null, null)
            : ((FieldInfo)Declaration).GetValue(owner);
    }
}
