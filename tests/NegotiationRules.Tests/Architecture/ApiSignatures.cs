using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace NegotiationRules.Tests.Architecture;

/// <summary>One line for each member that can be seen from outside the assembly.</summary>
internal static class ApiSignatures
{
    private static readonly NullabilityInfoContext Nullability = new();
    private static readonly Lock NullabilityLock = new();

    /// <summary>The line of a member, or null if it cannot be seen or is shown as part of another.</summary>
    public static string? Of(MemberInfo member) => member switch
    {
        ConstructorInfo { IsStatic: false } constructor when IsSeen(constructor) =>
            $"{Access(constructor)} {constructor.DeclaringType!.Name.Split('`')[0]}({Parameters(constructor)});",
        MethodInfo { IsSpecialName: false } method when IsSeen(method) => Modifiers(method) + Method(method, method.Name) + ";",
        MethodInfo method when IsSeen(method) && method.Name.StartsWith("op_", StringComparison.Ordinal) => Modifiers(method) + Method(method, method.Name) + ";",
        PropertyInfo property when property.GetAccessors(nonPublic: true).Any(IsSeen) => Property(property),
        FieldInfo field when field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly => Field(field),
        EventInfo { AddMethod: { } add } @event when IsSeen(add) => $"{Modifiers(add)}event {ApiNames.Of(@event.EventHandlerType!, Look(@event))} {@event.Name};",
        _ => null,
    };

    /// <summary>Return type, name, type parameters, parameters and constraints of a method.</summary>
    public static string Method(MethodInfo method, string name)
    {
        var parameters = method.IsGenericMethod ? method.GetGenericArguments() : [];
        var generic = parameters.Length == 0 ? "" : $"<{string.Join(", ", parameters.Select(parameter => parameter.Name))}>";
        var reference = !method.ReturnType.IsByRef ? ""
            : method.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "InAttribute") ? "ref readonly " : "ref ";
        return $"{reference}{ApiNames.Of(method.ReturnType, Look(method.ReturnParameter))} {name}{generic}({Parameters(method)}){Constraints(parameters)}";
    }

    /// <summary>The <c>where</c> clauses of type parameters, with a space in front.</summary>
    public static string Constraints(Type[] parameters)
    {
        var clauses = "";
        foreach (var parameter in parameters.Where(parameter => parameter.IsGenericParameter))
        {
            var attributes = parameter.GenericParameterAttributes;
            var isStruct = attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
            var parts = new List<string>();
            if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
                parts.Add("class");
            if (isStruct)
                parts.Add("struct");

            parts.AddRange(parameter.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)).Select(type => ApiNames.Of(type)));
            if (!isStruct && attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
                parts.Add("new()");

            if (parts.Count > 0)
                clauses += $" where {parameter.Name} : {string.Join(", ", parts)}";
        }

        return clauses;
    }

    private static string Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(IsSeen).ToArray();
        var widest = accessors.OrderByDescending(accessor => accessor.IsPublic).First();
        var shown = accessors.Select(accessor =>
            (Access(accessor) == Access(widest) ? "" : Access(accessor) + " ")
            + (accessor == property.GetMethod ? "get;" : IsInit(accessor) ? "init;" : "set;"));
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        return $"{Modifiers(widest)}{required}{ApiNames.Of(property.PropertyType, Look(property))} {name} {{ {string.Join(' ', shown)} }}";
    }

    private static string Field(FieldInfo field)
    {
        var access = field.IsPublic ? "public" : "protected";
        var kind = field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        var value = field.IsLiteral ? " = " + Literal(field.GetRawConstantValue(), field.FieldType) : "";
        return $"{access} {kind}{ApiNames.Of(field.FieldType, Look(field))} {field.Name}{value};";
    }

    private static string Parameters(MethodBase method)
    {
        var isExtension = method.IsDefined(typeof(ExtensionAttribute));
        return (isExtension ? "this " : "") + string.Join(", ", method.GetParameters().Select(Parameter));
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var modifier = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params "
            : !parameter.ParameterType.IsByRef ? ""
            : parameter.IsOut ? "out "
            : parameter.IsIn ? "in "
            : "ref ";
        var value = parameter.HasDefaultValue ? " = " + Literal(parameter.RawDefaultValue, parameter.ParameterType) : "";
        return $"{modifier}{ApiNames.Of(parameter.ParameterType, Look(parameter))} {parameter.Name}{value}";
    }

    private static string Literal(object? value, Type type) => value switch
    {
        null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
        string text => $"\"{text}\"",
        char letter => $"'{letter}'",
        bool truth => truth ? "true" : "false",
        _ when (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } @enum => $"{@enum.Name}.{Enum.ToObject(@enum, value)}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Modifiers(MethodInfo method)
    {
        if (method.DeclaringType!.IsInterface)
            return method.IsStatic ? "static " + (method.IsAbstract ? "abstract " : "") : "";

        var isOverride = method.GetBaseDefinition().DeclaringType != method.DeclaringType;
        var kind = method switch
        {
            { IsStatic: true } => "static ",
            { IsAbstract: true } => isOverride ? "abstract override " : "abstract ",
            { IsVirtual: true } when isOverride => method.IsFinal ? "sealed override " : "override ",
            { IsVirtual: true, IsFinal: false } => "virtual ",
            _ => "",
        };
        return $"{Access(method)} {kind}";
    }

    private static string Access(MethodBase method) => method.IsPublic ? "public" : "protected";

    private static bool IsSeen(MethodBase method) =>
        method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && method.DeclaringType is { IsSealed: false });

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    // NullabilityInfoContext keeps a cache that is not made for several threads.
    private static NullabilityInfo Look(object of)
    {
        lock (NullabilityLock)
        {
            return of switch
            {
                ParameterInfo parameter => Nullability.Create(parameter),
                PropertyInfo property => Nullability.Create(property),
                FieldInfo field => Nullability.Create(field),
                EventInfo @event => Nullability.Create(@event),
                _ => throw new ArgumentException($"No nullability is known of a {of.GetType()}.", nameof(of)),
            };
        }
    }
}
