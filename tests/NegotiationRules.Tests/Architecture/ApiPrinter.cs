using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace NegotiationRules.Tests.Architecture;

/// <summary>Prints what users of an assembly can see of it, sorted, one line a member, so that a change of it shows in review.</summary>
internal static class ApiPrinter
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Print(Assembly assembly) =>
        string.Join('\n', assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).Select(Print));

    public static string Print(Type type)
    {
        var text = new StringBuilder();
        if (type.IsDefined(typeof(FlagsAttribute), inherit: false))
            text.Append("[Flags]\n");

        text.Append(Obsolete(type)).Append(Header(type)).Append('\n');
        foreach (var line in Members(type))
            text.Append("    ").Append(line).Append('\n');

        return text.ToString();
    }

    private static string Header(Type type)
    {
        if (IsDelegate(type))
            return $"public delegate {ApiSignatures.Method(type.GetMethod("Invoke")!, ApiNames.Of(type))};";

        var bases = new List<string>();
        if (type.IsEnum)
            bases.Add(ApiNames.Of(Enum.GetUnderlyingType(type)));
        else if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType))
            bases.Add(ApiNames.Of(parent));

        if (!type.IsEnum)
            bases.AddRange(type.GetInterfaces().Where(i => i.IsVisible).Select(i => ApiNames.Of(i)).Order(StringComparer.Ordinal));

        return $"public {Kind(type)} {ApiNames.Of(type)}"
            + (bases.Count == 0 ? "" : " : " + string.Join(", ", bases))
            + ApiSignatures.Constraints(type.GetGenericArguments());
    }

    private static string Kind(Type type)
    {
        if (type.IsEnum)
            return "enum";
        if (type.IsInterface)
            return "interface";

        var isRecord = type.GetMethod("PrintMembers", Declared)?.IsDefined(typeof(CompilerGeneratedAttribute)) == true;
        if (type.IsValueType)
            return (type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "") + (type.IsByRefLike ? "ref " : "") + (isRecord ? "record struct" : "struct");

        var modifier = (type.IsAbstract, type.IsSealed) switch
        {
            (true, true) => "static ",
            (true, false) => "abstract ",
            (false, true) => "sealed ",
            _ => "",
        };
        return modifier + (isRecord ? "record" : "class");
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (IsDelegate(type))
            return [];

        if (type.IsEnum)
            return type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(field => $"{field.Name} = {Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture)},");

        return type.GetMembers(Declared)
            .Where(member => !member.IsDefined(typeof(CompilerGeneratedAttribute)))
            .Select(member => (Line: ApiSignatures.Of(member), Note: Obsolete(member)))
            .Where(member => member.Line is not null)
            .Select(member => member.Note.Replace('\n', ' ') + member.Line)
            .Order(StringComparer.Ordinal);
    }

    private static string Obsolete(MemberInfo member) =>
        member.GetCustomAttribute<ObsoleteAttribute>() is { } obsolete ? $"[Obsolete(\"{obsolete.Message}\")]\n" : "";

    private static bool IsDelegate(Type type) => type.BaseType == typeof(MulticastDelegate);
}
