using System.Reflection;
using NegotiationRules.Facts;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.RulesEngine.Inputs;

/// <summary>Makes what reads values of a .NET type as facts.</summary>
/// <param name="reckoned">The paths of the facts that are reckoned with.</param>
/// <param name="properties">Which properties may be read.</param>
internal sealed class FactReaderBuilder(IReadOnlySet<string> reckoned, PropertyReading properties)
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.NonPublic;

    /// <param name="type">The .NET type.</param>
    /// <param name="input">What it is to expressions.</param>
    /// <param name="fact">The facts that are wanted.</param>
    /// <param name="path">Its path from the scenario.</param>
    public FactReader Build(Type type, InputType input, FactType fact, string path) =>
        (FactReader)Call(nameof(Make), [type], input, fact, path);

    /// <summary>The member that has a fact.</summary>
    public static (MemberInfo Declaration, InputMember Member) MemberOf(ClrRecord record, string fact)
    {
        var member = record.MemberNames.Select(name => record.Find(name, isCaseSensitive: true)!).First(m => m.Fact == fact);
        return (record.DeclarationOf(member)!, member);
    }

    public static Type TypeOf(MemberInfo declaration) =>
        declaration is PropertyInfo property ? property.PropertyType : ((FieldInfo)declaration).FieldType;

    /// <summary>The type of the elements of a list.</summary>
    public static Type ElementOf(Type list) => (list.IsInterface ? list.GetInterfaces().Append(list) : list.GetInterfaces())
        .First(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>)).GetGenericArguments()[0];

    private FactReader<T> Make<T>(InputType input, FactType fact, string path)
    {
        if (Nullable.GetUnderlyingType(typeof(T)) is { } given)
        {
            return (FactReader<T>)New(typeof(NullableReader<>).MakeGenericType(given), Build(given, input, fact, path));
        }

        return (fact, input) switch
        {
            (TextType text, EnumInput) => (FactReader<T>)New(typeof(EnumReader<>).MakeGenericType(typeof(T)), text),
            (RecordType wanted, ClrRecord record) => new ObjectReader<T>(
                wanted,
                [.. wanted.Properties.Select(p => Member<T>(record, p, path))]
            ),
            (RecordType { Properties.Count: 0 } wanted, _) => new ObjectReader<T>(wanted, []),
            (ListType wanted, ListInput list) => (FactReader<T>)
                Call(nameof(MakeList), [typeof(T), ElementOf(typeof(T))], list, wanted, path),
            _ => new ScalarReader<T>(fact, reckoned.Contains(path)),
        };
    }

    private FactReader<TList> MakeList<TList, TElement>(ListInput input, ListType fact, string path)
        where TList : IEnumerable<TElement> =>
        new ListReader<TList, TElement>((FactReader<TElement>)Build(typeof(TElement), input.Element, fact.Element, path));

    private ObjectMemberReader<TOwner> Member<TOwner>(ClrRecord record, Property wanted, string path)
    {
        var (declaration, member) = MemberOf(record, wanted.Name);
        return (ObjectMemberReader<TOwner>)
            Call(nameof(MakeMember), [typeof(TOwner), TypeOf(declaration)], declaration, member.Type, wanted.Type, $"{path}.{wanted.Name}");
    }

    // A getter of a struct takes its owner by reference, and a field has none: these few go by reflection.
    private ObjectMemberReader<TOwner> MakeMember<TOwner, TValue>(MemberInfo declaration, InputType input, FactType fact, string path)
    {
        var reader = (FactReader<TValue>)Build(typeof(TValue), input, fact, path);
        switch (declaration)
        {
            case PropertyInfo { GetMethod: { } getter } declared when !typeof(TOwner).IsValueType:
                var get = getter.CreateDelegate<Func<TOwner, TValue>>();
                return getter.IsVirtual && !getter.IsFinal && !typeof(TOwner).IsSealed
                    ? new VirtualReader<TOwner, TValue>(declared, properties, get, reader)
                    : new ObjectMemberReader<TOwner, TValue>(get, reader);
            case PropertyInfo property:
                return new ObjectMemberReader<TOwner, TValue>(owner => (TValue)property.GetValue(owner)!, reader);
            default:
                return new ObjectMemberReader<TOwner, TValue>(owner => (TValue)((FieldInfo)declaration).GetValue(owner)!, reader);
        }
    }

    private object Call(string method, Type[] types, params object[] arguments) =>
        typeof(FactReaderBuilder).GetMethod(method, Own)!.MakeGenericMethod(types).Invoke(this, arguments)!;

    private static object New(Type type, object argument) => Activator.CreateInstance(type, argument)!;
}
