using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>A step of the build: takes out of the XML documentation what documents internals, which a user of the package cannot
/// see.</summary>
public sealed class PublicDocumentation : Task
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The XML file that the compiler wrote; it is written anew.</summary>
    [Required]
    public string Documentation { get; set; } = "";

    [Required]
    public string Compiled { get; set; } = "";

    /// <summary>The assembly with <c>MetadataLoadContext</c>.</summary>
    [Required]
    public string MetadataReader { get; set; } = "";

    /// <summary>The assemblies that it was compiled against.</summary>
    [Required]
    public ITaskItem[] References { get; set; } = Array.Empty<ITaskItem>();

    public override bool Execute()
    {
        var document = XDocument.Load(Documentation);
        var paths = References.Select(reference => reference.ItemSpec).Append(Compiled);
        using (var context = NewContext(paths.ToList()))
        {
            var load = context.GetType().GetMethod("LoadFromAssemblyPath");
            var assembly = (Assembly)load.Invoke(context, new object[] { Path.GetFullPath(Compiled) });
            document.Descendants("member").Where(member => !IsVisible(assembly, (string)member.Attribute("name"))).Remove();
        }

        document.Save(Documentation);
        return true;
    }

    // Bound when it runs: the reader of assemblies that MSBuild brings cannot be referenced beside what steps of a build are compiled
    // against.
    private IDisposable NewContext(IReadOnlyList<string> paths)
    {
        var reader = System.Reflection.Assembly.LoadFrom(MetadataReader);
        var resolver = Activator.CreateInstance(reader.GetType("System.Reflection.PathAssemblyResolver"), paths);
        return (IDisposable)Activator.CreateInstance(reader.GetType("System.Reflection.MetadataLoadContext"), resolver, null);
    }

    // An identifier as the compiler writes it: the kind of the member, a colon, its full name, and the types of what it is called with.
    private static bool IsVisible(Assembly assembly, string id)
    {
        var parameters = id.IndexOf('(');
        var name = parameters < 0 ? id.Substring(2) : id.Substring(2, parameters - 2);
        if (id[0] == 'T')
        {
            return FindType(assembly, name) is Type found && IsVisible(found);
        }

        var dot = name.LastIndexOf('.');
        var count = parameters < 0 ? 0 : Count(id.Substring(parameters));
        var simple = name.Substring(dot + 1).Replace('#', '.').Split(new[] { "``" }, StringSplitOptions.None)[0];
        return FindType(assembly, name.Substring(0, dot)) is Type type && IsVisible(type)
            && type.GetMember(simple, Declared).Any(member => IsVisible(member, count));
    }

    private static Type FindType(Assembly assembly, string name)
    {
        var type = assembly.GetType(name);
        for (var dot = name.LastIndexOf('.'); type == null && dot > 0; dot = name.LastIndexOf('.', dot - 1))
        {
            type = assembly.GetType(name.Substring(0, dot) + "+" + name.Substring(dot + 1).Replace('.', '+'));
        }

        return type;
    }

    private static bool IsVisible(Type type) => type.IsNested
        ? (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsVisible(type.DeclaringType)
        : type.IsPublic;

    private static bool IsVisible(MemberInfo member, int parameters)
    {
        switch (member)
        {
            case MethodBase method:
                return method.GetParameters().Length == parameters && IsVisible(method);
            case PropertyInfo property:
                return property.GetIndexParameters().Length == parameters && property.GetAccessors(nonPublic: true).Any(IsVisible);
            case EventInfo happening:
                return IsVisible(happening.AddMethod);
            case FieldInfo field:
                return field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;
            default:
                return false;
        }
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    // Commas inside `{` are between arguments of a generic type, those inside `[` between the dimensions of an array.
    private static int Count(string parameters)
    {
        var (depth, count) = (0, 1);
        foreach (var letter in parameters)
        {
            depth += "{[".IndexOf(letter) >= 0 ? 1 : "}]".IndexOf(letter) >= 0 ? -1 : 0;
            count += letter == ',' && depth == 0 ? 1 : 0;
        }

        return count;
    }
}
