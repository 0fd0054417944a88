using System.Collections.Concurrent;
using System.Linq.Dynamic.Core;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace NegotiationRules.RulesEngine.Inputs;

/// <summary>Tells which properties may be read here. Safe to use from any thread.</summary>
/// <remarks>
/// RulesEngine reads a property as often as its expressions come to it. Here it is read once, and once more where a rule is handed over:
/// that makes no difference where the compiler wrote the getter of a field. Of any other only who wrote it can say.
/// </remarks>
/// <param name="isPure">What the user says of properties with code of their own.</param>
internal sealed class PropertyReading(Func<PropertyInfo, bool>? isPure)
{
    private readonly ConcurrentDictionary<(Type Type, PropertyInfo Property), bool> _known = new();

    /// <summary>Whether a property may be read; one without code of its own may, for the object that is read says more.</summary>
    public bool IsAllowed(PropertyInfo property) =>
        property.GetMethod!.IsAbstract || IsData(property.GetMethod) || isPure?.Invoke(property) == true;

    /// <summary>Whether what an object of a type has for a property may be read.</summary>
    public bool IsAllowed(Type type, PropertyInfo property) =>
        _known.GetOrAdd(
            (type, property),
            key => IsData(Implementation(key.Type, key.Property.GetMethod!)) || isPure?.Invoke(key.Property) == true
        );

    // A property without code of its own, of a type that the compiler made, of an object without a class, or of a value of the framework.
    private static bool IsData(MethodInfo? getter) =>
        getter is { IsAbstract: false, DeclaringType: { } type }
        && (getter.IsDefined(typeof(CompilerGeneratedAttribute)) || type.IsDefined(typeof(CompilerGeneratedAttribute))
            || type.BaseType == typeof(DynamicClass) || (type.IsValueType && type.Assembly == typeof(object).Assembly));

    private static MethodInfo? Implementation(Type type, MethodInfo getter)
    {
        if (getter.DeclaringType!.IsInterface)
        {
            var map = type.GetInterfaceMap(getter.DeclaringType);
            return map.TargetMethods[Array.IndexOf(map.InterfaceMethods, getter)];
        }

        const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var root = getter.GetBaseDefinition();
        for (var at = type; at is not null; at = at.BaseType)
        {
            var own = at.GetMethods(Declared).FirstOrDefault(method => method.IsVirtual && method.GetBaseDefinition() == root);
            if (own is not null)
            {
                return own;
            }
        }

        return null;
    }
}
