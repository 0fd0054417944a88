using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Linq.Dynamic.Core;
using System.Reflection;

namespace NegotiationRules.RulesEngine.Inputs;

/// <summary>Tells properties that only give a value from those that may change something when they are read.</summary>
/// <remarks>
/// RulesEngine reads a property as often as its expressions come to it. Here it is read once, and once more where a rule is handed over: only if that makes no difference
/// may a rule that reads it be evaluated here. To find out, the code of the property is looked at: nothing in it may be stored, and what it calls must be known to be harmless.
/// </remarks>
internal static class PureGetters
{
    // A property that takes more methods is no simple one.
    private const int Most = 100;

    // Where the framework keeps what only holds values and works with them.
    private static readonly HashSet<string> HarmlessNamespaces = new(StringComparer.Ordinal)
    {
        "System", "System.Linq", "System.Text", "System.Globalization", "System.Collections", "System.Collections.Generic", "System.Collections.Immutable",
        "System.Collections.ObjectModel", "System.Numerics", "System.Runtime.CompilerServices", "System.Text.RegularExpressions",
    };

    private static readonly string[] Changing =
    [
        "set_", "Add", "Remove", "Clear", "Set", "Insert", "Enqueue", "Dequeue", "Push", "Pop", "Try", "GetOrAdd", "Next", "Invoke", "DynamicInvoke", "Sort", "Reverse", "Exit",
    ];

    private static readonly ConcurrentDictionary<MethodBase, bool> Known = new();
    private static readonly ConcurrentDictionary<(Type, MethodInfo), bool> KnownOverrides = new();

    /// <summary>Whether a getter is pure; one without code of its own is, for whoever has it says more.</summary>
    public static bool IsPure(MethodInfo getter) => getter.IsAbstract || Ask(getter);

    /// <summary>Whether what an object of a type has for a getter is pure.</summary>
    public static bool IsPure(Type type, MethodInfo getter) =>
        KnownOverrides.GetOrAdd((type, getter), static key => Implementation(key.Item1, key.Item2) is { IsAbstract: false } own && Ask(own));

    private static MethodInfo? Implementation(Type type, MethodInfo getter)
    {
        if (getter.DeclaringType!.IsInterface)
        {
            var map = type.GetInterfaceMap(getter.DeclaringType);
            return map.TargetMethods[Array.IndexOf(map.InterfaceMethods, getter)];
        }

        var root = getter.GetBaseDefinition();
        for (var at = type; at is not null; at = at.BaseType)
        {
            var own = at.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .FirstOrDefault(method => method.IsVirtual && method.GetBaseDefinition() == root);
            if (own is not null)
            {
                return own;
            }
        }

        return null;
    }

    // Only the answer to the question itself is remembered: those on the way may rest on what is taken for granted of methods that call each other.
    private static bool Ask(MethodBase method) => Known.GetOrAdd(method, static asked => IsPure(asked, []));

    private static bool IsPure(MethodBase method, HashSet<MethodBase> asked) =>
        !asked.Add(method)
        || IsMadeForData(method.DeclaringType)
        || (asked.Count < Most && method.GetMethodBody()?.GetILAsByteArray() is { } code && IsHarmless(code, method, asked));

    // Objects without a class of their own become such types, whose properties are fields.
    private static bool IsMadeForData(Type? type) => type?.BaseType == typeof(DynamicClass);

    private static bool IsHarmless(byte[] code, MethodBase method, HashSet<MethodBase> asked)
    {
        foreach (var (operation, token) in Instructions.Read(code))
        {
            switch (operation)
            {
                case Operation.Stores:
                    return false;
                case Operation.StoresField when !IsOfCompiler(Resolve(method, token)?.DeclaringType):
                    return false;
                case Operation.Calls when Resolve(method, token) is not MethodBase called || !MayBeCalled(called, asked):
                    return false;
                default:
                    break;
            }
        }

        return true;
    }

    private static bool MayBeCalled(MethodBase called, HashSet<MethodBase> asked)
    {
        var type = called.DeclaringType;
        if (type is null || typeof(Exception).IsAssignableFrom(type))
        {
            return type is not null;
        }

        if (type.Namespace is { } space && IsFramework(type))
        {
            return HarmlessNamespaces.Contains(space) && type != typeof(Random) && !IsLazy(type)
                && !Array.Exists(Changing, start => called.Name.StartsWith(start, StringComparison.Ordinal));
        }

        return !called.IsAbstract && !(called.IsVirtual && !called.IsFinal && !type.IsSealed) && IsPure(called, asked);
    }

    private static bool IsFramework(Type type) => type.Namespace == "System" || type.Namespace!.StartsWith("System.", StringComparison.Ordinal);

    private static bool IsLazy(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Lazy<>);

    // Where a lambda is kept once it is made.
    private static bool IsOfCompiler(Type? type) => type?.Name.StartsWith("<>", StringComparison.Ordinal) == true;

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "What cannot be looked up is not known to be harmless.")]
    private static MemberInfo? Resolve(MethodBase method, int token)
    {
        try
        {
            return method.Module.ResolveMember(
                token,
                method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null,
                method.IsGenericMethod ? method.GetGenericArguments() : null);
        }
        catch (Exception)
        {
            return null;
        }
    }
}
