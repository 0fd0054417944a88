using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Newtonsoft.Json.Linq;

namespace NegotiationRules.Facts.Columns;

/// <summary>Finds the properties from which tables are filled, and sees to it that the types of all others are those of their
/// facts.</summary>
/// <remarks>Whatever does not fit gives <see langword="null"/>: the plain way then says why, or knows what to do.</remarks>
[RequiresUnreferencedCode(ObjectContract.Reflects)]
internal sealed partial class ObjectFillerBuilder(ObjectOptions options, TableFiller filler)
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.NonPublic;

    // As deep as the plain way follows objects.
    private readonly int _deepest = ReadingLimits.Default.Depth;
    private int _depth;

    public ObjectFiller<TOwner>? Build<TOwner>(RecordPlan plan, bool isRoot)
        where TOwner : class
    {
        if (!IsObject(typeof(TOwner)) || _depth == _deepest)
        {
            return null;
        }

        _depth++;
        var built = new ObjectFiller<TOwner>(plan, filler);
        var members = new List<ObjectFiller<TOwner>.Member>();
        var missing = plan.Reads;
        var properties = ObjectContract.Of(typeof(TOwner), options.Naming).Members;
        foreach (var member in properties)
        {
            if (isRoot && member.Name == FillPlan.Schema)
            {
                continue;
            }

            var slot = plan.Type.SlotOf(member.Name);
            if (slot < 0 || !plan.Facts[slot].IsRead)
            {
                if (slot < 0 ? !MayBeBeside(plan.Type, member) : !Fits(member.Type, plan.Facts[slot].Type, _depth))
                {
                    return null;
                }

                continue;
            }

            if (
                member.Declaration is not PropertyInfo { GetMethod: { } getter }
                || !TryFindCompleteness<TOwner>(plan, slot, properties, out var completeness)
                || MemberOf(getter, member.Type, plan.Facts[slot], completeness) is not { } read
            )
            {
                return null;
            }

            members.Add(read);
            missing &= ~(1ul << slot);
        }

        // A default of a list is as complete as another fact says, which only a property that there is would ask for.
        if ((missing & plan.Completed) != 0 && Array.Exists(plan.CompletedLists, list => plan.Facts[list.Slot].Absent.IsKnown))
        {
            return null;
        }

        _depth--;
        built.Set(members, missing);
        return built;
    }

    private ObjectFiller<TOwner>.Member? MemberOf<TOwner>(
        MethodInfo getter, Type type, FactPlan fact, ObjectFiller<TOwner>.Completeness? completeness)
        where TOwner : class
    {
        if (fact.Record is { } record)
        {
            return IsObject(type) && Build(type, record) is { } inner
                ? new ObjectFiller<TOwner>.ObjectMember(getter.CreateDelegate<Func<TOwner, object?>>(), fact, inner, filler)
                : null;
        }

        if (fact.List is not null)
        {
            return type.IsValueType ? null
                : ElementOf(type) is { } element ? ListOf(getter.CreateDelegate<Func<TOwner, object?>>(), element, fact, completeness)
                : completeness is null ? PartialListOf<TOwner>(getter, type, fact)
                : null;
        }

        if (!CanBe(type, fact.Type))
        {
            return null;
        }

        return (Nullable.GetUnderlyingType(type) ?? type).IsEnum ? EnumOf<TOwner>(getter, type, fact)
            : type == typeof(string)
                ? new ObjectFiller<TOwner>.ScalarMember<string?>(getter.CreateDelegate<Func<TOwner, string?>>(), fact, filler)
            : Scalar<TOwner, bool>(getter, type, fact)
                ?? Scalar<TOwner, int>(getter, type, fact)
                ?? Scalar<TOwner, long>(getter, type, fact)
                ?? Scalar<TOwner, short>(getter, type, fact)
                ?? Scalar<TOwner, byte>(getter, type, fact)
                ?? Scalar<TOwner, uint>(getter, type, fact)
                ?? Scalar<TOwner, ulong>(getter, type, fact)
                ?? Scalar<TOwner, ushort>(getter, type, fact)
                ?? Scalar<TOwner, sbyte>(getter, type, fact)
                ?? Scalar<TOwner, double>(getter, type, fact)
                ?? Scalar<TOwner, float>(getter, type, fact)
                ?? Scalar<TOwner, decimal>(getter, type, fact)
                ?? Scalar<TOwner, DateOnly>(getter, type, fact)
                ?? Scalar<TOwner, DateTime>(getter, type, fact)
                ?? Scalar<TOwner, DateTimeOffset>(getter, type, fact)
                ?? Scalar<TOwner, TimeSpan>(getter, type, fact);
    }

    private ObjectFiller<TOwner>.Member? Scalar<TOwner, TValue>(MethodInfo getter, Type type, FactPlan fact)
        where TOwner : class
        where TValue : struct =>
        type == typeof(TValue) ? new ObjectFiller<TOwner>.ScalarMember<TValue>(getter.CreateDelegate<Func<TOwner, TValue>>(), fact, filler)
        : type == typeof(TValue?)
            ? new ObjectFiller<TOwner>.NullableMember<TValue>(getter.CreateDelegate<Func<TOwner, TValue?>>(), fact, filler)
        : null;

    private ObjectFiller? Build(Type type, RecordPlan plan) =>
        (ObjectFiller?)Generic(nameof(Build), type).Invoke(this, BindingFlags.DoNotWrapExceptions, null, [plan, false], null);

    [UnconditionalSuppressMessage(
        "AOT",
        "IL3050:Calling members annotated with 'RequiresDynamicCodeAttribute' may break functionality when AOT compiling",
        Justification = "Types are classes, for which one compiled method serves all; for enums it is asked whether code can be made."
    )]
    private static MethodInfo Generic(string name, params Type[] types) =>
        typeof(ObjectFillerBuilder)
            .GetMethods(Own | BindingFlags.Public)
            .Single(m => m.Name == name && m.IsGenericMethodDefinition && m.GetGenericArguments().Length == types.Length)
            .MakeGenericMethod(types);

    // What the plain way takes for an object of facts, and of which it is known beforehand which properties it has.
    private static bool IsObject(Type type) =>
        type is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false }
        && type != typeof(object)
        && type != typeof(string)
        && type != typeof(Uri)
        && !type.IsAssignableTo(typeof(IEnumerable))
        && !type.IsAssignableTo(typeof(Delegate))
        && !type.IsAssignableTo(typeof(Type))
        && !type.IsAssignableTo(typeof(JToken));

    /// <summary>The type of the elements of a list; <see langword="null"/> if it is none that is followed here.</summary>
    internal static Type? ElementOf(Type type)
    {
        if (type == typeof(string) || type.IsAssignableTo(typeof(IDictionary)) || type.IsAssignableTo(typeof(JToken)))
        {
            return null;
        }

        var elements = type.GetInterfaces()
            .Append(type)
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .Select(i => i.GetGenericArguments()[0])
            .ToList();

        // Where these are the elements, the list may turn out to be a dictionary or a text.
        return
            elements is [var element]
            && element != typeof(char)
            && element != typeof(object)
            && !(element.IsGenericType && element.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
            ? element
            : null;
    }

    // Beside its facts an object may have single values, or what is passed over; what else may be in there, the plain way looks into.
    private bool MayBeBeside(RecordType record, ObjectContract.Member member) =>
        member.Name != "value"
        && (options.IgnoreExtraProperties || (record.AllowsMore && IsSingle(Nullable.GetUnderlyingType(member.Type) ?? member.Type)));

    private static bool IsSingle(Type type) =>
        type.IsPrimitive
        || type == typeof(string)
        || type == typeof(decimal)
        || type == typeof(DateOnly)
        || type == typeof(DateTime)
        || type == typeof(DateTimeOffset)
        || type == typeof(TimeSpan)
        || type == typeof(Guid);

    private static bool CanBe(Type declared, FactType fact)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return PropertyValue.CanBe(type, fact)
            && (!type.IsEnum || fact is not TextType { Values: not null } text || EnumFit.Of(EnumTexts.Of(type), text).Unfit.Count == 0);
    }

    // Whether a property that is not read has the type of its fact, with all that is in it.
    private bool Fits(Type type, FactType fact, int depth)
    {
        switch (fact)
        {
            case RecordType record:
                return IsObject(type)
                    && depth < _deepest
                    && ObjectContract
                        .Of(type, options.Naming)
                        .Members.All(m =>
                            record.SlotOf(m.Name) is >= 0 and var slot
                                ? Fits(m.Type, record.Properties[slot].Type, depth + 1)
                                : MayBeBeside(record, m)
                        );
            case ListType list:
                return (ElementOf(type) ?? (list.CompleteBy is null ? PartialOf(type)?.Element : null)) is { } element
                    && depth < _deepest && Fits(element, list.Element, depth + 1);
            default:
                return CanBe(type, fact);
        }
    }
}
