using System.Reflection;
using System.Text;
using NegotiationRules.Text;

namespace NegotiationRules;

/// <summary>Rule files that are embedded in an assembly: <c>&lt;EmbeddedResource Include="sets/**/*.json" /&gt;</c> in its
/// project.</summary>
/// <remarks>
/// <para>A file is found by its path in the project, or by the end of it: <c>sets/talks.rules.json</c> and <c>talks.rules.json</c> both
/// find the resource <c>App.sets.talks.rules.json</c>, if no other ends so. Resources with a name of their own (<c>LogicalName</c>) are
/// found by that.</para>
/// <para>Immutable and safe to share between threads.</para>
/// </remarks>
public sealed class EmbeddedRuleFiles : IRuleFiles
{
    private readonly Assembly _assembly;
    private readonly string[] _names;

    /// <param name="assembly">The assembly.</param>
    public EmbeddedRuleFiles(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        _assembly = assembly;
        _names = assembly.GetManifestResourceNames();
    }

    /// <summary>Opens a resource.</summary>
    /// <param name="path">Its path in the project, or the end of it.</param>
    /// <returns>The resource; <see langword="null"/> if there is none.</returns>
    /// <exception cref="InvalidOperationException">There are several that end so.</exception>
    public Stream? Open(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Find(path) is { } name ? _assembly.GetManifestResourceStream(name) : null;
    }

    /// <summary>That there is one resource for a path, or why not and what there is instead.</summary>
    internal string? FaultOf(string path)
    {
        if (Candidates(path) is { Count: 1 })
        {
            return null;
        }

        var name = _assembly.GetName().Name;
        var there = _names.Where(OwnFiles.Are).Order(StringComparer.Ordinal).ToList();
        return Candidates(path) is { Count: > 1 } several
            ? $"the assembly `{name}` has several resources that end in `{path}`: {Spelling.List(several, "and")}; give more of the path"
            : $"the assembly `{name}` has no resource `{path}`; "
                + (there.Count == 0
                    ? "it has no rule file at all: write `<EmbeddedResource Include=\"rules/**/*.json\" />` into its project"
                    : $"it has {Spelling.List(there, "and")}");
    }

    private string? Find(string path) => Candidates(path) switch
    {
        [] => null,
        [var name] => name,
        _ => throw new InvalidOperationException(FaultOf(path)),
    };

    // The compiler writes a file's path with dots, after the root namespace, and its folders as identifiers.
    private List<string> Candidates(string path)
    {
        if (_names.FirstOrDefault(name => name.Replace('\\', '/') == path) is { } own)
        {
            return [own];
        }

        var steps = path.Split('/');
        var dotted = string.Join('.', [.. steps.SkipLast(1).Select(Identifier), steps[^1]]);
        return [.. _names.Where(name => name == dotted || name.EndsWith($".{dotted}", StringComparison.Ordinal))];
    }

    private static string Identifier(string folder)
    {
        var written = new StringBuilder(folder.Length + 1);
        foreach (var letter in folder)
        {
            written.Append(char.IsLetterOrDigit(letter) || letter is '_' or '.' ? letter : '_');
        }

        return written.Length > 0 && char.IsDigit(written[0]) ? $"_{written}" : written.ToString();
    }
}
