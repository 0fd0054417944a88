using System.Reflection;
using System.Runtime.CompilerServices;

namespace NegotiationRules.Facts.Columns;

/// <content>Properties that are values of an enum, or lists.</content>
internal sealed partial class ObjectFillerBuilder
{
    // A delegate may give the number under an enum, so that no type is made for each enum; where null may stand for it there is one.
    private ObjectFiller<TOwner>.Member? EnumOf<TOwner>(MethodInfo getter, Type type, FactPlan fact)
        where TOwner : class =>
        Nullable.GetUnderlyingType(type) is { } values
            ? EnumFacts.Of(values, fact) is { } some
                ? (ObjectFiller<TOwner>.Member?)MakeOfEnum(nameof(NullableEnumOf), [typeof(TOwner), values], getter, some, fact)
                : null
            : EnumFacts.Of(type, fact) is { } texts
                ? new ObjectFiller<TOwner>.EnumMember(getter.CreateDelegate<Func<TOwner, int>>(), texts, fact, filler)
            : null;

    private ObjectFiller<TOwner>.NullableEnumMember<TEnum> NullableEnumOf<TOwner, TEnum>(MethodInfo getter, EnumFacts texts, FactPlan fact)
        where TOwner : class
        where TEnum : struct, Enum =>
        new(getter.CreateDelegate<Func<TOwner, TEnum?>>(), texts, fact, filler);

    private ObjectFiller<TOwner>.Member? ListOf<TOwner>(
        Func<TOwner, object?> get, Type element, FactPlan fact, ObjectFiller<TOwner>.Completeness? completeness)
        where TOwner : class
    {
        var plan = fact.List!.Element;
        if (plan.Record is not null)
        {
            return IsObject(element)
                ? (ObjectFiller<TOwner>.Member?)
                    Generic(nameof(ListOfObjects), typeof(TOwner), element)
                        .Invoke(this, BindingFlags.DoNotWrapExceptions, null, [get, fact, completeness], null)
                : null;
        }

        return !CanBe(element, plan.Type) ? null
            : element == typeof(string) ? Of<string>()
            : element == typeof(int) ? Of<int>()
            : element == typeof(long) ? Of<long>()
            : element == typeof(double) ? Of<double>()
            : element == typeof(decimal) ? Of<decimal>()
            : element == typeof(DateOnly) ? Of<DateOnly>()
            : element == typeof(bool) ? Of<bool>()
            : element.IsEnum && EnumFacts.Of(element, plan) is { } texts
                ? (ObjectFiller<TOwner>.Member?)MakeOfEnum(nameof(ListOfEnums), [typeof(TOwner), element], get, texts, fact, completeness)
            : null;

        ObjectFiller<TOwner>.ListMember<TElement> Of<TElement>() =>
            new(get, fact, new ScalarElement<TElement>(plan, filler), completeness, filler);
    }

    private ObjectFiller<TOwner>.ListMember<TEnum> ListOfEnums<TOwner, TEnum>(
        Func<TOwner, object?> get, EnumFacts texts, FactPlan fact, ObjectFiller<TOwner>.Completeness? completeness)
        where TOwner : class
        where TEnum : struct, Enum =>
        new(get, fact, new EnumElement<TEnum>(fact.List!.Element, filler, texts), completeness, filler);

    private ObjectFiller<TOwner>.ListMember<TElement>? ListOfObjects<TOwner, TElement>(
        Func<TOwner, object?> get, FactPlan fact, ObjectFiller<TOwner>.Completeness? completeness)
        where TOwner : class
        where TElement : class =>
        Build<TElement>(fact.List!.Element.Record!, isRoot: false) is { } inner
            ? new ObjectFiller<TOwner>.ListMember<TElement>(
                get, fact, new ObjectElement<TElement>(fact.List.Element, filler, inner), completeness, filler)
            : null;

    // { "known": [ … ], "complete": false } as an object of its own.
    private ObjectFiller<TOwner>.Member? PartialListOf<TOwner>(MethodInfo getter, Type type, FactPlan fact)
        where TOwner : class =>
        PartialOf(type) is var (known, complete, element)
            ? (ObjectFiller<TOwner>.Member?)Generic(nameof(PartialListOf), typeof(TOwner), type).Invoke(
                this, BindingFlags.DoNotWrapExceptions, null,
                [getter.CreateDelegate<Func<TOwner, object?>>(), known, complete, element, fact], null)
            : null;

    private ObjectFiller<TOwner>.PartialListMember<TPartial>? PartialListOf<TOwner, TPartial>(
        Func<TOwner, object?> get, MethodInfo known, MethodInfo complete, Type element, FactPlan fact)
        where TOwner : class
        where TPartial : class
    {
        var elements = known.CreateDelegate<Func<TPartial, object?>>();
        var isComplete = new ObjectFiller<TPartial>.Completeness(complete.CreateDelegate<Func<TPartial, bool>>(), null, ifNot: false);
        return ListOf(elements, element, fact, isComplete) is { } inner
            ? new ObjectFiller<TOwner>.PartialListMember<TPartial>(get, elements, inner, fact, filler)
            : null;
    }

    private (MethodInfo Known, MethodInfo Complete, Type Element)? PartialOf(Type type)
    {
        if (!IsObject(type) || ObjectContract.Of(type, options.Naming).Members is not { Count: 2 } members)
        {
            return null;
        }

        return GetterOf("known") is { } known && ElementOf(known.ReturnType) is { } element && !known.ReturnType.IsValueType
            && GetterOf("complete") is { } complete && complete.ReturnType == typeof(bool)
            ? (known, complete, element)
            : null;

        MethodInfo? GetterOf(string name) =>
            (members.FirstOrDefault(member => member.Name == name)?.Declaration as PropertyInfo)?.GetMethod;
    }

    // What says whether a list is complete, if a fact beside it does.
    private static bool TryFindCompleteness<TOwner>(
        RecordPlan plan, int slot, IEnumerable<ObjectContract.Member> members, out ObjectFiller<TOwner>.Completeness? completeness)
        where TOwner : class
    {
        completeness = null;
        if ((plan.Completed >> slot & 1) == 0)
        {
            return true;
        }

        var name = ((ListType)plan.Facts[slot].Type).CompleteBy!;
        var ifNot = Array.Find(plan.CompletedLists, list => list.Slot == slot).IfAbsent.IsTrue;
        var said = members.FirstOrDefault(member => member.Name == name);
        var getter = (said?.Declaration as PropertyInfo)?.GetMethod;
        completeness = said is null ? new(null, null, ifNot)
            : getter?.ReturnType == typeof(bool) ? new(getter.CreateDelegate<Func<TOwner, bool>>(), null, ifNot)
            : getter?.ReturnType == typeof(bool?) ? new(null, getter.CreateDelegate<Func<TOwner, bool?>>(), ifNot)
            : null;
        return completeness is not null;
    }

    // For values a method is compiled for each type, which cannot be done everywhere while a program runs.
    private object? MakeOfEnum(string name, Type[] types, params object?[] arguments) =>
        RuntimeFeature.IsDynamicCodeSupported
            ? Generic(name, types).Invoke(this, BindingFlags.DoNotWrapExceptions, null, arguments, null)
            : null;
}
