using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using NegotiationRules.Facts;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>An object of a .NET type. Members are found by the names they have in C#; their facts are named as the serializer attributes
/// say.</summary>
/// <remarks>
/// <para>Read are public instance properties and fields, each when it is asked for, so a type may lead back to itself. A member that hides
/// one further up is found first, as in C#. Members of one type that differ in letter case only are told apart where letter case counts;
/// elsewhere neither can be meant.</para>
/// <para>Safe to share between threads.</para>
/// </remarks>
[RequiresUnreferencedCode(ObjectContract.Reflects)]
internal sealed record ClrRecord : RecordInput
{
    private readonly PropertyNaming _naming;
    private readonly Dictionary<string, MemberInfo[]> _declarations;
    private readonly Dictionary<(Type?, string), string> _facts;
    private readonly ConcurrentDictionary<MemberInfo, InputMember> _members = [];

    private ClrRecord(Type type, string name, PropertyNaming naming)
        : base(ClrType.NameOf(type) ?? name)
    {
        Type = type;
        _naming = naming;
        _facts = FactsOf(type, naming);
        _declarations = Lineage(type)
            .SelectMany(t => t.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(m => m is FieldInfo || (m is PropertyInfo p && p.GetIndexParameters().Length == 0))
            .GroupBy(m => m.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.ToArray(), StringComparer.OrdinalIgnoreCase);
        MemberNames =
        [
            .. _declarations.Values.SelectMany(same => same).Where(m => _facts.ContainsKey(KeyOf(m))).Select(m => m.Name).Distinct(),
        ];
    }

    public Type Type { get; }

    public override IReadOnlyList<string> MemberNames { get; }

    /// <summary>The type; <see langword="null"/> if its members cannot be told apart in a scenario.</summary>
    public static ClrRecord? Of(Type type, string name, PropertyNaming naming)
    {
        try
        {
            return new ClrRecord(type, name, naming);
        }
        catch (ArgumentException)
        {
            // Two members have the same name in JSON, or one has a name that no path can hold.
            return null;
        }
    }

    public override InputMember? Find(string name, bool isCaseSensitive)
    {
        if (!_declarations.TryGetValue(name, out var all))
        {
            return null;
        }

        // The nearest type that has such a member decides, whatever the types above it have.
        var found = isCaseSensitive ? all.Where(m => m.Name == name).ToArray() : all;
        var nearest = found.Where(m => m.DeclaringType == found[0].DeclaringType).ToArray();
        return nearest.Length switch
        {
            0 => null,
            1 => _members.GetOrAdd(nearest[0], Describe),
            _ => new InputMember(name, name, new OpaqueInput($"one of several members `{name}` that differ only in letter case")),
        };
    }

    /// <summary>The property or field behind a member, to read objects by.</summary>
    public MemberInfo? DeclarationOf(InputMember member) => _members.FirstOrDefault(known => known.Value == member).Key;

    public bool Equals(ClrRecord? other) => other is not null && Type == other.Type && Name == other.Name && _naming == other._naming;

    public override int GetHashCode() => HashCode.Combine(Type, _naming);

    private InputMember Describe(MemberInfo member) =>
        _facts.TryGetValue(KeyOf(member), out var fact)
            ? new InputMember(
                member.Name,
                fact,
                ClrType.Describe(member is PropertyInfo p ? p.PropertyType : ((FieldInfo)member).FieldType, member.Name, _naming)
            )
            : new InputMember(
                member.Name,
                member.Name,
                new OpaqueInput(
                    member switch
                    {
                        FieldInfo { IsStatic: true } or PropertyInfo { GetMethod.IsStatic: true } => "a static member",
                        PropertyInfo { GetMethod: not { IsPublic: true } } => "a property that cannot be read",
                        _ => "left out of the facts",
                    }
                )
            );

    // The core's contract knows properties, and fields that an attribute marks; expressions see every field.
    private static Dictionary<(Type?, string), string> FactsOf(Type type, PropertyNaming naming)
    {
        var facts = (type.IsInterface ? Lineage(type) : [type])
            .SelectMany(t => ObjectContract.Of(t, naming).Members)
            .ToDictionary(m => KeyOf(m.Declaration), m => m.Name);
        var names = facts.Values.ToHashSet(StringComparer.Ordinal);
        foreach (
            var field in type.GetFields(BindingFlags.Public | BindingFlags.Instance)
                .Where(f => !facts.ContainsKey(KeyOf(f)) && !IsLeftOut(f))
        )
        {
            var name = naming == PropertyNaming.CamelCase ? JsonNamingPolicy.CamelCase.ConvertName(field.Name) : field.Name;
            if (names.Add(name))
            {
                facts.Add(KeyOf(field), name);
            }
        }

        return facts;
    }

    // Reflection gives an inherited member a face for each type it is seen through; where it was declared tells them to be one.
    private static (Type?, string) KeyOf(MemberInfo member) => (member.DeclaringType, member.Name);

    private static bool IsLeftOut(FieldInfo field) =>
        field.CustomAttributes.Any(a => a.AttributeType.Name == nameof(System.Text.Json.Serialization.JsonIgnoreAttribute));

    // The order in which a member is looked for: the type, then what it is made of.
    private static IEnumerable<Type> Lineage(Type type)
    {
        if (type.IsInterface)
        {
            return type.GetInterfaces().Prepend(type);
        }

        var lineage = new List<Type>();
        for (var at = type; at is not null; at = at.BaseType)
        {
            lineage.Add(at);
        }

        return lineage;
    }
}
