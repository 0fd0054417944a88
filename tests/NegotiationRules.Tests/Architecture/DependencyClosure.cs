using System.Text.Json;

namespace NegotiationRules.Tests.Architecture;

/// <summary>
/// What a project brings along when it ships, read from the <c>project.assets.json</c> that its restore wrote: the files
/// that its packages, and theirs, load at run time, for every target framework.
/// </summary>
internal sealed class DependencyClosure
{
    private readonly JsonElement _assets;
    private readonly bool _isTool;
    private readonly Func<string, bool> _isPassedOver;

    /// <param name="assetsJson">The text of a <c>project.assets.json</c>.</param>
    /// <param name="isTool">
    /// A library's package leaves out dependencies marked <c>PrivateAssets="all"</c>; a tool's package is a publish folder and
    /// holds whatever has run-time files, private or not.
    /// </param>
    /// <param name="isPassedOver">Whether a package, given by its id, is not looked at, nor what only it asks for; none, if left
    /// out.</param>
    public DependencyClosure(string assetsJson, bool isTool, Func<string, bool>? isPassedOver = null)
    {
        using var document = JsonDocument.Parse(assetsJson);
        _assets = document.RootElement.Clone();
        _isTool = isTool;
        _isPassedOver = isPassedOver ?? (_ => false);
    }

    /// <summary>The run-time files, as <c>net8.0: Newtonsoft.Json/13.0.4: lib/net6.0/Newtonsoft.Json.dll</c>.</summary>
    public IReadOnlyList<string> RuntimeFiles() =>
    [
        .. from target in _assets.GetProperty("targets").EnumerateObject()
           from library in Reached(target)
           from file in RuntimeFiles(library.Value)
           select $"{target.Name}: {library.Name}: {file}"
    ];

    private IEnumerable<JsonProperty> Reached(JsonProperty target)
    {
        var libraries = target.Value.EnumerateObject().ToDictionary(library => IdOf(library.Name), StringComparer.OrdinalIgnoreCase);
        var reached = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var next = new Stack<string>(DirectDependencies(FrameworkOf(target.Name)));
        while (next.TryPop(out var id))
        {
            // A package that another one asks for may be absent: the framework holds it already.
            if (_isPassedOver(id) || !libraries.TryGetValue(id, out var library) || !reached.Add(id))
                continue;

            if (library.Value.TryGetProperty("dependencies", out var dependencies))
                foreach (var dependency in dependencies.EnumerateObject())
                    next.Push(dependency.Name);

            yield return library;
        }
    }

    private IEnumerable<string> DirectDependencies(string framework)
    {
        var project = _assets.GetProperty("project");
        if (project.GetProperty("frameworks").GetProperty(framework).TryGetProperty("dependencies", out var packages))
            foreach (var package in packages.EnumerateObject())
                if (_isTool || !IsPrivate(package.Value))
                    yield return package.Name;

        if (
            project
                .GetProperty("restore")
                .GetProperty("frameworks")
                .GetProperty(framework)
                .TryGetProperty("projectReferences", out var references)
        )
            foreach (var reference in references.EnumerateObject())
                if (_isTool || !IsPrivate(reference.Value))
                    yield return Path.GetFileNameWithoutExtension(reference.Name.Replace('\\', '/'));
    }

    private static bool IsPrivate(JsonElement dependency) =>
        (dependency.TryGetProperty("suppressParent", out var kept) || dependency.TryGetProperty("privateAssets", out kept))
        && string.Equals(kept.GetString(), "all", StringComparison.OrdinalIgnoreCase);

    // `_._` is NuGet's mark for "on purpose nothing here".
    private static IEnumerable<string> RuntimeFiles(JsonElement library) =>
        from kind in new[] { "runtime", "runtimeTargets" }
        where library.TryGetProperty(kind, out _)
        from file in library.GetProperty(kind).EnumerateObject()
        where !file.Name.EndsWith("/_._", StringComparison.Ordinal)
        select file.Name;

    private static string IdOf(string library) => library[..library.IndexOf('/', StringComparison.Ordinal)];

    private static string FrameworkOf(string target) => target.Split('/')[0];
}
